-- What an area code stands for.
--
-- param    area_code      varchar    GSS code, NHS code or place of the plan
-- returns  area_code      varchar    the code
-- returns  area_name      varchar    name to show
-- returns  area_type      varchar    kind of area
-- returns  district_code  varchar    district it lies in, or null
select area_code, area_name, area_type, district_code
from areas
where area_code = $area_code
order by area_type desc
