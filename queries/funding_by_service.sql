-- What the money of the plan is for: each service of each area in the first and the last year of the tables.
--
-- param    area                varchar    GSS code of Coventry or Warwickshire, or all
-- param    prices              varchar    cash or real
-- param    per                 varchar    total, or child: resident aged 0 to 18 of the same area or of both
-- param    joint               varchar    apart or allocated
-- returns  area_name           varchar    name to show
-- returns  service             varchar    what for, in the plan's words
-- returns  is_joint            boolean    printed as money for both areas together
-- returns  first_year          varchar    first year of the tables
-- returns  last_year           varchar    last year of the tables
-- returns  first_amount        double     £ in the first year, as asked
-- returns  last_amount         double     £ in the last year, as asked
-- returns  service_share_pct   double     % of the last year's money that goes to this service, areas added
-- returns  source_id           varchar    source of the money
-- returns  children_source_id  varchar    source of the residents
-- returns  deflator_source_id  varchar    source of the deflators
select
    area_name, service, is_joint, first_year, last_year, first_amount, last_amount, service_share_pct, source_id,
    children_source_id, deflator_source_id
from money_by_service
where asked = $area and joint = $joint and prices = $prices and per = $per
order by last_amount desc, service asc, area_name asc
