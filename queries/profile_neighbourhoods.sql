-- Where the neighbourhoods of an area lie among all of Coventry and Warwickshire: the place of each, newest period.
--
-- param    area         varchar    GSS code of a district or of Warwickshire, or all for the six districts
-- returns  indicator    varchar    id in data/indicators.toml
-- returns  district     varchar    GSS code of the district it lies in
-- returns  area_code    varchar    neighbourhood (LSOA 2021)
-- returns  place        bigint     1 for the highest value
-- returns  total        bigint     neighbourhoods with a value
-- returns  period       varchar    as published
-- returns  source_id    varchar    id in data/sources.toml
select indicator, district, area_code, place, total, period, source_id
from neighbourhood_places
where $area in ('all', district, upper_tier)
order by rowid
