-- How the residents of the most deprived neighbourhoods are spread over the six districts, for each group of people.
--
-- returns  basis                  varchar    national: fifths of England's neighbourhoods; local: of ours
-- returns  dimension              varchar    all, ethnic_group or age_band
-- returns  group_code             varchar    group of people
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
with placed as (
    select *, row_number() over along as position
    from exposure
    where domain = 'imd' and area_type = 'district'
    window along as (
        partition by basis, dimension, group_code
        order by in_fifth / residents desc, less_deprived_pct desc, area_code asc
    )
)

select
    basis, dimension, group_code, position, placed.area_code, areas.area_name, residents, in_fifth, in_tenth,
    100.0 * in_fifth / residents as share_pct, 100.0 * residents / sum(residents) over everywhere as residents_pct,
    100.0 * in_fifth / sum(in_fifth) over everywhere as in_fifth_pct,
    100.0 * in_tenth / nullif(sum(in_tenth) over everywhere, 0) as in_tenth_pct,
    100.0 * sum(residents) over upto / sum(residents) over everywhere as residents_running_pct,
    100.0 * sum(in_fifth) over upto / sum(in_fifth) over everywhere as in_fifth_running_pct, year, edition,
    placed.source_id, index_source
from placed
inner join areas on placed.area_code = areas.area_code and areas.area_type = 'district'
window
    everywhere as (partition by basis, dimension, group_code),
    upto as (partition by basis, dimension, group_code order by position)
order by basis, dimension, group_code, position
