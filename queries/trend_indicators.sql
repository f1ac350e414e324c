-- The indicators with more than one period for a district or larger area, in the order of the registry.
--
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  periods     bigint     periods with a value
select indicator, count(distinct period) as periods
from held
where area_type in ('district', 'county', 'icb', 'region', 'country', 'nhs_region') and known > 0
group by indicator
having count(distinct period) > 1
order by min(rowid)
