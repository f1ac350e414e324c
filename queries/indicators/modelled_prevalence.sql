-- Modelled share of registered patients with a recorded illness, for areas and for tenths of deprivation.
--
-- param    indicator   varchar    id in data/indicators.toml
-- param    condition   varchar    condition in modelled_prevalence
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  area_code   varchar    GSS code
-- returns  area_type   varchar    kind of area
-- returns  period      varchar    financial year
-- returns  period_end  date       31 March
-- returns  dimension   varchar    all or deprivation_decile
-- returns  group_code  varchar    all, or 1 (most deprived) to 10
-- returns  value       double     % of registered patients
-- returns  lower       double     null: the model gives no limits
-- returns  upper       double     null: the model gives no limits
-- returns  numerator   double     people with the illness, modelled
-- returns  denominator double     patients, modelled
-- returns  status      varchar    value
-- returns  series      varchar    modelled
-- returns  source_id   varchar    id in data/sources.toml
select
    $indicator as indicator,
    area_code,
    area_type,
    period,
    period_end::date as period_end,
    dimension,
    group_code,
    prevalence_pct as value,
    null::double as lower,
    null::double as upper,
    people as numerator,
    patients as denominator,
    'value' as status,
    'modelled' as series,
    source_id
from modelled_prevalence
where condition = $condition
order by area_type, area_code, dimension, group_code
