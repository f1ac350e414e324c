-- Detentions under the Mental Health Act per 100,000 people of each group, 2023/24. No rate is shown for people whose
-- group is not known: there is no population of them. Limits are published for England's standardised rates only.
--
-- param    indicator   varchar    id in data/indicators.toml
-- param    rate        varchar    crude or standardised
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  area_code   varchar    GSS or NHS code
-- returns  area_type   varchar    kind of area
-- returns  period      varchar    financial year
-- returns  period_end  date       31 March
-- returns  dimension   varchar    what the groups are groups of
-- returns  group_code  varchar    group of people
-- returns  value       double     detentions per 100,000 people
-- returns  lower       double     95% limit of a standardised rate
-- returns  upper       double     95% limit of a standardised rate
-- returns  numerator   double     detentions
-- returns  denominator double     null: populations are not published with the rates
-- returns  status      varchar    value, or why there is none
-- returns  series      varchar    kind of rate
-- returns  source_id   varchar    id in data/sources.toml
with rates as (
    select
        detentions.*,
        case
            when group_code = 'unknown' then null
            when $rate = 'standardised' then standardised_rate
            else crude_rate
        end as shown_rate,
        if($rate = 'standardised', standardised_half_width, null) as half_width
    from detentions
    where detail_group = 'all'
)

select
    $indicator as indicator,
    area_code,
    area_type,
    period,
    period_end::date as period_end,
    dimension,
    group_code,
    shown_rate as value,
    shown_rate - half_width as lower,
    shown_rate + half_width as upper,
    detentions as numerator,
    null::double as denominator,
    if(status = 'value' and shown_rate is null, 'not_published', status) as status,
    $rate as series,
    source_id
from rates
where $rate = 'crude' or shown_rate is not null
order by area_type, area_code, dimension, group_code
