-- Observations with the names of area and group, and the place of each among the areas of its kind: what maps, lists
-- and downloads show, ready to be filtered. Sorted by indicator, so that a query reads little else than its own rows.
--
-- returns  indicator      varchar    id in data/indicators.toml
-- returns  area_code      varchar    GSS code, NHS code or place of the plan
-- returns  area_name      varchar    name to show
-- returns  area_type      varchar    kind of area
-- returns  district_code  varchar    district it lies in, or null
-- returns  district_name  varchar    name of that district, or null
-- returns  period         varchar    as published
-- returns  period_end     date       last day of the period
-- returns  dimension      varchar    what the groups are groups of; all for everyone
-- returns  group_code     varchar    group of people; all for everyone
-- returns  group_name     varchar    label of the group
-- returns  group_place    integer    order in which groups are shown
-- returns  position       bigint     1 for the highest value of the areas of its kind; null where there is none
-- returns  value          double     in the indicator's unit
-- returns  lower          double     95% lower limit, where published
-- returns  upper          double     95% upper limit, where published
-- returns  numerator      double     count above the line, where there is one
-- returns  denominator    double     count below the line, where there is one
-- returns  status         varchar    value, zero, suppressed, not_collected or not_published
-- returns  series         varchar    the run the row belongs to: never join two
-- returns  source_id      varchar    id in data/sources.toml
with districts as (
    select area_code, area_name
    from areas
    where area_type = 'district'
)

select
    o.indicator, o.area_code, areas.area_name, o.area_type, areas.district_code, districts.area_name as district_name,
    o.period, o.period_end, o.dimension, o.group_code, members.group_name, members.position as group_place,
    if(o.value is null, null, rank() over by_value) as position, o.value, o.lower, o.upper, o.numerator, o.denominator,
    o.status, o.series, o.source_id
from observations as o
inner join areas on o.area_code = areas.area_code and o.area_type = areas.area_type
inner join groups as members on o.dimension = members.dimension and o.group_code = members.group_code
left join districts on areas.district_code = districts.area_code
window
    by_value as (
        partition by o.indicator, o.area_type, o.period, o.dimension, o.group_code order by o.value desc nulls last
    )
order by
    o.indicator, o.area_type, o.area_code, o.period_end, o.period, o.dimension, members.position
