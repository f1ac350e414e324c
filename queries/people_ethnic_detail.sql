-- Residents of an area by detailed ethnic group in Census 2021, largest first, with England beside them.
--
-- param    district      varchar    GSS code of a district or county, or all for the six districts together
-- returns  ethnic_group  varchar    code of the broad group
-- returns  group_name    varchar    name of the detailed group
-- returns  year          bigint     census year
-- returns  persons       bigint     residents of the group
-- returns  share_pct     double     % of residents
-- returns  england_pct   double     % of England's residents
-- returns  source_id     varchar    id in data/sources.toml
select
    split_part(people.ethnic_group, '_', 1) as ethnic_group, people.group_name, people.year, people.persons,
    people.share_pct, people.england_pct, people.source_id
from residents_by_group as people
where people.asked = $district and people.detailed
order by people.persons desc, people.ethnic_group asc
