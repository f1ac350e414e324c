-- What the early intervention paper tells of each tier: money, staff, people, waits; in its order.
--
-- returns  step       bigint     place in the paper
-- returns  tier       varchar    tier, or all
-- returns  kind       varchar    investment, staff, activity, wait, age or other
-- returns  service    varchar    service it is said of, or null
-- returns  line       varchar    what the figure is
-- returns  value      double     in the row's unit; null where status says why
-- returns  unit       varchar    unit, or null
-- returns  period     varchar    year, or not stated
-- returns  status     varchar    value or not_published
-- returns  note       varchar    what to know about it, or null
-- returns  as_at_stated varchar    what the document says of its date
-- returns  source_id  varchar    id in data/sources.toml
select
    tiers.step, tiers.tier, tiers.kind, tiers.service, tiers.line, tiers.value, tiers.unit, tiers.period, tiers.status,
    tiers.note, documents.as_at_stated, tiers.source_id
from tiers
inner join documents using (document)
order by tiers.step
