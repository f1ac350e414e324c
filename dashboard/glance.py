"""The first page in parts: the widest gaps as sentences, the promises as a strip, what is new and what is unknown."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from dashboard import gap_finder, gap_words
from dashboard.care_waits import WAITS
from dashboard.choices import AREA_LABELS
from dashboard.parts import Parts
from dashboard.registry import ROOT, Indicator, load_registry
from dashboard.store import Store
from dashboard.strategy_words import NUMBERS
from dashboard.text import month_of, status_words

ON_CARE = dict.fromkeys(WAITS, "standards") | {"cyp_access": "access"}  # figures of that page, by what they are of
UNKNOWNS_FILE = ROOT / "data" / "unknowns.toml"
GAP_COLUMNS = ("Measure", "Gap", "Who and where", "When")
PROMISE_COLUMNS = ("Standard", "Standing", "Figure against standard", "When")


@dataclass(frozen=True)
class Gap:
    """One gap as the first page tells it: a large number, a sentence, when, and the page and choices to read on."""

    indicator: Indicator
    dimension: str
    period: str
    worst_code: str
    number: str
    sentence: str
    when: str
    page: str
    choices: Mapping[str, str]
    source_id: str


def read_gap(row: pd.Series, names: Mapping[str, str]) -> Gap:
    """A row of ``gaps`` or ``gaps_against_england`` as a gap; ``names`` gives districts and England by code.

    Gaps inside the area are told as *Gaps* tells them; a district against England leads to *Trends*.
    """
    indicator, dimension = load_registry()[row["indicator"]], str(row["dimension"])
    if dimension != "england":
        told = gap_finder.read_gap(row)
        return Gap(indicator, dimension, str(row["period"]), str(row["worst_code"]), told.number, told.sentence,
                   told.when, "pages/inequality_gaps.py", told.choices, str(row["source_id"]))
    unit = "" if indicator.short_unit else f" {indicator.unit.split(', ')[0]}"
    sentence = (f"{gap_words.said(row['worst'], indicator)}{unit} in {names[row['worst_code']]}, "
                f"{gap_words.said(row['best'], indicator)} in {names[row['best_code']]}")
    return Gap(indicator, dimension, str(row["period"]), str(row["worst_code"]), gap_finder.number(row, indicator),
               sentence, gap_finder.when(row, indicator), "pages/trends.py", {"indicator": indicator.id},
               str(row["source_id"]))


def worst_first(*parts: pd.DataFrame) -> pd.DataFrame:
    """Rows of several gap queries as one list, widest first, one for each theme."""
    rows = pd.concat(parts).sort_values("ratio", ascending=False, kind="stable", na_position="first")
    return rows.drop_duplicates("theme")


def headline(gaps: list[Gap], place: str) -> str:
    """The finding in the largest type: the widest gap by deprivation, or the widest there is."""
    if not gaps:
        return f"{place}: no gap that can be measured stands out, but see its neighbourhoods"
    gap = next((gap for gap in gaps if gap.dimension == "deprivation_decile"), gaps[0])
    label = gap.indicator.label
    if gap.dimension == "deprivation_decile" and gap.indicator.polarity == "high_is_bad":
        return (f"{label} are {gap.number} as frequent in the most deprived neighbourhoods of {place} "
                "as in the least deprived")
    return f"{label}: {gap.sentence}"


def gaps_title(gaps: list[Gap], place: str) -> str:
    """What the list of gaps holds: one of each theme, for all of the area only those themes where it is widest."""
    if place != AREA_LABELS["all"]:
        return f"Where {place} does worst, or worse than England"
    return f"The widest gap in each of {NUMBERS[len(gaps) - 1]} themes" if len(gaps) > 1 else "The widest gap"


@dataclass(frozen=True)
class Promise:
    """One standard: its state in a word, the figure against it, when that was, and where to read on."""

    indicator: Indicator
    label: str
    met: bool
    state: str
    sentence: str
    when: str
    page: str
    choices: Mapping[str, str]
    anchor: str


def read_promise(row: pd.Series, by_group: Collection[str]) -> Promise:
    """A row of ``promises`` as a promise: met or short, by how much, in words true in both directions.

    It leads to the groups it is not met for where the indicator is one of ``by_group``, to its figure on *Care* where
    that page has one, else to its trend.
    """
    indicator = load_registry()[row["indicator"]]
    unit = "points" if indicator.short_unit == "%" else ""
    distance = abs(row["value"] - row["target"])
    short = f"{distance:,.0f} {unit}".strip()
    side = "over" if indicator.polarity == "high_is_bad" else "short"
    state = "Met" if row["met"] else f"{short} {side}"
    sentence = f"{indicator.show(row['value'])} against {indicator.show(row['target'])}"
    return Promise(indicator, indicator.label.split(", by ")[0], bool(row["met"]), state, sentence,
                   month_of(row["period_end"]), *_onward(indicator, by_group))


def promises(store: Store) -> list[Promise]:
    """Every measurable standard with its last figure, those not met first."""
    choices = store.query("gap_choices")
    by_group = set(choices.loc[choices["dimension"] == "deprivation_decile", "indicator"])
    return [read_promise(row, by_group) for _, row in store.query("promises").iterrows()]


def promises_title(found: list[Promise]) -> str:
    """How many of the standards are met: set nationally or by a local plan, and no count of the strategies' targets."""
    met = sum(promise.met for promise in found)
    return f"{met} of {len(found)} national and local standards for care were met at their last count"


def promise_parts(store: Store) -> Parts:
    """The promises as a table, to be taken out of the page."""
    rows, found = store.query("promises"), promises(store)
    table = pd.DataFrame([(one.label, one.state, one.sentence, one.when) for one in found], columns=PROMISE_COLUMNS)
    title = promises_title(found)
    note = "A standard is met or not by its figure alone; where the figure has limits, they are on its own page."
    return Parts(title, "Coventry and Warwickshire · latest figure of each", None, f"Table: {title}", table,
                 tuple(rows["source_id"].unique()), (note,),
                 dict(zip(PROMISE_COLUMNS, PROMISE_COLUMNS, strict=True)))


def gap_parts(gaps: list[Gap], place: str) -> Parts:
    """The gaps as a table, to be taken out of the page."""
    table = pd.DataFrame([(gap.indicator.label, gap.number, gap.sentence, gap.when) for gap in gaps],
                         columns=GAP_COLUMNS)
    title = headline(gaps, place)
    return Parts(title, f"{gaps_title(gaps, place)} · {place}", None, f"Table: {title}", table,
                 tuple(dict.fromkeys(gap.source_id for gap in gaps)), (gap_finder.NOTE,),
                 dict(zip(GAP_COLUMNS, GAP_COLUMNS, strict=True)))


def _onward(indicator: Indicator, by_group: Collection[str]) -> tuple[str, Mapping[str, str], str]:
    if indicator.id in by_group:
        return "pages/inequality_gaps.py", {"indicator": indicator.id, "dimension": "deprivation_decile"}, ""
    if indicator.id in ON_CARE:
        return "pages/access_and_care.py", {}, ON_CARE[indicator.id]
    return "pages/trends.py", {"indicator": indicator.id}, ""


@dataclass(frozen=True)
class Unknown:
    """A question that no published figure answers yet, why, and who would know."""

    question: str
    why: str
    holder: str


@cache
def load_unknowns(path: Path = UNKNOWNS_FILE) -> tuple[Unknown, ...]:
    """The questions of ``data/unknowns.toml``, with the reason in words."""
    rows = tomllib.loads(path.read_text(encoding="utf-8")).values()
    return tuple(Unknown(row["question"], status_words(row["why"]), row["holder"]) for row in rows)
