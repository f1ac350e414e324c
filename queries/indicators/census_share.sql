-- Share of residents in one age band (Census 2021) or broad ethnic group (Census 2011 and 2021). Each share is made
-- within one census table. Neighbourhoods are added up for MSOAs and wards (best fit), districts for the ICB.
--
-- param    indicator   varchar    id in data/indicators.toml
-- param    split       varchar    age_band or ethnic_group
-- param    part        varchar    the age band or ethnic group
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  area_code   varchar    GSS code
-- returns  area_type   varchar    kind of area
-- returns  period      varchar    census year
-- returns  period_end  date       census day
-- returns  dimension   varchar    all
-- returns  group_code  varchar    all
-- returns  value       double     % of residents
-- returns  lower       double     null: everyone is counted
-- returns  upper       double     null: everyone is counted
-- returns  numerator   double     residents in the group
-- returns  denominator double     residents
-- returns  status      varchar    value, or zero where none is counted
-- returns  series      varchar    census: groups are worded differently
-- returns  source_id   varchar    id in data/sources.toml
with parts as (
    select
        area_code, area_type, year, basis, if($split = 'age_band', age_band, ethnic_group) as part, persons, source_id
    from population
    where
        sex = 'all'
        and if(
            $split = 'age_band', census_table = 'age_6',
            census_table in ('TS021', 'DC2101EW') and age_band = 'all' and not contains(ethnic_group, '_')
        )
),

everywhere as (
    select area_code, area_type, year, basis, part, persons, source_id from parts where area_type <> 'lsoa21'
    union all
    select 'E54000018', 'icb', year, basis, part, persons, source_id from parts where area_type = 'district'
    union all
    select area_members.area_code, area_members.area_type, year, basis, part, persons, parts.source_id
    from parts
    inner join area_members on parts.area_code = lsoa_code and parts.area_type = lsoa_type
    where area_members.area_type in ('lsoa21', 'msoa21', 'ward25')
),

counted as (
    select
        area_code, area_type, year, basis, sum(persons) filter (where part = $part) as numerator,
        sum(persons) as denominator, any_value(source_id) as source_id
    from everywhere
    group by area_code, area_type, year, basis
)

select
    $indicator as indicator, area_code, area_type, year::varchar as period,
    if(year = 2021, date '2021-03-21', date '2011-03-27') as period_end, 'all' as dimension, 'all' as group_code,
    100.0 * numerator / denominator as value, null::double as lower, null::double as upper,
    numerator::double as numerator, denominator::double as denominator,
    if(numerator = 0, 'zero', 'value') as status, basis as series, source_id
from counted
order by area_type, area_code, period
