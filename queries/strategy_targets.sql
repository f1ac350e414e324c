-- Every target with a number, in the order of the documents, with the latest figure held to it: of its indicator for
-- its area, or the outcome that the document itself prints.
--
-- returns  id              varchar    our identifier
-- returns  commitment_id   varchar    id in commitments
-- returns  document        varchar    number of the document
-- returns  section         varchar    the document's own heading
-- returns  what            varchar    what is counted
-- returns  scope           varchar    local, or national: an aim that the document cites
-- returns  indicator       varchar    id in data/indicators.toml
-- returns  indicator_area  varchar    area whose figures are held to it
-- returns  indicator_fit   varchar    exact, narrower_area or approximate
-- returns  indicator_note  varchar    why the fit is not exact
-- returns  target_value    double     number promised, in target_unit
-- returns  target_unit     varchar    unit of the number
-- returns  direction       varchar    at_least, at_most or change
-- returns  baseline_value  double     number it starts from, where printed
-- returns  baseline_date   varchar    day or year of that number
-- returns  due             varchar    last day of the time named; null where none is stated
-- returns  held            varchar    yes, partly or no: whether figures are held here
-- returns  would_measure   varchar    what would measure it
-- returns  holder          varchar    who holds that
-- returns  note            varchar    what to know about it
-- returns  source_id       varchar    source of the target
-- returns  value           double     latest figure; null where none is held
-- returns  period          varchar    as published; null for an outcome that the document prints
-- returns  period_end      date       last day of the period
-- returns  value_source    varchar    source of the figure
with latest as (
    select indicator, area_code, value, period, period_end, source_id
    from observations
    where
        dimension = 'all' and value is not null
        and (indicator, area_code) in (select (indicator, indicator_area) from targets)
    qualify row_number() over (partition by indicator, area_code order by period_end desc, period asc) = 1
),

outcomes as (
    select figure_id as outcome_figure, value, as_at::date as as_at, source_id from workforce
),

places as (
    select id as commitment_id, position from commitments
)

select
    id, commitment_id, document, section, what, scope, targets.indicator, indicator_area, indicator_fit,
    indicator_note, target_value, target_unit, direction, baseline_value, baseline_date, due, held, would_measure,
    holder, note, targets.source_id, coalesce(outcomes.value, latest.value) as value, latest.period,
    coalesce(outcomes.as_at, latest.period_end) as period_end,
    coalesce(outcomes.source_id, latest.source_id) as value_source
from targets
inner join places using (commitment_id)
left join latest on targets.indicator = latest.indicator and indicator_area = area_code
left join outcomes using (outcome_figure)
order by position, id
