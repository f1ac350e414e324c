-- Share of finished courses of NHS Talking Therapies that began within so many weeks of referral, by year: two
-- published counts divided. From 2022/23 the publisher counts to "accessing services" instead of "first treatment": a
-- new series.
--
-- param    indicator   varchar    id in data/indicators.toml
-- param    band        varchar    band of waiting in talking_therapies
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  area_code   varchar    GSS or NHS code
-- returns  area_type   varchar    kind of area
-- returns  period      varchar    financial year
-- returns  period_end  date       31 March
-- returns  dimension   varchar    all
-- returns  group_code  varchar    all
-- returns  value       double     % of courses finished in the year
-- returns  lower       double     null: not published
-- returns  upper       double     null: not published
-- returns  numerator   double     courses that began in time
-- returns  denominator double     courses finished
-- returns  status      varchar    value, or why there is none
-- returns  series      varchar    what ends the wait, and the unbroken run of years
-- returns  source_id   varchar    id in data/sources.toml
with waits as (
    select area_code, area_type, period, period_end, group_code as ends_with, value as in_time, series, source_id
    from talking_therapies
    where
        usable and dimension = 'waiting' and detail_group = $band
        and group_code in ('first_treatment', 'accessing_services')
),

courses as (
    select area_code, period, value as finished
    from talking_therapies
    where usable and dimension = 'all' and measure = 'finished_course_treatment'
)

select
    $indicator as indicator,
    area_code,
    area_type,
    period,
    period_end::date as period_end,
    'all' as dimension,
    'all' as group_code,
    100 * in_time / finished as value,
    null::double as lower,
    null::double as upper,
    if(in_time is null or finished is null, null, in_time) as numerator,
    if(in_time is null or finished is null, null, finished) as denominator,
    if(in_time is null or finished is null, 'suppressed', 'value') as status,
    ends_with || ' ' || series as series,
    source_id
from waits
inner join courses using (area_code, period)
order by area_type, area_code, period
