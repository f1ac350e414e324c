-- Residents aged 0 to 18 of Coventry, of Warwickshire and of both together at the start of each financial year
-- (30 June), rebased to Census 2021: the only series without a break. Both together stands under the NHS area's code.
--
-- returns  area_code       varchar    GSS code; E54000018 for both together
-- returns  financial_year  varchar    year that starts with the estimate: 2017/18 for mid-2017
-- returns  residents       double     residents aged 0 to 18
-- returns  share           double     of the residents of both areas, 0 to 1
-- returns  source_id       varchar    id in data/sources.toml
with counted as (
    select
        area_code, printf('%d/%02d', year, (year + 1) % 100) as financial_year, persons::double as residents,
        source_id
    from population
    where basis = 'mid_year_rebased' and age_band = '0-18'
),

together as (
    select financial_year, sum(residents) as residents, any_value(source_id) as source_id
    from counted
    group by financial_year
)

select
    counted.area_code, financial_year, counted.residents, counted.residents / together.residents as share,
    counted.source_id
from counted
inner join together using (financial_year)
union all
select 'E54000018' as area_code, financial_year, residents, 1.0 as share, source_id
from together
order by area_code, financial_year
