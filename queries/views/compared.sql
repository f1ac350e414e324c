-- Every comparison inside an area over all its periods: each group or district with limits, counts and England's value.
--
-- returns  indicator    varchar  id in data/indicators.toml
-- returns  dimension    varchar  what is compared: a dimension of data/groups.toml
-- returns  area_code    varchar  GSS or NHS code of the whole
-- returns  member       varchar  code of the group or of the district
-- returns  name         varchar  name to show
-- returns  value        double   in the indicator's unit; null where there is none
-- returns  low          double   95% lower limit; null where it cannot be known
-- returns  high         double   95% upper limit
-- returns  numerator    double   count above the line
-- returns  weight       double   value times weight is the numerator; null where there are no counts
-- returns  status       varchar  value, zero, suppressed, not_collected or not_published
-- returns  england      double   England's value for the same group and period
-- returns  all_counted  double   count above the line for everyone together, where it is published
-- returns  all_people   double   count below the line for everyone together
-- returns  period       varchar  as published
-- returns  period_end   date     last day of the period
-- returns  series       varchar  the run the row belongs to
-- returns  place        integer  order in which members are shown
-- returns  source_id    varchar  id in data/sources.toml
with whole as (
    select indicator, area_code, period, series, any_value(numerator) as counted, any_value(denominator) as people
    from observations
    where dimension = 'all'
    group by indicator, area_code, period, series
),

england as (
    select indicator, dimension, member, period, value
    from member_values
    where area_type = 'country'
)

select
    here.indicator, here.dimension, here.area_code, here.member, labels.group_name as name, here.value, here.low,
    here.high, here.numerator, here.weight, here.status, england.value as england, whole.counted as all_counted,
    whole.people as all_people, here.period, here.period_end, here.series, here.place, here.source_id
from member_values as here
inner join groups as labels on here.dimension = labels.dimension and here.member = labels.group_code
left join england
    on
        here.indicator = england.indicator and here.dimension = england.dimension
        and here.member = england.member and here.period = england.period
left join whole
    on
        here.indicator = whole.indicator and here.area_code = whole.area_code
        and here.period = whole.period and here.series = whole.series
where here.area_type <> 'country'
order by here.indicator, here.dimension, here.area_code, here.period_end, here.place
