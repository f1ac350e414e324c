-- One yearly measure of children's waits for a second contact, counting people in all services. Every year is a series
-- of its own: the publisher says years must not be compared.
--
-- param    indicator   varchar    id in data/indicators.toml
-- param    measure     varchar    measure in cyp_waits
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  area_code   varchar    GSS or NHS code
-- returns  area_type   varchar    kind of area
-- returns  period      varchar    financial year
-- returns  period_end  date       31 March
-- returns  dimension   varchar    all
-- returns  group_code  varchar    all
-- returns  value       double     in the measure's unit
-- returns  lower       double     null: not published
-- returns  upper       double     null: not published
-- returns  numerator   double     null: not published
-- returns  denominator double     null: not published
-- returns  status      varchar    value, or why there is none
-- returns  series      varchar    the year
-- returns  source_id   varchar    id in data/sources.toml
select
    $indicator as indicator,
    area_code,
    area_type,
    period,
    period_end::date as period_end,
    'all' as dimension,
    'all' as group_code,
    value,
    null::double as lower,
    null::double as upper,
    null::double as numerator,
    null::double as denominator,
    status,
    series,
    source_id
from cyp_waits
where measure = $measure and frequency = 'annual' and counted = 'people' and services = 'all'
order by area_type, area_code, period
