-- Where each ethnic group lives: residents (latest census) by fifth of deprivation of their neighbourhood (latest
-- index), for each district, Warwickshire and all six districts. Fifth 1 is the most deprived.
--
-- param    basis          varchar    national: fifths of England's neighbourhoods; local: of those of the six districts
-- returns  area_code      varchar    GSS code
-- returns  area_name      varchar    name to show
-- returns  area_type      varchar    district, county or icb
-- returns  ethnic_group   varchar    broad ethnic group, or all
-- returns  group_name     varchar    name to show
-- returns  fifth          integer    1 (most deprived) to 5
-- returns  neighbourhoods bigint     neighbourhoods of the area in the fifth
-- returns  persons        bigint     residents of the group in them
-- returns  residents      bigint     residents of the group in the area
-- returns  share_pct      double     % of the group's residents
-- returns  year           bigint     census year
-- returns  edition        bigint     edition of the index
-- returns  source_id      varchar    source of the residents, id in data/sources.toml
-- returns  index_source   varchar    source of the index, id in data/sources.toml
select
    area_code, area_name, area_type, ethnic_group, group_name, fifth, neighbourhoods, persons, residents, share_pct,
    year, edition, source_id, index_source
from group_fifths
where basis = $basis
order by rowid
