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
select
    financial_year, funder, is_joint, amount, total, nhs_share_pct, cash_gbp, residents, base_year, vintage,
    source_id, children_source_id, deflator_source_id
from money_by_funder
where asked = $area and joint = $joint and prices = $prices and per = $per
order by financial_year, is_joint, funder
