-- The widest gaps in Coventry and Warwickshire as a whole, one for each theme, widest first: between the most and the
-- least deprived tenth, between ethnic groups, and between the six districts. Only shares and rates with a judgement,
-- from periods that ended within five years of the newest, whose 95% limits do not overlap.
--
-- returns  indicator    varchar    id in data/indicators.toml
-- returns  theme        varchar    theme of the indicator
-- returns  area_code    varchar    NHS code of the whole area
-- returns  dimension    varchar    deprivation_decile, ethnic_group or district
-- returns  period       varchar    as published
-- returns  period_end   date       last day of the period
-- returns  worst_code   varchar    group or district that fares worst
-- returns  worst        double     its value, in the indicator's unit
-- returns  best_code    varchar    group or district that fares best
-- returns  best         double     its value
-- returns  gap          double     how far apart they are, in the indicator's unit
-- returns  ratio        double     higher value divided by lower value; null where the lower is a true zero
-- returns  clear        boolean    true; null where there are no limits
-- returns  source_id    varchar    id in data/sources.toml
with newest as (
    select *, polarity = 'high_is_good' as turned
    from opposite_ends
    where
        area_type = 'icb'
        and dimension in ('deprivation_decile', 'ethnic_group', 'district')
        and polarity <> 'no_judgement'
        and kind in ('share', 'rate')
        and period_end > (select max(period_end) from observations) - interval 5 year
    qualify period_end = max(period_end) over (partition by indicator, dimension)
),

widest as (
    select newest.*, i.position
    from newest
    inner join indicators as i on newest.indicator = i.indicator
    where coalesce(clear, true) and high_value > low_value
    qualify row_number() over (partition by newest.theme order by ratio desc nulls first, i.position asc) = 1
)

select
    indicator, theme, area_code, dimension, period, period_end,
    if(turned, low_code, high_code) as worst_code, if(turned, low_value, high_value) as worst,
    if(turned, high_code, low_code) as best_code, if(turned, high_value, low_value) as best,
    high_value - low_value as gap, ratio, clear, source_id
from widest
order by ratio desc nulls first, position asc
