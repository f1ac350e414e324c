"""A number with its limits, the size of a confidence level, and the check of a single cell."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from statistics import NormalDist
from typing import NamedTuple

from dashboard.inequality.errors import InequalityError

STANDARD = NormalDist()


class Interval(NamedTuple):
    """Lower and upper confidence limit, in the unit of the figure they belong to."""

    lower: float
    upper: float


@dataclass(frozen=True)
class Estimate:
    """A measure with its limits, both None where they cannot be had.

    ``compares`` names the two groups of a pair. ``note`` is one sentence that must stand beside the figure.
    """

    value: float
    lower: float | None = None
    upper: float | None = None
    compares: tuple[str, str] | None = None
    note: str = ""

    @classmethod
    def within(cls, value: float, limits: Interval | None, *, compares: tuple[str, str] | None = None,
               note: str = "") -> Estimate:
        """An estimate with these limits, or without any where there are none or chance could make them anything."""
        lower, upper = limits if limits and all(map(math.isfinite, limits)) else (None, None)
        return cls(value, lower, upper, compares, note)

    @property
    def limits(self) -> Interval | None:
        """Both limits, or None."""
        return None if self.lower is None or self.upper is None else Interval(self.lower, self.upper)

    def scaled(self, factor: float) -> Estimate:
        """The same in another unit; a negative factor swaps the limits."""
        return self._through(lambda figure: figure * factor)

    def inverse(self) -> Estimate:
        """One divided by the estimate, for a ratio read from the other end; the limits swap."""
        return self._through(lambda figure: 1 / figure)

    def _through(self, step: Callable[[float], float]) -> Estimate:
        """The estimate after a step that keeps the limits on either side of the value."""
        ends = self.limits and Interval(*sorted((step(self.limits.lower), step(self.limits.upper))))
        return Estimate.within(step(self.value), ends, compares=self.compares, note=self.note)


def confidence_level(confidence: float) -> float:
    """A confidence level as a share: 0.95 for both 0.95 and 95. Raises InequalityError outside 50% to under 100%."""
    share = confidence / 100 if confidence >= 1 else confidence
    if not 0.5 <= share < 1:
        raise InequalityError(f"a confidence of {confidence:g} is not between 0.5 and 1, or 50 and 100")
    return share


def z_value(confidence: float) -> float:
    """Standard normal deviate of a two-sided confidence: 1.959964 for 0.95, 3.090232 for 0.998."""
    return STANDARD.inv_cdf(0.5 + confidence_level(confidence) / 2)


def number(value: float, column: str, *, row: int | None = None, group: str | None = None,
           above: float | None = None, least: float | None = None, most: float | None = None) -> float:
    """``value`` if it is a finite number inside the bounds; else raises InequalityError naming row and column."""
    if isinstance(value, str) or not hasattr(value, "__float__"):
        raise InequalityError(f"“{value}” is not a number", row=row, column=column, group=group)
    found = float(value)
    wrong = ""
    if not math.isfinite(found):
        wrong = "is not a finite number"
    elif above is not None and found <= above:
        wrong = f"must be above {above:g}"
    elif least is not None and found < least:
        wrong = f"must be at least {least:g}"
    elif most is not None and found > most:
        wrong = f"must be at most {most:g}"
    if wrong:
        raise InequalityError(f"{found:g} {wrong}", row=row, column=column, group=group)
    return found
