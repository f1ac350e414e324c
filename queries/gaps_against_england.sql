-- Where one district or county fares worse than England, one indicator for each theme, widest first. Only shares and
-- rates with a judgement, from periods that ended within five years of the newest, at least a tenth apart, and, where
-- limits are known, with the whole interval on the worse side of England.
--
-- param    district     varchar    GSS code of a district or of Warwickshire
-- returns  indicator    varchar    id in data/indicators.toml
-- returns  theme        varchar    theme of the indicator
-- returns  dimension    varchar    england: what the area is compared with
-- returns  period       varchar    as published
-- returns  period_end   date       last day of the period
-- returns  worst_code   varchar    the district
-- returns  worst        double     its value, in the indicator's unit
-- returns  best_code    varchar    England's code
-- returns  best         double     England's value
-- returns  ratio        double     higher value divided by lower value
-- returns  source_id    varchar    id in data/sources.toml
select indicator, theme, dimension, period, period_end, worst_code, worst, best_code, best, ratio, source_id
from worse_than_england
where worst_code = $district
order by rowid
