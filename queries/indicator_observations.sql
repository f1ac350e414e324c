-- Every observation of an indicator with the names of area and group: what a reader downloads.
--
-- param    indicator    varchar    id in data/indicators.toml
-- returns  area_code    varchar    GSS code, NHS code or place of the plan
-- returns  area_name    varchar    name to show
-- returns  area_type    varchar    kind of area
-- returns  period       varchar    as published
-- returns  period_end   date       last day of the period
-- returns  dimension    varchar    what the groups are groups of; all for everyone
-- returns  group_name   varchar    label of the group
-- returns  value        double     in the indicator's unit
-- returns  lower        double     95% lower limit, where published
-- returns  upper        double     95% upper limit, where published
-- returns  numerator    double     count above the line, where there is one
-- returns  denominator  double     count below the line, where there is one
-- returns  status       varchar    value, zero, suppressed, not_collected or not_published
-- returns  series       varchar    the run the row belongs to: never join two
-- returns  source_id    varchar    id in data/sources.toml
select
    area_code, area_name, area_type, period, period_end, dimension, group_name, value, lower, upper, numerator,
    denominator, status, series, source_id
from named_observations
where indicator = $indicator
order by rowid
