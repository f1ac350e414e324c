-- The total that the plan's text gives, beside what its tables come to in that year and in the year they fit it best.
--
-- returns  stated_year   varchar    year the text gives
-- returns  stated_gbp    double     £, cash, as printed
-- returns  nhs_gbp       double     £, cash: lines of the NHS board in that year
-- returns  all_gbp       double     £, cash: all lines in that year
-- returns  nearest_year  varchar    year whose lines, all together, come nearest
-- returns  nearest_gbp   double     £, cash: all lines of that year
-- returns  source_id     varchar    id in data/sources.toml
with stated as (
    select financial_year, amount_gbp, source_id
    from funding_stated_totals
    where table_name = 'text'
),

yearly as (
    select
        financial_year, sum(amount_gbp) as all_gbp, sum(amount_gbp) filter (where funder = 'ICB') as nhs_gbp
    from funding
    group by financial_year
),

nearest as (
    select yearly.financial_year, yearly.all_gbp
    from yearly
    cross join stated
    order by abs(yearly.all_gbp - stated.amount_gbp)
    limit 1
)

select
    stated.financial_year as stated_year, stated.amount_gbp as stated_gbp, yearly.nhs_gbp, yearly.all_gbp,
    nearest.financial_year as nearest_year, nearest.all_gbp as nearest_gbp, stated.source_id
from stated
inner join yearly using (financial_year)
cross join nearest
order by stated_year
