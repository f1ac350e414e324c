-- The documents that name bodies: how many, of which year, and how many of them have a stated tie to one above.
--
-- returns  document      varchar    number of the document
-- returns  short_name    varchar    its short name
-- returns  as_at         varchar    year that its account is of
-- returns  bodies        bigint     bodies it names
-- returns  tied          bigint     bodies it ties to one above them
select
    bodies.document, documents.short_name, max(bodies.as_at) as as_at, count(*) as bodies,
    count(bodies.reports_to) as tied
from bodies
inner join documents using (document)
group by bodies.document, documents.short_name
order by bodies.document
