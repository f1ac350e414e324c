-- How the residents of the most deprived neighbourhoods are spread over the six districts, beside all residents: the
-- points of a concentration curve, the district with the highest share in the most deprived fifth first.
--
-- param    basis                  varchar    national: fifths of England's neighbourhoods; local: of ours
-- param    dimension              varchar    all, ethnic_group or age_band
-- param    group_code             varchar    group of people
-- returns  position               bigint     place along the curve, 1 first
-- returns  area_code              varchar    GSS code of the district
-- returns  area_name              varchar    name to show
-- returns  residents              bigint     residents of the group
-- returns  in_fifth               bigint     of them in the most deprived fifth
-- returns  in_tenth               bigint     of them in the most deprived tenth
-- returns  share_pct              double     % of the district's residents who live in the most deprived fifth
-- returns  residents_pct          double     % of the six districts' residents
-- returns  in_fifth_pct           double     % of those in the most deprived fifth
-- returns  in_tenth_pct           double     % of those in the most deprived tenth; null where nobody is
-- returns  residents_running_pct  double     % of residents up to here
-- returns  in_fifth_running_pct   double     % of those in the most deprived fifth up to here
-- returns  year                   bigint     census year
-- returns  edition                bigint     edition of the index
-- returns  source_id              varchar    source of the residents, id in data/sources.toml
-- returns  index_source           varchar    source of the index, id in data/sources.toml
select
    position, area_code, area_name, residents, in_fifth, in_tenth, share_pct, residents_pct, in_fifth_pct,
    in_tenth_pct, residents_running_pct, in_fifth_running_pct, year, edition, source_id, index_source
from concentrated
where basis = $basis and dimension = $dimension and group_code = $group_code
order by position
