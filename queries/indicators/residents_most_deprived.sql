-- Share of residents (Census 2021) who live in England's most deprived neighbourhoods (LSOAs), for everyone, by ethnic
-- group and by age. Ages and ethnic groups come from two census tables; each share is made within its own.
--
-- param    indicator   varchar    id in data/indicators.toml
-- param    edition     integer    edition of the indices on LSOA 2021: 2025
-- param    deciles     integer    most deprived deciles taken: 2 is a fifth
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  area_code   varchar    GSS code
-- returns  area_type   varchar    kind of area
-- returns  period      varchar    census year
-- returns  period_end  date       census day
-- returns  dimension   varchar    all, ethnic_group or age_band
-- returns  group_code  varchar    group of people
-- returns  value       double     % of residents of the group
-- returns  lower       double     null: everyone is counted
-- returns  upper       double     null: everyone is counted
-- returns  numerator   double     residents of those neighbourhoods
-- returns  denominator double     residents
-- returns  status      varchar    value, or zero where none does
-- returns  series      varchar    census and edition
-- returns  source_id   varchar    id in data/sources.toml
with residents as (
    select area_code as lsoa_code, 'age_band' as dimension, age_band as group_code, persons, source_id
    from population
    where census_table = 'age_6' and area_type = 'lsoa21'
    union all
    select area_code, 'ethnic_group', ethnic_group, persons, source_id
    from population
    where census_table = 'TS021' and area_type = 'lsoa21'
    union all
    select area_code, 'all', 'all', persons, source_id
    from population
    where census_table = 'TS021' and area_type = 'lsoa21'
),

counted as (
    select
        area_members.area_code, area_members.area_type, dimension, group_code,
        sum(persons) filter (where decile <= $deciles) as numerator, sum(persons) as denominator,
        any_value(residents.source_id) as source_id
    from residents
    inner join area_members on residents.lsoa_code = area_members.lsoa_code and lsoa_type = 'lsoa21'
    inner join deprivation on residents.lsoa_code = deprivation.area_code
    where domain = 'imd' and edition = $edition and area_members.area_type in ('district', 'county', 'icb')
    group by area_members.area_code, area_members.area_type, dimension, group_code
)

select
    $indicator as indicator, area_code, area_type, '2021' as period, date '2021-03-21' as period_end,
    dimension, group_code, 100.0 * coalesce(numerator, 0) / denominator as value,
    null::double as lower, null::double as upper,
    coalesce(numerator, 0)::double as numerator, denominator::double as denominator,
    if(coalesce(numerator, 0) = 0, 'zero', 'value') as status,
    'Census 2021, IMD ' || $edition as series, source_id
from counted
order by area_type, area_code, dimension, group_code
