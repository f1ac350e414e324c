"""Recent trend: whether the last five yearly points rise or fall by more than chance (Fingertips trend markers)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from dashboard.inequality import gates
from dashboard.inequality.errors import InequalityError
from dashboard.inequality.estimate import number
from dashboard.inequality.pairs import check_polarity
from dashboard.inequality.scale import Array
from dashboard.registry import Polarity

POINTS = 5
WIDTH = 3.92  # standard errors between a pair of 95% limits, as Fingertips takes it
CRITICAL = 9.549536  # chi-squared on one degree of freedom at 99.8%

Category = Literal[
    "Increasing", "Decreasing", "Increasing and getting worse", "Increasing and getting better",
    "Decreasing and getting worse", "Decreasing and getting better", "No significant change", "Cannot be calculated"]


@dataclass(frozen=True)
class YearPoint:
    """One year's figure with its 95% limits; None where not published."""

    year: int
    value: float | None
    lower: float | None
    upper: float | None


@dataclass(frozen=True)
class RecentTrend:
    """The category in Fingertips' words; ``reason`` says in one sentence why it cannot be calculated, else "".

    ``slope`` is the change a year in the values' unit, ``chi_squared`` its test statistic; None where not calculated.
    """

    category: Category
    slope: float | None = None
    chi_squared: float | None = None
    reason: str = ""


def recent_trend(points: Sequence[YearPoint], polarity: Polarity = "no_judgement", *,
                 rolling: bool = False) -> RecentTrend:
    """The trend over the last five yearly points, weighted by 1 ÷ se² with se = (upper − lower) ÷ 3.92.

    Significant where (slope ÷ its se)² is above 9.549536 and the slope keeps its sign without each of the points.
    ``rolling`` says that the periods overlap. Raises InequalityError for a year twice, a number that is none or
    limits the wrong way round.
    """
    check_polarity(polarity)
    for row, point in enumerate(points, 1):
        _check(point, row)
    last = sorted(points, key=lambda point: point.year)[-POINTS:]
    years = [point.year for point in last]
    if len(set(point.year for point in points)) < len(points):
        raise InequalityError("a year stands twice", column="year")
    if reason := gates.ROLLING if rolling else _lacks(last):
        return RecentTrend("Cannot be calculated", reason=reason)
    x = np.array(years, dtype=float)
    y = np.array([point.value for point in last], dtype=float)
    weights = np.array([(WIDTH / ((point.upper or 0) - (point.lower or 0))) ** 2 for point in last])
    slope, information = _slope(x, y, weights)
    chi_squared = slope ** 2 * information
    without = [_slope(*(np.delete(column, i) for column in (x, y, weights)))[0] for i in range(POINTS)]
    holds = all(np.sign(other) == np.sign(slope) for other in without)
    category = _category(slope, polarity) if chi_squared > CRITICAL and holds else "No significant change"
    return RecentTrend(category, slope, chi_squared)


def _check(point: YearPoint, row: int) -> None:
    """The point's numbers are numbers, and its limits stand the right way round."""
    for column in ("value", "lower", "upper"):
        cell = getattr(point, column)
        if cell is not None:
            number(cell, column, row=row)
    if point.lower is not None and point.upper is not None and point.lower > point.upper:
        raise InequalityError(f"{point.lower:g} is above upper", row=row, column="lower")


def _lacks(last: Sequence[YearPoint]) -> str:
    """What the points lack for the test, as a sentence, or ""."""
    if len(last) < POINTS:
        return f"A trend needs five yearly points; there {'is' if len(last) == 1 else 'are'} {len(last)}."
    if last[-1].year - last[0].year != POINTS - 1:
        return "A year is missing among the last five points, so a trend cannot be tested."
    if any(point.value is None for point in last):
        return "A figure is not published for each of the last five years."
    if any(point.lower is None or point.upper is None for point in last):
        return "Limits are not known for each of the last five years."
    if any(point.lower == point.upper for point in last):
        return "A point has limits without any width, so chance cannot be told from change."
    return ""


def _slope(x: Array, y: Array, weights: Array) -> tuple[float, float]:
    """Slope of the weighted straight line, and one over its variance."""
    away = x - float(weights @ x) / float(weights.sum())
    information = float(weights @ away ** 2)
    return float(weights @ (away * y)) / information, information


def _category(slope: float, polarity: Polarity) -> Category:
    """The direction, with the judgement where the indicator has one."""
    if polarity == "no_judgement":
        return "Increasing" if slope > 0 else "Decreasing"
    if slope > 0:
        return "Increasing and getting worse" if polarity == "high_is_bad" else "Increasing and getting better"
    return "Decreasing and getting better" if polarity == "high_is_bad" else "Decreasing and getting worse"
