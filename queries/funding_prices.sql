-- How prices rose over the years of the plan's money, by the GDP deflator for financial years.
--
-- returns  financial_year  varchar    financial year
-- returns  rose_pct        double     % on the year before
-- returns  rose_since_pct  double     % since the first year of the money
-- returns  base_year       varchar    year whose prices real terms are in
-- returns  vintage         varchar    publisher and month of the deflators
-- returns  source_id       varchar    id in data/sources.toml
select
    financial_year,
    prices_rose_pct as rose_pct,
    100 * (first_value(to_real) over (order by financial_year) / to_real - 1) as rose_since_pct,
    base_year,
    vintage,
    source_id
from deflated_years
where financial_year in (select financial_year from funding)
order by financial_year
