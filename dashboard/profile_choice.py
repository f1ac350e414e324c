"""What a district profile is about: the reader's choices as far as they can be met, and the measures they leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from dashboard.filters import Filters
from dashboard.profile import BENCHMARKS, COVENTRY, WARWICKSHIRE, Measure, in_theme, profile, ranked, themes
from dashboard.store import Store
from dashboard.text import join

SMALL = 3  # themes of fewer measures share a card
EVERY = "all"


def benchmarks(area: str) -> dict[str, str]:
    """What an area can be held against, as words of buttons: never itself, and Warwickshire only for its districts."""
    left_out = {"county"} if area in (EVERY, COVENTRY, WARWICKSHIRE) else set()
    return {kind: name.removeprefix("the ") for kind, name in BENCHMARKS.items() if kind not in left_out}


@dataclass(frozen=True)
class Choice:
    """What a profile is about: area, second area or "", benchmark, theme; and what could not be met, in words."""

    area: str
    second: str
    benchmark: str
    theme: str
    notes: tuple[str, ...]


def choose(filters: Filters, offered: Sequence[str]) -> Choice:
    """The reader's choices as far as they can be met; ``offered`` are the themes that the area has."""
    notes = []
    second = filters.against if filters.against not in (EVERY, filters.district) else ""
    if second and filters.district == EVERY:
        second = ""
        notes.append("Choose an area before comparing it with another.")
    benchmark = filters.benchmark if filters.benchmark in benchmarks(filters.district) else "country"
    if benchmark != filters.benchmark:
        notes.append(f"{BENCHMARKS[filters.benchmark]} cannot be the benchmark here; {BENCHMARKS[benchmark]} is.")
    theme = filters.theme if filters.theme in (EVERY, *offered) else EVERY
    if theme != filters.theme:
        notes.append(f"No measure of the theme {filters.theme} is published for this area; all themes are shown.")
    return Choice(filters.district, second, benchmark, theme, tuple(notes))


def shown(store: Store, choice: Choice) -> tuple[Measure, ...]:
    """The measures of a choice; of all districts only those that enough of them have."""
    found = in_theme(profile(store, choice.area, choice.benchmark), choice.theme)
    return ranked(found) if choice.area == EVERY else found


Group: TypeAlias = tuple[str, tuple[Measure, ...]]


def groups(measures: Sequence[Measure]) -> tuple[Group, ...]:
    """The measures theme by theme; themes of fewer than three stand together."""
    by_theme = {theme: in_theme(measures, theme) for theme in themes(measures)}
    small = [theme for theme, found in by_theme.items() if len(found) < SMALL]
    whole = [(theme, found) for theme, found in by_theme.items() if theme not in small]
    together = in_theme([measure for theme in small for measure in by_theme[theme]], EVERY)
    return (*whole, *([(join(small), together)] if small else []))


def halves(measures: Sequence[Measure]) -> tuple[tuple[Group, ...], ...]:
    """The groups in two columns of about as many rows each, or in one where there is one."""
    sides: tuple[list[Group], list[Group]] = ([], [])
    rows = [0, 0]
    for group in groups(measures):
        side = int(rows[1] < rows[0])
        sides[side].append(group)
        rows[side] += len(group[1]) + 2  # the card around the rows takes the room of about two
    return tuple(tuple(side) for side in sides if side)


def published_above(store: Store, choice: Choice) -> tuple[Measure, ...]:
    """The measures that a district of Warwickshire has only as a part of the county, with the county's figures."""
    missing = store.query("profile_missing", area=choice.area)
    upper = set(missing.loc[missing["instead"] == "county", "indicator"])
    return tuple(measure for measure in profile(store, WARWICKSHIRE, choice.benchmark)
                 if measure.indicator.id in upper) if upper else ()
