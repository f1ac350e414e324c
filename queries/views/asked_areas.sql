-- The areas that a reader can ask for on most pages, and those that each is made up of: itself, or the six districts.
--
-- returns  asked      varchar  GSS code of a district or of Warwickshire, or all for the six districts
-- returns  area_code  varchar  GSS code of a district or of Warwickshire
-- returns  area_type  varchar  district or county
-- returns  source_id  varchar  id in data/sources.toml
select area_code as asked, area_code, area_type, source_id
from areas
where area_type in ('district', 'county')
union all
select 'all' as asked, area_code, area_type, source_id
from areas
where area_type = 'district'
order by asked, area_code
