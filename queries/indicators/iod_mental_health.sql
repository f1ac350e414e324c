-- The mental-health indicator under the Indices of Deprivation, by neighbourhood. The editions of 2019 and 2025 make it
-- differently, so they are two series.
--
-- param    indicator   varchar    id in data/indicators.toml
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  area_code   varchar    GSS code
-- returns  area_type   varchar    kind of area
-- returns  period      varchar    edition: 2019 or 2025
-- returns  period_end  date       last day of the edition's year
-- returns  dimension   varchar    all
-- returns  group_code  varchar    all
-- returns  value       double     score without a unit; higher is worse
-- returns  lower       double     null: not published
-- returns  upper       double     null: not published
-- returns  numerator   double     null: a score
-- returns  denominator double     null: a score
-- returns  status      varchar    value or suppressed
-- returns  series      varchar    the publisher's indicator
-- returns  source_id   varchar    id in data/sources.toml
select
    $indicator as indicator,
    area_code,
    if(lsoa_vintage = 2021, 'lsoa21', 'lsoa11') as area_type,
    edition::varchar as period,
    make_date(edition, 12, 31) as period_end,
    'all' as dimension,
    'all' as group_code,
    value,
    null::double as lower,
    null::double as upper,
    null::double as numerator,
    null::double as denominator,
    status,
    deprivation_indicators.indicator as series,
    source_id
from deprivation_indicators
where
    deprivation_indicators.indicator in ('mental_health_indicator', 'mood_and_anxiety_disorders_indicator')
order by area_type, area_code, period
