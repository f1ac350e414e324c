-- Children aged 0 to 15 who live in the most deprived fifth of neighbourhoods, in Coventry and in Warwickshire.
--
-- returns  basis         varchar  national: fifths of England's neighbourhoods; local: of ours
-- returns  area_code     varchar  GSS code of Coventry or Warwickshire
-- returns  children      bigint   residents aged 0 to 15
-- returns  year          bigint   census year
-- returns  edition       bigint   edition of the index
-- returns  source_id     varchar  source of the residents, id in data/sources.toml
-- returns  index_source  varchar  source of the index
select
    ranks.basis, places.area_code, sum(kids.persons)::bigint as children, kids.year, ranks.edition, kids.source_id,
    ranks.source_id as index_source
from neighbourhood_residents as kids
inner join neighbourhood_ranks as ranks using (lsoa_code)
inner join area_members as places using (lsoa_code)
where
    kids.dimension = 'age_band' and kids.group_code = '0-15' and ranks.domain = 'imd' and ranks.fifth = 1
    and places.lsoa_type = 'lsoa21' and places.area_code in ('E08000026', 'E10000031')
group by all
order by ranks.basis, places.area_code
