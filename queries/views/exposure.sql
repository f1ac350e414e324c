-- Residents of each group (latest census) by how deprived their neighbourhoods are (latest index, part by part): how
-- many live in the most deprived fifth and tenth, and the mean over residents, for each district, Warwickshire and all
-- six districts.
--
-- returns  basis              varchar  national: against England; local: against Coventry and Warwickshire
-- returns  domain             varchar  imd, a domain, idaci or idaopi
-- returns  area_code          varchar  GSS code
-- returns  area_type          varchar  district, county or icb
-- returns  dimension          varchar  all, ethnic_group or age_band
-- returns  group_code         varchar  group of people
-- returns  residents          bigint   residents of the group
-- returns  in_fifth           bigint   of them in the most deprived fifth
-- returns  in_tenth           bigint   of them in the most deprived tenth
-- returns  less_deprived_pct  double   % of neighbourhoods that are less deprived, mean over residents
-- returns  mean_rank          double   rank of the neighbourhood, mean over residents; 1 is the most deprived
-- returns  ranked             bigint   neighbourhoods ranked
-- returns  year               bigint   census year
-- returns  edition            bigint   edition of the index
-- returns  source_id          varchar  source of the residents, id in data/sources.toml
-- returns  index_source       varchar  source of the index, id in data/sources.toml
select
    ranks.basis, ranks.domain, places.area_code, places.area_type, residents.dimension, residents.group_code,
    sum(residents.persons)::bigint as residents,
    coalesce(sum(residents.persons) filter (where ranks.fifth = 1), 0)::bigint as in_fifth,
    coalesce(sum(residents.persons) filter (where ranks.tenth = 1), 0)::bigint as in_tenth,
    sum(ranks.less_deprived_pct * residents.persons) / sum(residents.persons) as less_deprived_pct,
    sum(ranks.rank * residents.persons) / sum(residents.persons) as mean_rank,
    any_value(ranks.ranked) as ranked, any_value(residents.year) as year, any_value(ranks.edition) as edition,
    any_value(residents.source_id) as source_id, any_value(ranks.source_id) as index_source
from neighbourhood_residents as residents
inner join neighbourhood_ranks as ranks using (lsoa_code)
inner join area_members as places using (lsoa_code)
where places.lsoa_type = 'lsoa21' and places.area_type in ('district', 'county', 'icb')
group by all
order by basis, domain, area_type, area_code, dimension, group_code
