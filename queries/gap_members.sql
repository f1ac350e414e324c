-- Every group or district of one gap, in order, for its small chart.
--
-- param    indicator    varchar    id in data/indicators.toml
-- param    across       varchar    deprivation_decile, ethnic_group, district or england
-- param    period       varchar    as published
-- param    district     varchar    GSS code shown beside England where across is england
-- returns  member       varchar    group code or GSS code
-- returns  name         varchar    name to show
-- returns  value        double     in the indicator's unit
-- returns  source_id    varchar    id in data/sources.toml
with members as (
    select
        if(o.dimension = 'all', o.area_code, o.group_code) as member,
        coalesce(g.group_name, a.area_name) as name,
        o.value,
        g.position,
        o.source_id
    from observations as o
    inner join areas as a on o.area_code = a.area_code and o.area_type = a.area_type
    left join groups as g on o.dimension = g.dimension and o.group_code = g.group_code and o.dimension <> 'all'
    where
        o.indicator = $indicator
        and o.period = $period
        and o.value is not null
        and o.group_code <> 'unknown'
        and case $across
            when 'district' then o.area_type = 'district' and o.dimension = 'all'
            when 'england' then o.dimension = 'all' and o.area_code in ('E92000001', $district)
            else o.area_type = 'icb' and o.dimension = $across
        end
)

select member, name, value, source_id
from members
order by position asc, value desc, name asc
