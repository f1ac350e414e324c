-- The two ends of every comparison inside an area, period by period. Where members are in order (deprivation) the ends
-- are the most and the least deprived; else the highest and the lowest. A group of under 20 counted is no end (counts
-- are rounded to 5), nor are people whose group is not known.
--
-- returns  indicator    varchar    id in data/indicators.toml
-- returns  area_code    varchar    GSS or NHS code of the whole
-- returns  area_type    varchar    icb, county, district or country
-- returns  dimension    varchar    what is compared: a dimension of data/groups.toml
-- returns  period       varchar    as published
-- returns  period_end   date       last day of the period
-- returns  series       varchar    the run the rows belong to
-- returns  members      bigint     groups or districts with a value
-- returns  blank        bigint     groups or districts without one
-- returns  ordered      boolean    whether the members run from most to least deprived
-- returns  high_code    varchar    end with the higher value
-- returns  high_value   double     its value, in the indicator's unit
-- returns  low_code     varchar    end with the lower value
-- returns  low_value    double     its value
-- returns  clear        boolean    whether the 95% limits of the ends stand apart; null where they are not known
-- returns  ratio        double     higher value divided by lower value; null where the lower is zero
-- returns  theme        varchar    theme of the indicator
-- returns  polarity     varchar    high_is_bad, high_is_good or no_judgement
-- returns  kind         varchar    share, rate, mean, survey or modelled
-- returns  source_id    varchar    id in data/sources.toml
with lasts as (
    select dimension, max(position) as last_place
    from groups
    where group_code <> 'unknown'
    group by dimension
),

counted as (
    select
        member_values.*, starts_with(member_values.dimension, 'deprivation_') as ordered,
        value is not null and (member_values.dimension in ('district', 'upper_tier') or coalesce(numerator, 20) >= 20)
        and (not starts_with(member_values.dimension, 'deprivation_') or place in (0, last_place)) as is_end
    from member_values
    inner join lasts on member_values.dimension = lasts.dimension
    where member <> 'unknown'
),

ends as (
    select
        indicator, area_code, area_type, dimension, period, period_end, series, ordered, theme, polarity, kind,
        count(value) as members, count(*) - count(value) as blank, count(*) filter (where is_end) as ends,
        max_by(member, value) filter (where is_end) as high_code, max(value) filter (where is_end) as high_value,
        max_by(low, value) filter (where is_end) as high_from,
        min_by(member, value) filter (where is_end) as low_code, min(value) filter (where is_end) as low_value,
        min_by(high, value) filter (where is_end) as low_to, any_value(source_id) as source_id
    from counted
    group by all
)

select
    indicator, area_code, area_type, dimension, period, period_end, series, members, blank, ordered, high_code,
    high_value, low_code, low_value, high_from > low_to as clear, high_value / nullif(low_value, 0) as ratio, theme,
    polarity, kind, source_id
from ends
where ends > 1
order by indicator, area_type, area_code, dimension, period_end
