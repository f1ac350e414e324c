-- Share of residents or households in some categories of one table of Census 2021. Neighbourhoods are added up for
-- MSOAs and wards (best fit), districts for the ICB; categories are added up within the table.
--
-- param    indicator     varchar    id in data/indicators.toml
-- param    census_table  varchar    publisher's table, e.g. TS038
-- param    categories    varchar[]  its categories that count
-- returns  indicator     varchar    id in data/indicators.toml
-- returns  area_code     varchar    GSS code
-- returns  area_type     varchar    kind of area
-- returns  period        varchar    census year
-- returns  period_end    date       census day
-- returns  dimension     varchar    all
-- returns  group_code    varchar    all
-- returns  value         double     % of the table's residents or households
-- returns  lower         double     null: everyone is counted
-- returns  upper         double     null: everyone is counted
-- returns  numerator     double     residents or households in the categories
-- returns  denominator   double     residents or households
-- returns  status        varchar    value, or zero where none is counted
-- returns  series        varchar    census
-- returns  source_id     varchar    id in data/sources.toml
with parts as (
    select area_code, area_type, year, if(list_contains($categories, category), count, 0) as inside, count, source_id
    from census_topics
    where census_table = $census_table
),

everywhere as (
    select area_code, area_type, year, inside, count, source_id from parts where area_type <> 'lsoa21'
    union all
    select 'E54000018', 'icb', year, inside, count, source_id from parts where area_type = 'district'
    union all
    select area_members.area_code, area_members.area_type, year, inside, count, parts.source_id
    from parts
    inner join area_members on parts.area_code = lsoa_code and parts.area_type = lsoa_type
    where area_members.area_type in ('lsoa21', 'msoa21', 'ward25')
),

counted as (
    select
        area_code, area_type, year, sum(inside) as numerator, sum(count) as denominator,
        any_value(source_id) as source_id
    from everywhere
    group by area_code, area_type, year
)

select
    $indicator as indicator, area_code, area_type, year::varchar as period, date '2021-03-21' as period_end,
    'all' as dimension, 'all' as group_code, 100.0 * numerator / denominator as value, null::double as lower,
    null::double as upper, numerator::double as numerator, denominator::double as denominator,
    if(numerator = 0, 'zero', 'value') as status, 'census_2021' as series, source_id
from counted
order by area_type, area_code
