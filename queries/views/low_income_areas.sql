-- Middle-layer areas of 2011 (MSOAs) by fifth of deprivation, with the children in low-income families of the newest
-- year and the residents under 16 of the latest census.
--
-- returns  area_code        varchar  GSS code of the MSOA
-- returns  district_code    varchar  district it lies in
-- returns  upper_tier_code  varchar  Coventry or Warwickshire
-- returns  fifth            bigint   1 (most deprived) to 5
-- returns  ranked           bigint   MSOAs ranked
-- returns  children         bigint   children aged 0 to 19 in low-income families
-- returns  under_16         bigint   residents under 16
-- returns  financial_year   varchar  year of the low-income count
-- returns  provisional      boolean  true where the publisher calls the year provisional
-- returns  census           bigint   census year
-- returns  edition          varchar  edition of the index, the last on these boundaries
-- returns  source_id        varchar  source of the low-income count, id in data/sources.toml
-- returns  census_source    varchar  source of the residents
-- returns  index_source     varchar  source of the index
with young as (
    select old.msoa_code, sum(persons) as under_16, max(year) as census, min(kids.source_id) as census_source
    from neighbourhood_residents as kids
    inner join areas as new on kids.lsoa_code = new.area_code and new.area_type = 'lsoa21'
    inner join areas as old on new.parent_code = old.area_code and old.area_type = 'lsoa11'
    where dimension = 'age_band' and group_code = '0-15'
    group by old.msoa_code
),

last as (
    select area_code, value, period as edition, source_id as index_source
    from observations where indicator = 'imd' and area_type = 'msoa11'
    qualify period = max(period) over ()
),

ranked as (
    select *, count(*) over () as ranked, ntile(5) over (order by value desc, area_code asc) as fifth from last
)

select
    ranked.area_code, areas.district_code, areas.upper_tier_code, ranked.fifth, ranked.ranked, poor.children,
    young.under_16::bigint as under_16, poor.financial_year, poor.provisional, young.census, ranked.edition,
    poor.source_id, young.census_source, ranked.index_source
from ranked
inner join young on ranked.area_code = young.msoa_code
inner join areas on ranked.area_code = areas.area_code and areas.area_type = 'msoa11'
inner join low_income as poor on ranked.area_code = poor.area_code and poor.area_type = 'msoa11'
qualify poor.financial_year = max(poor.financial_year) over ()
order by ranked.area_code
