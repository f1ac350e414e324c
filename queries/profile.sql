-- Every measure that an area has, in its newest period, beside the same period and series of the six districts and of
-- Warwickshire, the NHS area, the West Midlands and England. For all: every measure that a district has. Numbers that
-- only say how large an area is are left out.
--
-- param    area         varchar    GSS code of a district or of Warwickshire, or all for the six districts
-- returns  indicator    varchar    id in data/indicators.toml
-- returns  area_code    varchar    GSS code
-- returns  area_name    varchar    name to show
-- returns  area_type    varchar    district, county, icb, region or country
-- returns  period       varchar    as published
-- returns  period_end   date       last day of the period
-- returns  value        double     in the indicator's unit
-- returns  low          double     95% lower limit, where it can be known
-- returns  high         double     95% upper limit, where it can be known
-- returns  source_id    varchar    id in data/sources.toml
select indicator, area_code, area_name, area_type, period, period_end, value, low, high, source_id
from profile_values
where asked = $area
order by rowid
