"""One area beside others, measure by measure: its verdict against a benchmark, place among districts, recent trend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from dashboard.inequality import RecentTrend, Verdict, YearPoint, against_benchmark, recent_trend
from dashboard.registry import Indicator, load_registry
from dashboard.store import Store

BENCHMARKS = {"country": "England", "region": "the West Midlands", "county": "Warwickshire",
              "icb": "Coventry and Warwickshire"}
COVENTRY, WARWICKSHIRE = "E08000026", "E10000031"
RANKED = 3  # a place among fewer areas says nothing
FEWEST_YEARS = 5
TWICE_A_YEAR = "More than one figure a year is published, so the points are not yearly."


@dataclass(frozen=True)
class Known:
    """One area's figure: ``shown`` is the value in words, ``low`` and ``high`` its limits or None."""

    code: str
    name: str
    kind: str
    value: float
    low: float | None
    high: float | None
    shown: str
    source_id: str


@dataclass(frozen=True)
class Place:
    """A place among the districts: 1 is best, or highest where an indicator has no judgement."""

    number: int
    of: int
    alike: int

    @property
    def first(self) -> bool:
        """Whether no district does better, and some do worse."""
        return self.number == 1 and self.alike < self.of

    @property
    def last(self) -> bool:
        """Whether no district does worse, and some do better."""
        return self.number > 1 and self.number + self.alike - 1 == self.of


@dataclass(frozen=True)
class Measure:
    """One indicator in one period for the area of a profile and those beside it, by code."""

    indicator: Indicator
    area: str
    benchmark: str
    period: str
    period_end: object
    figures: Mapping[str, Known]
    trend: RecentTrend
    points: int

    @property
    def judged(self) -> bool:
        """Whether one end is better than the other."""
        return self.indicator.polarity != "no_judgement"

    @property
    def own(self) -> Known:
        """The figure of the area that the profile is about."""
        return self.figures[self.area]

    @property
    def beside(self) -> Known | None:
        """The benchmark's figure for the same period and series, if there is one."""
        return self.of_kind(self.benchmark)

    def of_kind(self, kind: str) -> Known | None:
        """The figure of the county, NHS area, region or country; never the area's own."""
        return next((figure for figure in self.figures.values() if figure.kind == kind and figure.code != self.area),
                    None)

    @cached_property
    def districts(self) -> tuple[Known, ...]:
        """The figures of the districts that have one."""
        return tuple(figure for figure in self.figures.values() if figure.kind == "district")

    @property
    def verdict(self) -> Verdict:
        """The area against the benchmark: better, similar, worse; higher, lower; or not compared."""
        return self.against(self.beside)

    def against(self, other: Known | None) -> Verdict:
        """The area against another figure, judged only where its whole interval lies beyond it."""
        if other is None:
            return "not compared"
        return against_benchmark(self.own.low, self.own.high, other.value, self.indicator.polarity)

    @property
    def place(self) -> Place | None:
        """The area's place among the districts; None where too few have a figure or it is no district."""
        return self.place_of(self.area)

    def place_of(self, code: str) -> Place | None:
        """The place of a district; values that read alike share one."""
        if len(self.districts) < RANKED or code not in {figure.code for figure in self.districts}:
            return None
        values = [self._ordering(figure) for figure in self.districts]
        own = self._ordering(self.figures[code])
        return Place(1 + sum(value > own for value in values), len(values), values.count(own))

    def _ordering(self, figure: Known) -> float:
        """Larger is better, or higher where there is no judgement; as precise as readers see it."""
        value = round(figure.value, self.indicator.decimals)
        return -value if self.indicator.polarity == "high_is_bad" else value

    @cached_property
    def scale(self) -> tuple[Known, ...]:
        """The figures between whose ends the row is drawn: districts, England, and the county beside or in focus."""
        few = len(self.districts) < RANKED
        return tuple(figure for figure in self.figures.values() if figure.kind in ("district", "country")
                     or figure.code == self.area or (figure.kind == "county" and few) or figure == self.beside)

    def along(self, value: float) -> float:
        """Where a value stands, from 0 at the worst (lowest) figure of the row to 1 at the best (highest)."""
        ends = [figure.value for figure in self.scale]
        if min(ends) == max(ends):
            return 0.5
        share = (value - min(ends)) / (max(ends) - min(ends))
        return 1 - share if self.indicator.polarity == "high_is_bad" else share


def profile(store: Store, area: str, benchmark: str = "country") -> tuple[Measure, ...]:
    """The measures that an area has, in the order of the registry.

    ``area`` is a district, Warwickshire, or "all": then each measure is that of the first district, to be ranked.
    """
    rows = store.query("profile", area=area)
    points = dict(tuple(store.query("profile_points", area=area).groupby("indicator")))
    return tuple(_measure(part, area, benchmark, points.get(indicator))
                 for indicator, part in rows.groupby("indicator", sort=False))


def _measure(rows: pd.DataFrame, area: str, benchmark: str, points: pd.DataFrame | None) -> Measure:
    indicator = load_registry()[rows["indicator"].iloc[0]]
    figures = {figure.code: figure for figure in _figures(rows, indicator)}
    if area == "all":
        area = next(code for code, figure in figures.items() if figure.kind == "district")
    trend = RecentTrend("Cannot be calculated") if points is None else recent(points, indicator)
    return Measure(indicator, area, benchmark, str(rows["period"].iloc[0]), rows["period_end"].iloc[0], figures, trend,
                   0 if points is None else len(points))


def _figures(rows: pd.DataFrame, indicator: Indicator) -> list[Known]:
    return [Known(code, name, kind, value, _number(low), _number(high), indicator.show(value), source)
            for code, name, kind, value, low, high, source in zip(
                rows["area_code"], rows["area_name"], rows["area_type"], rows["value"], rows["low"], rows["high"],
                rows["source_id"], strict=True)]


def _number(cell: float) -> float | None:
    return None if pd.isna(cell) else float(cell)


def recent(points: pd.DataFrame, indicator: Indicator) -> RecentTrend:
    """The recent trend of yearly points (value, low, high, period, period_end), or why it cannot be tested."""
    years = [YearPoint(end.year, _number(value), _number(low), _number(high)) for end, value, low, high in zip(
        points["period_end"], points["value"], points["low"], points["high"], strict=True)]
    if len({point.year for point in years}) < len(years):
        return RecentTrend("Cannot be calculated", reason=TWICE_A_YEAR)
    return recent_trend(years, indicator.polarity, rolling=bool(points["period"].str.contains(" to ").any()))


def in_theme(measures: Sequence[Measure], theme: str) -> tuple[Measure, ...]:
    """The measures of a theme, those with a judgement first; all for "all"."""
    found = [measure for measure in measures if theme in ("all", measure.indicator.theme)]
    return tuple(sorted(found, key=lambda measure: not measure.judged))


def themes(measures: Sequence[Measure]) -> tuple[str, ...]:
    """The themes of measures, in the order of the registry."""
    return tuple(dict.fromkeys(measure.indicator.theme for measure in measures))


def ranked(measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """The measures that enough districts have to be put in order."""
    return tuple(measure for measure in measures if len(measure.districts) >= RANKED)
