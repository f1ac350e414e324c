"""The XmR chart: what a run of points does by itself, and which points stand out (NHS *Making Data Count*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean
from typing import Literal

from dashboard.inequality.errors import InequalityError, NotApplicable
from dashboard.inequality.estimate import number

FACTOR = 2.66  # mean moving ranges from the mean to a limit
RUN = 7
FEW = 12
ROLLING = "The points overlap or add up, so each one carries the last and limits would stand too close."

Flag = Literal["outside", "one side", "run", "outer third"]


@dataclass(frozen=True)
class XmR:
    """Mean and natural limits in the values' unit; ``flags`` has the set of flags of each point.

    outside: beyond a limit; one side: one of seven or more in a row above, or below, the mean; run: one of seven or
    more each higher, or each lower, than the last; outer third: one of two among three in a row in the outer third
    towards the same limit, or beyond it. ``note`` must stand beside the chart.
    """

    lower: float
    mean: float
    upper: float
    flags: tuple[frozenset[Flag], ...]
    note: str


def xmr(values: Sequence[float], *, rolling: bool = False) -> XmR:
    """Mean ± 2.66 × mean moving range of points in order of time.

    ``rolling`` says that points overlap or are running totals. Raises InequalityError for fewer than two points or
    one that is no number, NotApplicable for rolling points.
    """
    points = [number(value, "value", row=row) for row, value in enumerate(values, 1)]
    if len(points) < 2:
        raise InequalityError(f"{len(points)} points: limits need at least two", column="value")
    if rolling:
        raise NotApplicable(ROLLING)
    mean = fmean(points)
    step = FACTOR * fmean(abs(later - earlier) for earlier, later in pairwise(points))
    flags: list[set[Flag]] = [set() for _ in points]
    for place, flag in _flags(points, mean, step):
        flags[place].add(flag)
    note = f"Only {len(points)} points: limits from fewer than {FEW} may still move." if len(points) < FEW else ""
    return XmR(mean - step, mean, mean + step, tuple(frozenset(found) for found in flags), note)


def _flags(points: Sequence[float], mean: float, step: float) -> Iterator[tuple[int, Flag]]:
    """Place and flag of every point that stands out."""
    yield from ((place, "outside") for place, value in enumerate(points) if abs(value - mean) > step)
    sides = [(value > mean) - (value < mean) for value in points]
    yield from ((place, "one side") for place in _runs(sides, RUN))
    steps = [(later > earlier) - (later < earlier) for earlier, later in pairwise(points)]
    for place in _runs(steps, RUN - 1):
        yield place, "run"
        yield place + 1, "run"
    outer = [side if abs(value - mean) > step * 2 / 3 else 0 for side, value in zip(sides, points, strict=True)]
    for start in range(len(points) - 2):
        for side in (1, -1):
            found = [start + k for k in range(3) if outer[start + k] == side]
            if len(found) > 1:
                yield from ((place, "outer third") for place in found)


def _runs(signs: Sequence[int], length: int) -> Iterator[int]:
    """Places in runs of at least ``length`` equal signs other than zero."""
    start = 0
    for place in range(1, len(signs) + 1):
        if place == len(signs) or signs[place] != signs[start]:
            if signs[start] and place - start >= length:
                yield from range(start, place)
            start = place
