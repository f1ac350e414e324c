-- What an indicator has: its periods, kinds of area and groups, oldest period first.
--
-- param    indicator   varchar    id in data/indicators.toml
-- returns  period      varchar    as published
-- returns  period_end  date       last day of the period
-- returns  area_type   varchar    kind of area
-- returns  dimension   varchar    what the groups are groups of
-- returns  group_code  varchar    group of people
-- returns  series      varchar    the run the row belongs to
-- returns  rows        bigint     observations, with or without a value
-- returns  known       bigint     observations with a value
select period, period_end, area_type, dimension, group_code, series, rows, known
from held
where indicator = $indicator
order by rowid
