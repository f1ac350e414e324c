-- Referrals to and contacts with the eating disorder service for children and young people, by year (table fourteen of
-- the plan), with the change that the plan states in its text.
--
-- returns  measure         varchar    referrals or contacts
-- returns  financial_year  varchar    financial year
-- returns  counted         bigint     referrals or contacts
-- returns  stated_pct      double     rise from the first year to the last as the plan's text puts it, %
-- returns  source_id       varchar    id in data/sources.toml
select
    e.measure,
    e.financial_year,
    e.people_or_contacts as counted,
    s.value as stated_pct,
    e.source_id
from eating_disorders as e
left join eating_disorders_stated as s on s.measure = e.measure || '_change'
order by e.measure desc, e.financial_year asc
