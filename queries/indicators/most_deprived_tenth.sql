-- Share of an area's neighbourhoods (LSOAs, unweighted) that are in England's most deprived tenth, by edition. England
-- is 10% by definition, so its row has no numerator.
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
-- returns  value       double     % of neighbourhoods
-- returns  lower       double     null: every neighbourhood is ranked
-- returns  upper       double     null: every neighbourhood is ranked
-- returns  numerator   double     neighbourhoods in decile 1, null for England
-- returns  denominator double     neighbourhoods
-- returns  status      varchar    value, or zero where none is
-- returns  series      varchar    edition: editions are not one series
-- returns  source_id   varchar    id in data/sources.toml
with neighbourhoods as (
    select
        area_code as lsoa_code, if(lsoa_vintage = 2021, 'lsoa21', 'lsoa11') as lsoa_type, edition, decile,
        neighbourhoods, source_id
    from deprivation
    where domain = $domain
),

counted as (
    select
        area_members.area_code, area_members.area_type, edition, count(*) filter (where decile = 1) as numerator,
        count(*) as denominator, any_value(neighbourhoods.source_id) as source_id
    from neighbourhoods
    inner join area_members using (lsoa_code, lsoa_type)
    where area_members.area_type not in ('lsoa21', 'lsoa11')
    group by area_members.area_code, area_members.area_type, edition
    union all
    select distinct 'E92000001', 'country', edition, null, neighbourhoods, source_id
    from neighbourhoods
)

select
    $indicator as indicator,
    area_code,
    area_type,
    edition::varchar as period,
    make_date(edition, 12, 31) as period_end,
    'all' as dimension,
    'all' as group_code,
    if(area_type = 'country', 10.0, 100.0 * numerator / denominator) as value,
    null::double as lower,
    null::double as upper,
    numerator::double as numerator,
    denominator::double as denominator,
    if(numerator = 0, 'zero', 'value') as status,
    edition::varchar as series,
    source_id
from counted
order by area_type, area_code, period
