-- The quoted figures that stand beside figures of the documents which no indicator measures: what they are of.
--
-- returns  figure_id   varchar    id in overtaken
-- returns  geography   varchar    place the quoted figure is of
-- returns  population  varchar    whom or what it counts
-- returns  measure     varchar    what it says of them
-- returns  unit        varchar    its unit
select overtaken.figure_id, f.geography, f.population, f.measure, f.unit
from overtaken
inner join published_facts as f
    on overtaken.fact = concat_ws('|', f.topic, f.geography, f.period, f.population, f.measure)
order by overtaken.figure_id
