-- Settings with a Mental Health Support Team (the plan, 2022) as a share of the schools there (May 2025), by place of
-- the plan. The official denominator is not stated, so there are two; numerator and denominator are three years apart.
--
-- param    indicator   varchar    id in data/indicators.toml
-- param    schools     varchar    state_funded_5_18 or schools_and_colleges_5_18
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  area_code   varchar    place of the plan
-- returns  area_type   varchar    place
-- returns  period      varchar    year of the plan
-- returns  period_end  date       last day of that year
-- returns  dimension   varchar    all
-- returns  group_code  varchar    all
-- returns  value       double     % of schools
-- returns  lower       double     null: everyone is counted
-- returns  upper       double     null: everyone is counted
-- returns  numerator   double     settings with a team
-- returns  denominator double     schools
-- returns  status      varchar    value, or not_published where the plan prints no number
-- returns  series      varchar    year of the plan
-- returns  source_id   varchar    id in data/sources.toml
with eligible as (
    select place_code, count(*) as schools
    from schools
    where if($schools = 'state_funded_5_18', state_funded_5_18, schools_and_colleges_5_18)
    group by place_code
)

select
    $indicator as indicator,
    place_code as area_code,
    'place' as area_type,
    as_at as period,
    make_date(as_at::integer, 12, 31) as period_end,
    'all' as dimension,
    'all' as group_code,
    100.0 * settings / eligible.schools as value,
    null::double as lower,
    null::double as upper,
    settings::double as numerator,
    eligible.schools::double as denominator,
    status,
    as_at as series,
    source_id
from mhst_coverage
inner join eligible using (place_code)
order by area_code
