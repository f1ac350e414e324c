"""The first page in parts: the widest gaps as sentences, the promises as a strip, what is new and what is unknown."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from dashboard.registry import ROOT, Indicator, load_groups, load_registry
from dashboard.text import MONTHS, status_words, times

UNKNOWNS_FILE = ROOT / "data" / "unknowns.toml"
PAGE_OF_DIMENSION = {"deprivation_decile": "pages/access_and_care.py", "ethnic_group": "pages/access_and_care.py",
                     "district": "pages/inequality_map.py", "england": "pages/trends.py"}
PAGE_OF_INDICATOR = {"residents_most_deprived_fifth": "pages/people.py", "cyp_access": "pages/access_and_care.py"}


@dataclass(frozen=True)
class Gap:
    """One gap as the first page tells it: a large number, a sentence, the measure, and where to read on."""

    indicator: Indicator
    dimension: str
    period: str
    worst_code: str
    number: str
    sentence: str
    when: str
    source_id: str
    page: str


def read_gap(row: pd.Series, names: dict[str, str]) -> Gap:
    """A row of ``gaps`` or ``gaps_against_england`` as a gap; ``names`` gives districts and England by code."""
    indicator = load_registry()[row["indicator"]]
    dimension = str(row["dimension"])
    worst, best = (member(dimension, str(row[code]), names) for code in ("worst_code", "best_code"))
    unit = "" if indicator.short_unit else f" {indicator.unit.split(', ')[0]}"
    best_value = "none" if row["best"] == 0 else indicator.show(row["best"])
    sentence = f"{indicator.show(row['worst'])}{unit} {worst}, {best_value} {best}"
    return Gap(indicator, dimension, str(row["period"]), str(row["worst_code"]), number(row, indicator), sentence,
               "; ".join(filter(None, (as_at(str(row["period"]), row["period_end"]), indicator.aside))),
               str(row["source_id"]),
               PAGE_OF_INDICATOR.get(indicator.id, PAGE_OF_DIMENSION[dimension]))


def number(row: pd.Series, indicator: Indicator) -> str:
    """How far apart the two ends are: a ratio where high is bad, points of a share where high is good.

    Against a true zero there is no ratio: the two ends stand for themselves.
    """
    if pd.isna(row["ratio"]):
        return f"{max(row['worst'], row['best']):.0f}{indicator.short_unit} to 0"
    if indicator.polarity == "high_is_good" and indicator.short_unit == "%":
        return f"{row['best'] - row['worst']:.0f} points lower"
    if indicator.polarity == "high_is_good":
        return f"{times(row['ratio'])} apart"
    return f"{row['ratio']:.0f} times" if row["ratio"] >= 10 else times(row["ratio"])


def member(dimension: str, code: str, names: dict[str, str]) -> str:
    """A group or district as the end of a sentence: "in the most deprived tenth", "among Black … people"."""
    if dimension == "deprivation_decile":
        ends = {"1": "in the most deprived tenth of neighbourhoods", "10": "in the least"}
        return ends.get(code, f"in deprivation tenth {code}")
    if dimension == "ethnic_group":
        return f"among people recorded as {load_groups()[dimension][code].label}"
    return f"in {names[code]}"


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


@dataclass(frozen=True)
class Promise:
    """One standard: its state in a word, the figure against it, and when that was."""

    indicator: Indicator
    label: str
    met: bool
    state: str
    sentence: str
    when: str
    source_id: str


def read_promise(row: pd.Series) -> Promise:
    """A row of ``promises`` as a promise: met or short, by how much, in words true in both directions."""
    indicator = load_registry()[row["indicator"]]
    unit = "points" if indicator.short_unit == "%" else ""
    distance = abs(row["value"] - row["target"])
    short = f"{distance:,.0f} {unit}".strip()
    side = "over" if indicator.polarity == "high_is_bad" else "short"
    state = "Met" if row["met"] else f"{short} {side}"
    sentence = f"{indicator.show(row['value'])} against {indicator.show(row['target'])}"
    return Promise(indicator, indicator.label.split(", by ")[0], bool(row["met"]), state, sentence,
                   month_of(row["period_end"]), str(row["source_id"]))


def as_at(period: str, period_end: object) -> str:
    """When a figure is from, in few words: a year or edition as it is, else the month it ran to."""
    return period if period.isdigit() else f"to {month_of(period_end)}"


def month_of(period_end: object) -> str:
    """The month a period ended: "March 2022"."""
    end = pd.Timestamp(str(period_end))
    return f"{MONTHS[end.month - 1]} {end.year}"


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
