-- What turns the cash of a financial year into real terms: deflator of the base year ÷ deflator of the year. The base
-- is the last year of the plan's money, so that its amounts stay as printed.
--
-- returns  financial_year   varchar    financial year
-- returns  to_real          double     cash × this is real terms
-- returns  prices_rose_pct  double     % by which the deflator rose on the year before
-- returns  base_year        varchar    year whose prices real terms are in
-- returns  vintage          varchar    publisher and month of the deflators
-- returns  status           varchar    outturn or forecast
-- returns  source_id        varchar    id in data/sources.toml
with yearly as (
    select period, index_2024_25 as deflator, vintage, status, source_id
    from deflators
    where basis = 'financial_year'
),

base as (
    select period, deflator
    from yearly
    where period = (select max(financial_year) from funding)
)

select
    yearly.period as financial_year,
    base.deflator / yearly.deflator as to_real,
    100 * (yearly.deflator / lag(yearly.deflator) over (order by yearly.period) - 1) as prices_rose_pct,
    base.period as base_year,
    yearly.vintage,
    yearly.status,
    yearly.source_id
from yearly
cross join base
order by financial_year
