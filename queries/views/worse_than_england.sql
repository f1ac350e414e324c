-- Where a district or county fares worse than England, one indicator for each theme, widest first. Only shares and
-- rates with a judgement, from periods that ended within five years of the newest, at least a tenth apart, and, where
-- limits are known, with the whole interval on the worse side of England.
--
-- returns  indicator   varchar  id in data/indicators.toml
-- returns  theme       varchar  theme of the indicator
-- returns  dimension   varchar  england: what the area is compared with
-- returns  period      varchar  as published
-- returns  period_end  date     last day of the period
-- returns  worst_code  varchar  the district
-- returns  worst       double   its value, in the indicator's unit
-- returns  best_code   varchar  England's code
-- returns  best        double   England's value
-- returns  ratio       double   higher value divided by lower value
-- returns  source_id   varchar  id in data/sources.toml
with pairs as (
    select
        l.indicator, l.theme, l.position, l.polarity, l.period, l.period_end, l.area_code, l.value, l.low, l.high,
        e.value as england, l.source_id, greatest(l.value, e.value) / least(l.value, e.value) as ratio
    from limited as l
    inner join observations as e
        on
            l.indicator = e.indicator and l.period = e.period and e.area_type = 'country'
            and l.series = e.series and l.dimension = e.dimension
    where
        l.area_type in ('district', 'county')
        and l.dimension = 'all'
        and l.polarity <> 'no_judgement'
        and l.kind in ('share', 'rate')
        and l.value > 0
        and e.value > 0
        and l.period_end > (select max(period_end) from observations) - interval 5 year
    qualify l.period_end = max(l.period_end) over (partition by l.area_code, l.indicator)
),

worse as (
    select *
    from pairs
    where
        ratio >= 1.1 and (
            (polarity = 'high_is_bad' and coalesce(low, value) > england)
            or (polarity = 'high_is_good' and coalesce(high, value) < england)
        )
    qualify row_number() over (partition by area_code, theme order by ratio desc, position asc) = 1
)

select
    indicator, theme, 'england' as dimension, period, period_end, area_code as worst_code, value as worst,
    'E92000001' as best_code, england as best, ratio, source_id
from worse
order by worst_code asc, ratio desc, position asc
