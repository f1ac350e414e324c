"""The reader's choices as one typed value, which is also the web address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

LONGEST_VALUE = 80


@dataclass(frozen=True)
class Filters:
    """What the reader has chosen; codes throughout, never labels.

    ``district``: GSS code or "all". ``place``: place of the plan or "all". ``ethnic_group``, ``age_band``: group code
    or "all". ``indicator``: id of the registry or "" for the page's own; ``compare``: a second or "". ``period``: an
    edition or period as published, or "latest". ``basis``: "national" or "local" deprivation fifths. ``level``: kind of
    area on the map or "finest". ``area``: code of the chosen area or "". ``against``: a second district to compare
    with, or "". ``theme``: a theme of the registry or "all"; ``split``: a dimension whose gaps are listed or "all".
    ``view``: "map" or "drawing". ``table``: name in data/tables.toml or "". ``record``, ``body``, ``term``: ids of what
    is opened or "". ``age``: years as digits or "". ``words``: what is searched for. ``of``, ``figure``: stem of the
    page and id of the figure that are presented. ``ready``: a ready-made briefing or "". The rest are toggles and
    filters of the record of strategies.
    """

    district: str = "all"
    place: str = "all"
    ethnic_group: str = "all"
    age_band: str = "all"
    indicator: str = ""
    period: str = "latest"
    basis: str = "national"
    level: str = "finest"
    area: str = ""
    compare: str = ""
    view: str = "map"
    schools: str = "off"
    intervals: str = "off"
    sex: str = "female"
    ages: str = "persons"
    prices: str = "cash"
    per: str = "total"
    joint: str = "apart"
    dimension: str = "ethnic_group"
    section: str = "indicators"
    table: str = ""
    against: str = ""
    benchmark: str = "country"
    theme: str = "all"
    rank: str = "ratio"
    part: str = "measure"
    geography: str = "district"
    split: str = "all"
    document: str = "all"
    record: str = ""
    promise_theme: str = "all"
    people: str = "all"
    lead: str = "all"
    due: str = "all"
    measurable: str = "all"
    status: str = "all"
    board: str = "list"
    age: str = ""
    tier: str = "all"
    need: str = "all"
    provider: str = "all"
    route: str = "all"
    words: str = ""
    elsewhere: str = "off"
    length: str = "some"
    body: str = ""
    term: str = ""
    chapter: str = "bodies"
    of: str = ""
    figure: str = ""
    ready: str = ""

    def set(self, **changes: str) -> Filters:
        """A copy with these choices changed: ``filters.set(district="E07000220")``."""
        return replace(self, **changes)

    def query(self) -> dict[str, str]:
        """The choices that differ from the default, as URL parameters."""
        return {field.name: getattr(self, field.name) for field in fields(self)
                if getattr(self, field.name) != field.default}


Allowed = Mapping[str, Callable[[str], bool]]


def read_query(params: Mapping[str, Sequence[str]], allowed: Allowed) -> tuple[Filters, list[str]]:
    """The choices in a URL, and one phrase for each parameter that was ignored.

    ``params`` maps each name to all its values; ``allowed`` says for each field whether a value is known. An unknown
    name, an unknown or oversized value, or a name given twice is ignored and its default stands.
    """
    known = {field.name for field in fields(Filters)}
    chosen: dict[str, str] = {}
    ignored: list[str] = []
    for name, values in params.items():
        if name not in known:
            ignored.append(f"“{_short(name)}” (no such filter)")
        elif len(values) > 1:
            ignored.append(f"{name} (given {len(values)} times)")
        elif len(values[0]) > LONGEST_VALUE or not allowed[name](values[0]):
            ignored.append(f"{name} “{_short(values[0])}” (not known)")
        else:
            chosen[name] = values[0]
    return Filters(**chosen), ignored


def _short(text: str) -> str:
    """At most forty printable characters of what a URL held, so that a notice stays one line. They are no Markdown:
    whoever shows them escapes them."""
    clean = "".join(filter(str.isprintable, text))
    return clean if len(clean) <= 40 else clean[:40] + "…"


FINEST_FIRST = ("lsoa21", "lsoa11", "msoa21", "msoa11", "ward25", "district", "place", "county", "icb")


@dataclass(frozen=True)
class Cut:
    """Which rows of an indicator answer the reader's choices, and what has to be said where they can't."""

    period: str
    level: str
    dimension: str
    group_code: str
    notes: tuple[str, ...]


def resolve(coverage: Sequence[Mapping[str, Any]], filters: Filters,
            levels: Sequence[str] = FINEST_FIRST) -> Cut | None:
    """The rows to show for the choices, from what an indicator has (``queries/coverage.sql``, oldest period first).

    Falls back to the latest period, the finest level and everyone, with a note for each choice that could not be met.
    None where the indicator has nothing at these levels.
    """
    rows = [row for row in coverage if row["area_type"] in levels]
    if not rows:
        return None
    notes: list[str] = []
    periods = list(dict.fromkeys(row["period"] for row in rows))
    period = periods[-1] if filters.period == "latest" else filters.period
    if period not in periods:
        notes.append(f"There is no figure for {period}; {periods[-1]} is shown.")
        period = periods[-1]
    rows = [row for row in rows if row["period"] == period]
    present = {row["area_type"] for row in rows}
    level = filters.level
    if level not in present:
        if level != "finest":
            notes.append("There are no figures here for the kind of area chosen; the finest kind held is shown.")
        level = next(kind for kind in levels if kind in present)
    groups = {(row["dimension"], row["group_code"]) for row in rows if row["area_type"] == level}
    dimension, group = "all", "all"
    for field, words in (("ethnic_group", "ethnic group"), ("age_band", "age")):
        wanted = getattr(filters, field)
        if wanted == "all":
            continue
        if (field, wanted) in groups and dimension == "all":
            dimension, group = field, wanted
        elif (field, wanted) in groups:
            notes.append(f"Not published by ethnic group and {words} together; {words} is left out.")
        else:
            notes.append(f"Not published by this {words} at this level, so the figures are for everyone.")
    return Cut(period, level, dimension, group, tuple(notes))
