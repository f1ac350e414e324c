-- What there is of every indicator, by kind of area, what its groups are groups of, and period: oldest period first.
--
-- returns  indicator      varchar      id in data/indicators.toml
-- returns  area_type      varchar      kind of area
-- returns  dimension      varchar      what the groups are groups of
-- returns  period         varchar      as published
-- returns  period_end     date         last day of the period
-- returns  areas          bigint       areas with a figure
-- returns  of_areas       bigint       areas of this kind that the product names
-- returns  local_areas    varchar[]    codes of the districts or places with a figure
-- returns  cells          bigint       figures, with or without a value
-- returns  suppressed     bigint       of them, withheld because few people
-- returns  not_collected  bigint       of them, not collected
-- returns  not_published  bigint       of them, not published at this level
-- returns  sources        varchar[]    ids in data/sources.toml
select
    indicator, area_type, dimension, period, period_end, areas, of_areas, local_areas, cells, suppressed, not_collected,
    not_published, sources
from available
order by rowid
