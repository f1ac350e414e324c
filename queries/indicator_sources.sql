-- The sources of an indicator's figures, those with most rows first.
--
-- param    indicator   varchar    id in data/indicators.toml
-- returns  source_id   varchar    id in data/sources.toml
-- returns  rows        bigint     observations taken from it
select source_id, count(*) as rows
from named_observations
where indicator = $indicator
group by source_id
order by count(*) desc, source_id asc
