-- Residents of each neighbourhood (LSOA 2021) at the latest census: everyone, each broad ethnic group, and each age.
-- Ages come from another census table than ethnic groups and everyone; shares are made within one dimension.
--
-- returns  lsoa_code   varchar    GSS code
-- returns  dimension   varchar    all, ethnic_group or age_band
-- returns  group_code  varchar    group of people
-- returns  persons     bigint     usual residents
-- returns  year        bigint     census year
-- returns  source_id   varchar    id in data/sources.toml
with counted as (
    select area_code, census_table, ethnic_group, age_band, persons, year, source_id
    from population
    where area_type = 'lsoa21' and census_table in ('TS021', 'age_6')
),

grouped as (
    select area_code, 'all' as dimension, 'all' as group_code, persons, year, source_id
    from counted
    where census_table = 'TS021'
    union all
    select area_code, 'ethnic_group', ethnic_group, persons, year, source_id
    from counted
    where census_table = 'TS021'
    union all
    select area_code, 'age_band', age_band, persons, year, source_id
    from counted
    where census_table = 'age_6'
)

select
    area_code as lsoa_code, dimension, group_code, sum(persons)::bigint as persons, max(year) as year,
    any_value(source_id) as source_id
from grouped
group by area_code, dimension, group_code
order by lsoa_code, dimension, group_code
