-- The lessons that the case study of the alliances draws or retells, in the order of the record.
--
-- returns  id            varchar    id in commitments
-- returns  section       varchar    the document's own heading
-- returns  promise       varchar    the lesson, in our words
-- returns  lead          varchar    whom it is for
-- returns  theme         varchar    word of record.toml
-- returns  status        varchar    as last reported in the documents
-- returns  note          varchar    what to know about it, or null
-- returns  source_id     varchar    id in data/sources.toml
select id, section, promise, lead, theme, status, note, source_id
from commitments
where kind = 'lesson' and document = '003'
order by id
