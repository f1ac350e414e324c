-- NHS money for children's mental health, eating disorders apart, by two accounts that are never added: what local
-- commissioners spent (national dashboard) and the NHS board's lines in the plan.
--
-- param    prices              varchar    cash or real
-- param    per                 varchar    total, or child: resident aged 0 to 18 of both areas
-- returns  account             varchar    dashboard or plan
-- returns  financial_year      varchar    financial year
-- returns  amount              double     £, as asked
-- returns  cash_gbp            double     £, cash
-- returns  residents           double     residents aged 0 to 18 of both areas
-- returns  base_year           varchar    year whose prices real terms are in
-- returns  vintage             varchar    publisher and month of the deflators
-- returns  source_id           varchar    source of the money
-- returns  children_source_id  varchar    source of the residents
-- returns  deflator_source_id  varchar    source of the deflators
with accounts as (
    select 'dashboard' as account, period as financial_year, value as cash_gbp, source_id
    from nhs_dashboard
    where area_code = 'E54000018' and indicator_code = 'CYP(v)' and kind = 'year' and usable
    union all
    select 'plan' as account, financial_year, sum(cash_gbp) as cash_gbp, any_value(source_id) as source_id
    from plan_money
    where joint = 'apart' and funder = 'ICB' and service <> 'Transformation Eating Disorders'
    group by financial_year
)

select
    account, financial_year,
    cash_gbp * if($prices = 'real', to_real, 1) / if($per = 'child', residents, 1) as amount,
    cash_gbp, residents, base_year, vintage, accounts.source_id, children.source_id as children_source_id,
    deflated_years.source_id as deflator_source_id
from accounts
inner join deflated_years using (financial_year)
inner join area_children as children using (financial_year)
where children.area_code = 'E54000018'
order by account, financial_year
