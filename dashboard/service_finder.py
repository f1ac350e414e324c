"""What of the directory is open at an age, in an area, for a need: the parts of the list, and their order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dashboard.filters import Filters
from dashboard.search import Search
from dashboard.service_audience import audience, strangeness
from dashboard.services import Directory, Service

Fit = Literal["yes", "unsure", "no"]
CITY, COUNTY, AUTHORITY = "E08000026", "E10000031", "WMCA"
DISTRICTS = ("E07000218", "E07000219", "E07000220", "E07000221", "E07000222")
TAKE_IN_ALL = ("E54000018", "E12000005", "E92000001")  # the integrated care board's area, the region, England
SCHOOL_ENTRY = 5  # years; "from school entry" gives no number
HELP_FIRST = ("helpline", "service", "digital", "pilot", "programme", "training")
NOT_STATED = "not_stated"


@dataclass(frozen=True)
class Found:
    """The services that answer the choices, in the parts in which they are listed.

    ``fitting`` are in place and open at the age; of those in ``unstated`` it is not known; ``planned`` were not open
    yet; ``unsure`` may not reach the area; ``elsewhere`` are no use to people here. ``for_adults``, ``for_work`` and
    ``no_referral`` are plainly not for the reader, open yet or not. ``closed`` is how many state ages that leave the
    age out.
    """

    fitting: tuple[Service, ...] = ()
    unstated: tuple[Service, ...] = ()
    planned: tuple[Service, ...] = ()
    unsure: tuple[Service, ...] = ()
    for_adults: tuple[Service, ...] = ()
    for_work: tuple[Service, ...] = ()
    no_referral: tuple[Service, ...] = ()
    elsewhere: tuple[Service, ...] = ()
    closed: int = 0
    search: Search | None = None

    def listed(self, *, elsewhere: bool) -> tuple[Service, ...]:
        """All that the page lists, in its order."""
        every = (*self.fitting, *self.unstated, *self.planned, *self.unsure,
                 *(service for services in self.aside().values() for service in services))
        return (*every, *self.elsewhere) if elsewhere else every

    def aside(self) -> dict[str, tuple[Service, ...]]:
        """What is plainly not for the reader, by a word of ``service_audience.TITLES``; only what there is any of."""
        every = {"for_adults": self.for_adults, "for_work": self.for_work, "no_referral": self.no_referral}
        return {name: services for name, services in every.items() if services}


def takes(service: Service, age: int | None) -> Fit:
    """Whether a service is open at an age, by what its account states; everything is where no age is asked for."""
    stated = service.ages_as_stated
    if age is None or service.for_every_age or f"some {age}-year-old" in stated:
        return "yes"
    youngest, oldest = service.age_from, service.age_to
    if not service.states_ages:
        return "unsure"
    if (youngest is not None and age < youngest) or (oldest is not None and age > oldest):
        return "no"
    # An end that an account of children leaves open is not known; one of adults or "16 and over" has none.
    if oldest is None and "child" in stated and age != youngest:
        return "unsure"
    return "unsure" if youngest is None and "school entry" in stated and age < SCHOOL_ENTRY else "yes"


def reaches(service: Service, district: str) -> Fit:
    """Whether a service is for people of an area ("all": of any part of Coventry and Warwickshire)."""
    if service.local != "yes":
        return "unsure" if service.local == NOT_STATED else "no"
    surely = {district, *TAKE_IN_ALL}
    if district == COUNTY:
        surely |= set(DISTRICTS)
    elif district in DISTRICTS:
        surely.add(COUNTY)
    elif district == CITY:
        surely.add(AUTHORITY)  # a full member; of Warwickshire the plan says only that the authority reaches into it
    if district == "all" or surely & set(service.areas):
        return "yes"
    return "unsure" if AUTHORITY in service.areas else "no"


def covers(service: Service, district: str) -> bool:
    """Whether a service is for all of an area, not for a part of it alone."""
    whole = {"all": {CITY, *DISTRICTS}, COUNTY: set(DISTRICTS)}.get(district, {district})
    return all(reaches(service, code) == "yes" for code in whole)


def has(service: Service, field: Literal["tiers", "needs", "routes", "providers"], wanted: str) -> bool:
    """Whether a service has the word that a filter asks for; "not_stated" asks for those without any."""
    words = service.every(field)
    return wanted == "all" or (not words if wanted in (NOT_STATED, "none_stated") else wanted in words)


def find(directory: Directory, filters: Filters) -> Found:
    """The services that answer the reader's choices, most useful first, or best match first where words are given."""
    search = directory.index.search(filters.words)
    named = [entry for entry in directory.entries.values()
             if (search is None or entry.id in search.scores) and has(entry, "tiers", filters.tier)
             and has(entry, "needs", filters.need) and has(entry, "providers", filters.provider)
             and has(entry, "routes", filters.route)]
    age = int(filters.age) if filters.age else None
    parts: dict[str, list[Service]] = {}
    for entry in named:
        parts.setdefault(_part(entry, age, filters.district), []).append(entry)
    closed = len(parts.pop("closed", ()))
    parts.pop("beyond", None)
    return Found(**{part: _ordered(members, search, age) for part, members in parts.items()}, closed=closed,
                 search=search)


def _part(entry: Service, age: int | None, district: str) -> str:
    """The part of the list in which an entry stands."""
    here, open_to = reaches(entry, district), takes(entry, age)
    if entry.local == "no":
        return "elsewhere"
    if here == "no":
        return "beyond"
    if open_to == "no":
        return "closed"
    whose = audience(entry, age, states_the_age=open_to == "yes")
    if whose != "reader":
        return whose
    if entry.stage == "planned":
        return "planned"
    if here == "unsure":
        return "unsure"
    return "fitting" if open_to == "yes" else "unstated"


def _ordered(members: Iterable[Service], search: Search | None, age: int | None) -> tuple[Service, ...]:
    """Best match first; without a search those written for the age, then help first and the newest account first.

    Each part stands after its whole.
    """
    if search is not None:
        return tuple(sorted(members, key=lambda entry: (-search.scores[entry.id], entry.name)))
    rows = sorted(members, key=lambda entry: (
        strangeness(entry, age), HELP_FIRST.index(entry.kind), -int(entry.as_at[:4]), entry.name))
    present = {entry.id for entry in rows}
    ordered: list[Service] = []

    def place(entry: Service) -> None:
        ordered.append(entry)
        for part in rows:
            if part.part_of[:1] == (entry.id,):
                place(part)

    for entry in rows:
        if not present & set(entry.part_of[:1]):
            place(entry)
    return tuple(ordered)

