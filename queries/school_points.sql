-- State-funded schools for ages 5 to 18 as points.
--
-- param    district        varchar    GSS code, E10000031 for the five Warwickshire districts, or all
-- returns  establishment   varchar    name
-- returns  longitude       double     degrees
-- returns  latitude        double     degrees
-- returns  source_id       varchar    id in data/sources.toml
select name as establishment, longitude, latitude, source_id
from schools
where
    state_funded_5_18
    and longitude is not null
    and ($district = 'all' or district_code = $district or ($district = 'E10000031' and district_code <> 'E08000026'))
order by establishment, longitude
