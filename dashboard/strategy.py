"""The record of promises: one commitment as it stands today, which of them answer the reader's choices, and counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache

import pandas as pd

from dashboard.filters import Filters
from dashboard.search import Search
from dashboard.store import Store
from dashboard.vocabulary import load_words

NO_LEAD = "none stated"
OVERDUE, UNREPORTED = "overdue", "no_later_report"
SETTLED = ("achieved", "not_met")  # reports after which a due date that has passed leaves nothing open
CHECKABLE = ("deliverable", "metric", "target")  # kinds that name something to be ticked off or counted
MEASURED = {"held": "Measured by figures held here", "close": "Something close is held here"}
FIELDS = ("document", "promise_theme", "people", "district", "lead", "due", "measurable", "status", "words")
CODED = ("promise_theme", "people", "lead", "due", "measurable", "status")  # values that only the record knows
ICB, WARWICKSHIRE, WMCA = "E54000018", "E10000031", "WMCA"
WIDER = frozenset({ICB, "E12000005", "E92000001"})  # areas that hold every district here
DISTRICTS = ("E07000218", "E07000219", "E07000220", "E07000221", "E07000222")
# Areas whose promises are an area's own: Coventry is one of the seven full members of the Combined Authority.
COVERS: Mapping[str, frozenset[str]] = {
    "E08000026": WIDER | {"E08000026", WMCA},
    WARWICKSHIRE: WIDER | {WARWICKSHIRE, *DISTRICTS},
    **{code: WIDER | {WARWICKSHIRE, code} for code in DISTRICTS},
}
LONGEST_CODE = 70


@dataclass(frozen=True)
class Commitment:
    """One commitment of ``queries/strategy_commitments.sql``; "" where nothing is stated.

    ``state`` is its standing on the day of the build: as last reported, or overdue where its due date has passed and
    the outcome is not reported. ``measured`` is held, close or no.
    """

    id: str
    position: int
    document: str
    section: str
    reference: str
    kind: str
    parent: str
    theme: str
    population_groups: str
    areas: str
    promise: str
    lead: str
    due: str
    due_as_stated: str
    measurable: str
    measured: str
    indicator: str
    indicator_area: str
    indicator_note: str
    status: str
    status_text: str
    status_date: str
    status_document: str
    would_measure: str
    holder: str
    note: str
    source_id: str
    state: str

    @property
    def leads(self) -> tuple[str, ...]:
        """The bodies that lead; none where none is stated."""
        return () if self.lead == NO_LEAD else tuple(self.lead.split("; "))


@lru_cache(maxsize=4)
def load(store: Store) -> tuple[Commitment, ...]:
    """All commitments of the record as they stand on the day the data was built, in the order of the documents."""
    return read(store.query("strategy_commitments"), day_of(store))


def day_of(store: Store) -> str:
    """The day that due dates are held to: that of the build, so that the same data always says the same."""
    return str(store.manifest["built"])


def read(rows: pd.DataFrame, day: str) -> tuple[Commitment, ...]:
    """The commitments of ``queries/strategy_commitments.sql`` as they stand on a day."""
    cells = rows.astype(object).where(rows.notna(), "").to_dict("records")
    return tuple(Commitment(**{str(name): cell for name, cell in row.items()},
                            state=state_of(row["status"], row["due"], day)) for row in cells)


def state_of(status: str, due: str, day: str) -> str:
    """The status as last reported, or overdue: the due date has passed and the documents don't report the outcome."""
    return OVERDUE if due and due < day and status not in SETTLED else status


def lead_code(name: str) -> str:
    """A body's name as it stands in an address."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:LONGEST_CODE] if name != NO_LEAD else "none"


def is_due(commitment: Commitment, choice: str, day: str) -> bool:
    """Whether a due date is what was chosen: none stated, past, still to come, or a year."""
    if choice == "none" or not commitment.due:
        return choice == "none" and not commitment.due
    return {"past": commitment.due < day, "coming": commitment.due >= day}.get(choice, commitment.due[:4] == choice)


def chosen(commitments: Sequence[Commitment], filters: Filters, day: str, found: Search | None,
           ) -> tuple[Commitment, ...]:
    """The commitments that answer every choice and what was found of the words, in the order of the documents."""
    tests: dict[str, Callable[[Commitment], bool]] = {
        "document": lambda row: row.document == filters.document,
        "promise_theme": lambda row: row.theme == filters.promise_theme,
        "people": lambda row: filters.people in row.population_groups.split(";"),
        "district": lambda row: not COVERS[filters.district].isdisjoint(row.areas.split(";")),
        "lead": lambda row: filters.lead in [lead_code(name) for name in row.leads or (NO_LEAD,)],
        "due": lambda row: is_due(row, filters.due, day),
        "measurable": lambda row: filters.measurable == (
            row.measured if filters.measurable in MEASURED else row.measurable),
        "status": lambda row: row.state == filters.status or (
            filters.status == "unreported" and row.state in (OVERDUE, UNREPORTED)),
        "words": lambda row: found is None or row.id in found.scores,
    }
    asked = [tests[field] for field in active(filters)]
    return tuple(row for row in commitments if all(test(row) for test in asked))


def active(filters: Filters) -> tuple[str, ...]:
    """The fields of this page by which the reader has narrowed the record."""
    defaults = {field.name: field.default for field in fields(Filters)}
    return tuple(field for field in FIELDS if getattr(filters, field) != defaults[field])


def cleared() -> dict[str, str]:
    """The changes that take every choice of this page back."""
    return {field.name: str(field.default) for field in fields(Filters) if field.name in (*FIELDS, "record")}


def options(commitments: Sequence[Commitment]) -> dict[str, dict[str, str]]:
    """What each filter offers: codes that the record holds with their labels, "all" first."""
    labels = load_words()
    themes, people = {row.theme for row in commitments}, _split(row.population_groups for row in commitments)
    leads = Counter(name for row in commitments for name in row.leads)
    years = sorted({row.due[:4] for row in commitments if row.due})
    states = {row.state for row in commitments}
    return {
        "promise_theme": {"all": "All themes"} | _kept(labels["theme"], themes),
        "people": {"all": "All groups"} | _kept(labels["population_group"], people),
        "lead": {"all": "Any lead", "none": "None stated"} | {
            lead_code(name): f"{name} ({number})" for name, number in leads.most_common()},
        "due": {"all": "Any date", "past": "Date passed", "coming": "Date still to come", "none": "None stated"} | {
            year: f"In {year}" for year in years},
        "measurable": {"all": "Either way"} | MEASURED | labels["measurable"],
        "status": {"all": "Any standing", "unreported": "Outcome not reported (both kinds)"} | _kept(
            labels["state"], states),
    }


def _split(cells: Iterable[str]) -> set[str]:
    return {word for cell in cells for word in cell.split(";")}


def _kept(labels: Mapping[str, str], held: Iterable[str]) -> dict[str, str]:
    """The labels of the words that are held, in the order of the vocabulary."""
    found = set(held)
    return {word: label for word, label in labels.items() if word in found}


@lru_cache(maxsize=4)
def offered(store: Store) -> dict[str, dict[str, str]]:
    """What each filter of the page offers."""
    return options(load(store))


def known(store: Store, field: str, value: str) -> bool:
    """Whether a link may carry this value of a field of this page."""
    return value in offered(store)[field]


def is_record(store: Store, record: str) -> bool:
    """Whether an id is that of a commitment."""
    return any(row.id == record for row in load(store))


@dataclass(frozen=True)
class Tally:
    """Counts of a set of commitments, by what a Board member asks."""

    rows: tuple[Commitment, ...]

    @property
    def total(self) -> int:
        """All of them."""
        return len(self.rows)

    @cached_property
    def kinds(self) -> Counter[str]:
        """How many of each kind, the most frequent first."""
        return Counter(dict(Counter(row.kind for row in self.rows).most_common()))

    @cached_property
    def states(self) -> Counter[str]:
        """How many stand how."""
        return Counter(row.state for row in self.rows)

    @property
    def under_way(self) -> int:
        """How many were last reported as started or in progress; what has not started is none of them."""
        return self.states["in_progress"] + self.states["started"]

    @cached_property
    def measurable(self) -> Counter[str]:
        """How many can be measured by a number: yes, partly, no."""
        return Counter(row.measurable for row in self.rows)

    @cached_property
    def measured(self) -> Counter[str]:
        """For how many figures are held: held, close, no."""
        return Counter(row.measured for row in self.rows)

    @property
    def dated(self) -> int:
        """How many have a due date."""
        return sum(bool(row.due) for row in self.rows)

    @cached_property
    def checkable(self) -> Tally:
        """The deliverables, metrics and targets among them."""
        return Tally(tuple(row for row in self.rows if row.kind in CHECKABLE))

    @cached_property
    def documents(self) -> dict[str, Tally]:
        """The counts of each document."""
        return {document: Tally(tuple(row for row in self.rows if row.document == document))
                for document in sorted({row.document for row in self.rows})}

    @cached_property
    def themes(self) -> dict[str, Tally]:
        """The counts of each theme, in the order of the vocabulary."""
        held = {row.theme for row in self.rows}
        return {theme: Tally(tuple(row for row in self.rows if row.theme == theme))
                for theme in load_words()["theme"] if theme in held}
