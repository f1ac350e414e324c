-- The money of the plan by area and year, in cash and in real terms, for each divisor that can be asked for.
--
-- returns  joint               varchar    apart or allocated
-- returns  per                 varchar    total, or child: a resident aged 0 to 18
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
with divisors as (
    select unnest(['total', 'child']) as per
),

paid as (
    select
        joint, area_code, area_name, financial_year, residents, base_year, vintage, source_id, children_source_id,
        deflator_source_id, sum(cash_gbp) as cash_gbp, sum(real_gbp) as real_gbp
    from money_asked
    where asked = area_code
    group by all
),

measured as (
    select
        *, cash_gbp / if(per = 'child', residents, 1) as cash,
        real_gbp / if(per = 'child', residents, 1) as real
    from paid
    cross join divisors
)

select
    joint, per, area_code, area_name, financial_year, cash, real,
    100 * (cash / first_value(cash) over years - 1) as cash_change_pct,
    100 * (real / first_value(real) over years - 1) as real_change_pct,
    residents, base_year, vintage, source_id, children_source_id, deflator_source_id
from measured
window years as (partition by joint, per, area_code order by financial_year)
order by joint, per, area_code, financial_year
