-- Children in low-income families by how deprived their part of the area is: 2011 middle-layer areas (MSOAs), the only
-- small areas the number is held for, in fifths of all those of Coventry and Warwickshire. Beside it the residents
-- under 16 of the same MSOAs, each as a share of its own total: the two count different ages and are never divided.
--
-- param    district        varchar    GSS code of a district or Warwickshire, or all
-- returns  fifth           bigint     1 (most deprived) to 5
-- returns  areas           bigint     MSOAs of the fifth in the area asked for
-- returns  low_income      bigint     children aged 0 to 19 in low-income families there
-- returns  low_income_pct  double     % of those in the area asked for
-- returns  under_16        bigint     residents under 16 there
-- returns  under_16_pct    double     % of those in the area asked for
-- returns  financial_year  varchar    year of the low-income count
-- returns  provisional     boolean    true where the publisher calls the year provisional
-- returns  census          bigint     census year
-- returns  edition         varchar    edition of the index, the last on these boundaries
-- returns  ranked          bigint     MSOAs ranked
-- returns  source_id       varchar    source of the low-income count, id in data/sources.toml
-- returns  census_source   varchar    source of the residents
-- returns  index_source    varchar    source of the index
with counted as (
    select *, if($district in ('all', district_code, upper_tier_code), 1, 0) as inside
    from low_income_areas
)

select
    fifth, sum(inside)::bigint as areas, sum(inside * children)::bigint as low_income,
    100.0 * sum(inside * children) / sum(sum(inside * children)) over () as low_income_pct,
    sum(inside * under_16)::bigint as under_16,
    100.0 * sum(inside * under_16) / sum(sum(inside * under_16)) over () as under_16_pct,
    max(financial_year) as financial_year, bool_or(provisional) as provisional, max(census) as census,
    max(edition) as edition, max(ranked) as ranked, min(source_id) as source_id,
    min(census_source) as census_source, min(index_source) as index_source
from counted
group by fifth
order by fifth
