-- Money of the local plan that belongs to one area, in cash, per resident aged 0 to 18. Money for Coventry and
-- Warwickshire together is left out. The estimate is of 30 June at the start of the financial year (mid-2017 for
-- 2017/18), rebased to Census 2021.
--
-- param    indicator   varchar    id in data/indicators.toml
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  area_code   varchar    GSS code
-- returns  area_type   varchar    kind of area
-- returns  period      varchar    financial year
-- returns  period_end  date       31 March
-- returns  dimension   varchar    all
-- returns  group_code  varchar    all
-- returns  value       double     £ per resident aged 0 to 18
-- returns  lower       double     null: no sampling
-- returns  upper       double     null: no sampling
-- returns  numerator   double     £, cash
-- returns  denominator double     residents aged 0 to 18
-- returns  status      varchar    value
-- returns  series      varchar    cash
-- returns  source_id   varchar    id in data/sources.toml
with money as (
    select
        area_code, financial_year, left(financial_year, 4)::integer as year, sum(amount_gbp) as amount_gbp,
        any_value(source_id) as source_id
    from funding
    where area_code <> 'E54000018'
    group by area_code, financial_year
),

children as (
    select area_code, area_type, year, persons
    from population
    where basis = 'mid_year_rebased' and age_band = '0-18'
)

select
    $indicator as indicator,
    area_code,
    children.area_type,
    financial_year as period,
    make_date(year + 1, 3, 31) as period_end,
    'all' as dimension,
    'all' as group_code,
    amount_gbp / persons as value,
    null::double as lower,
    null::double as upper,
    amount_gbp as numerator,
    persons::double as denominator,
    'value' as status,
    'cash' as series,
    money.source_id
from money
inner join children using (area_code, year)
order by area_code, period
