-- Referrals to Mental Health Support Teams and the young people worked with directly, by area.
--
-- param    areas             varchar[]  GSS codes
-- returns  area_code         varchar    GSS code
-- returns  area_name         varchar    name to show
-- returns  referrals         bigint     referrals; null where the plan has no number
-- returns  direct_work       bigint     children and young people worked with directly, likewise
-- returns  direct_share_pct  double     direct work as % of referrals
-- returns  status            varchar    value, or why there is no number
-- returns  period            varchar    period, in the plan's words
-- returns  source_id         varchar    id in data/sources.toml
with counted as (
    select
        area_code,
        sum(value) filter (where measure = 'referrals') as referrals,
        sum(value) filter (where measure = 'direct_work') as direct_work,
        any_value(status) filter (where measure = 'referrals') as status,
        any_value(period) as period,
        any_value(source_id) as source_id
    from mhst_referrals
    group by area_code
),

names as (
    select distinct area_code, area_name
    from areas
)

select
    area_code, names.area_name, counted.referrals::bigint as referrals, counted.direct_work::bigint as direct_work,
    100.0 * counted.direct_work / counted.referrals as direct_share_pct, counted.status, counted.period,
    counted.source_id
from counted
inner join names using (area_code)
where list_contains($areas, area_code)
order by counted.referrals desc nulls last, area_code asc
