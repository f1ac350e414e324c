-- Every line of the plan's money tables as printed: in cash, nothing added up or shared out.
--
-- param    area            varchar    GSS code of Coventry or Warwickshire, or all
-- returns  table_name      varchar    table of the plan
-- returns  area_name       varchar    name to show
-- returns  funder          varchar    who pays, in the plan's words
-- returns  service         varchar    what for, in the plan's words
-- returns  financial_year  varchar    financial year
-- returns  amount_gbp      double     £, cash; 0 was printed as £0
-- returns  source_id       varchar    id in data/sources.toml
select table_name, area_name, funder, service, financial_year, amount_gbp, source_id
from funding
where $area in ('all', area_code)
order by area_code asc, funder = 'ICB' desc, funder asc, service asc, financial_year asc
