-- One measure of children by upper-tier authority. Statistical neighbours stay in the table: they are no areas of
-- ours.
--
-- param    indicator   varchar    id in data/indicators.toml
-- param    measure_code varchar    measure_code in children_indicators
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  area_code   varchar    GSS code
-- returns  area_type   varchar    kind of area
-- returns  period      varchar    year, or span of years
-- returns  period_end  date       last day of the period
-- returns  dimension   varchar    all
-- returns  group_code  varchar    all
-- returns  value       double     in the measure's unit
-- returns  lower       double     null: not published
-- returns  upper       double     null: not published
-- returns  numerator   double     null: not published
-- returns  denominator double     null: not published
-- returns  status      varchar    value, or why there is none
-- returns  series      varchar    unbroken run of years
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
from children_indicators
where measure_code = $measure_code and usable and area_type <> 'neighbour'
order by area_type, area_code, period_end
