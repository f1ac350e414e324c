-- One measure of the NHS Mental Health Dashboard. Plans and rows with a known defect are left out, and so are rows in
-- another unit than the measure's (one changed from shares to people in 2019/20).
--
-- param    indicator   varchar    id in data/indicators.toml
-- param    code        varchar    indicator_code in nhs_dashboard
-- param    kind        varchar    quarter or year
-- param    spans       varchar    own, or year where a quarter's figure counts the
--                                 twelve months up to its end
-- param    unit        varchar    unit of its rows
-- param    compare     varchar    all, or local to leave out England and the region,
--                                 whose figures count another span of time
-- param    scale       double     100 turns a proportion into %; 1 leaves the unit
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  area_code   varchar    GSS or NHS code
-- returns  area_type   varchar    kind of area
-- returns  period      varchar    quarter, e.g. Q4 2021/22, financial year, or the
--                                 twelve months, e.g. 12 months to March 2022
-- returns  period_end  date       last day of the period
-- returns  dimension   varchar    all
-- returns  group_code  varchar    all
-- returns  value       double     in the unit, times the scale
-- returns  lower       double     null: not published
-- returns  upper       double     null: not published
-- returns  numerator   double     null: not published
-- returns  denominator double     null: not published
-- returns  status      varchar    value, or why there is none
-- returns  series      varchar    unbroken run of quarters or years
-- returns  source_id   varchar    id in data/sources.toml
select
    $indicator as indicator,
    area_code,
    area_type,
    case
        when $spans = 'year' then '12 months to ' || strftime(period_end::date, '%B %Y')
        else period
    end as period,
    period_end::date as period_end,
    'all' as dimension,
    'all' as group_code,
    value * $scale as value,
    null::double as lower,
    null::double as upper,
    null::double as numerator,
    null::double as denominator,
    status,
    series,
    source_id
from nhs_dashboard
where
    indicator_code = $code and kind = $kind and unit = $unit and usable
    and ($compare = 'all' or area_type not in ('country', 'nhs_region'))
order by area_type, area_code, period_end
