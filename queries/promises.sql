-- The standards of the registry and the plan's expectation of access, with the latest figure for Coventry and
-- Warwickshire; those not met first, then the newest. One row for measures held both by year and by quarter: the newer.
--
-- returns  indicator    varchar    id in data/indicators.toml
-- returns  label        varchar    what it measures
-- returns  period       varchar    as published
-- returns  period_end   date       last day of the period
-- returns  value        double     latest figure, in the indicator's unit
-- returns  target       double     the standard or expectation
-- returns  met          boolean    whether the figure reaches it
-- returns  source_id    varchar    id in data/sources.toml
with standards as (
    select o.indicator, i.label, i.polarity, o.period, o.period_end, o.value, i.target, o.source_id, i.position
    from observations as o
    inner join indicators as i on o.indicator = i.indicator
    where
        i.target is not null and o.value is not null and o.area_type = 'icb' and o.dimension = 'all'
    qualify row_number() over (partition by o.indicator order by o.period_end desc, o.period asc) = 1
),

expectation as (
    select
        i.indicator, i.label, i.polarity, a.period, a.period_end::date as period_end, a.people as value,
        a.expected as target, a.source_id, i.position
    from access as a
    inner join indicators as i on i.indicator = 'cyp_access'
    where a.expected is not null and a.people is not null
    qualify row_number() over (order by a.period_end desc) = 1
),

promised as (
    select *, if(polarity = 'high_is_bad', value <= target, value >= target) as met
    from (
        select * from standards
        union all by name
        select * from expectation
    ) as either
    qualify row_number() over (
        partition by split_part(label, ', by ', 1) order by period_end desc, position asc
    ) = 1
)

select indicator, label, period, period_end, value, target, met, source_id
from promised
order by met asc, period_end desc, position asc
