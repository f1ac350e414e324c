-- One indicator over time for every district and larger area, and for the other ICBs of the Midlands together.
-- A run is what may be joined by a line: a new one begins with a new series, after a period without a value, and
-- after a gap of more than one and a half times the usual step.
--
-- param    indicator      varchar    id in data/indicators.toml
-- param    dimension      varchar    what the groups are groups of; all for everyone
-- param    group_code     varchar    group of people; all for everyone
-- returns  area_code      varchar    GSS or NHS code; peers for the other ICBs
-- returns  area_name      varchar    name to show
-- returns  area_type      varchar    kind of area; peers for the other ICBs
-- returns  period         varchar    as published
-- returns  period_end     date       last day of the period
-- returns  series         varchar    values of one series are comparable
-- returns  value          double     in the indicator's unit; the median of the other ICBs
-- returns  lower          double     95% lower limit, where published
-- returns  upper          double     95% upper limit, where published
-- returns  lowest         double     lowest of the other ICBs, only for peers
-- returns  highest        double     highest of the other ICBs, only for peers
-- returns  peers          bigint     other ICBs with a value, only for peers
-- returns  numerator      double     count above the line, where there is one
-- returns  denominator    double     count below the line, where there is one
-- returns  status         varchar    value, zero, suppressed, not_collected or not_published
-- returns  source_id      varchar    id in data/sources.toml
-- returns  run            bigint     number of the run within area and series
select
    area_code, area_name, area_type, period, period_end, series, value, lower, upper, lowest, highest, peers,
    numerator, denominator, status, source_id, run
from runs
where indicator = $indicator and dimension = $dimension and group_code = $group_code
order by rowid
