-- Figures of the documents that newer ones held here have moved: as printed, the official figure of the same time where
-- there is one, and the newest. Where no indicator has it, the newest is a quoted figure.
--
-- returns  figure_id        varchar    id in typed_figures
-- returns  document         varchar    number of the document
-- returns  document_name    varchar    short name of the document
-- returns  section          varchar    the document's own heading
-- returns  what             varchar    what the figure is
-- returns  area_code        varchar    area
-- returns  printed_period   varchar    when, as typed from the document
-- returns  printed          double     figure of the document, in unit
-- returns  unit             varchar    unit of the document's figure
-- returns  indicator        varchar    id in data/indicators.toml, or null
-- returns  label            varchar    what the newer figure measures
-- returns  same_period      varchar    official period of the same time, or null
-- returns  same_value       double     official figure of the same time, in the indicator's unit, or null
-- returns  newest_period    varchar    period of the newest figure
-- returns  newest_end       date       last day of that period; null for a quoted figure
-- returns  newest_value     double     newest figure, in the indicator's unit
-- returns  caution          varchar    what to bear in mind
-- returns  source_id        varchar    source of the document's figure
-- returns  newer_source_id  varchar    source of the newer figure
with asked as (
    select distinct indicator, area_code
    from overtaken
),

held as (
    select o.indicator, o.area_code, o.period, o.period_end, o.value, o.source_id
    from observations as o
    inner join asked on o.indicator = asked.indicator and o.area_code = asked.area_code
    where o.dimension = 'all' and o.value is not null and o.area_type <> 'lsoa21'
),

newest as (
    select overtaken.figure_id, held.period, held.period_end, held.value, held.source_id
    from overtaken
    inner join held using (indicator, area_code)
    qualify row_number() over (partition by overtaken.figure_id order by held.period_end desc, held.period asc) = 1
)

select
    o.figure_id, t.document, documents.short_name as document_name, t.section, t.what, o.area_code,
    t.period as printed_period, t.value as printed, t.unit, o.indicator, coalesce(i.label, f.measure) as label,
    o.same_period, same.value as same_value, coalesce(newest.period, f.period) as newest_period,
    newest.period_end as newest_end, coalesce(newest.value, f.value) as newest_value, o.caution, o.source_id,
    coalesce(newest.source_id, f.source_id) as newer_source_id
from overtaken as o
inner join typed_figures as t using (figure_id)
inner join documents on t.document = documents.document
left join indicators as i on o.indicator = i.indicator
left join newest using (figure_id)
left join held as same
    on o.indicator = same.indicator and o.area_code = same.area_code and o.same_period = same.period
left join published_facts as f on o.fact = concat_ws('|', f.topic, f.geography, f.period, f.population, f.measure)
order by t.document, t.section, o.figure_id
