-- Every measure that an area has, in its newest period, beside the same period and series of the six districts and of
-- Warwickshire, the NHS area, the West Midlands and England. For all: every measure that a district has. Numbers that
-- only say how large an area is are left out.
--
-- returns  asked       varchar  GSS code of a district or of Warwickshire, or all for the six districts
-- returns  indicator   varchar  id in data/indicators.toml
-- returns  area_code   varchar  GSS code
-- returns  area_name   varchar  name to show
-- returns  area_type   varchar  district, county, icb, region or country
-- returns  period      varchar  as published
-- returns  period_end  date     last day of the period
-- returns  value       double   in the indicator's unit
-- returns  low         double   95% lower limit, where it can be known
-- returns  high        double   95% upper limit, where it can be known
-- returns  source_id   varchar  id in data/sources.toml
with everyone as (
    select *
    from limited
    where
        dimension = 'all'
        and kind <> 'count'
        and area_type in ('district', 'county', 'icb', 'region', 'country')
),

own as (
    select asked_areas.asked, everyone.indicator, everyone.period, everyone.series, everyone.period_end
    from everyone
    inner join asked_areas using (area_code, area_type)
),

newest as (
    select asked, indicator, period, series
    from own
    qualify row_number() over (partition by asked, indicator order by period_end desc, series asc) = 1
)

select
    newest.asked, everyone.indicator, everyone.area_code, areas.area_name, everyone.area_type, everyone.period,
    everyone.period_end, everyone.value, everyone.low, everyone.high, everyone.source_id
from everyone
inner join newest using (indicator, period, series)
inner join areas using (area_code, area_type)
order by newest.asked, everyone.position, everyone.area_type, everyone.area_code
