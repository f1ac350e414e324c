-- The areas that a reader can ask for, and England to compare them with, with what each is made up of.
--
-- returns  place      varchar  GSS code of a district or of Warwickshire, all for the six districts, or england
-- returns  area_code  varchar  GSS code of a district, of Warwickshire or of England
-- returns  area_type  varchar  district, county or country
-- returns  source_id  varchar  id in data/sources.toml
select asked as place, area_code, area_type, source_id
from asked_areas
union all
select 'england' as place, area_code, area_type, source_id
from areas
where area_type = 'country'
order by place, area_code
