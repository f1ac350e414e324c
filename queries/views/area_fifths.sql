-- Shares that the census counts in every neighbourhood (LSOA), put together by deprivation fifth of the neighbourhood:
-- fifths of England's neighbourhoods (deprivation_fifth) and of those of the six districts (deprivation_fifth_local).
-- Deprivation itself is left out: by its own fifths it would say nothing. So is a fifth of which an area has fewer than
-- five neighbourhoods. Columns as in observations.
--
-- returns  indicator    varchar    id in data/indicators.toml
-- returns  area_code    varchar    GSS code
-- returns  area_type    varchar    district, county or icb
-- returns  period       varchar    as published
-- returns  period_end   date       last day of the period
-- returns  dimension    varchar    deprivation_fifth or deprivation_fifth_local
-- returns  group_code   varchar    1 (most deprived) to 5
-- returns  value        double     in the indicator's unit
-- returns  lower        double     null
-- returns  upper        double     null
-- returns  numerator    double     count above the line
-- returns  denominator  double     count below the line
-- returns  status       varchar    value or zero
-- returns  series       varchar    the run the row belongs to
-- returns  source_id    varchar    source of the counts, id in data/sources.toml
with ranked as (
    select area_code, (decile + 1) // 2 as national, ntile(5) over (order by rank, area_code) as local
    from deprivation
    where domain = 'imd' and lsoa_vintage = 2021
    qualify edition = max(edition) over ()
),

fifths as (
    select area_code, 'deprivation_fifth' as dimension, national as fifth from ranked
    union all
    select area_code, 'deprivation_fifth_local' as dimension, local as fifth from ranked
),

summed as (
    select
        counted.indicator, places.area_code, places.area_type, counted.period, counted.period_end, fifths.dimension,
        fifths.fifth::varchar as group_code, sum(counted.numerator) as numerator,
        sum(counted.denominator) as denominator, any_value(counted.series) as series,
        any_value(counted.source_id) as source_id
    from observations as counted
    inner join indicators as kinds on counted.indicator = kinds.indicator
    inner join fifths on counted.area_code = fifths.area_code
    inner join area_members as places on counted.area_code = places.lsoa_code and places.lsoa_type = 'lsoa21'
    where
        counted.area_type = 'lsoa21'
        and counted.dimension = 'all'
        and counted.denominator > 0
        and kinds.kind = 'share'
        and kinds.theme <> 'Deprivation'
        and places.area_type in ('district', 'county', 'icb')
    group by all
    having count(*) >= 5
)

select
    indicator, area_code, area_type, period, period_end, dimension, group_code,
    100.0 * numerator / denominator as value, null::double as lower, null::double as upper, numerator, denominator,
    if(numerator = 0, 'zero', 'value') as status, series, source_id
from summed
order by indicator, area_type, area_code, period_end, dimension, group_code
