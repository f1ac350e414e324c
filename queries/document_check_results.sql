-- Every total, difference and statement of the documents that was worked out again, with the verdict.
--
-- param    document        varchar    number of a document, or all
-- returns  check_id        varchar    our identifier
-- returns  kind            varchar    what is checked; word of record.toml
-- returns  document        varchar    number of the document
-- returns  short_name      varchar    the document's short name
-- returns  section         varchar    the document's own heading
-- returns  statement       varchar    what the document states, in our words
-- returns  stated_figure   varchar    typed figure that is held to the formula, or null
-- returns  stated_words    varchar    what is stated, where it is words
-- returns  found_words     varchar    what is found, where it is words
-- returns  unit            varchar    unit of the figures
-- returns  stated_value    double     stated number, in unit
-- returns  computed_value  double     number worked out, in unit
-- returns  difference      double     stated less worked out
-- returns  fits            varchar    yes, within_rounding, no or not_checkable
-- returns  sentence        varchar    verdict in words
-- returns  note            varchar    what may explain it, or null
-- returns  source_id       varchar    id in data/sources.toml
select
    c.check_id, c.kind, c.document, documents.short_name, c.section, c.statement, c.stated_figure, c.stated_words,
    c.found_words, c.unit, c.stated_value, c.computed_value, c.difference, c.fits, c.sentence, c.note, c.source_id
from document_checks as c
inner join documents using (document)
where $document in ('all', c.document)
order by c.document, c.section, c.check_id
