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
with lived as (
    select
        places.area_code, places.area_type, residents.group_code as ethnic_group,
        sum(residents.persons)::bigint as residents,
        sum(ranks.less_deprived_pct * residents.persons) / sum(residents.persons) as less_deprived_pct,
        sum(ranks.rank * residents.persons) / sum(residents.persons) as mean_rank,
        any_value(ranks.ranked) as ranked, any_value(residents.year) as year, any_value(ranks.edition) as edition,
        any_value(residents.source_id) as source_id, any_value(ranks.source_id) as index_source
    from neighbourhood_residents as residents
    inner join neighbourhood_ranks as ranks using (lsoa_code)
    inner join area_members as places using (lsoa_code)
    where
        residents.dimension in ('all', 'ethnic_group')
        and ranks.basis = $basis
        and ranks.domain = 'imd'
        and places.lsoa_type = 'lsoa21'
        and places.area_type in ('district', 'county', 'icb')
    group by all
    having sum(residents.persons) > 0
)

select
    lived.area_code, areas.area_name, lived.area_type, lived.ethnic_group, labels.group_name, lived.residents,
    lived.less_deprived_pct, lived.mean_rank, lived.ranked, lived.year, lived.edition, lived.source_id,
    lived.index_source
from lived
inner join areas using (area_code, area_type)
inner join groups as labels
    on lived.ethnic_group = labels.group_code and labels.dimension in ('ethnic_group', 'all')
order by lived.area_type asc, lived.area_code asc, lived.less_deprived_pct desc, lived.ethnic_group asc
