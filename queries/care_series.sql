-- One measure over time for everyone in Coventry and Warwickshire and in England, oldest first.
--
-- param    indicator   varchar    id in data/indicators.toml
-- returns  area_type   varchar    icb for Coventry and Warwickshire, country for England
-- returns  period      varchar    as published
-- returns  period_end  date       last day of the period
-- returns  series      varchar    run of periods that may be joined by a line
-- returns  value       double     in the indicator's unit
-- returns  status      varchar    value, or why there is none
-- returns  source_id   varchar    id in data/sources.toml
select area_type, period, period_end, series, value, status, source_id
from named_observations
where indicator = $indicator and dimension = 'all' and area_type in ('icb', 'country')
order by area_type desc, period_end asc, series asc
