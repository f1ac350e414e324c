-- The money tables of the plan, line by line, in cash and in real terms; twice: as printed (the money for both areas
-- apart), and with that money shared out by residents aged 0 to 18. The sharing is ours, not the plan's.
--
-- returns  joint               varchar    apart or allocated
-- returns  area_code           varchar    GSS code; E54000018 for both areas together
-- returns  funder              varchar    who pays, in the plan's words
-- returns  service             varchar    what for, in the plan's words
-- returns  is_joint            boolean    printed as money for both areas together
-- returns  financial_year      varchar    financial year
-- returns  cash_gbp            double     £, cash
-- returns  real_gbp            double     £, in prices of base_year
-- returns  base_year           varchar    last year of the tables
-- returns  vintage             varchar    publisher and month of the deflators
-- returns  source_id           varchar    source of the money
-- returns  deflator_source_id  varchar    source of the deflators
with lines as (
    select area_code, funder, service, area_code = 'E54000018' as is_joint, financial_year, amount_gbp, source_id
    from funding
),

shared as (
    select lines.* replace (area_children.area_code as area_code, lines.amount_gbp * area_children.share as amount_gbp)
    from lines
    inner join area_children using (financial_year)
    where lines.is_joint and area_children.area_code <> lines.area_code
),

both_ways as (
    select 'apart' as joint, * from lines
    union all
    select 'allocated' as joint, * from lines where not is_joint
    union all
    select 'allocated' as joint, * from shared
)

select
    both_ways.joint, both_ways.area_code, both_ways.funder, both_ways.service, both_ways.is_joint, financial_year,
    both_ways.amount_gbp as cash_gbp, both_ways.amount_gbp * deflated_years.to_real as real_gbp,
    deflated_years.base_year, deflated_years.vintage, both_ways.source_id,
    deflated_years.source_id as deflator_source_id
from both_ways
inner join deflated_years using (financial_year)
order by joint, area_code, funder, service, financial_year
