-- The towns named on maps.
--
-- returns  name           varchar    town
-- returns  district_code  varchar    district it lies in
-- returns  longitude      double     degrees
-- returns  latitude       double     degrees
select name, district_code, longitude, latitude
from map_labels
order by name
