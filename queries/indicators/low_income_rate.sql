-- Published share of children under 16 in families with relative low income, before housing costs. England is in one
-- source only, with one decimal; both give the same statistic.
--
-- param    indicator   varchar    id in data/indicators.toml
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  area_code   varchar    GSS code
-- returns  area_type   varchar    kind of area
-- returns  period      varchar    financial year
-- returns  period_end  date       31 March
-- returns  dimension   varchar    all
-- returns  group_code  varchar    all
-- returns  value       double     % of children under 16
-- returns  lower       double     null: not published
-- returns  upper       double     null: not published
-- returns  numerator   double     null: not published with the rate
-- returns  denominator double     null: not published with the rate
-- returns  status      varchar    value, or why there is none
-- returns  series      varchar    basis of the published rates
-- returns  source_id   varchar    id in data/sources.toml
with rates as (
    select area_code, area_type, period, value, status, source_id
    from context_indicators
    where measure = 'child_poverty_before_housing' and area_type <> 'country'
    union all
    select area_code, area_type, period, value, status, source_id
    from children_indicators
    where measure_code = 'ChildPov' and area_type = 'country'
)

select
    $indicator as indicator,
    area_code,
    area_type,
    period,
    make_date(left(period, 4)::integer + 1, 3, 31) as period_end,
    'all' as dimension,
    'all' as group_code,
    value,
    null::double as lower,
    null::double as upper,
    null::double as numerator,
    null::double as denominator,
    status,
    'from 2021/22' as series,
    source_id
from rates
order by area_type, area_code, period
