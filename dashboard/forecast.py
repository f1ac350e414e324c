"""When a target is reached at the current pace, where a series allows to say so, else why not. Points in, words out."""

from __future__ import annotations

import datetime
import math
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from dashboard.inequality import RecentTrend, YearPoint, recent_trend
from dashboard.registry import Indicator
from dashboard.text import ROLLING, join, month_of

POINTS = 5  # comparable points that a pace may rest on
FARTHEST = 10  # years ahead that a straight line is still worth saying
DAYS_IN_YEAR, DAYS_IN_QUARTER = range(360, 372), range(88, 94)
UNSAID = frozenset({"smi_health_checks"})  # come by quarter, but how long each counts is not said
Direction = Literal["at_least", "at_most"]


@dataclass(frozen=True)
class Forecast:
    """When the target is reached at the current pace, and in a sentence that or why it is not said."""

    words: str
    when: datetime.date | None = None


def forecast(points: pd.DataFrame, indicator: Indicator, target: float, direction: Direction) -> Forecast:
    """The forecast from ``queries/strategy_points.sql``, oldest first; at least one point.

    It rests on the last five points of the latest series: yearly or quarterly, none left out, not overlapping, with
    limits, and with a trend beyond chance (``dashboard.inequality.recent_trend``) that leads towards the target.
    """
    last = float(points["value"].iloc[-1])
    if reached(last, target, direction):
        return Forecast("It was met at the last count, so there is nothing to forecast.")
    series = points[points["series"] == points["series"].iloc[-1]]
    step = "quarter" if _spacing(series) == "quarter" else "year"
    if reason := _lacks(series, indicator, step):
        return Forecast(f"No forecast: {reason}")
    trend = _trend(series, indicator, step)
    if trend.slope is None:
        return Forecast(f"No forecast: {_in_steps(trend.reason, step)}")
    if trend.category == "No significant change":
        return Forecast(f"No forecast: over the last five {step}s there is no clear trend.")
    if (trend.slope > 0) != (target > last):
        return Forecast(f"No forecast: over the last five {step}s it has moved away from the target.")
    return _reached(series, indicator, target, trend.slope, step)


def reached(value: float, target: float, direction: str) -> bool:
    """Whether a figure meets its target."""
    return value <= target if direction == "at_most" else value >= target


def _spacing(series: pd.DataFrame) -> str:
    """How far apart the points are: year, quarter, or mixed."""
    days = set(pd.to_datetime(series["period_end"]).diff().dropna().dt.days)
    if days and days <= set(DAYS_IN_QUARTER):
        return "quarter"
    return "year" if days <= set(DAYS_IN_YEAR) else "mixed"


def _lacks(series: pd.DataFrame, indicator: Indicator, step: str) -> str:
    """What a series lacks before any trend is looked for, as the end of a sentence, or ""."""
    if series["period"].str.startswith(ROLLING).any():
        return "each figure counts about twelve months, so the points overlap and are not separate."
    if indicator.id in UNSAID:
        return "how long each figure counts is not stated, so the points may overlap."
    if len(series) < POINTS:
        known = join([str(period) for period in series["period"]])
        return f"only {len(series)} comparable figures are held ({known}), and a trend needs five."
    if _spacing(series.tail(POINTS)) == "mixed":
        return "the figures are not evenly spaced."
    if series.tail(POINTS)[["low", "high"]].isna().any(axis=None):
        return f"limits are not known for each of the last five {step}s, so a trend cannot be told from chance."
    return ""


def _trend(series: pd.DataFrame, indicator: Indicator, step: str) -> RecentTrend:
    ends = pd.to_datetime(series["period_end"])
    places = ends.dt.year if step == "year" else ends.dt.year * 4 + ends.dt.quarter
    last = series.assign(place=places).tail(POINTS)
    points = [YearPoint(int(place), float(value), float(low), float(high)) for place, value, low, high in zip(
        last["place"], last["value"], last["low"], last["high"], strict=True)]
    return recent_trend(points, indicator.polarity)


def _in_steps(reason: str, step: str) -> str:
    """A reason said of years, said of quarters where the points are quarters; it goes on a sentence."""
    words = reason if step == "year" else reason.replace("yearly", "quarterly").replace("year", "quarter")
    return words[:1].lower() + words[1:]


def _reached(series: pd.DataFrame, indicator: Indicator, target: float, slope: float, step: str) -> Forecast:
    """How many steps of the slope lead from the last figure to the target."""
    steps = math.ceil((target - float(series["value"].iloc[-1])) / slope - 1e-9)
    per_year = 1 if step == "year" else 4
    size = f"{abs(slope):.1f} percentage points" if indicator.short_unit == "%" else indicator.show(abs(slope))
    pace = f"{'up' if slope > 0 else 'down'} {size} a {step}"
    if steps > FARTHEST * per_year:
        return Forecast(f"At the pace of the last five {step}s ({pace}) it would take more than {FARTHEST} years: too "
                        "far ahead to give a date.")
    end = pd.Timestamp(str(series["period_end"].iloc[-1])) + pd.DateOffset(months=12 // per_year * steps)
    when = (end + pd.offsets.MonthEnd(0)).date()
    return Forecast(f"At the pace of the last five {step}s ({pace}) it would be met in the {step} to {month_of(when)}. "
                    "That is a straight line, not a plan.", when)
