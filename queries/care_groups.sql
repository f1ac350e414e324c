-- One measure for Coventry and Warwickshire by group of people, newest year, with England beside it. Limits are the
-- published ones, or worked out from the counts (queries/views/limited.sql).
--
-- param    indicator    varchar    id in data/indicators.toml
-- param    dimension    varchar    what the groups are groups of; all for everyone
-- returns  group_code   varchar    group of people
-- returns  group_name   varchar    label of the group, in the standard list
-- returns  value        double     in the indicator's unit
-- returns  lower        double     95% lower limit, where it can be known
-- returns  upper        double     95% upper limit, where it can be known
-- returns  numerator    double     count above the line, where there is one
-- returns  denominator  double     count below the line, where there is one
-- returns  status       varchar    value, zero, suppressed, not_collected or not_published
-- returns  england      double     England's value for the same group and year
-- returns  period       varchar    as published
-- returns  period_end   date       last day of the period
-- returns  source_id    varchar    id in data/sources.toml
with newest as (
    select max(period_end) as period_end
    from observations
    where indicator = $indicator and dimension = $dimension and area_type = 'icb' and value is not null
),

here as (
    select o.*
    from observations as o
    inner join newest on o.period_end = newest.period_end
    where o.indicator = $indicator and o.dimension = $dimension and o.area_type = 'icb'
),

england as (
    select group_code, period, value
    from observations
    where indicator = $indicator and dimension = $dimension and area_type = 'country'
),

limits as (
    select group_code, period, low, high
    from limited
    where indicator = $indicator and dimension = $dimension and area_type = 'icb'
)

select
    here.group_code, members.group_name, here.value, limits.low as lower, limits.high as upper, here.numerator,
    here.denominator, here.status, england.value as england, here.period, here.period_end, here.source_id
from here
inner join groups as members on here.dimension = members.dimension and here.group_code = members.group_code
left join england on here.group_code = england.group_code and here.period = england.period
left join limits on here.group_code = limits.group_code and here.period = limits.period
order by members.position
