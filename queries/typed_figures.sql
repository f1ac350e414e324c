-- Every figure typed from the documents, in one form.
--
-- param    document       varchar    number of a document, or all
-- returns  figure_id      varchar    the typed figure
-- returns  document       varchar    number of the document
-- returns  document_name  varchar    short name of the document
-- returns  section        varchar    the document's own heading
-- returns  table_name     varchar    table of the document, or text
-- returns  what           varchar    what it is
-- returns  period         varchar    when, or not stated
-- returns  value          double     number, in unit; null where the figure is a month, quarter or year
-- returns  value_words    varchar    the figure where it is no number, or null
-- returns  unit           varchar    unit
-- returns  note           varchar    what to know about it, or null
-- returns  source_id      varchar    id in data/sources.toml
select
    f.figure_id, f.document, documents.short_name as document_name, f.section, f.table_name, f.what, f.period, f.value,
    f.value_words, f.unit, f.note, f.source_id
from typed_figures as f
inner join documents using (document)
where $document in ('all', f.document)
order by f.document, f.section, f.figure_id
