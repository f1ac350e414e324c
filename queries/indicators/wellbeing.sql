-- Mean score out of ten for one question on personal well-being, with its published limits.
--
-- param    indicator   varchar    id in data/indicators.toml
-- param    measure     varchar    question in wellbeing
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  area_code   varchar    GSS code
-- returns  area_type   varchar    kind of area
-- returns  period      varchar    financial year
-- returns  period_end  date       31 March
-- returns  dimension   varchar    all
-- returns  group_code  varchar    all
-- returns  value       double     mean score, 0 to 10
-- returns  lower       double     95% limit
-- returns  upper       double     95% limit
-- returns  numerator   double     null: a mean of answers
-- returns  denominator double     null: a mean of answers
-- returns  status      varchar    value, or why there is none
-- returns  series      varchar    survey
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
    lower,
    upper,
    null::double as numerator,
    null::double as denominator,
    status,
    'Annual Population Survey' as series,
    source_id
from wellbeing
where measure = $measure
order by area_type, area_code, period
