-- School teams by place of the plan beside the neighbourhoods in which the place's state-funded schools stand: how many
-- are among the most deprived fifth, and who lives around the schools. Which schools have a team is not published.
--
-- param    basis              varchar    national: fifths of England's neighbourhoods; local: of ours
-- param    ethnic_group       varchar    broad ethnic group, or all for everyone but White residents
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
select
    place_code, place_name, stage, settings, as_at, schools, all_schools, settings_pct, in_fifth, in_fifth_pct,
    all_in_fifth, neighbourhoods, group_pct, year, edition, source_id, schools_source_id, index_source,
    census_source
from place_teams
where basis = $basis and ethnic_group = $ethnic_group
order by in_fifth_pct desc, place_name asc
