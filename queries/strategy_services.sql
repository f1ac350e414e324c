-- Every service that the documents name, with what ties it to a commitment: the place in the document and the needs.
--
-- returns  id        varchar    our identifier
-- returns  entry     varchar    the entry it is another account of, or itself
-- returns  name      varchar    name
-- returns  here      boolean    whether it is for people here, in place or planned
-- returns  needs     varchar    words of record.toml, with semicolons between
-- returns  document  varchar    number of the document
-- returns  section   varchar    the document's own heading
-- returns  money     varchar    money as stated, with its year; null where none is
select
    id, coalesce(same_as, id) as entry, name, local = 'yes' and stage in ('in_place', 'planned') as here,
    coalesce(needs, '') as needs, document, section, money
from services
order by name, id
