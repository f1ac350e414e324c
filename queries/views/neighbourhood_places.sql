-- Where every neighbourhood (LSOA 2021) lies among all of Coventry and Warwickshire: its place by each indicator, in
-- the indicator's newest period and the order of the registry.
--
-- returns  indicator   varchar  id in data/indicators.toml
-- returns  district    varchar  GSS code of the district it lies in
-- returns  upper_tier  varchar  Coventry or Warwickshire, GSS code
-- returns  area_code   varchar  neighbourhood (LSOA 2021)
-- returns  place       bigint   1 for the highest value
-- returns  total       bigint   neighbourhoods with a value
-- returns  period      varchar  as published
-- returns  source_id   varchar  id in data/sources.toml
with newest as (
    select *
    from observations
    where area_type = 'lsoa21' and dimension = 'all' and value is not null
    qualify period_end = max(period_end) over (partition by indicator)
),

placed as (
    select
        indicator, area_code, period, source_id,
        rank() over (partition by indicator order by value desc) as place,
        count(*) over (partition by indicator) as total
    from newest
)

select
    placed.indicator, areas.district_code as district, areas.upper_tier_code as upper_tier, placed.area_code,
    placed.place, placed.total, placed.period, placed.source_id
from placed
inner join areas on placed.area_code = areas.area_code and areas.area_type = 'lsoa21'
inner join indicators on placed.indicator = indicators.indicator
order by indicators.position, placed.place, placed.area_code
