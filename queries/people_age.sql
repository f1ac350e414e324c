-- Residents by five-year age for an area and England, in the latest mid-year estimates that have the split wanted.
--
-- param    district      varchar    GSS code of a district or county, or all for the six districts together
-- param    split         varchar    all for persons, sex for women and men
-- returns  place         varchar    area or england
-- returns  year          bigint     year of the 30 June estimate
-- returns  sex           varchar    all, female or male
-- returns  age_from      integer    youngest age of the band
-- returns  age_to        integer    oldest age of the band, null for the open one
-- returns  persons       bigint     residents
-- returns  share_pct     double     % of all residents of the place, women and men together
-- returns  source_id     varchar    id in data/sources.toml
with estimates as (
    select area_code, area_type, year, sex, replace(age_band, '+', '')::integer as age, persons, source_id
    from population
    where
        census_table = 'MYE2'
        and age_band <> 'all'
        and (
            area_type = 'country'
            or ($district = 'all' and area_type = 'district')
            or (area_type in ('district', 'county') and area_code = $district)
        )
        and if($split = 'sex', sex <> 'all', sex = 'all')
),

newest as (
    select * from estimates qualify year = max(year) over ()
),

counted as (
    select
        if(area_type = 'country', 'england', 'area') as place, year, sex, (age // 5) * 5 as age_from,
        sum(persons)::bigint as persons, min(source_id) as source_id
    from newest
    group by all
)

select
    place, year, sex, age_from,
    if(age_from = max(age_from) over (), null, age_from + 4) as age_to,
    persons, 100.0 * persons / sum(persons) over (partition by place) as share_pct, source_id
from counted
order by place, sex, age_from
