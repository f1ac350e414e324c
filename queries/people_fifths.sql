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
with index as (
    select
        area_code, edition, source_id,
        if($basis = 'local', ntile(5) over (order by rank, area_code), (decile + 1) // 2)::integer as fifth
    from deprivation
    where domain = 'imd' and lsoa_vintage = 2021
    qualify edition = max(edition) over ()
),

residents as (
    select area_code, unnest(['all', ethnic_group]) as ethnic_group, year, persons, source_id
    from population
    where census_table = 'TS021' and area_type = 'lsoa21'
),

counted as (
    select
        area_members.area_code, area_members.area_type, residents.ethnic_group, fifth,
        count(distinct residents.area_code) as neighbourhoods, sum(persons)::bigint as persons
    from residents
    inner join index on residents.area_code = index.area_code
    inner join area_members on residents.area_code = area_members.lsoa_code and area_members.lsoa_type = 'lsoa21'
    where area_members.area_type in ('district', 'county', 'icb')
    group by all
),

every as (
    select area_code, area_type, ethnic_group, unnest([1, 2, 3, 4, 5]) as fifth, sum(persons)::bigint as residents
    from counted group by area_code, area_type, ethnic_group
)

select
    every.area_code, areas.area_name, every.area_type, every.ethnic_group, labels.group_name, every.fifth,
    coalesce(neighbourhoods, 0) as neighbourhoods, coalesce(persons, 0) as persons, every.residents,
    100.0 * coalesce(persons, 0) / every.residents as share_pct, (select max(year) from residents) as year,
    (select max(edition) from index) as edition, (select min(source_id) from residents) as source_id,
    (select min(source_id) from index) as index_source
from every
left join counted using (area_code, area_type, ethnic_group, fifth)
inner join areas using (area_code, area_type)
inner join groups as labels on every.ethnic_group = labels.group_code and labels.dimension in ('ethnic_group', 'all')
order by every.area_type, every.area_code, labels.dimension, labels.position, every.fifth
