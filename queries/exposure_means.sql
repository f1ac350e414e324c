-- How deprived the neighbourhoods are in which each ethnic group lives, on average (latest census and index), for each
-- district, Warwickshire and all six districts: the mean over the group's residents, not over neighbourhoods.
--
-- param    basis              varchar    national: against England; local: against Coventry and Warwickshire
-- returns  area_code          varchar    GSS code
-- returns  area_name          varchar    name to show
-- returns  area_type          varchar    district, county or icb
-- returns  ethnic_group       varchar    broad ethnic group, or all
-- returns  group_name         varchar    name to show
-- returns  residents          bigint     residents of the group in the area
-- returns  less_deprived_pct  double     % of neighbourhoods that are less deprived, mean over residents
-- returns  mean_rank          double     rank of the neighbourhood, mean over residents; 1 is the most deprived
-- returns  ranked             bigint     neighbourhoods ranked
-- returns  year               bigint     census year
-- returns  edition            bigint     edition of the index
-- returns  source_id          varchar    source of the residents, id in data/sources.toml
-- returns  index_source       varchar    source of the index, id in data/sources.toml
select
    lived.area_code, areas.area_name, lived.area_type, lived.group_code as ethnic_group, labels.group_name,
    lived.residents, lived.less_deprived_pct, lived.mean_rank, lived.ranked, lived.year, lived.edition,
    lived.source_id, lived.index_source
from exposure as lived
inner join areas using (area_code, area_type)
inner join groups as labels on lived.dimension = labels.dimension and lived.group_code = labels.group_code
where
    lived.basis = $basis
    and lived.domain = 'imd'
    and lived.dimension in ('all', 'ethnic_group')
    and lived.residents > 0
order by lived.area_type asc, lived.area_code asc, lived.less_deprived_pct desc, lived.group_code asc
