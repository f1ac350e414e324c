-- Share of education, health and care plans with one primary need, for all children and by sex.
--
-- param    indicator   varchar    id in data/indicators.toml
-- param    need        varchar    need in ehcp
-- param    plans_counted varchar    held or new
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  area_code   varchar    GSS code
-- returns  area_type   varchar    kind of area
-- returns  period      varchar    January 2025 or 2024
-- returns  period_end  date       last day of the period
-- returns  dimension   varchar    all or sex
-- returns  group_code  varchar    all, female, male or unknown
-- returns  value       double     % of the group's plans, as published
-- returns  lower       double     null: not published
-- returns  upper       double     null: not published
-- returns  numerator   double     plans with this need
-- returns  denominator double     plans of the group
-- returns  status      varchar    value, or why there is none
-- returns  series      varchar    the period
-- returns  source_id   varchar    id in data/sources.toml
select
    $indicator as indicator,
    area_code,
    area_type,
    period,
    period_end::date as period_end,
    breakdown as dimension,
    lower(group_name) as group_code,
    share_pct as value,
    null::double as lower,
    null::double as upper,
    plans_with_need as numerator,
    plans as denominator,
    status,
    period as series,
    source_id
from ehcp
where need = $need and plans_counted = $plans_counted and breakdown in ('all', 'sex')
order by area_type, area_code, dimension, group_code
