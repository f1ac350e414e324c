-- What can be compared inside an area: its groups of people, its deprivation fifths and tenths, its districts. One row
-- a member and period, with 95% limits and the weight a weighted measure needs. Counts and scores are left out: without
-- something to divide by they say nothing about inequality.
--
-- returns  indicator    varchar    id in data/indicators.toml
-- returns  area_code    varchar    GSS or NHS code of the whole
-- returns  area_type    varchar    icb, county, district or country
-- returns  dimension    varchar    what the members are: a dimension of data/groups.toml
-- returns  member       varchar    code of the group or of the district
-- returns  place        integer    order in which members are shown
-- returns  period       varchar    as published
-- returns  period_end   date       last day of the period
-- returns  series       varchar    the run the row belongs to
-- returns  value        double     in the indicator's unit; null where there is none
-- returns  low          double     95% lower limit; null where it cannot be known
-- returns  high         double     95% upper limit
-- returns  numerator    double     count above the line
-- returns  denominator  double     count below the line
-- returns  weight       double     value times weight is the numerator; null where there are no counts
-- returns  status       varchar    value, zero, suppressed, not_collected or not_published
-- returns  theme        varchar    theme of the indicator
-- returns  polarity     varchar    high_is_bad, high_is_good or no_judgement
-- returns  kind         varchar    share, rate, mean, survey or modelled
-- returns  source_id    varchar    id in data/sources.toml
with told as (
    select * exclude (theme, polarity, kind, position), if(value = 0, 'zero', 'value') as status
    from limited
    union all by name
    select * exclude (lower, upper)
    from observations
    where value is null
),

parts as (
    select *, group_code as member
    from told
    where dimension <> 'all' and area_type in ('icb', 'county', 'district', 'country')
    union all
    select * replace ('E54000018' as area_code, 'icb' as area_type, 'district' as dimension), area_code as member
    from told
    where dimension = 'all' and area_type = 'district'
    union all
    select * replace ('E54000018' as area_code, 'icb' as area_type, 'upper_tier' as dimension), area_code as member
    from told
    where dimension = 'all' and (area_type = 'county' or area_code = 'E08000026')
)

select
    parts.indicator, parts.area_code, parts.area_type, parts.dimension, parts.member, labels.position as place,
    parts.period, parts.period_end, parts.series, parts.value, parts.low, parts.high, parts.numerator, denominator,
    case
        when i.kind in ('share', 'modelled') then parts.denominator / 100
        when i.kind = 'rate' and parts.value > 0 then parts.numerator / parts.value
    end as weight,
    parts.status, i.theme, i.polarity, i.kind, parts.source_id
from parts
inner join indicators as i on parts.indicator = i.indicator
inner join groups as labels on parts.dimension = labels.dimension and parts.member = labels.group_code
where i.kind in ('share', 'rate', 'mean', 'survey', 'modelled')
order by i.position, parts.area_type, parts.area_code, parts.dimension, parts.period_end, place
