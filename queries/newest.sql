-- The newest figures held for any area inside Coventry and Warwickshire, one row an indicator, newest first.
--
-- returns  indicator    varchar    id in data/indicators.toml
-- returns  label        varchar    what it measures
-- returns  period       varchar    as published
-- returns  period_end   date       last day of the period
-- returns  source_id    varchar    id in data/sources.toml
select o.indicator, i.label, o.period, o.period_end, any_value(o.source_id) as source_id
from observations as o
inner join indicators as i on o.indicator = i.indicator
where o.value is not null and o.area_type not in ('country', 'region', 'nhs_region', 'peer_icb')
group by o.indicator, i.label, i.position, o.period, o.period_end
qualify row_number() over (partition by o.indicator order by o.period_end desc) = 1
order by o.period_end desc, i.position asc
