-- Every service the documents name, a row an account of it; blanks as empty words, ages that are not stated as null.
-- returns  id               varchar    our identifier
-- returns  same_as          varchar    id of the entry that this row is another account of, or ''
-- returns  part_of          varchar    ids of the services it is a part of, with semicolons between
-- returns  name             varchar    name
-- returns  kind             varchar    word of data/record.toml
-- returns  stage            varchar    in place, planned or elsewhere
-- returns  local            varchar    whether it is for people here
-- returns  what             varchar    what it does
-- returns  for_whom         varchar    whom it is for
-- returns  age_from         bigint     youngest age
-- returns  age_to           bigint     oldest age, its whole year included
-- returns  ages_as_stated   varchar    what the document says of ages
-- returns  areas            varchar    codes with semicolons between
-- returns  tiers            varchar    1 to 4, with semicolons between
-- returns  tier_basis       varchar    how the tier is known
-- returns  needs            varchar    words with semicolons between
-- returns  provider         varchar    who provides it
-- returns  providers        varchar    names to filter by, with semicolons between
-- returns  commissioner     varchar    who pays for it
-- returns  routes           varchar    words with semicolons between
-- returns  route_text       varchar    how to get in
-- returns  money            varchar    as stated
-- returns  staff            varchar    as stated
-- returns  as_at            varchar    year, month or day of the account
-- returns  document         varchar    number of the document
-- returns  document_name    varchar    its short name
-- returns  section          varchar    the document's own heading
-- returns  note             varchar    what to know about it
-- returns  source_id        varchar    id in data/sources.toml
select
    s.id, coalesce(s.same_as, '') as same_as,
    coalesce(s.part_of, '') as part_of,
    s.name,
    s.kind, s.stage, s.local, s.what, s.for_whom, s.age_from, s.age_to,
    s.ages_as_stated,
    coalesce(s.areas, '') as areas,
    coalesce(s.tiers, '') as tiers,
    coalesce(s.tier_basis, '') as tier_basis,
    coalesce(s.needs, '') as needs,
    s.provider,
    coalesce(s.providers, '') as providers,
    s.commissioner,
    s.routes,
    s.route_text,
    coalesce(s.money, '') as money,
    coalesce(s.staff, '') as staff,
    s.as_at,
    s.document,
    d.short_name as document_name,
    s.section,
    coalesce(s.note, '') as note,
    s.source_id
from services as s inner join documents as d on s.document = d.document
order by s.id
