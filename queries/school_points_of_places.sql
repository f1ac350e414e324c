-- State-funded schools for ages 5 to 18 of some places of the plan, as points.
--
-- param    places     varchar[]  places of the plan
-- returns  name       varchar    name of the school
-- returns  longitude  double     degrees
-- returns  latitude   double     degrees
-- returns  source_id  varchar    id in data/sources.toml
select name, longitude, latitude, source_id
from schools
where state_funded_5_18 and longitude is not null and list_contains($places, place_code)
order by name, longitude
