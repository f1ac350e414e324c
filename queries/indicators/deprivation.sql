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
        deprivation.*,
        100.0 * (neighbourhoods - rank) / neighbourhoods as less_deprived_pct,
        if(lsoa_vintage = 2021, 'lsoa21', 'lsoa11') as lsoa_type
    from deprivation
    where domain = $domain
),

parents as (
    select area_code as lsoa_code, area_type as lsoa_type, area_code, area_type, true as is_neighbourhood
    from areas
    where area_type in ('lsoa21', 'lsoa11')
    union all
    select area_code, area_type, msoa_code, replace(area_type, 'lsoa', 'msoa'), false
    from areas
    where area_type in ('lsoa21', 'lsoa11')
    union all
    select area_code, area_type, ward_code, 'ward25', false
    from areas
    where area_type = 'lsoa21'
    union all
    select area_code, area_type, district_code, 'district', false
    from areas
    where area_type in ('lsoa21', 'lsoa11')
    union all
    select area_code, area_type, 'E10000031', 'county', false
    from areas
    where area_type in ('lsoa21', 'lsoa11') and district_code <> 'E08000026'
    union all
    select area_code, area_type, 'E54000018', 'icb', false
    from areas
    where area_type in ('lsoa21', 'lsoa11')
)

select
    $indicator as indicator,
    parents.area_code,
    parents.area_type,
    neighbourhoods.edition::varchar as period,
    make_date(neighbourhoods.edition, 12, 31) as period_end,
    'all' as dimension,
    'all' as group_code,
    sum(less_deprived_pct * population) / sum(population) as value,
    null::double as lower,
    null::double as upper,
    if(any_value(is_neighbourhood), any_value(rank), null)::double as numerator,
    sum(population)::double as denominator,
    'value' as status,
    neighbourhoods.edition::varchar as series,
    any_value(neighbourhoods.source_id) as source_id
from neighbourhoods
inner join parents
    on neighbourhoods.area_code = parents.lsoa_code and neighbourhoods.lsoa_type = parents.lsoa_type
group by parents.area_code, parents.area_type, neighbourhoods.edition
order by parents.area_type, parents.area_code, period
