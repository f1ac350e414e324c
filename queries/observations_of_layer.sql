-- Every observation of one kind of area: what a map of that kind can show on hover.
--
-- param    area_type   varchar    kind of area, as in areas
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  period      varchar    as published
-- returns  dimension   varchar    what the groups are groups of
-- returns  group_code  varchar    group of people
-- returns  area_code   varchar    GSS code
-- returns  value       double     in the indicator's unit
-- returns  status      varchar    value, zero, suppressed, not_collected or not_published
select indicator, period, dimension, group_code, area_code, value, status
from observations
where area_type = $area_type
order by indicator, period, dimension, group_code, area_code
