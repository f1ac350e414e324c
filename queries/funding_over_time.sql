-- Money of the plan by area and year, in cash and in real terms side by side, with the change since the first year.
--
-- param    area                varchar    GSS code of Coventry or Warwickshire, or all
-- param    per                 varchar    total, or child: resident aged 0 to 18 of the same area
-- param    joint               varchar    apart or allocated
-- returns  area_code           varchar    GSS code; E54000018 for money for both areas together
-- returns  area_name           varchar    name to show
-- returns  financial_year      varchar    financial year
-- returns  cash                double     £, cash, as asked
-- returns  real                double     £ in prices of base_year, as asked
-- returns  cash_change_pct     double     % since the first year
-- returns  real_change_pct     double     % since the first year
-- returns  residents           double     residents aged 0 to 18
-- returns  base_year           varchar    year whose prices real terms are in
-- returns  vintage             varchar    publisher and month of the deflators
-- returns  source_id           varchar    source of the money
-- returns  children_source_id  varchar    source of the residents
-- returns  deflator_source_id  varchar    source of the deflators
select
    area_code, area_name, financial_year, cash, real, cash_change_pct, real_change_pct, residents, base_year,
    vintage, source_id, children_source_id, deflator_source_id
from money_over_time
where joint = $joint and per = $per and $area in ('all', area_code)
order by area_code, financial_year
