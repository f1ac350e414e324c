-- The points of the newest series of every measure of a district or of Warwickshire, oldest first.
--
-- returns  area_code   varchar  GSS code of a district or of Warwickshire
-- returns  indicator   varchar  id in data/indicators.toml
-- returns  period      varchar  as published
-- returns  period_end  date     last day of the period
-- returns  value       double   in the indicator's unit
-- returns  low         double   95% lower limit, where it can be known
-- returns  high        double   95% upper limit, where it can be known
-- returns  source_id   varchar  id in data/sources.toml
with own as (
    select *
    from limited
    where area_type in ('district', 'county') and dimension = 'all' and kind <> 'count'
),

newest as (
    select area_code, indicator, series
    from own
    qualify row_number() over (partition by area_code, indicator order by period_end desc, series asc) = 1
)

select own.area_code, own.indicator, own.period, own.period_end, own.value, own.low, own.high, own.source_id
from own
inner join newest using (area_code, indicator, series)
order by own.area_code, own.position, own.period_end
