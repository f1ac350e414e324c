-- Where each ethnic group lives: residents by fifth of deprivation of their neighbourhood, and all in the area.
--
-- returns  basis           varchar    national: fifths of England's neighbourhoods; local: of ours
-- returns  area_code       varchar    GSS code
-- returns  area_name       varchar    name to show
-- returns  area_type       varchar    district, county or icb
-- returns  ethnic_group    varchar    broad ethnic group, or all
-- returns  group_name      varchar    name to show
-- returns  fifth           integer    1 (most deprived) to 5
-- returns  neighbourhoods  bigint     neighbourhoods of the area in the fifth
-- returns  persons         bigint     residents of the group in them
-- returns  residents       bigint     residents of the group in the area
-- returns  share_pct       double     % of the group's residents
-- returns  year            bigint     census year
-- returns  edition         bigint     edition of the index
-- returns  source_id       varchar    source of the residents, id in data/sources.toml
-- returns  index_source    varchar    source of the index, id in data/sources.toml
with residents as (
    select area_code as lsoa_code, unnest(['all', ethnic_group]) as ethnic_group, year, persons, source_id
    from population
    where census_table = 'TS021' and area_type = 'lsoa21'
),

counted as (
    select
        ranks.basis, area_members.area_code, area_members.area_type, residents.ethnic_group,
        ranks.fifth::integer as fifth, count(distinct lsoa_code) as neighbourhoods, sum(persons)::bigint as persons,
        max(year) as year, max(ranks.edition) as edition, min(residents.source_id) as source_id,
        min(ranks.source_id) as index_source
    from residents
    inner join neighbourhood_ranks as ranks using (lsoa_code)
    inner join area_members using (lsoa_code)
    where
        ranks.domain = 'imd' and area_members.lsoa_type = 'lsoa21'
        and area_members.area_type in ('district', 'county', 'icb')
    group by all
),

every as (
    select
        basis, area_code, area_type, ethnic_group, unnest([1, 2, 3, 4, 5]) as fifth,
        sum(persons)::bigint as residents, max(year) as year, max(edition) as edition, min(source_id) as source_id,
        min(index_source) as index_source
    from counted
    group by basis, area_code, area_type, ethnic_group
)

select
    every.basis, every.area_code, areas.area_name, every.area_type, every.ethnic_group, labels.group_name,
    every.fifth, coalesce(neighbourhoods, 0) as neighbourhoods, coalesce(persons, 0) as persons, every.residents,
    100.0 * coalesce(persons, 0) / every.residents as share_pct, every.year, every.edition, every.source_id,
    every.index_source
from every
left join counted using (basis, area_code, area_type, ethnic_group, fifth)
inner join areas using (area_code, area_type)
inner join groups as labels on every.ethnic_group = labels.group_code and labels.dimension in ('ethnic_group', 'all')
order by
    every.basis, every.area_type, every.area_code, labels.dimension, labels.position, every.fifth
