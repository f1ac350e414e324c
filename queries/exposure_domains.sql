-- Share of each ethnic group (latest census) who live in the most deprived fifth of neighbourhoods, part by part of the
-- latest index of deprivation, in one area.
--
-- param    basis         varchar    national: fifths of England's neighbourhoods; local: of Coventry and Warwickshire's
-- param    area_code     varchar    GSS code of a district, Warwickshire or all six districts
-- returns  domain        varchar    imd, a domain or idaci
-- returns  ethnic_group  varchar    broad ethnic group, or all
-- returns  group_name    varchar    name to show
-- returns  persons       bigint     residents of the group in that fifth
-- returns  residents     bigint     residents of the group
-- returns  share_pct     double     % of the group's residents
-- returns  year          bigint     census year
-- returns  edition       bigint     edition of the index
-- returns  source_id     varchar    source of the residents, id in data/sources.toml
-- returns  index_source  varchar    source of the index, id in data/sources.toml
select
    lived.domain, lived.group_code as ethnic_group, labels.group_name, lived.in_fifth as persons, lived.residents,
    100.0 * lived.in_fifth / lived.residents as share_pct, lived.year, lived.edition, lived.source_id,
    lived.index_source
from exposure as lived
inner join groups as labels on lived.dimension = labels.dimension and lived.group_code = labels.group_code
where
    lived.basis = $basis
    and lived.area_code = $area_code
    and lived.domain <> 'idaopi'
    and lived.dimension in ('all', 'ethnic_group')
order by lived.domain, labels.dimension, labels.position
