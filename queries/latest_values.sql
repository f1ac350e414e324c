-- One indicator in one period for the areas of some kinds, highest value first.
--
-- param    indicator      varchar    id in data/indicators.toml
-- param    period         varchar    as published
-- param    dimension      varchar    what the groups are groups of; all for everyone
-- param    group_code     varchar    group of people; all for everyone
-- param    area_types     varchar[]  kinds of area
-- returns  area_code      varchar    GSS or NHS code
-- returns  area_name      varchar    name to show
-- returns  area_type      varchar    kind of area
-- returns  value          double     in the indicator's unit
-- returns  lower          double     95% lower limit, where published
-- returns  upper          double     95% upper limit, where published
-- returns  numerator      double     count above the line, where there is one
-- returns  denominator    double     count below the line, where there is one
-- returns  status         varchar    value, zero, suppressed, not_collected or not_published
-- returns  series         varchar    values of one series are comparable
-- returns  source_id      varchar    id in data/sources.toml
select
    area_code, area_name, area_type, value, lower, upper, numerator, denominator, status, series, source_id
from named_observations
where
    indicator = $indicator
    and period = $period
    and dimension = $dimension
    and group_code = $group_code
    and list_contains($area_types, area_type)
order by value desc nulls last, area_name asc
