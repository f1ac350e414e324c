-- Where each neighbourhood (LSOA 2021) stands in the latest index of deprivation, part by part: among all of England's
-- neighbourhoods (national), and among those of Coventry and Warwickshire (local). Tenth and fifth 1 are the most
-- deprived.
--
-- returns  basis              varchar    national or local
-- returns  lsoa_code          varchar    GSS code
-- returns  domain             varchar    imd, a domain, idaci or idaopi
-- returns  rank               bigint     1 is the most deprived
-- returns  ranked             bigint     neighbourhoods ranked
-- returns  less_deprived_pct  double     % of them that are less deprived
-- returns  tenth              bigint     1 to 10
-- returns  fifth              bigint     1 to 5
-- returns  population         double     residents, the edition's own denominator
-- returns  edition            bigint     edition of the index
-- returns  source_id          varchar    id in data/sources.toml
with latest as (
    select area_code, domain, rank, neighbourhoods, decile, population, edition, source_id
    from deprivation
    where lsoa_vintage = 2021
    qualify edition = max(edition) over ()
),

placed as (
    select
        'national' as basis, latest.*, rank::bigint as place, neighbourhoods::bigint as ranked,
        decile::bigint as tenth, (decile::bigint + 1) // 2 as fifth
    from latest
    union all
    select
        'local' as basis, latest.*, row_number() over ours as place, count(*) over (partition by domain) as ranked,
        ntile(10) over ours as tenth, ntile(5) over ours as fifth
    from latest
    window ours as (partition by domain order by rank, area_code)
)

select
    basis, area_code as lsoa_code, domain, place as rank, ranked,
    100.0 * (ranked - place) / ranked as less_deprived_pct, tenth, fifth, population, edition, source_id
from placed
order by basis, domain, rank, lsoa_code
