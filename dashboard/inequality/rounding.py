"""What rounding and suppression leave open: a count as bounds, and whether they alone could turn a gap round."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.inequality.errors import InequalityError
from dashboard.inequality.estimate import Interval, number


def rounded_bounds(count: float, *, base: float = 5, cells: int = 1) -> Interval:
    """Between what a published count, or a sum of ``cells`` such counts, may lie: ± base ÷ 2 for each cell.

    Never below zero. Raises InequalityError for a negative count, a base not above zero or no cells.
    """
    published = number(count, "count", least=0)
    half = number(base, "base", above=0) / 2 * number(cells, "cells", least=1)
    return Interval(max(0.0, published - half), published + half)


def suppressed_bounds(below: float, *, base: float = 5) -> Interval:
    """Between what a suppressed count may lie, where counts under ``below`` are blanked: from zero.

    The upper bound adds the rounding, since the decision may have been taken on rounded counts.
    """
    return Interval(0.0, number(below, "below", above=0) + number(base, "base", least=0) / 2)


@dataclass(frozen=True)
class GapBounds:
    """The gap between two shares or rates as published and its bounds; ``reversible`` says whether it could turn round.

    ``sentence`` is what a reader must be told, or "".
    """

    published: float
    bounds: Interval
    reversible: bool
    sentence: str


def gap_bounds(first: tuple[float, float], second: tuple[float, float], *, base: float = 5,
               multiplier: float = 1) -> GapBounds:
    """Bounds of first − second, each a published (numerator, denominator), both rounded to ``base``.

    ``base`` 0 means exact counts. ``reversible`` where the true gap could be zero or of the other sign through the
    rounding alone. Raises InequalityError for a denominator that could be zero.
    """
    ends = [_share(pair, base, multiplier) for pair in (first, second)]
    published = (first[0] / first[1] - second[0] / second[1]) * multiplier
    bounds = Interval(ends[0].lower - ends[1].upper, ends[0].upper - ends[1].lower)
    reversible = published != 0 and base > 0 and bounds.lower <= 0 <= bounds.upper
    sentence = f"Counts are rounded to {base:g}: the rounding alone could close or reverse this gap."
    return GapBounds(published, bounds, reversible, sentence if reversible else "")


def _share(pair: tuple[float, float], base: float, multiplier: float) -> Interval:
    """The lowest and highest ratio that two rounded counts allow."""
    if not base:
        ratio = number(pair[0], "numerator", least=0) / number(pair[1], "denominator", above=0) * multiplier
        return Interval(ratio, ratio)
    over, under = rounded_bounds(pair[0], base=base), rounded_bounds(pair[1], base=base)
    if under.lower <= 0:
        raise InequalityError(f"{pair[1]:g} rounded to {base:g} could be zero", column="denominator")
    return Interval(over.lower / under.upper * multiplier, over.upper / under.lower * multiplier)
