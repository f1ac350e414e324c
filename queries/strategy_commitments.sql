-- Everything that the five documents promise, in their order, with whether figures held here measure it.
--
-- returns  id                 varchar    our identifier
-- returns  position           bigint     place in the record, which follows the order of each document
-- returns  document           varchar    number of the document
-- returns  section            varchar    the document's own heading
-- returns  reference          varchar    the document's own number, where it has one
-- returns  kind               varchar    vision, aim, ambition, action, metric, deliverable, target or lesson
-- returns  parent             varchar    the commitment it is a part of
-- returns  theme              varchar    word of record.toml
-- returns  population_groups  varchar    words of record.toml, with semicolons between
-- returns  areas              varchar    codes with semicolons between
-- returns  promise            varchar    what was promised
-- returns  lead               varchar    bodies with semicolons between, or none stated
-- returns  due                varchar    last day of the time named; null where none is stated
-- returns  due_as_stated      varchar    what the document says of the date
-- returns  measurable         varchar    yes, partly or no: whether a number could show it
-- returns  measured           varchar    held, close (something close is held) or no
-- returns  indicator          varchar    id in data/indicators.toml
-- returns  indicator_area     varchar    area whose figures are held to it
-- returns  indicator_note     varchar    why the fit is not exact
-- returns  status             varchar    as last reported in these documents
-- returns  status_text        varchar    what was reported
-- returns  status_date        varchar    day of the report
-- returns  status_document    varchar    document that reports it
-- returns  would_measure      varchar    what would measure it, where nothing held does
-- returns  holder             varchar    who holds that
-- returns  note               varchar    what to know about it
-- returns  source_id          varchar    id in data/sources.toml
with outcomes as (
    select distinct commitment_id from targets where outcome_figure is not null
)

select
    id, position, document, section, reference, kind, parent, theme, population_groups, areas, promise, lead, due,
    due_as_stated, measurable,
    case
        when indicator_fit = 'exact' or commitment_id is not null then 'held'
        when indicator is not null then 'close'
        else 'no'
    end as measured,
    indicator, indicator_area, indicator_note, status, status_text, status_date, status_document, would_measure,
    holder, note, source_id
from commitments
left join outcomes on commitments.id = outcomes.commitment_id
order by position
