-- Residents of an area by broad ethnic group in the censuses of 2011 and 2021, with England beside them. Each share is
-- made within its own census table.
--
-- param    district      varchar    GSS code of a district or county, or all for the six districts together
-- returns  year          bigint     census year
-- returns  ethnic_group  varchar    code of the broad group
-- returns  group_name    varchar    name to show
-- returns  persons       bigint     residents of the group
-- returns  residents     bigint     residents of every group
-- returns  share_pct     double     % of residents
-- returns  england_pct   double     % of England's residents
-- returns  source_id     varchar    id in data/sources.toml
select year, ethnic_group, group_name, persons, residents, share_pct, england_pct, source_id
from residents_by_group
where asked = $district and not detailed
order by year desc, persons desc
