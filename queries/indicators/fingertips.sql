-- One measure of the older public-health profiles, to 2018.
--
-- param    indicator   varchar    id in data/indicators.toml
-- param    measure     varchar    measure in fingertips
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  area_code   varchar    GSS code
-- returns  area_type   varchar    kind of area
-- returns  period      varchar    financial or calendar year, or span of years
-- returns  period_end  date       last day of the period
-- returns  dimension   varchar    all
-- returns  group_code  varchar    all
-- returns  value       double     in the measure's unit
-- returns  lower       double     null: not in the copy
-- returns  upper       double     null: not in the copy
-- returns  numerator   double     null: not published
-- returns  denominator double     null: not published
-- returns  status      varchar    value, or why there is none
-- returns  series      varchar    Fingertips, May 2019
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
    'Fingertips, May 2019' as series,
    source_id
from fingertips
where measure = $measure and group_code = 'all'
order by area_type, area_code, period_end
