-- Mental Health Support Teams by place: stage and settings (the plan), beside the schools that stand there (the school
-- register). Which schools count is not stated officially, so there are two denominators and two shares.
--
-- param    places             varchar[]  places of the plan
-- returns  place_code         varchar    place of the plan
-- returns  place_name         varchar    name to show
-- returns  stage              varchar    established, rolling_out, approved or not_stated
-- returns  settings           bigint     settings with a team; null where the plan prints no number
-- returns  status             varchar    value, or not_published where there is no number
-- returns  as_at              varchar    year of the plan
-- returns  said               varchar    what the plan says of the number
-- returns  state_schools      bigint     state-funded schools for ages 5 to 18
-- returns  all_schools        bigint     schools and colleges for ages 5 to 18
-- returns  state_share_pct    double     settings as % of state-funded schools
-- returns  all_share_pct      double     settings as % of all schools and colleges
-- returns  settings_together  bigint     settings of the places with a number
-- returns  places_known       bigint     places with a number
-- returns  source_id          varchar    source of stage and settings
-- returns  schools_source_id  varchar    source of the schools
with standing as (
    select
        place_code,
        count(*) filter (where state_funded_5_18) as state_schools,
        count(*) filter (where schools_and_colleges_5_18) as all_schools,
        any_value(source_id) as schools_source_id
    from schools
    group by place_code
)

select
    place_code, teams.place_name, teams.stage, teams.settings::bigint as settings, teams.status, teams.as_at,
    split_part(teams.note, '. ', 1) as said, standing.state_schools, standing.all_schools,
    100.0 * teams.settings / standing.state_schools as state_share_pct,
    100.0 * teams.settings / standing.all_schools as all_share_pct,
    sum(teams.settings) over ()::bigint as settings_together,
    count(teams.settings) over () as places_known,
    teams.source_id, standing.schools_source_id
from mhst_coverage as teams
inner join standing using (place_code)
where list_contains($places, place_code)
order by state_share_pct desc nulls last, teams.place_name asc
