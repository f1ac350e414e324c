-- The plan's own totals beside the sum of its lines; one total stands in the text and is compared with all funders.
--
-- param    area            varchar    GSS code of Coventry or Warwickshire, or all
-- returns  table_name      varchar    table of the plan, or text
-- returns  area_name       varchar    name to show
-- returns  financial_year  varchar    financial year
-- returns  added_gbp       double     £, cash: sum of the lines
-- returns  stated_gbp      double     £, cash: total printed
-- returns  adds_up         boolean    true where the two are the same
-- returns  source_id       varchar    id in data/sources.toml
with added as (
    select table_name, area_code, financial_year, sum(amount_gbp) as added_gbp
    from funding
    group by table_name, area_code, financial_year
    union all
    select 'text' as table_name, 'E54000018' as area_code, financial_year, sum(amount_gbp) as added_gbp
    from funding
    group by financial_year
)

select
    table_name, stated.area_name, financial_year, added.added_gbp, stated.amount_gbp as stated_gbp,
    added.added_gbp = stated.amount_gbp as adds_up, stated.source_id
from funding_stated_totals as stated
inner join added using (table_name, area_code, financial_year)
where $area in ('all', area_code)
order by table_name = 'text', area_code, financial_year
