-- Residents of an area by broad ethnic group in the censuses of 2011 and 2021, with England beside them. Each share is
-- made within its own census table.
--
-- param    district      varchar    GSS code of a district or county, or all for the six districts together
-- returns  year          bigint     census year
-- returns  ethnic_group  varchar    code of the broad group
-- returns  group_name    varchar    name to show
-- returns  persons       bigint     residents of the group
-- returns  residents     bigint     residents of every group
-- returns  share_pct     double     % of residents
-- returns  england_pct   double     % of England's residents
-- returns  source_id     varchar    id in data/sources.toml
with counts as (
    select
        if(area_type = 'country', 'england', 'area') as place, year, ethnic_group, sum(persons)::bigint as persons,
        min(source_id) as source_id
    from population
    where
        census_table in ('TS021', 'DC2101EW')
        and age_band = 'all'
        and not contains(ethnic_group, '_')
        and ethnic_group <> 'all'
        and (
            area_type = 'country'
            or ($district = 'all' and area_type = 'district')
            or (area_type in ('district', 'county') and area_code = $district)
        )
    group by all
),

shares as (
    select *, sum(persons) over (partition by place, year) as residents from counts
)

select
    area.year, area.ethnic_group, groups.group_name, area.persons, area.residents::bigint as residents,
    100.0 * area.persons / area.residents as share_pct, 100.0 * england.persons / england.residents as england_pct,
    area.source_id
from shares as area
inner join shares as england
    on area.year = england.year and area.ethnic_group = england.ethnic_group and england.place = 'england'
inner join groups on area.ethnic_group = groups.group_code and groups.dimension = 'ethnic_group'
where area.place = 'area'
order by area.year desc, area.persons desc
