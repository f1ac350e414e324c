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
with lived as (
    select
        ranks.domain, residents.group_code as ethnic_group,
        coalesce(sum(residents.persons) filter (where ranks.fifth = 1), 0)::bigint as persons,
        sum(residents.persons)::bigint as residents, any_value(residents.year) as year,
        any_value(ranks.edition) as edition, any_value(residents.source_id) as source_id,
        any_value(ranks.source_id) as index_source
    from neighbourhood_residents as residents
    inner join neighbourhood_ranks as ranks using (lsoa_code)
    inner join area_members as places using (lsoa_code)
    where
        residents.dimension in ('all', 'ethnic_group')
        and ranks.basis = $basis
        and ranks.domain <> 'idaopi'
        and places.lsoa_type = 'lsoa21'
        and places.area_code = $area_code
        and places.area_type in ('district', 'county', 'icb')
    group by ranks.domain, residents.group_code
)

select
    lived.domain, lived.ethnic_group, labels.group_name, lived.persons, lived.residents,
    100.0 * lived.persons / lived.residents as share_pct, lived.year, lived.edition, lived.source_id,
    lived.index_source
from lived
inner join groups as labels
    on lived.ethnic_group = labels.group_code and labels.dimension in ('ethnic_group', 'all')
order by lived.domain, labels.dimension, labels.position
