"""What can be filtered: every indicator by kind of area and group, with its periods, or why it is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, TypeAlias

from dashboard.availability_rules import AREAS, DIMENSIONS, GROUPS, HELD_BY, NOT_FOUND, Blank, rules_of
from dashboard.registry import load_registry, load_sources
from dashboard.store import Store

STATED = {"suppressed": "Every figure is withheld, because it counts few people",
          "not_collected": "The source says that it was not collected",
          "not_published": "The source names it without a figure"}


@dataclass(frozen=True)
class Gap:
    """Periods that a cell lacks for one reason."""

    periods: tuple[str, ...]
    blank: Blank


@dataclass(frozen=True)
class Cell:
    """An indicator for one kind of area and group: what there is, and for what there is not the reason.

    ``areas`` of ``of_areas`` have a figure in the newest period; where they are districts or places, ``local_areas``
    are the codes of those with a figure in any. ``figures`` counts figures, ``suppressed`` those withheld among them.
    ``blank`` says why there is none, or why some areas have none, and is None where all have one.
    """

    indicator: str
    area: str
    group: str
    periods: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    areas: int = 0
    of_areas: int = 0
    local_areas: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    figures: int = 0
    suppressed: int = 0
    gaps: tuple[Gap, ...] = ()
    blank: Blank | None = None

    @property
    def held(self) -> bool:
        """Whether there is any figure."""
        return bool(self.periods)

    @property
    def state(self) -> str:
        """"held", "held in part", or the reason why there is nothing."""
        if self.blank is None:
            return "held"
        return "held in part" if self.held else self.blank.reason


Key: TypeAlias = tuple[str, str, str]
Matrix: TypeAlias = dict[Key, Cell]


@dataclass
class Found:
    """What the data have for one cell, while its rows are read, oldest period first."""

    periods: list[str] = field(default_factory=list)
    years: set[int] = field(default_factory=set)
    areas: int = 0
    of_areas: int = 0
    local_areas: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    figures: int = 0
    suppressed: int = 0
    states: dict[str, str] = field(default_factory=dict)  # of periods without a single value

    def add(self, row: Any) -> None:
        """Take in a row of the query ``availability``."""
        self.figures += row.cells
        self.suppressed += row.suppressed
        if not row.areas:
            self.states[row.period] = max(STATED, key=lambda state: int(getattr(row, state)))
            return
        if row.period not in self.periods:
            self.periods.append(row.period)
        self.years.add(row.period_end.year)
        self.areas, self.of_areas = row.areas, row.of_areas
        self.local_areas |= set(row.local_areas)


@dataclass
class Read:
    """What the data have of one indicator: its cells by area and group, its periods (oldest first) and its sources."""

    found: dict[tuple[str, str], Found] = field(default_factory=dict)
    periods: list[str] = field(default_factory=list)
    sources: set[str] = field(default_factory=set)


def _read(rows: Iterable[Any]) -> dict[str, Read]:
    """The data by indicator."""
    area_of = {kind: code for code, area in AREAS.items() for kind in (*area.kinds, *area.beside)}
    read: dict[str, Read] = {code: Read() for code in load_registry()}
    for row in rows:
        area, mine = area_of[row.area_type], read[row.indicator]
        mine.sources |= set(row.sources)
        have = mine.found.setdefault((area, DIMENSIONS.get(row.dimension, row.dimension)), Found())
        if row.areas:
            have.kinds.add(row.area_type)
        if row.area_type not in AREAS[area].beside:
            have.add(row)
            if row.period not in mine.periods:
                mine.periods.append(row.period)
    return read


@lru_cache(maxsize=4)
def matrix(store: Store) -> Matrix:
    """Every indicator × kind of area × group, in the order of the registry: what there is, or why not, and who has it.

    The cells are shared: nobody may change them.
    """
    read = _read(store.query("availability").itertuples())
    cells: Matrix = {}
    for code in load_registry():
        work = _Indicator(code, read[code], rules_of(code), unknown(code, read[code].sources))
        cells |= {(code, area, group): work.cell(area, group) for area in AREAS for group in GROUPS}
    return cells


def unknown(code: str, sources: Iterable[str]) -> Blank:
    """The reason that is true of every blank that no rule explains: not here, and not found published."""
    publishers = dict.fromkeys(load_sources()[source].publisher for source in sorted(sources))
    return Blank((code,), NOT_FOUND, "The files used here do not have it", "; ".join(publishers))


def later(code: str) -> Blank | None:
    """What is known of an indicator's periods after the last one here, if anything."""
    return next((rule for rule in rules_of(code) if rule.later), None)


@dataclass(frozen=True)
class _Indicator:
    """One indicator while its cells are made."""

    code: str
    read: Read
    rules: Sequence[Blank]
    unknown: Blank

    def cell(self, area: str, group: str) -> Cell:
        """The cell of a kind of area and a group."""
        have = self.read.found.get((area, group), Found())
        cell = Cell(self.code, area, group, kinds=frozenset(have.kinds))
        if not have.periods:
            return replace(cell, blank=self._stated(have) if have.states else self._blank(area, group))
        areas = len(have.local_areas) or have.areas
        return replace(
            cell, periods=tuple(have.periods), years=tuple(sorted(have.years)), areas=areas, of_areas=have.of_areas,
            local_areas=tuple(sorted(have.local_areas)), figures=have.figures, suppressed=have.suppressed,
            gaps=tuple(self._gaps(have, area)), blank=self._of("areas", area) if areas < have.of_areas else None)

    def _stated(self, have: Found) -> Blank:
        """Figures that the source names without a value, by the state of the newest."""
        return self._as_stated(list(have.states.values())[-1])

    def _as_stated(self, state: str) -> Blank:
        """The reason that the source itself gives for a figure without a value."""
        return replace(self.unknown, reason=state, why=STATED[state],
                       holder=HELD_BY.get(state, self.unknown.holder))

    def _of(self, column: str, value: str) -> Blank:
        """The reason declared for a kind of area, or for a group, whatever the other."""
        other = "groups" if column == "areas" else "areas"
        return next((rule for rule in self.rules if value in getattr(rule, column)
                     and not (getattr(rule, other) or rule.periods or rule.later)), self.unknown)

    def _blank(self, area: str, group: str) -> Blank:
        """The reason of the pair, else the harder of that of the area and that of the group."""
        for rule in self.rules:
            if area in rule.areas and group in rule.groups and not (rule.periods or rule.later):
                return rule
        held = {key for key, have in self.read.found.items() if have.periods}
        reasons = [] if area in {of for of, _ in held} else [self._of("areas", area)]
        reasons += [] if group in {of for _, of in held} else [self._of("groups", group)]
        return min(reasons, key=lambda blank: blank.hardness, default=self.unknown)

    def _gaps(self, have: Found, area: str) -> Iterator[Gap]:
        """Periods that the indicator has elsewhere, or that are declared, and that are missing here."""
        rules = [rule for rule in self.rules if rule.periods and (not rule.areas or area in rule.areas)]
        missing: dict[Blank, list[str]] = {}
        for period in dict.fromkeys([*self.read.periods, *(name for rule in rules for name in rule.periods)]):
            if period in have.periods:
                continue
            if period in have.states:
                blank = self._as_stated(have.states[period])
            else:
                blank = next((rule for rule in rules if period in rule.periods), self.unknown)
            missing.setdefault(blank, []).append(period)
        return (Gap(tuple(periods), blank) for blank, periods in missing.items())
