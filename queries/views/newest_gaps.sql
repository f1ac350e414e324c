-- Every gap that can be measured, at its newest period: indicator by what is compared by area, widest ratio first.
--
-- returns  indicator   varchar  id in data/indicators.toml
-- returns  theme       varchar  theme of the indicator
-- returns  area_code   varchar  GSS or NHS code of the whole
-- returns  dimension   varchar  what is compared: a dimension of data/groups.toml
-- returns  period      varchar  as published
-- returns  period_end  date     last day of the period
-- returns  worst_code  varchar  end that fares worst; the higher one where the indicator is not judged
-- returns  worst       double   its value, in the indicator's unit
-- returns  best_code   varchar  the other end
-- returns  best        double   its value
-- returns  gap         double   how far apart they are, in the indicator's unit
-- returns  ratio       double   higher value divided by lower value; null where the lower is zero
-- returns  clear       boolean  whether the 95% limits of the ends stand apart; null where they are not known
-- returns  source_id   varchar  id in data/sources.toml
with newest as (
    select *, polarity = 'high_is_good' as turned
    from opposite_ends
    where area_type <> 'country'
    qualify period_end = max(period_end) over (partition by indicator, area_code, dimension)
)

select
    newest.indicator, newest.theme, newest.area_code, newest.dimension, newest.period, newest.period_end,
    if(turned, low_code, high_code) as worst_code, if(turned, low_value, high_value) as worst,
    if(turned, high_code, low_code) as best_code, if(turned, high_value, low_value) as best,
    high_value - low_value as gap, ratio, clear, newest.source_id
from newest
inner join indicators as i on newest.indicator = i.indicator
where high_value > low_value
order by ratio desc nulls first, i.position asc, area_code asc, newest.dimension asc
