-- Every body that a document names, as that document tells of it.
--
-- param    document    varchar    number of a document, or all
-- returns  id          varchar    our identifier
-- returns  document    varchar    number of the document
-- returns  short_name  varchar    the document's short name
-- returns  same_as     varchar    id of the body that this row is another account of, or null
-- returns  name        varchar    name
-- returns  kind        varchar    board, partnership, collaborative, working_group, organisation or office
-- returns  role        varchar    what it does, in our words
-- returns  reports_to  varchar    ids of the bodies above it with semicolons between, or null
-- returns  members     varchar    members, where stated
-- returns  areas       varchar    codes with semicolons between, or null
-- returns  section     varchar    the document's own heading
-- returns  as_at       varchar    year that the account is of
-- returns  source_id   varchar    id in data/sources.toml
select
    bodies.id, bodies.document, documents.short_name, bodies.same_as, bodies.name, bodies.kind, bodies.role,
    bodies.reports_to, bodies.members, bodies.areas, bodies.section, bodies.as_at, bodies.source_id
from bodies
inner join documents using (document)
where $document in ('all', bodies.document)
order by bodies.document, bodies.name, bodies.id
