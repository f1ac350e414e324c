-- Money of the plan by who pays and year, for one area or both, in the prices and per what was asked.
--
-- param    area                varchar    GSS code of Coventry or Warwickshire, or all
-- param    prices              varchar    cash or real
-- param    per                 varchar    total, or child: resident aged 0 to 18 of the same area or of both
-- param    joint               varchar    apart or allocated
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
with paid as (
    select
        financial_year, funder, is_joint, base_year, vintage, source_id, deflator_source_id, residents,
        children_source_id, sum(cash_gbp) as cash_gbp,
        sum(if($prices = 'real', real_gbp, cash_gbp)) as gbp
    from money_asked
    where joint = $joint and asked = $area
    group by all
),

measured as (
    select *, if($per = 'child', gbp / residents, gbp) as amount
    from paid
)

select
    financial_year, funder, is_joint, amount, sum(amount) over yearly as total,
    100 * sum(if(funder = 'ICB', amount, 0)) over yearly / sum(amount) over yearly as nhs_share_pct,
    cash_gbp, residents, base_year, vintage, source_id, children_source_id, deflator_source_id
from measured
window yearly as (partition by financial_year)
order by financial_year, is_joint, funder
