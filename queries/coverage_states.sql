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
select
    observations.area_type,
    observations.dimension,
    observations.group_code,
    groups.group_name,
    observations.period,
    observations.period_end,
    observations.status,
    count(*) as areas
from observations
inner join groups on observations.dimension = groups.dimension and observations.group_code = groups.group_code
where observations.indicator = $indicator
group by all
order by
    observations.period_end, observations.period, observations.area_type, observations.dimension,
    min(groups.position), observations.status
