"""Two areas, or all six districts, in words: who has the better figure, and where they differ most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.profile import Known, Measure, ranked
from dashboard.profile_words import number
from dashboard.registry import load_registry
from dashboard.text import UNLIMITED, join, plain
from dashboard.trend_words import upper_first

RATIO_KINDS = ("share", "rate")  # kinds for which “so many times” means something
NAMED = 3  # differences named in a sentence
# Why a measure is not in a profile, by what is published instead (queries/profile_missing.sql).
INSTEAD = {
    "split": "Published for women and men apart only",
    "upper_split": "Published for Coventry and for Warwickshire as a whole, women and men apart",
    "district": "Published for the districts, not for Warwickshire as a whole",
    "icb": "Published by the NHS for Coventry and Warwickshire as a whole, not by district",
    "place": "Published by place of the local plan",
    "neighbourhood": "Published for neighbourhoods only",
    "england": "Published for England only",
    "size": "A number, not a rate: larger places have more",
}


def pair(measures: Sequence[Measure], other: str) -> tuple[str, str]:
    """Two areas in two sentences: who has the better figure how often, and where they differ most."""
    both = [(measure, measure.own, measure.figures[other]) for measure in measures if other in measure.figures]
    judged = [row for row in both if row[0].judged]
    if not judged:
        return "The two share no measure with a better and a worse end.", ""
    own, second = both[0][1].name, both[0][2].name
    better = sum(measure.along(mine.value) > measure.along(theirs.value) and mine.shown != theirs.shown
                 for measure, mine, theirs in judged)
    alike = sum(mine.shown == theirs.shown for _, mine, theirs in judged)
    rest = f", and on {number(alike)} they read alike" if alike else ""
    first = (f"{own} has the better figure on {number(better)} of {number(len(judged))} measures that both have, "
             f"{second} on {number(len(judged) - better - alike)}{rest}.")
    return first, _widest(judged, own, second)


def _widest(judged: Sequence[tuple[Measure, Known, Known]], own: str, second: str) -> str:
    far = sorted((row for row in judged if row[0].indicator.kind in RATIO_KINDS and _apart(*row[1:])),
                 key=lambda row: -_ratio(*row[1:]))[:NAMED]
    if not far:
        return "No share or rate lies clearly apart."
    unlimited = [row for row in far if row[1].low is None or row[2].low is None]
    named = [f"{measure.indicator.label} ({own} {mine.shown}, {second} {theirs.shown})"
             for measure, mine, theirs in far]
    tail = f" {upper_first(UNLIMITED)} for {join([row[0].indicator.label for row in unlimited])}." if unlimited else ""
    return f"The largest differences, one figure divided by the other: {'; '.join(named)}.{tail}"


def _apart(mine: Known, theirs: Known) -> bool:
    """Whether the figures differ, beyond both limits where both have them."""
    if mine.low is None or mine.high is None or theirs.low is None or theirs.high is None:
        return mine.shown != theirs.shown
    return mine.high < theirs.low or theirs.high < mine.low


def _ratio(mine: Known, theirs: Known) -> float:
    high, low = max(mine.value, theirs.value), min(mine.value, theirs.value)
    return high / low if low > 0 else float("inf")


def overview(measures: Sequence[Measure]) -> str:
    """The six districts in one finding: who has the worst and who the best figure most often."""
    placed = [measure for measure in ranked(measures) if measure.judged]
    tallies = tally(placed)
    if not placed:
        return "No measure here puts the districts in order"
    last, first = (max(tallies, key=lambda name: tallies[name][end]) for end in (0, 1))
    return (f"{last} has the worst figure on {number(tallies[last][0])} of {number(len(placed))} measures, {first} "
            f"the best on {number(tallies[first][1])}")


def tally(measures: Sequence[Measure]) -> Mapping[str, tuple[int, int]]:
    """How often each district, by name, has the worst and the best figure."""
    counts: dict[str, tuple[int, int]] = {}
    for measure in measures:
        for district in measure.districts:
            place = measure.place_of(district.code)
            last, first = counts.get(district.name, (0, 0))
            counts[district.name] = (last + bool(place and place.last), first + bool(place and place.first))
    return counts


def tally_words(measures: Sequence[Measure]) -> str:
    """Every district's worsts and bests as a line of Markdown."""
    counts = tally([measure for measure in ranked(measures) if measure.judged])
    return " · ".join(f"**{plain(name)}** worst on {number(last)}, best on {number(first)}"
                      for name, (last, first) in sorted(counts.items(), key=lambda row: -row[1][0]))


def elsewhere(missing: pd.DataFrame, theme: str) -> tuple[str, ...]:
    """The measures of a theme (or "all") that a profile leaves out, a line of Markdown for each reason."""
    registry = load_registry()
    said = []
    for reason, words in INSTEAD.items():
        left_out = [registry[code] for code in missing.loc[missing["instead"] == reason, "indicator"]]
        labels = [indicator.label for indicator in left_out if theme in ("all", indicator.theme)]
        if labels:
            said.append(f"**{plain(words)}** ({len(labels)}): {plain('; '.join(labels))}.")
    return tuple(said)
