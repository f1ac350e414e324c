-- One measure of the circumstances that go with mental health, by sex where it is published so.
--
-- param    indicator   varchar    id in data/indicators.toml
-- param    measure     varchar    measure in context_indicators
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  area_code   varchar    GSS code
-- returns  area_type   varchar    kind of area
-- returns  period      varchar    year, or span of years
-- returns  period_end  date       last day of the period
-- returns  dimension   varchar    all or sex
-- returns  group_code  varchar    all, female or male
-- returns  value       double     in the measure's unit
-- returns  lower       double     95% limit, where published
-- returns  upper       double     95% limit, where published
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
    if(group_code = 'all', 'all', 'sex') as dimension,
    group_code,
    value,
    lower,
    upper,
    null::double as numerator,
    null::double as denominator,
    status,
    series,
    source_id
from context_indicators
where measure = $measure
order by area_type, area_code, period_end, group_code
