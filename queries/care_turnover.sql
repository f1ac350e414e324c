-- Staff turnover by staff group and month (table ten of the plan), oldest first.
--
-- returns  staff_group   varchar    group of staff, in the plan's words
-- returns  month_end     date       last day of the month
-- returns  turnover_pct  double     % of staff
-- returns  source_id     varchar    id in data/sources.toml
select staff_group, month_end::date as month_end, turnover_pct, source_id
from staff_turnover
order by staff_turnover.month_end, staff_group
