-- The points of an area's newest series of every measure, oldest first: what a recent trend is tested on.
--
-- param    area         varchar    GSS code of a district or of Warwickshire
-- returns  indicator    varchar    id in data/indicators.toml
-- returns  period       varchar    as published
-- returns  period_end   date       last day of the period
-- returns  value        double     in the indicator's unit
-- returns  low          double     95% lower limit, where it can be known
-- returns  high         double     95% upper limit, where it can be known
select indicator, period, period_end, value, low, high
from profile_series
where area_code = $area
order by rowid
