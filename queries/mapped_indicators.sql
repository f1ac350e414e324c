-- The indicators that can be drawn as a map, in the order of the registry.
--
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  periods     bigint     periods it has on a map
select indicator, count(distinct period) as periods
from observations
where area_type in ('lsoa21', 'lsoa11', 'msoa21', 'msoa11', 'ward25', 'district', 'place')
group by indicator
having count(distinct area_code) > 2
order by min(rowid)
