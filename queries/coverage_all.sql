-- What every indicator has, in the order of the registry: its kinds of area, groups and years with a figure.
--
-- returns  indicator   varchar      id in data/indicators.toml
-- returns  area_types  varchar[]    kinds of area
-- returns  dimensions  varchar[]    what its groups are groups of
-- returns  years       bigint[]     calendar years its periods end in
-- returns  rows        bigint       observations, with or without a value
-- returns  known       bigint       observations with a value
select
    indicator,
    list(distinct area_type) as area_types,
    list(distinct dimension) as dimensions,
    list(distinct year(period_end)) filter (where known > 0) as years,
    sum(rows)::bigint as rows,
    sum(known)::bigint as known
from held
group by indicator
order by min(rowid)
