-- How many areas an indicator has in each state, by kind of area, group and period, oldest period first.
--
-- param    indicator   varchar    id in data/indicators.toml
-- returns  area_type   varchar    kind of area
-- returns  dimension   varchar    what the groups are groups of
-- returns  group_code  varchar    group of people
-- returns  group_name  varchar    label of the group
-- returns  period      varchar    as published
-- returns  period_end  date       last day of the period
-- returns  status      varchar    value, zero, suppressed, not_collected or not_published
-- returns  areas       bigint     areas in this state
select area_type, dimension, group_code, group_name, period, period_end, status, areas
from states
where indicator = $indicator
order by rowid
