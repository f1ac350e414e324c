-- One yearly measure of NHS Talking Therapies for each group of people. A percentage comes with the count it is of and
-- the courses it is out of: those finished less those not at caseness at the start. Where that second count is
-- withheld, the courses at caseness stand in. Either way every published percentage of recovery is met within rounding
-- (tests/data).
--
-- param    indicator   varchar    id in data/indicators.toml
-- param    measure     varchar    measure in talking_therapies
-- param    statistic   varchar    count or percentage
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  area_code   varchar    GSS or NHS code
-- returns  area_type   varchar    kind of area
-- returns  period      varchar    financial year
-- returns  period_end  date       31 March
-- returns  dimension   varchar    what the groups are groups of
-- returns  group_code  varchar    group of people
-- returns  value       double     count, or % of courses finished at caseness
-- returns  lower       double     null: not published
-- returns  upper       double     null: not published
-- returns  numerator   double     courses counted, for a percentage
-- returns  denominator double     courses they are out of, for a percentage
-- returns  status      varchar    value, or why there is none
-- returns  series      varchar    unbroken run of years
-- returns  source_id   varchar    id in data/sources.toml
with groups_of_people as (
    select
        area_code, area_type, period, period_end, dimension, group_code, source_id,
        any_value(series) filter (where measure = $measure and statistic = $statistic) as series,
        any_value(status) filter (where measure = $measure and statistic = $statistic) as status,
        max(value) filter (where measure = $measure and statistic = $statistic) as value,
        max(value) filter (where measure = $measure and statistic = 'count') as counted,
        max(value) filter (where measure = 'finished_course_treatment' and statistic = 'count') as finished,
        max(value) filter (where measure = 'not_at_caseness' and statistic = 'count') as not_at_caseness,
        max(value) filter (where measure = 'at_caseness' and statistic = 'count') as at_caseness
    from talking_therapies
    where usable and detail_group = 'all' and dimension <> 'waiting'
    group by area_code, area_type, period, period_end, dimension, group_code, source_id
)

select
    $indicator as indicator,
    area_code,
    area_type,
    period,
    period_end::date as period_end,
    dimension,
    group_code,
    value,
    null::double as lower,
    null::double as upper,
    if($statistic = 'percentage' and value is not null, counted, null) as numerator,
    if($statistic = 'percentage' and value is not null, coalesce(finished - not_at_caseness, at_caseness), null)
        as denominator,
    status,
    series,
    source_id
from groups_of_people
where status is not null
order by area_type, area_code, period, dimension, group_code
