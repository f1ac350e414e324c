-- How deprived an area is against England: the share of England's neighbourhoods that are less deprived. For an area
-- larger than a neighbourhood, the mean of its neighbourhoods weighted by the edition's own population (MHCLG's
-- "average rank" on a scale of 0 to 100).
--
-- param    indicator   varchar    id in data/indicators.toml
-- param    domain      varchar    imd, a domain, idaci or idaopi
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  area_code   varchar    GSS code
-- returns  area_type   varchar    kind of area
-- returns  period      varchar    edition: 2015, 2019 or 2025
-- returns  period_end  date       last day of the edition's year
-- returns  dimension   varchar    all
-- returns  group_code  varchar    all
-- returns  value       double     % of England's neighbourhoods that are less deprived
-- returns  lower       double     null: ranks have no limits
-- returns  upper       double     null: ranks have no limits
-- returns  numerator   double     national rank (a neighbourhood) or null
-- returns  denominator double     people (the edition's own denominator)
-- returns  status      varchar    value
-- returns  series      varchar    edition: editions are not one series
-- returns  source_id   varchar    id in data/sources.toml
with neighbourhoods as (
    select
        area_code as lsoa_code, if(lsoa_vintage = 2021, 'lsoa21', 'lsoa11') as lsoa_type, edition, rank, population,
        100.0 * (neighbourhoods - rank) / neighbourhoods as less_deprived_pct, source_id
    from deprivation
    where domain = $domain
)

select
    $indicator as indicator,
    area_members.area_code,
    area_members.area_type,
    edition::varchar as period,
    make_date(edition, 12, 31) as period_end,
    'all' as dimension,
    'all' as group_code,
    sum(less_deprived_pct * population) / sum(population) as value,
    null::double as lower,
    null::double as upper,
    any_value(rank) filter (where area_members.area_type = lsoa_type)::double as numerator,
    sum(population)::double as denominator,
    'value' as status,
    edition::varchar as series,
    any_value(neighbourhoods.source_id) as source_id
from neighbourhoods
inner join area_members using (lsoa_code, lsoa_type)
group by area_members.area_code, area_members.area_type, edition
order by area_members.area_type, area_members.area_code, period
