-- Residents by five-year age in the latest mid-year estimates, of each area that can be asked for and of England:
-- persons (split all), and women and men apart (split sex).
--
-- returns  place      varchar  GSS code of a district or of Warwickshire, all for the six districts, or england
-- returns  split      varchar  all or sex
-- returns  year       bigint   year of the 30 June estimate
-- returns  sex        varchar  all, female or male
-- returns  age_from   integer  youngest age of the band
-- returns  age_to     integer  oldest age of the band, null for the open one
-- returns  persons    bigint   residents
-- returns  share_pct  double   % of all residents of the place, women and men together
-- returns  source_id  varchar  id in data/sources.toml
with estimates as (
    select
        places.place, if(population.sex = 'all', 'all', 'sex') as split, population.year, population.sex,
        replace(population.age_band, '+', '')::integer as age, population.persons, population.source_id
    from population
    inner join asked_or_england as places using (area_code, area_type)
    where population.census_table = 'MYE2' and population.age_band <> 'all'
),

newest as (
    select * from estimates qualify year = max(year) over (partition by split)
),

counted as (
    select
        place, split, year, sex, (age // 5) * 5 as age_from, sum(persons)::bigint as persons,
        min(source_id) as source_id
    from newest
    group by all
)

select
    place, split, year, sex, age_from,
    if(age_from = max(age_from) over (partition by split), null, age_from + 4) as age_to,
    persons, 100.0 * persons / sum(persons) over (partition by place, split) as share_pct, source_id
from counted
order by place, split, sex, age_from
