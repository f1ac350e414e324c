-- Whether any indicator has this period.
--
-- param    period  varchar    as published
-- returns  period  varchar    the period, once, if it is known
select distinct period
from observations
where period = $period
order by period
