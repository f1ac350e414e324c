-- School teams by place of the plan beside the neighbourhoods in which the place's state-funded schools stand.
--
-- returns  basis              varchar    national: fifths of England's neighbourhoods; local: of ours
-- returns  ethnic_group       varchar    broad ethnic group, or all for everyone but White residents
-- returns  place_code         varchar    place of the plan
-- returns  place_name         varchar    name to show
-- returns  stage              varchar    established, rolling_out, approved or not_stated
-- returns  settings           bigint     settings with a team; null where the plan prints no number
-- returns  as_at              varchar    year of the plan
-- returns  schools            bigint     state-funded schools for ages 5 to 18
-- returns  all_schools        bigint     all schools and colleges for ages 5 to 18
-- returns  settings_pct       double     settings as % of state-funded schools: an upper bound
-- returns  in_fifth           bigint     state-funded schools in the most deprived fifth of neighbourhoods
-- returns  in_fifth_pct       double     % of state-funded schools
-- returns  all_in_fifth       bigint     schools and colleges of any kind in that fifth
-- returns  neighbourhoods     bigint     neighbourhoods with a state-funded school
-- returns  group_pct          double     % of their residents who are of the group
-- returns  year               bigint     census year
-- returns  edition            bigint     edition of the index
-- returns  source_id          varchar    source of the settings, id in data/sources.toml
-- returns  schools_source_id  varchar    source of the schools
-- returns  index_source       varchar    source of the index
-- returns  census_source      varchar    source of the residents
with bases as (
    select unnest(['national', 'local']) as basis
),

standing as (
    select
        place_code, bases.basis, count(*) filter (where state_funded_5_18) as schools, count(*) as all_schools,
        count(*) filter (where state_funded_5_18 and ranks.fifth = 1) as in_fifth,
        count(*) filter (where ranks.fifth = 1) as all_in_fifth, any_value(schools.source_id) as schools_source_id,
        any_value(ranks.edition) as edition, any_value(ranks.source_id) as index_source
    from schools
    cross join bases
    left join neighbourhood_ranks as ranks
        on schools.lsoa21 = ranks.lsoa_code and bases.basis = ranks.basis and ranks.domain = 'imd'
    where schools_and_colleges_5_18
    group by place_code, bases.basis
)

select
    standing.basis, around.ethnic_group, teams.place_code, teams.place_name, teams.stage,
    teams.settings::bigint as settings, teams.as_at, schools, all_schools,
    100.0 * teams.settings / schools as settings_pct, in_fifth, 100.0 * in_fifth / schools as in_fifth_pct,
    all_in_fifth, around.neighbourhoods, around.group_pct, around.year, edition, teams.source_id, schools_source_id,
    index_source, around.source_id as census_source
from mhst_coverage as teams
inner join standing using (place_code)
inner join around_schools as around on teams.place_code = around.place_code
order by standing.basis asc, around.ethnic_group asc, in_fifth_pct desc, teams.place_name asc
