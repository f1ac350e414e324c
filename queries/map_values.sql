-- One indicator for every area of one kind, highest value first.
--
-- param    indicator      varchar    id in data/indicators.toml
-- param    area_type      varchar    kind of area
-- param    period         varchar    as published
-- param    dimension      varchar    what the groups are groups of; all for everyone
-- param    group_code     varchar    group of people; all for everyone
-- returns  position       bigint     1 for the highest value; null where there is none
-- returns  area_code      varchar    GSS code
-- returns  area_name      varchar    name to show
-- returns  district_code  varchar    district it lies in, or null
-- returns  district_name  varchar    name of that district, or null
-- returns  value          double     in the indicator's unit
-- returns  lower          double     95% lower limit, where published
-- returns  upper          double     95% upper limit, where published
-- returns  numerator      double     count above the line, where there is one
-- returns  denominator    double     count below the line, where there is one
-- returns  status         varchar    value, zero, suppressed, not_collected or not_published
-- returns  period_end     date       last day of the period
-- returns  source_id      varchar    id in data/sources.toml
select
    position, area_code, area_name, district_code, district_name, value, lower, upper, numerator, denominator, status,
    period_end, source_id
from named_observations
where
    indicator = $indicator
    and area_type = $area_type
    and period = $period
    and dimension = $dimension
    and group_code = $group_code
order by value desc nulls last, area_name asc
