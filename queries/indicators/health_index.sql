-- One figure of the Health Index by district. Values repeated from another year are no observations: they are shown as
-- not collected. A label "2015" means that year, the financial year it opens, or the three years it closes.
--
-- param    indicator   varchar    id in data/indicators.toml
-- param    name        varchar    indicator in health_index
-- param    label       varchar    year, financial_year or three_years
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  area_code   varchar    GSS code
-- returns  area_type   varchar    kind of area
-- returns  period      varchar    the period the label stands for
-- returns  period_end  date       last day of the period
-- returns  dimension   varchar    all
-- returns  group_code  varchar    all
-- returns  value       double     in the indicator's unit
-- returns  lower       double     null: not published
-- returns  upper       double     null: not published
-- returns  numerator   double     null: not published
-- returns  denominator double     null: not published
-- returns  status      varchar    value, or why there is none
-- returns  series      varchar    Health Index
-- returns  source_id   varchar    id in data/sources.toml
with periods as (
    select
        *,
        if(carried, 'not_collected', status) as shown_status,
        case $label
            when 'financial_year' then year::varchar || '/' || right((year + 1)::varchar, 2)
            when 'three_years' then (year - 2)::varchar || ' to ' || year::varchar
            else year::varchar
        end as period,
        if($label = 'financial_year', make_date(year + 1, 3, 31), make_date(year, 12, 31)) as period_end
    from health_index
    where indicator = $name
)

select
    $indicator as indicator,
    area_code,
    area_type,
    period,
    period_end,
    'all' as dimension,
    'all' as group_code,
    if(carried, null, value) as value,
    null::double as lower,
    null::double as upper,
    null::double as numerator,
    null::double as denominator,
    shown_status as status,
    'Health Index' as series,
    source_id
from periods
order by area_code, period_end
