-- How the mental health alliance came about, in the order of the story.
--
-- returns  step            bigint     place in the story
-- returns  date            varchar    year or month, where stated, or null
-- returns  date_as_stated  varchar    what the document says of the date
-- returns  event           varchar    what happened, in our words
-- returns  section         varchar    the document's own heading
-- returns  source_id       varchar    id in data/sources.toml
select step, date, date_as_stated, event, section, source_id
from alliance_timeline
order by step
