-- Who lives in the neighbourhoods in which the state-funded schools of a place of the plan stand (latest census).
--
-- returns  place_code      varchar  place of the plan
-- returns  ethnic_group    varchar  broad ethnic group, or all for everyone but White residents
-- returns  neighbourhoods  bigint   neighbourhoods with a state-funded school
-- returns  group_pct       double   % of their residents who are of the group
-- returns  year            bigint   census year
-- returns  source_id       varchar  id in data/sources.toml
with occupied as (select distinct place_code, lsoa21 as lsoa_code from schools where state_funded_5_18),

residents as (
    select occupied.place_code, lsoa_code, group_code, persons, year, source_id
    from occupied
    inner join neighbourhood_residents using (lsoa_code)
    where dimension = 'ethnic_group'
),

asked as (
    select group_code as ethnic_group from groups where dimension = 'ethnic_group'
    union all
    select 'all' as ethnic_group
)

select
    place_code, ethnic_group, count(distinct lsoa_code) as neighbourhoods,
    100.0 * sum(persons) filter (where if(ethnic_group = 'all', group_code <> 'white', group_code = ethnic_group))
    / sum(persons) as group_pct, max(year) as year, any_value(source_id) as source_id
from residents
cross join asked
group by place_code, ethnic_group
order by place_code, ethnic_group
