-- One comparison over all its periods: each group or district of an area with limits, counts and England's value.
--
-- param    indicator    varchar    id in data/indicators.toml
-- param    dimension    varchar    what is compared: a dimension of data/groups.toml
-- param    area_code    varchar    GSS or NHS code of the whole
-- returns  member       varchar    code of the group or of the district
-- returns  name         varchar    name to show
-- returns  value        double     in the indicator's unit; null where there is none
-- returns  low          double     95% lower limit; null where it cannot be known
-- returns  high         double     95% upper limit
-- returns  numerator    double     count above the line
-- returns  weight       double     value times weight is the numerator; null where there are no counts
-- returns  status       varchar    value, zero, suppressed, not_collected or not_published
-- returns  england      double     England's value for the same group and period
-- returns  all_counted  double     count above the line for everyone together, where it is published
-- returns  all_people   double     count below the line for everyone together
-- returns  period       varchar    as published
-- returns  period_end   date       last day of the period
-- returns  series       varchar    the run the row belongs to
-- returns  source_id    varchar    id in data/sources.toml
select
    member, name, value, low, high, numerator, weight, status, england, all_counted, all_people, period, period_end,
    series, source_id
from compared
where indicator = $indicator and dimension = $dimension and area_code = $area_code
order by rowid
