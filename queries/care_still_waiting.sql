-- Children and young people in Coventry and Warwickshire who had had no contact by the end of the newest year counted.
--
-- returns  period     varchar    financial year
-- returns  waiting    double     people still waiting with no contact, rounded to 5
-- returns  counted    double     people counted in the year, rounded to 5
-- returns  share_pct  double     waiting as the publisher's % of those counted
-- returns  source_id  varchar    id in data/sources.toml
select
    period,
    max(value) filter (where measure = 'n_still_waiting_no_contact') as waiting,
    max(value) filter (where measure = 'people_or_referrals_total') as counted,
    max(value) filter (where measure = 'pct_still_waiting_no_contact') as share_pct,
    source_id
from cyp_waits
where area_type = 'icb' and frequency = 'annual' and counted = 'people' and services = 'all'
group by period, source_id
qualify row_number() over (order by period desc) = 1
order by period
