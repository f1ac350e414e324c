-- The measures that an area has no figure of for everyone, each with the nearest thing that is published instead.
--
-- param    area         varchar    GSS code of a district or of Warwickshire, or all for the six districts
-- returns  indicator    varchar    id in data/indicators.toml
-- returns  instead      varchar    county, icb, district, split, place, neighbourhood, england or size
select indicator, instead
from published_instead
where asked = $area
order by rowid
