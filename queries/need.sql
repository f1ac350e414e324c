-- Residents of each district, of Warwickshire and of both councils together, newest mid-year estimate, in the age bands
-- for which the newest wave of the national survey says how many probably have a mental disorder, times that share.
-- Only figures read on the publisher's own page, and only bands not inside a wider one. No limits: the table has none.
--
-- returns  area_code         varchar    GSS code; E54000018 for both councils together
-- returns  area_name         varchar    name to show
-- returns  area_type         varchar    district, county or icb
-- returns  ages              varchar    band, e.g. 8-16
-- returns  year              bigint     year of the 30 June estimate
-- returns  residents         bigint     residents in the band
-- returns  survey            varchar    year of the survey
-- returns  prevalence_pct    double     % who probably have a mental disorder, England
-- returns  people            double     residents × prevalence ÷ 100
-- returns  source_id         varchar    source of the prevalence
-- returns  residents_source  varchar    source of the residents
with asked as (
    select
        population as ages, period as survey, value as prevalence_pct, source_id,
        split_part(population, '-', 1)::integer as age_from, split_part(population, '-', 2)::integer as age_to
    from published_facts
    where
        topic = 'MHCYP' and geography = 'England' and measure like 'Probable mental disorder%' and unit = '%'
        and evidence = 'publisher' and not projection and regexp_full_match(population, '\d+-\d+')
    qualify period = max(period) over ()
),

bands as (
    select asked.*
    from asked
    where not exists (
        select 1 from asked as wider
        where asked.age_from >= wider.age_from and asked.age_to <= wider.age_to and asked.ages <> wider.ages
    )
),

single_years as (
    select area_code, area_type, year, age_band::integer as age, persons, source_id
    from population
    where census_table = 'MYE2' and sex = 'all' and area_type in ('district', 'county') and age_band ~ '^\d+$'
    qualify year = max(year) over ()
),

counted as (
    select areas.area_code, areas.area_name, areas.area_type, year, age, persons, single_years.source_id
    from single_years
    inner join areas
        on
            single_years.area_type = if(areas.area_type = 'icb', 'district', areas.area_type)
            and areas.area_code in (single_years.area_code, 'E54000018')
)

select
    area_code, area_name, area_type, bands.ages, counted.year, sum(counted.persons)::bigint as residents, bands.survey,
    bands.prevalence_pct, (sum(counted.persons) * any_value(bands.prevalence_pct) / 100)::double as people,
    bands.source_id, any_value(counted.source_id) as residents_source
from counted
inner join bands on counted.age between bands.age_from and bands.age_to
group by all
order by area_type, area_name, min(counted.age)
