-- Every gap that can be measured, at its newest period: indicator by what is compared by area, widest ratio first.
--
-- param    area_code    varchar?   GSS or NHS code of the whole; null for every area
-- param    dimension    varchar?   what is compared; null for every way
-- param    theme        varchar?   theme of the indicator; null for all
-- returns  indicator    varchar    id in data/indicators.toml
-- returns  theme        varchar    theme of the indicator
-- returns  area_code    varchar    GSS or NHS code of the whole
-- returns  dimension    varchar    what is compared: a dimension of data/groups.toml
-- returns  period       varchar    as published
-- returns  period_end   date       last day of the period
-- returns  worst_code   varchar    end that fares worst; the higher one where the indicator is not judged
-- returns  worst        double     its value, in the indicator's unit
-- returns  best_code    varchar    the other end
-- returns  best         double     its value
-- returns  gap          double     how far apart they are, in the indicator's unit
-- returns  ratio        double     higher value divided by lower value; null where the lower is zero
-- returns  clear        boolean    whether the 95% limits of the ends stand apart; null where they are not known
-- returns  source_id    varchar    id in data/sources.toml
select
    indicator, theme, area_code, dimension, period, period_end, worst_code, worst, best_code, best, gap, ratio, clear,
    source_id
from newest_gaps
where
    ($area_code is null or area_code = $area_code)
    and ($dimension is null or dimension = $dimension)
    and ($theme is null or theme = $theme)
order by rowid
