-- The points of an area's newest series of every measure, oldest first: what a recent trend is tested on.
--
-- param    area         varchar    GSS code of a district or of Warwickshire
-- returns  indicator    varchar    id in data/indicators.toml
-- returns  period       varchar    as published
-- returns  period_end   date       last day of the period
-- returns  value        double     in the indicator's unit
-- returns  low          double     95% lower limit, where it can be known
-- returns  high         double     95% upper limit, where it can be known
with own as (
    select *
    from limited
    where area_code = $area and area_type in ('district', 'county') and dimension = 'all' and kind <> 'count'
),

newest as (
    select indicator, series
    from own
    qualify row_number() over (partition by indicator order by period_end desc, series asc) = 1
)

select own.indicator, own.period, own.period_end, own.value, own.low, own.high
from own
inner join newest on own.indicator = newest.indicator and own.series = newest.series
order by own.position, own.period_end
