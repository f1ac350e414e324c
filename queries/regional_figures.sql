-- The figures of the regional plan that no other table holds, in the order of its sections.
--
-- returns  figure_id   varchar    the typed figure
-- returns  subject     varchar    what it is
-- returns  area_code   varchar    where, if stated; WMCA for the Combined Authority's area
-- returns  period      varchar    when, or not stated
-- returns  value       double     number, or null
-- returns  value_words varchar    the figure where it is no number
-- returns  unit        varchar    unit
-- returns  basis       varchar    what the document rests it on
-- returns  section     varchar    the document's own heading
-- returns  note        varchar    what to know about it, or null
-- returns  as_at_stated varchar   what the document says of its date
-- returns  source_id   varchar    id in data/sources.toml
select
    f.figure_id, f.subject, f.area_code, f.period, f.value, f.value_words, f.unit, f.basis, f.section, f.note,
    documents.as_at_stated, f.source_id
from document_figures as f
inner join documents using (document)
where f.document = '004'
order by f.section, f.figure_id
