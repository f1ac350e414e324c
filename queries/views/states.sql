-- How many areas each indicator has in each state, by kind of area, group and period, oldest period first.
--
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  area_type   varchar    kind of area
-- returns  dimension   varchar    what the groups are groups of
-- returns  group_code  varchar    group of people
-- returns  group_name  varchar    label of the group
-- returns  period      varchar    as published
-- returns  period_end  date       last day of the period
-- returns  status      varchar    value, zero, suppressed, not_collected or not_published
-- returns  areas       bigint     areas in this state
-- returns  source_id   varchar    source of most of them, id in data/sources.toml
select
    indicator, area_type, dimension, group_code, group_name, period, period_end, status, count(*) as areas,
    mode(source_id) as source_id
from named_observations
group by indicator, area_type, dimension, group_code, group_name, period, period_end, status
order by indicator, period_end, period, area_type, dimension, min(group_place), status
