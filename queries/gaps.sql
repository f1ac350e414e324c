-- The widest gaps in Coventry and Warwickshire as a whole, one for each theme, widest first: between the most and the
-- least deprived tenth, between ethnic groups, and between the six districts. Only shares and rates with a judgement,
-- from periods that ended within five years of the newest, where the 95% limits of the two ends do not overlap. Groups
-- of under 20 people counted are left out (counts are rounded to 5); "not known" is no group.
--
-- returns  indicator    varchar    id in data/indicators.toml
-- returns  theme        varchar    theme of the indicator
-- returns  dimension    varchar    deprivation_decile, ethnic_group or district
-- returns  period       varchar    as published
-- returns  period_end   date       last day of the period
-- returns  worst_code   varchar    group or district that fares worst
-- returns  worst        double     its value, in the indicator's unit
-- returns  best_code    varchar    group or district that fares best
-- returns  best         double     its value
-- returns  ratio        double     higher value divided by lower value; null where the lower is a true zero
-- returns  source_id    varchar    id in data/sources.toml
with compared as (
    select
        *, if(area_type = 'district', 'district', dimension) as across,
        if(area_type = 'district', area_code, group_code) as member
    from limited
    where
        polarity <> 'no_judgement'
        and kind in ('share', 'rate')
        and group_code <> 'unknown'
        and (dimension = 'all' or coalesce(numerator, 20) >= 20)
        and (
            (area_type = 'icb' and dimension = 'ethnic_group') or (area_type = 'district' and dimension = 'all')
            or (area_type = 'icb' and dimension = 'deprivation_decile' and group_code in ('1', '10'))
        )
        and period_end > (select max(period_end) from observations) - interval 5 year
    qualify period_end = max(period_end) over (partition by indicator, across)
),

ends as (
    select
        indicator, theme, polarity, position, across, period, period_end,
        arg_max(member, value) as high_code, max(value) as high_value, arg_max(low, value) as high_from,
        arg_min(member, value) as low_code, min(value) as low_value, arg_min(high, value) as low_to,
        any_value(source_id) as source_id
    from compared
    group by indicator, theme, polarity, position, across, period, period_end
    having count(*) > 1 and max(value) > 0
),

told as (
    select
        *, polarity = 'high_is_bad' as bad, high_value / nullif(low_value, 0) as ratio,
        rank() over (partition by theme order by high_value / nullif(low_value, 0) desc nulls first, position) as place
    from ends
    where coalesce(high_from > low_to, true)
    qualify place = 1
)

select
    indicator, theme, across as dimension, period, period_end,
    if(bad, high_code, low_code) as worst_code, if(bad, high_value, low_value) as worst,
    if(bad, low_code, high_code) as best_code, if(bad, low_value, high_value) as best, ratio, source_id
from told
order by ratio desc nulls first, position asc
