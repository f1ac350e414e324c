-- Coventry and Warwickshire side by side: their shares of the children living here, of the children in low-income
-- families, of the children in the most deprived fifth of neighbourhoods, and of the plan's money in its last year.
--
-- param    basis         varchar    national: fifths of England's neighbourhoods; local: of ours
-- param    joint         varchar    apart: money for both areas together stays so; allocated: shared out by residents
-- returns  position      integer    place of the measure, 1 first
-- returns  measure       varchar    residents, low_income, deprived or money
-- returns  area_code     varchar    GSS code; E54000018 is money for both areas together
-- returns  area_name     varchar    name to show
-- returns  amount        double     children, or £ in cash
-- returns  share_pct     double     % of the measure
-- returns  period        varchar    year, financial year or census year
-- returns  provisional   boolean    true where the publisher calls the year provisional
-- returns  edition       bigint     edition of the index; null where none is used
-- returns  source_id     varchar    id in data/sources.toml
-- returns  index_source  varchar    source of the index; null where none is used
with money as (
    select
        4 as position, 'money' as measure, area_code, sum(cash_gbp) as amount, financial_year as period,
        false as provisional, null::bigint as edition, source_id, null::varchar as index_source
    from plan_money
    where joint = $joint
    group by area_code, financial_year, source_id
    qualify financial_year = max(financial_year) over ()
),

together as (
    select * from money
    union all
    select 1, 'residents', area_code, residents, left(financial_year, 4), false, null, source_id, null
    from area_children
    where area_code <> 'E54000018' and financial_year = (select max(period) from money)
    union all
    (
        select 2, 'low_income', area_code, children, financial_year, provisional, null, source_id, null
        from low_income
        where area_code in ('E08000026', 'E10000031')
        qualify financial_year = max(financial_year) over ()
    )
    union all
    select 3, 'deprived', area_code, children, year::varchar, false, edition, source_id, index_source
    from deprived_children
    where basis = $basis
),

names as (select distinct area_code, area_name from areas)

select
    position, measure, area_code, names.area_name, amount,
    100.0 * amount / sum(amount) over (partition by measure) as share_pct, period, provisional, edition, source_id,
    index_source
from together inner join names using (area_code)
order by position, area_code
