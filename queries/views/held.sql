-- What the indicators have: periods, kinds of area and groups, in the order of the registry, oldest period first.
--
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  period      varchar    as published
-- returns  period_end  date       last day of the period
-- returns  area_type   varchar    kind of area
-- returns  dimension   varchar    what the groups are groups of
-- returns  group_code  varchar    group of people
-- returns  series      varchar    the run the rows belong to
-- returns  rows        bigint     observations, with or without a value
-- returns  known       bigint     observations with a value
-- returns  source_id   varchar    source with most of the rows, id in data/sources.toml
select
    o.indicator, o.period, o.period_end, o.area_type, o.dimension, o.group_code, o.series, count(*) as rows,
    count(o.value) as known, mode(o.source_id) as source_id
from observations as o
inner join indicators on o.indicator = indicators.indicator
group by all
order by
    min(indicators.position), o.period_end, o.period, o.area_type, o.dimension, o.group_code, o.series
