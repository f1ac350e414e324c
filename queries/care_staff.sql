-- Mental health staff by team, from the plan: the newest number in post, what had been projected for that date, and
-- the last projection. The plan does not print every number for every team.
--
-- returns  team            varchar    team, in the plan's division
-- returns  in_post         double     staff in post, newest number printed; null where none is
-- returns  in_post_at      date       its date
-- returns  projected_then  double     staff projected for that date, if printed
-- returns  projected       double     staff projected for the last date printed
-- returns  projected_at    date       that date
-- returns  later_change    double     change since, that the plan states without a
--                                     number in post for its date; else null
-- returns  later_at        date       its date
-- returns  later_unit      varchar    its unit
-- returns  source_id       varchar    id in data/sources.toml
with counted as (
    select team, max_by(value, as_at) as in_post, max(as_at) as as_at
    from workforce
    where measure = 'staff_in_post'
    group by team
),

planned as (
    select team, max_by(value, as_at) as projected, max(as_at) as as_at, any_value(source_id) as source_id
    from workforce
    where measure = 'projected_staff_in_post'
    group by team
)

select
    planned.team,
    counted.in_post,
    counted.as_at::date as in_post_at,
    workforce.value as projected_then,
    planned.projected,
    planned.as_at::date as projected_at,
    later.value as later_change,
    later.as_at::date as later_at,
    later.unit as later_unit,
    planned.source_id
from planned
left join counted on planned.team = counted.team
left join workforce
    on
        planned.team = workforce.team
        and counted.as_at = workforce.as_at
        and workforce.measure = 'projected_staff_in_post'
left join workforce as later
    on
        planned.team = later.team
        and later.measure = 'stated_growth'
        and counted.as_at < later.as_at
order by planned.projected desc
