-- Residents at 30 June, by what the estimate rests on. Mid-year estimates add up, so the ICB is its six districts.
-- Mid-2022 is missing, so the years from 2023 are a series of their own.
--
-- param    indicator   varchar    id in data/indicators.toml
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  area_code   varchar    GSS code
-- returns  area_type   varchar    kind of area
-- returns  period      varchar    year
-- returns  period_end  date       30 June
-- returns  dimension   varchar    all
-- returns  group_code  varchar    all
-- returns  value       double     residents
-- returns  lower       double     null: not published
-- returns  upper       double     null: not published
-- returns  numerator   double     residents
-- returns  denominator double     null: a count
-- returns  status      varchar    value
-- returns  series      varchar    basis, and whether before or after mid-2022
-- returns  source_id   varchar    id in data/sources.toml
with totals as (
    select area_code, area_type, year, basis, persons, source_id
    from population
    where census_table = 'MYE4'
    union all
    select 'E54000018', 'icb', year, basis, sum(persons), any_value(source_id)
    from population
    where census_table = 'MYE4' and area_type = 'district'
    group by year, basis
)

select
    $indicator as indicator,
    area_code,
    area_type,
    year::varchar as period,
    make_date(year, 6, 30) as period_end,
    'all' as dimension,
    'all' as group_code,
    persons::double as value,
    null::double as lower,
    null::double as upper,
    persons::double as numerator,
    null::double as denominator,
    'value' as status,
    basis || if(year > 2022, '_from_2023', '') as series,
    source_id
from totals
order by area_type, area_code, period
