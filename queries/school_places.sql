-- The places of the plan and the districts they consist of.
--
-- returns  place_code       varchar    place of the plan
-- returns  place_name       varchar    name to show
-- returns  district_code    varchar    district in it
-- returns  district_name    varchar    name of the district
-- returns  upper_tier_code  varchar    Coventry or Warwickshire
select distinct
    schools.place_code,
    mhst_coverage.place_name,
    schools.district_code,
    areas.area_name as district_name,
    areas.upper_tier_code
from schools
inner join mhst_coverage using (place_code)
inner join areas on schools.district_code = areas.area_code and areas.area_type = 'district'
order by schools.place_code, schools.district_code
