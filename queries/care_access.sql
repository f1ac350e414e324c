-- Children and young people seen at least once in twelve months: the local plan by month, the national dashboard by
-- quarter and by year. Three series, never joined.
--
-- returns  series      varchar    plan, dashboard_quarter or dashboard_year
-- returns  period      varchar    the twelve months, or the quarter or year they end with
-- returns  period_end  date       last day of the twelve months
-- returns  people      double     children and young people
-- returns  expected    double     number the plan says is expected, in the plan's rows
-- returns  source_id   varchar    id in data/sources.toml
select
    case
        when measure = 'cyp_access_one_contact_plan' then 'plan'
        when period like 'Q%' then 'dashboard_quarter'
        else 'dashboard_year'
    end as series,
    period,
    period_end::date as period_end,
    people,
    expected,
    source_id
from access
where
    measure in ('cyp_access_one_contact_plan', 'cyp_access_one_contact_dashboard')
    and area_type = 'icb'
    and people is not null
order by series, access.period_end
