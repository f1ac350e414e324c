-- What can be compared: every indicator with the ways it is split, and for which area.
--
-- returns  indicator   varchar    id in data/indicators.toml
-- returns  dimension   varchar    what is compared: a dimension of data/groups.toml
-- returns  area_code   varchar    GSS or NHS code of the whole
-- returns  last        date       last day of the newest period
with known as (
    select indicator, dimension, area_code, max(period_end) as last
    from opposite_ends
    where area_type <> 'country'
    group by indicator, dimension, area_code
)

select known.indicator, known.dimension, known.area_code, known.last
from known
inner join indicators as i on known.indicator = i.indicator
order by i.position, known.dimension, known.area_code
