-- Schools and colleges by place and kind, with the pupils of the state-funded ones.
--
-- param    places              varchar[]  places of the plan
-- returns  place_name          varchar    name to show
-- returns  primary_schools     bigint     state-funded primary schools
-- returns  secondary_schools   bigint     state-funded secondary and all-through schools
-- returns  special_schools     bigint     state-funded special schools and alternative provision
-- returns  state_schools       bigint     state-funded schools for ages 5 to 18
-- returns  independent         bigint     independent schools, special ones included
-- returns  colleges            bigint     colleges and schools for ages 16 to 19
-- returns  all_schools         bigint     schools and colleges for ages 5 to 18
-- returns  pupils              bigint     pupils of the state-funded schools that record them
-- returns  without_pupils      bigint     state-funded schools that record no number of pupils
-- returns  state_together      bigint     state-funded schools of all places asked for
-- returns  all_together        bigint     schools and colleges of all places asked for
-- returns  source_id           varchar    id in data/sources.toml
with counted as (
    select
        place_code,
        count(*) filter (where setting_group = 'state primary') as primary_schools,
        count(*) filter (where setting_group in ('state secondary', 'state all-through')) as secondary_schools,
        count(*) filter (where setting_group in ('state special school', 'alternative provision / PRU'))
            as special_schools,
        count(*) filter (where state_funded_5_18) as state_schools,
        count(*) filter (where setting_group like 'independent%') as independent,
        count(*) filter (where setting_group = 'FE / sixth-form / 16-19') as colleges,
        count(*) filter (where schools_and_colleges_5_18) as all_schools,
        sum(pupils) filter (where state_funded_5_18)::bigint as pupils,
        count(*) filter (where state_funded_5_18 and pupils is null) as without_pupils,
        any_value(source_id) as source_id
    from schools
    where list_contains($places, place_code)
    group by place_code
)

select
    mhst_coverage.place_name, primary_schools, secondary_schools, special_schools, state_schools, independent,
    colleges, all_schools, pupils, without_pupils, sum(state_schools) over ()::bigint as state_together,
    sum(all_schools) over ()::bigint as all_together, counted.source_id
from counted
inner join mhst_coverage using (place_code)
order by mhst_coverage.place_name
