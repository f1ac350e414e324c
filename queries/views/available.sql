-- What there is of every indicator, by kind of area, what its groups are groups of, and period: oldest period first,
-- in the order of the registry.
--
-- returns  indicator      varchar    id in data/indicators.toml
-- returns  area_type      varchar    kind of area
-- returns  dimension      varchar    what the groups are groups of
-- returns  period         varchar    as published
-- returns  period_end     date       last day of the period
-- returns  areas          bigint     areas with a figure
-- returns  of_areas       bigint     areas of this kind that the product names
-- returns  local_areas    varchar[]  codes of the districts or places with a figure
-- returns  cells          bigint     figures, with or without a value
-- returns  suppressed     bigint     of them, withheld because few people
-- returns  not_collected  bigint     of them, not collected
-- returns  not_published  bigint     of them, not published at this level
-- returns  sources        varchar[]  ids in data/sources.toml
-- returns  source_id      varchar    source of most figures, id in data/sources.toml
with every as (
    from observations
    union all
    from area_fifths
    where dimension = 'deprivation_fifth'
),

kinds as (
    select area_type, count(*) as areas
    from areas
    group by area_type
)

select
    observations.indicator,
    observations.area_type,
    observations.dimension,
    observations.period,
    max(observations.period_end) as period_end,
    count(distinct observations.area_code) filter (where observations.value is not null) as areas,
    max(kinds.areas) as of_areas,
    coalesce(
        list(distinct observations.area_code)
        filter (where observations.value is not null and observations.area_type in ('district', 'place')), []
    ) as local_areas,
    count(*) as cells,
    count(*) filter (where observations.status = 'suppressed') as suppressed,
    count(*) filter (where observations.status = 'not_collected') as not_collected,
    count(*) filter (where observations.status = 'not_published') as not_published,
    list(distinct observations.source_id) as sources,
    mode(observations.source_id) as source_id
from every as observations
inner join kinds on observations.area_type = kinds.area_type
inner join indicators on observations.indicator = indicators.indicator
group by observations.indicator, observations.area_type, observations.dimension, observations.period
order by
    max(indicators.position), period_end, observations.period, observations.area_type, observations.dimension
