-- What the money of the plan is for in its first and last year, for each area, price and divisor that can be asked
-- for.
--
-- returns  asked               varchar    GSS code of Coventry or Warwickshire, or all
-- returns  joint               varchar    apart or allocated
-- returns  prices              varchar    cash or real
-- returns  per                 varchar    total, or child: a resident aged 0 to 18
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
with prices as (
    select unnest(['cash', 'real']) as prices
),

divisors as (
    select unnest(['total', 'child']) as per
),

measured as (
    select *, if(prices = 'real', real_gbp, cash_gbp) / if(per = 'child', residents, 1) as amount
    from money_asked
    cross join prices
    cross join divisors
),

ends as (
    select
        asked, joint, prices, per, area_name, service, is_joint, first_year, last_year, source_id,
        children_source_id, deflator_source_id, sum(amount) filter (where financial_year = first_year) as first_amount,
        sum(amount) filter (where financial_year = last_year) as last_amount
    from measured
    group by all
)

select
    asked, joint, prices, per, area_name, service, is_joint, first_year, last_year, first_amount, last_amount,
    100 * sum(last_amount) over (partition by asked, joint, prices, per, service)
    / sum(last_amount) over (partition by asked, joint, prices, per) as service_share_pct,
    source_id, children_source_id, deflator_source_id
from ends
order by asked asc, joint asc, prices asc, per asc, last_amount desc, service asc, area_name asc
