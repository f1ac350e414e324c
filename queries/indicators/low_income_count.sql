-- Children aged 0 to 19 in families with relative low income, before housing costs, in districts and Warwickshire.
--
-- param    indicator   varchar    id in data/indicators.toml
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  area_code   varchar    GSS code
-- returns  area_type   varchar    kind of area
-- returns  period      varchar    financial year
-- returns  period_end  date       31 March
-- returns  dimension   varchar    all
-- returns  group_code  varchar    all
-- returns  value       double     children
-- returns  lower       double     null: not published
-- returns  upper       double     null: not published
-- returns  numerator   double     children
-- returns  denominator double     null: a count
-- returns  status      varchar    value, or zero
-- returns  series      varchar    release of March 2023
-- returns  source_id   varchar    id in data/sources.toml
select
    $indicator as indicator,
    area_code,
    area_type,
    financial_year as period,
    make_date(left(financial_year, 4)::integer + 1, 3, 31) as period_end,
    'all' as dimension,
    'all' as group_code,
    children::double as value,
    null::double as lower,
    null::double as upper,
    children::double as numerator,
    null::double as denominator,
    if(children = 0, 'zero', 'value') as status,
    'release of March 2023' as series,
    source_id
from low_income
where area_type in ('district', 'county')
order by area_type, area_code, period
