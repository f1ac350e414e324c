-- Observations with 95% limits: the published ones, else Wilson's for a share with its counts (APHO Technical Briefing
-- 3), else Byar's for a rate from ten events up (Breslow and Day 1987). Null where neither applies.
--
-- returns  indicator    varchar    id in data/indicators.toml
-- returns  area_code    varchar    GSS or NHS code
-- returns  area_type    varchar    kind of area
-- returns  period       varchar    as published
-- returns  period_end   date       last day of the period
-- returns  dimension    varchar    what the groups are groups of
-- returns  group_code   varchar    group of people
-- returns  series       varchar    the run the row belongs to
-- returns  value        double     in the indicator's unit
-- returns  low          double     95% lower limit
-- returns  high         double     95% upper limit
-- returns  numerator    double     count above the line
-- returns  denominator  double     count below the line
-- returns  theme        varchar    theme of the indicator
-- returns  polarity     varchar    high_is_bad, high_is_good or no_judgement
-- returns  kind         varchar    share, rate, mean, count or score
-- returns  position     integer    place of the indicator in the registry
-- returns  source_id    varchar    id in data/sources.toml
with observed as (
    from observations
    union all
    from area_fifths
),

judged as (
    select
        o.*, i.theme, i.polarity, i.kind, i.position, 1.959964 as z,
        i.kind = 'share' and o.denominator > 0 and o.numerator between 0 and o.denominator as counted,
        i.kind = 'rate' and o.numerator >= 10 as events
    from observed as o
    inner join indicators as i on o.indicator = i.indicator
    where o.value is not null
),

spread as (
    select
        *, z * sqrt(z * z + 4 * numerator * (1 - numerator / denominator)) as wilson,
        1 - 1 / (9 * numerator) - z / (3 * sqrt(numerator)) as byar_low,
        1 - 1 / (9 * (numerator + 1)) + z / (3 * sqrt(numerator + 1)) as byar_high
    from judged
)

select
    indicator, area_code, area_type, period, period_end, dimension, group_code, series, value,
    case
        when lower is not null then lower
        when counted then 50 * (2 * numerator + z * z - wilson) / (denominator + z * z)
        when events then value * power(byar_low, 3)
    end as low,
    case
        when upper is not null then upper
        when counted then 50 * (2 * numerator + z * z + wilson) / (denominator + z * z)
        when events then value * (numerator + 1) / numerator * power(byar_high, 3)
    end as high,
    numerator, denominator, theme, polarity, kind, position, source_id
from spread
order by position, area_type, area_code, period_end, dimension, group_code
