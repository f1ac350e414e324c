-- The figures of one area over time for everyone together, with 95% limits where they can be known: what a forecast
-- may rest on.
--
-- param    indicator   varchar    id in data/indicators.toml
-- param    area_code   varchar    GSS or NHS code
-- returns  period      varchar    as published
-- returns  period_end  date       last day of the period
-- returns  series      varchar    values of one series are comparable
-- returns  value       double     in the indicator's unit
-- returns  low         double     95% lower limit
-- returns  high        double     95% upper limit
select period, period_end, series, value, low, high
from limited
where indicator = $indicator and area_code = $area_code and dimension = 'all'
order by period_end, period
