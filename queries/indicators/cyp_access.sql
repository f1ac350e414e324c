-- Children and young people seen at least once in the twelve months to a date. The local plan and the national
-- dashboard differ for December 2021, and the dashboard gives years and then quarters: three series, never joined.
--
-- param    indicator   varchar    id in data/indicators.toml
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  area_code   varchar    GSS or NHS code
-- returns  area_type   varchar    kind of area
-- returns  period      varchar    twelve months, said to be the dashboard's where
--                                 both sources have them, or financial year
-- returns  period_end  date       last day of the twelve months
-- returns  dimension   varchar    all
-- returns  group_code  varchar    all
-- returns  value       double     children and young people
-- returns  lower       double     null: not published
-- returns  upper       double     null: not published
-- returns  numerator   double     null: not published
-- returns  denominator double     null: not published
-- returns  status      varchar    value, or why there is none
-- returns  series      varchar    plan table eleven, NHS dashboard, or NHS dashboard by year
-- returns  source_id   varchar    id in data/sources.toml
with named as (
    select
        *,
        case
            when measure = 'cyp_access_one_contact_plan' then 'plan table eleven'
            when period like 'Q%' then 'NHS dashboard'
            else 'NHS dashboard by year'
        end as series
    from access
    where measure in ('cyp_access_one_contact_plan', 'cyp_access_one_contact_dashboard')
)

select
    $indicator as indicator,
    area_code,
    area_type,
    case
        when series = 'NHS dashboard' then strftime(period_end::date, '12 months to %B %Y, NHS dashboard')
        else period
    end as period,
    period_end::date as period_end,
    'all' as dimension,
    'all' as group_code,
    people as value,
    null::double as lower,
    null::double as upper,
    null::double as numerator,
    null::double as denominator,
    status,
    series,
    source_id
from named
order by area_code, series, period_end
