"""The list of services in its parts, and as figures: the grid of what is listed and the table to take away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard import service_audience, service_counts, service_gaps, service_words
from dashboard.figure import Figure
from dashboard.filters import Filters
from dashboard.scales import Mode
from dashboard.service_finder import Found, find
from dashboard.service_words import person, place
from dashboard.services import Directory, Service
from dashboard.vocabulary import load_words

CLEARED: Mapping[str, str] = {
    "age": "", "district": "all", "tier": "all", "need": "all", "provider": "all", "route": "all", "words": "",
    "record": "", "length": "some"}
COLUMNS = {
    "name": "Name", "part": "Listed as", "kind": "Kind", "what": "What it is", "for_whom": "For whom",
    "ages": "Ages as stated", "age_from": "Age from", "age_to": "Age to", "areas": "Area", "tier": "Tier",
    "needs": "Needs", "provider": "Run by", "commissioner": "Paid for by", "routes": "Ways in",
    "route_text": "How to get in", "money": "Money as stated", "staff": "Staff as stated", "as_at": "As at",
    "document": "Document", "section": "Section", "note": "Note", "id": "Identifier"}


@dataclass(frozen=True)
class Part:
    """A part of the list: its name in the page's address, its title with its count, and what to know of it."""

    name: str
    title: str
    words: str
    services: tuple[Service, ...]


def parts(found: Found, filters: Filters) -> list[Part]:
    """The parts that have a service, in the order to show them."""
    here, who = place(filters.district), person(filters.age)
    open_to = f"Open to {who} in {here}" if filters.age else f"For people in {here}"
    every = (
        Part("open", open_to, "" if filters.age else "Choose an age above to see what is open to it.", found.fitting),
        Part("ages-not-stated", "Ages not stated", f"The documents give no ages in years for these: ask whether {who} "
             "may use them.", found.unstated),
        Part("planned", "Planned or being set up", "Not yet open, or not wholly, when the documents were written; "
             "whether they came about is not in these documents.", found.planned),
        Part("unsure", f"Not stated whether people in {here} may use them", "Places in the West Midlands that are not "
             "named, or the area of the Combined Authority, of which Coventry is a full member and Warwickshire is "
             "not.", found.unsure),
        *_aside(found),
        Part("elsewhere", "Of other places: people here cannot use them", "Named in the documents as examples, or as "
             "services of other towns.", found.elsewhere if filters.elsewhere == "on" else ()))
    return [Part(part.name, f"{part.title}: {len(part.services)}", part.words, part.services)
            for part in every if part.services]


def _aside(found: Found) -> list[Part]:
    """The parts that are plainly not for the reader, those not yet open among them."""
    told = {"for_adults": "The documents give no ages in years for these; they name only such people as those they are "
                          "for.",
            "for_work": "The documents name only people or bodies at work as those they are for.",
            "no_referral": "By what is stated of them nobody can be referred to these."}
    return [Part(name.replace("_", "-"), service_audience.TITLES[name], told[name] + service_counts.not_yet(services),
                 services) for name, services in found.aside().items()]


def provider_options(directory: Directory, filters: Filters) -> dict[str, str]:
    """Providers of what may be listed, by name, with those not stated at the end."""
    shown = {code for entry in directory.entries.values() if entry.local != "no" or filters.elsewhere == "on"
             for code in entry.every("providers")} | ({filters.provider} & set(directory.provider_names))
    named = sorted((directory.provider_names[code], code) for code in shown)
    return {"all": "Anyone", **{code: name for name, code in named}, "not_stated": "Not stated"}


def gaps_figure(directory: Directory, filters: Filters, mode: Mode, *, narrow: bool) -> Figure:
    """Age by area by tier: where nothing is listed, for all filters but the age, which is marked."""
    everyone = find(directory, filters.set(age="", district="all"))
    drawn = service_gaps.draw(everyone.listed(elsewhere=True), directory, filters, mode, narrow=narrow)
    return Figure("gaps", drawn.title, drawn.subtitle, drawn.graphic, drawn.alt_text, drawn.table, drawn.sources,
                  drawn.notes)


def list_figure(directory: Directory, found: Found, filters: Filters, listed: Sequence[Service]) -> Figure:
    """The list as a table: one row a service, everything on its card."""
    labels = load_words()
    rows = [{
        "part": part.title.rsplit(":", 1)[0], "name": service.name, "kind": labels["service_kind"][service.kind],
        "what": service.what, "for_whom": service.for_whom, "ages": service_words.ages(service),
        "age_from": service.age_from, "age_to": service.age_to, "areas": service_words.areas(service),
        "tier": service_words.tier(service), "needs": "; ".join(labels["need"][need] for need in service.needs),
        "provider": service.provider, "commissioner": service.commissioner,
        "routes": "; ".join(labels["route"][route] for route in service.routes), "route_text": service.route_text,
        "money": service.money, "staff": service.staff, "as_at": service.as_at, "document": service.document_name,
        "section": service.section, "note": service_words.note(service, directory), "id": service.id}
        for part in parts(found, filters) for service in part.services]
    frame = pd.DataFrame(rows).astype({"age_from": "Int64", "age_to": "Int64"})
    told = service_counts.chosen(filters, directory)
    return Figure(
        "list", f"{service_words.several(len(rows), 'service')} listed here, as a table",
        f"Services named in documents of {service_words.years(listed)} · {person(filters.age)} · "
        f"{place(filters.district)}{' · ' + '; '.join(told) if told else ''}", None,
        f"A table of {len(rows)} services: one row each, with ages, area, tier, way in, provider, date and document.",
        frame, tuple(dict.fromkeys(service.source_id for service in listed)),
        (service_words.standing(listed), "A blank age means that the document states none."), COLUMNS, folded=True)
