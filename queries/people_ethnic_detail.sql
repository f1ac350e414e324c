-- Residents of an area by detailed ethnic group in Census 2021, largest first, with England beside them.
--
-- param    district      varchar    GSS code of a district or county, or all for the six districts together
-- returns  ethnic_group  varchar    code of the broad group
-- returns  group_name    varchar    name of the detailed group
-- returns  year          bigint     census year
-- returns  persons       bigint     residents of the group
-- returns  share_pct     double     % of residents
-- returns  england_pct   double     % of England's residents
-- returns  source_id     varchar    id in data/sources.toml
with counts as (
    select
        if(area_type = 'country', 'england', 'area') as place, ethnic_group, year, sum(persons)::bigint as persons,
        min(source_id) as source_id
    from population
    where
        census_table = 'TS021'
        and contains(ethnic_group, '_')
        and (
            area_type = 'country'
            or ($district = 'all' and area_type = 'district')
            or (area_type in ('district', 'county') and area_code = $district)
        )
    group by all
),

shares as (
    select *, 100.0 * persons / sum(persons) over (partition by place) as share_pct from counts
)

select
    split_part(area.ethnic_group, '_', 1) as ethnic_group, groups.group_name, area.year, area.persons,
    area.share_pct, england.share_pct as england_pct, area.source_id
from shares as area
inner join shares as england on area.ethnic_group = england.ethnic_group and england.place = 'england'
inner join groups on area.ethnic_group = groups.group_code and groups.dimension = 'detailed_ethnic_group'
where area.place = 'area'
order by area.persons desc, area.ethnic_group asc
