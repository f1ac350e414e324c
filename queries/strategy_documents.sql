-- The five documents of the record.
--
-- returns  document      varchar    our number of the document
-- returns  short_name    varchar    short name
-- returns  title         varchar    title
-- returns  publisher     varchar    who published it
-- returns  as_at_stated  varchar    what it says of its date
-- returns  about         varchar    what it covers
-- returns  source_id     varchar    id in data/sources.toml
select document, short_name, title, publisher, as_at_stated, about, source_id
from documents
order by document
