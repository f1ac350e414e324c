-- Children under 16 in income-deprived families by ward (latest index), beside how deprived the ward is. Numbers are
-- rounded to 5 in each neighbourhood and small ones suppressed: a ward has limits from the rounding alone, and no share
-- where a neighbourhood is suppressed. It is rough where a neighbourhood's number exceeds its children: number and
-- children are counted apart. Ward membership of neighbourhoods is best fit.
--
-- param    basis              varchar    national: against England; local: against Coventry and Warwickshire
-- returns  area_code          varchar    GSS code of the ward
-- returns  area_name          varchar    name to show
-- returns  district_code      varchar    district it lies in
-- returns  district_name      varchar    name of the district
-- returns  upper_tier_code    varchar    Coventry or Warwickshire
-- returns  neighbourhoods     bigint     neighbourhoods of the ward
-- returns  children           bigint     residents under 16, the index's own denominator
-- returns  income_deprived    double     of them in income-deprived families; null where suppressed
-- returns  share_pct          double     %
-- returns  low_pct            double     % at the least: rounded up everywhere, and nowhere more than the children
-- returns  high_pct           double     % at the most: rounded down everywhere
-- returns  status             varchar    value, rough or suppressed
-- returns  less_deprived_pct  double     % of neighbourhoods that are less deprived, mean over the ward's residents
-- returns  edition            bigint     edition of the index
-- returns  source_id          varchar    source of the children, id in data/sources.toml
-- returns  index_source       varchar    source of the index, id in data/sources.toml
with counted as (
    select
        wards.area_code, count(*) as neighbourhoods, sum(kids.denominator) as children,
        sum(kids.value) as income_deprived, sum(least(kids.value, kids.denominator)) - 2.5 * count(*) as least_of_them,
        case
            when bool_or(kids.status = 'suppressed') then 'suppressed'
            when bool_or(kids.value > kids.denominator) then 'rough' else 'value'
        end as status,
        sum(ranks.less_deprived_pct * ranks.population) / sum(ranks.population) as less_deprived_pct,
        any_value(ranks.edition) as edition, any_value(kids.source_id) as source_id,
        any_value(ranks.source_id) as index_source
    from area_members as wards
    inner join neighbourhood_ranks as ranks on wards.lsoa_code = ranks.lsoa_code
    inner join deprivation_indicators as kids on ranks.lsoa_code = kids.area_code and ranks.edition = kids.edition
    where
        wards.area_type = 'ward25' and ranks.basis = $basis and ranks.domain = 'imd'
        and kids.indicator = 'idaci_numerator_rounded5'
    group by wards.area_code
)

select
    counted.area_code, wards.area_name, wards.district_code, districts.area_name as district_name,
    wards.upper_tier_code, neighbourhoods, children::bigint as children,
    if(status = 'suppressed', null, income_deprived) as income_deprived,
    if(status = 'suppressed', null, 100.0 * income_deprived / children) as share_pct,
    if(status = 'suppressed', null, 100.0 * greatest(least_of_them, 0) / children) as low_pct,
    if(status = 'suppressed', null, 100.0 * least(income_deprived + 2.5 * neighbourhoods, children) / children)
        as high_pct,
    status, less_deprived_pct, edition, counted.source_id, index_source
from counted
inner join areas as wards on counted.area_code = wards.area_code and wards.area_type = 'ward25'
inner join areas as districts on wards.district_code = districts.area_code and districts.area_type = 'district'
order by share_pct desc nulls last, wards.area_name asc, counted.area_code asc
