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
select
    if(ages.place = 'england', 'england', 'area') as place, ages.year, ages.sex, ages.age_from, ages.age_to,
    ages.persons, ages.share_pct, ages.source_id
from residents_by_age as ages
where ages.place in ($district, 'england') and ages.split = $split
order by place, ages.sex, ages.age_from
