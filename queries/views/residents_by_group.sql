-- Residents by ethnic group in the censuses of 2011 and 2021 (detailed groups: 2021 alone), of each area that can be
-- asked for, with England beside them. Each share is made within its own census table.
--
-- returns  asked         varchar  GSS code of a district or of Warwickshire, or all for the six districts
-- returns  detailed      boolean  whether the groups are the detailed ones
-- returns  year          bigint   census year
-- returns  ethnic_group  varchar  code of the group; a detailed one begins with its broad one
-- returns  group_name    varchar  name to show
-- returns  persons       bigint   residents of the group
-- returns  residents     bigint   residents of every group
-- returns  share_pct     double   % of residents
-- returns  england_pct   double   % of England's residents
-- returns  source_id     varchar  id in data/sources.toml
with counts as (
    select
        places.place, contains(population.ethnic_group, '_') as detailed, population.year, population.ethnic_group,
        sum(population.persons)::bigint as persons, min(population.source_id) as source_id
    from population
    inner join asked_or_england as places using (area_code, area_type)
    where
        population.ethnic_group <> 'all' and (
            population.census_table = 'TS021'
            or (population.census_table = 'DC2101EW' and population.age_band = 'all' and not detailed)
        )
    group by all
),

shares as (
    select *, sum(persons) over (partition by place, detailed, year) as residents from counts
)

select
    area.place as asked, area.detailed, area.year, area.ethnic_group, groups.group_name, area.persons,
    area.residents::bigint as residents, 100.0 * area.persons / area.residents as share_pct,
    100.0 * england.persons / england.residents as england_pct, area.source_id
from shares as area
inner join shares as england
    on area.year = england.year and area.ethnic_group = england.ethnic_group and england.place = 'england'
inner join groups
    on
        area.ethnic_group = groups.group_code
        and groups.dimension = if(area.detailed, 'detailed_ethnic_group', 'ethnic_group')
where area.place <> 'england'
order by asked asc, area.detailed asc, area.year desc, area.persons desc, area.ethnic_group asc
