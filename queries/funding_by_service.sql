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
with years as (
    select min(financial_year) as first_year, max(financial_year) as last_year
    from funding
),

measured as (
    select
        plan_money.*, children.source_id as children_source_id,
        if($prices = 'real', real_gbp, cash_gbp) / if($per = 'child', children.residents, 1) as amount
    from plan_money
    inner join area_children as children using (financial_year)
    where
        joint = $joint and $area in ('all', plan_money.area_code)
        and children.area_code = if($area = 'all', 'E54000018', $area)
),

ends as (
    select
        area_code, service, is_joint, first_year, last_year, source_id, children_source_id, deflator_source_id,
        sum(amount) filter (where financial_year = first_year) as first_amount,
        sum(amount) filter (where financial_year = last_year) as last_amount
    from measured
    cross join years
    group by all
),

names as (
    select distinct area_code, area_name
    from areas
)

select
    names.area_name, service, is_joint, first_year, last_year, first_amount, last_amount,
    100 * sum(last_amount) over (partition by service) / sum(last_amount) over () as service_share_pct,
    ends.source_id, children_source_id, deflator_source_id
from ends
inner join names using (area_code)
order by last_amount desc, service asc, names.area_name asc
