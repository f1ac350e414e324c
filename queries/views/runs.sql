-- Indicators over time for every district and larger area, and for the other ICBs of the Midlands together.
-- A run is what may be joined by a line: a new one begins with a new series, after a period without a value, and
-- after a gap of more than one and a half times the usual step.
--
-- returns  indicator    varchar    id in data/indicators.toml
-- returns  dimension    varchar    what the groups are groups of; all for everyone
-- returns  group_code   varchar    group of people; all for everyone
-- returns  area_code    varchar    GSS or NHS code; peers for the other ICBs
-- returns  area_name    varchar    name to show
-- returns  area_type    varchar    kind of area; peers for the other ICBs
-- returns  period       varchar    as published
-- returns  period_end   date       last day of the period
-- returns  series       varchar    values of one series are comparable
-- returns  value        double     in the indicator's unit; the median of the other ICBs
-- returns  lower        double     95% lower limit, where published
-- returns  upper        double     95% upper limit, where published
-- returns  lowest       double     lowest of the other ICBs, only for peers
-- returns  highest      double     highest of the other ICBs, only for peers
-- returns  peers        bigint     other ICBs with a value, only for peers
-- returns  numerator    double     count above the line, where there is one
-- returns  denominator  double     count below the line, where there is one
-- returns  status       varchar    value, zero, suppressed, not_collected or not_published
-- returns  source_id    varchar    id in data/sources.toml
-- returns  run          bigint     number of the run within area and series
with together as (
    select
        indicator, dimension, group_code, area_code, area_name, area_type, period, period_end, series, value, lower,
        upper, null::double as lowest, null::double as highest, null::bigint as peers, numerator, denominator, status,
        source_id
    from named_observations
    where area_type in ('district', 'county', 'icb', 'region', 'country', 'nhs_region')
    union all
    select
        indicator, dimension, group_code, 'peers', 'Other ICBs, median', 'peers', period, period_end,
        string_agg(distinct series, ', ' order by series), median(value), null, null, min(value), max(value),
        count(value), null, null, if(count(value) = 0, 'suppressed', 'value'), min(source_id)
    from named_observations
    where area_type = 'peer_icb'
    group by indicator, dimension, group_code, period, period_end
),

steps as (
    select *, datediff('day', lag(period_end) over by_time, period_end) as step
    from together
    window by_time as (partition by indicator, dimension, group_code, area_code, area_type, series order by period_end)
),

breaks as (
    select *, value is null or step > 1.5 * min(step) over of_series as breaks_here
    from steps
    window of_series as (partition by indicator, dimension, group_code, area_code, area_type, series)
)

select * exclude (step, breaks_here), (count(*) filter (breaks_here) over by_time)::bigint as run
from breaks
window by_time as (partition by indicator, dimension, group_code, area_code, area_type, series order by period_end)
order by indicator, dimension, group_code, area_type, area_code, period_end, series
