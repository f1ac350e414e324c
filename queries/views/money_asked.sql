-- The money of the plan, line by line, for each area that can be asked for: itself, or all together; with the residents
-- aged 0 to 18 that it is divided by.
--
-- returns  asked               varchar  GSS code of an area with money, or all
-- returns  joint               varchar  apart or allocated
-- returns  area_code           varchar  GSS code; E54000018 for both areas together
-- returns  funder              varchar  who pays, in the plan's words
-- returns  service             varchar  what for, in the plan's words
-- returns  is_joint            boolean  printed as money for both areas together
-- returns  financial_year      varchar  financial year
-- returns  cash_gbp            double   £, cash
-- returns  real_gbp            double   £, in prices of base_year
-- returns  base_year           varchar  last year of the tables
-- returns  vintage             varchar  publisher and month of the deflators
-- returns  source_id           varchar  source of the money
-- returns  deflator_source_id  varchar  source of the deflators
-- returns  area_name           varchar  name to show
-- returns  first_year          varchar  first year of the tables
-- returns  last_year           varchar  last year of the tables
-- returns  residents           double   residents aged 0 to 18 of the area asked for
-- returns  children_source_id  varchar  source of the residents
with asked as (
    select distinct area_code as asked, area_code
    from plan_money
    union all
    select distinct 'all' as asked, area_code
    from plan_money
),

years as (
    select min(financial_year) as first_year, max(financial_year) as last_year
    from funding
)

select
    asked.asked, plan_money.*, names.area_name, years.first_year, years.last_year, children.residents,
    children.source_id as children_source_id
from plan_money
inner join asked on plan_money.area_code = asked.area_code
inner join area_children as children
    on
        plan_money.financial_year = children.financial_year
        and children.area_code = if(asked.asked = 'all', 'E54000018', asked.asked)
inner join areas as names on plan_money.area_code = names.area_code and names.area_type in ('district', 'county', 'icb')
cross join years
order by asked.asked, plan_money.joint, plan_money.area_code, funder, service, plan_money.financial_year
