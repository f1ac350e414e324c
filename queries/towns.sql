-- The towns named on maps: the city first, then towns that their district is named after, then the others.
--
-- returns  name           varchar    town
-- returns  district_code  varchar    district it lies in
-- returns  longitude      double     degrees
-- returns  latitude       double     degrees
select map_labels.name, map_labels.district_code, map_labels.longitude, map_labels.latitude
from map_labels
inner join areas on map_labels.district_code = areas.area_code and areas.area_type = 'district'
order by map_labels.settlement asc, starts_with(areas.area_name, map_labels.name[:5]) desc, map_labels.name
