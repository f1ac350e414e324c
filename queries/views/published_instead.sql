-- The measures that an area has no figure of for everyone, each with the nearest thing that is published instead.
--
-- returns  asked      varchar  GSS code of a district or of Warwickshire, or all for the six districts
-- returns  indicator  varchar  id in data/indicators.toml
-- returns  instead    varchar  county, icb, district, split, place, neighbourhood, england or size
-- returns  source_id  varchar  source of most of its figures, id in data/sources.toml
with known as (
    select
        observations.indicator, observations.area_type, observations.area_code, observations.dimension,
        observations.source_id, indicators.kind, indicators.position
    from observations
    inner join indicators on observations.indicator = indicators.indicator
    where observations.value is not null
),

asked as (
    select distinct asked from asked_areas
),

had as (
    select
        asked, indicator, position, kind = 'count' as sized, mode(source_id) as source_id,
        bool_or(
            dimension = 'all'
            and (area_code = asked or (asked = 'all' and area_type = 'district'))
        ) as own,
        bool_or(area_code = asked or (asked = 'all' and area_type = 'district')) as own_split,
        bool_or(area_type = 'county') as county,
        bool_or(area_type = 'county' and dimension = 'all') as county_all,
        bool_or(area_type = 'district' and dimension = 'all') as district,
        bool_or(area_type = 'icb') as icb,
        bool_or(area_type = 'place') as place,
        bool_or(area_type in ('lsoa21', 'msoa21', 'ward25')) as neighbourhood
    from known
    cross join asked
    group by asked, indicator, position, kind
)

select
    asked,
    indicator,
    case
        when own and sized then 'size'
        when own_split then 'split'
        when county and not county_all then 'upper_split'
        when county_all and asked not in ('all', 'E08000026', 'E10000031') then 'county'
        when district and asked = 'E10000031' then 'district'
        when icb then 'icb'
        when place then 'place'
        when neighbourhood then 'neighbourhood'
        else 'england'
    end as instead,
    source_id
from had
where not own or sized
order by asked, position
