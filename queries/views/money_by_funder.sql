-- The money of the plan by who pays and year, for each area, price and divisor that can be asked for.
--
-- returns  asked               varchar    GSS code of Coventry or Warwickshire, or all
-- returns  joint               varchar    apart or allocated
-- returns  prices              varchar    cash or real
-- returns  per                 varchar    total, or child: a resident aged 0 to 18
-- returns  financial_year      varchar    financial year
-- returns  funder              varchar    who pays, in the plan's words
-- returns  is_joint            boolean    printed as money for both areas together
-- returns  amount              double     £, as asked
-- returns  total               double     £ of all funders in the year, as asked
-- returns  nhs_share_pct       double     % of the year's money that the NHS board (ICB) pays
-- returns  cash_gbp            double     £, cash
-- returns  residents           double     residents aged 0 to 18
-- returns  base_year           varchar    year whose prices real terms are in
-- returns  vintage             varchar    publisher and month of the deflators
-- returns  source_id           varchar    source of the money
-- returns  children_source_id  varchar    source of the residents
-- returns  deflator_source_id  varchar    source of the deflators
with prices as (
    select unnest(['cash', 'real']) as prices
),

divisors as (
    select unnest(['total', 'child']) as per
),

paid as (
    select
        asked, joint, prices, per, financial_year, funder, is_joint, base_year, vintage, source_id,
        deflator_source_id, residents, children_source_id, sum(cash_gbp) as cash_gbp,
        sum(if(prices = 'real', real_gbp, cash_gbp)) as gbp
    from money_asked
    cross join prices
    cross join divisors
    group by all
),

measured as (
    select *, if(per = 'child', gbp / residents, gbp) as amount
    from paid
)

select
    asked, joint, prices, per, financial_year, funder, is_joint, amount, sum(amount) over yearly as total,
    100 * sum(if(funder = 'ICB', amount, 0)) over yearly / sum(amount) over yearly as nhs_share_pct,
    cash_gbp, residents, base_year, vintage, source_id, children_source_id, deflator_source_id
from measured
window yearly as (partition by asked, joint, prices, per, financial_year)
order by asked, joint, prices, per, financial_year, is_joint, funder
