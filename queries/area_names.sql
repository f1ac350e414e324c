-- The areas of one kind, with the names to show.
--
-- param    area_type      varchar    kind of area, as in areas
-- returns  area_code      varchar    GSS code
-- returns  area_name      varchar    name to show
-- returns  district_code  varchar    district it lies in, or null
select area_code, area_name, district_code
from areas
where area_type = $area_type
order by area_code
