"""A profile as rows: what its drawings show, mark by mark, and the table that says the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

import pandas as pd

from dashboard.profile import Known, Measure, Place
from dashboard.profile_words import ordinal, period_words, place_words, trend_words, verdict_words
from dashboard.text import spell_period

TABLE = {"measure": "Measure", "unit": "Unit", "period": "Period", "area": "Area", "shown": "Value", "low": "Lower 95%",
         "high": "Upper 95%", "against": "The chosen area against it", "place": "Place among districts",
         "trend": "Recent trend"}
PLACES_TABLE = {"name": "Measure", "unit": "Unit", "period": "Period", "area": "District", "shown": "Value",
                "low": "Lower 95%", "high": "Upper 95%", "place": "Place", "against": "Against the benchmark"}
UPPER_TABLE = {"measure": "Measure", "unit": "Unit", "period": "Period", "shown": "Value", "against": "Comparison"}
MARKS = {"better": " ▲", "worse": " ▼", "similar": " ●"}
TRENDS = "pages/trends.py"
# Strength of the colour from first to last place; between 0.62 and 0.82 neither dark nor light words can be read on it.
STRENGTHS = (0.0, 0.15, 0.3, 0.45, 0.6, 0.9)
Link: TypeAlias = Callable[..., str]  # an address by page and changed choices
NO_LIMITS = "not judged: no limits"


def spine_rows(measures: Sequence[Measure], second: str, link: Link) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows of a spine and its marks; ``second`` is the code of the area to compare with, or ""."""
    rows = pd.DataFrame([{
        "name": measure.indicator.label, "link": link(TRENDS, indicator=measure.indicator.id),
        "judged": measure.judged, "shown": measure.own.shown, "words": _lines(measure),
        "other": _other(measure, second)}
        for measure in measures])
    marks = [{"row": row, "at": measure.along(figure.value), "role": role, "verdict": measure.verdict,
              "area": figure.name, "shown": figure.shown}
             for row, measure in enumerate(measures) for role, figure in _drawn(measure, second)]
    return rows, pd.DataFrame(marks)


def _lines(measure: Measure) -> str:
    """What stands under a row's marks: the verdict, then place, period and trend."""
    return "\n".join((
        f"{MARKS.get(measure.verdict, '').strip()} {verdict_words(measure)}".strip(),
        " · ".join(filter(None, (place_words(measure), period_words(measure), trend_words(measure))))))


def _other(measure: Measure, second: str) -> str:
    """The second area's value as it stands in a row."""
    if not second:
        return ""
    return f"■ {measure.figures[second].shown}" if second in measure.figures else "■ no figure"


def _drawn(measure: Measure, second: str) -> list[tuple[str, Known]]:
    """The figures of a row that get a mark, each with its role."""
    found = [("own", measure.own)]
    if second in measure.figures:
        found.append(("second", measure.figures[second]))
    if measure.beside:
        found.append(("beside", measure.beside))
    taken = {figure.code for _, figure in found}
    return found + [("district", figure) for figure in measure.scale if figure.code not in taken]


def table(measures: Sequence[Measure], second: str) -> pd.DataFrame:
    """Every figure behind a spine: the area's own with its place and trend, then those beside it."""
    return pd.DataFrame([_told(measure, figure, period) for measure in measures
                         for period in [spell_period(measure.period, measure.period_end)]
                         for figure in _beside(measure, second)])


def _beside(measure: Measure, second: str) -> list[Known]:
    order = [measure.area, second]
    kinds = ["county", "icb", "region", "country", "district"]
    return sorted(measure.figures.values(), key=lambda figure: (
        order.index(figure.code) if figure.code in order else len(order), kinds.index(figure.kind), figure.name))


def _told(measure: Measure, figure: Known, period: str) -> dict[str, object]:
    own = figure.code == measure.area
    place = measure.place_of(figure.code)
    return {"measure": measure.indicator.label, "unit": measure.indicator.unit, "period": period,
            "area": figure.name, "shown": figure.shown, "low": _limit(figure.low, measure),
            "high": _limit(figure.high, measure),
            "against": "" if own or figure.kind == "district" else _against(measure, figure),
            "place": _place(place), "trend": _trend(measure) if own else "", "source_id": figure.source_id}


def _limit(limit: float | None, measure: Measure) -> str:
    return "" if limit is None else measure.indicator.show(limit)


def _against(measure: Measure, figure: Known) -> str:
    verdict = measure.against(figure)
    return NO_LIMITS if verdict == "not compared" else verdict


def _place(place: Place | None) -> str:
    return "" if place is None else f"{'joint ' if place.alike > 1 else ''}{ordinal(place.number)} of {place.of}"


def _trend(measure: Measure) -> str:
    return measure.trend.reason or measure.trend.category


def sources(measures: Sequence[Measure]) -> tuple[str, ...]:
    """The sources of the figures of these measures."""
    return tuple(dict.fromkeys(figure.source_id for measure in measures for figure in measure.figures.values()))


def place_cells(measures: Sequence[Measure], benchmark: str, link: Link) -> pd.DataFrame:
    """One row a measure and district: its place with a mark for the benchmark, its shade, and the figure in words."""
    rows = []
    for row, measure in enumerate(measures):
        period = spell_period(measure.period, measure.period_end)
        for district in measure.districts:
            place = measure.place_of(district.code)
            if place is None:
                continue
            seen = replace(measure, area=district.code, benchmark=benchmark)
            step = round((place.number - 1) / (place.of - 1) * (len(STRENGTHS) - 1))
            shade = STRENGTHS[step] if measure.judged else STRENGTHS[0]
            rows.append({
                "row": row, "name": measure.indicator.label, "unit": measure.indicator.unit,
                "link": link(TRENDS, indicator=measure.indicator.id),
                "area": district.name, "area_link": link(None, district=district.code), "shade": shade,
                "cell": f"{place.number}{'=' if place.alike > 1 else ''}{MARKS.get(seen.verdict, '')}",
                "said": f"{district.shown}, {verdict_words(seen)}", "shown": district.shown,
                "period": period, "place": _place(place),
                "low": _limit(district.low, measure), "high": _limit(district.high, measure),
                "against": verdict_words(seen), "source_id": district.source_id})
    return pd.DataFrame(rows)


def upper_rows(measures: Sequence[Measure]) -> pd.DataFrame:
    """The measures published for a larger area only: its value and how it stands to the benchmark."""
    return pd.DataFrame([{
        "measure": measure.indicator.label, "unit": measure.indicator.unit,
        "period": spell_period(measure.period, measure.period_end), "shown": measure.own.shown,
        "against": verdict_words(measure)} for measure in measures])
