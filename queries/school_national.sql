-- Published shares of schools or pupils that have a Mental Health Support Team, in England and in the Midlands.
--
-- returns  geography   varchar    place, in words
-- returns  population  varchar    of whom or what
-- returns  period      varchar    period, as printed
-- returns  value       double     % covered by a team
-- returns  evidence    varchar    publisher, or secondary for another's account
-- returns  projection  boolean    true for a forecast
-- returns  publisher   varchar    who published it
-- returns  url         varchar    where it was read
-- returns  source_id   varchar    id in data/sources.toml
with dated as (
    select *, list_last(regexp_extract_all(period, '20\d\d')) as year
    from published_facts
    where topic = 'MHST' and unit = '%' and geography in ('England', 'Midlands (NHS region)')
)

select geography, population, period, value, evidence, projection, publisher, url, source_id
from dated
order by geography, population, year, projection
