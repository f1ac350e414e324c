-- Every abbreviation and term of the documents and of this product, in alphabetical order; one with two meanings twice.
--
-- returns  term         varchar    letters, as printed
-- returns  meaning      varchar    what they stand for
-- returns  explanation  varchar    what that is
-- returns  should_be    varchar    the right letters, where the printed ones are a slip, or null
-- returns  used_in_app  boolean    whether this product uses the term
-- returns  documents    varchar    numbers of the documents that use it, with semicolons between, or null
-- returns  note         varchar    what to know about it, or null
-- returns  source_id    varchar    id in data/sources.toml
select term, meaning, explanation, should_be, used_in_app, documents, note, source_id
from glossary
order by lower(term), meaning
