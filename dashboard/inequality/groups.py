"""The groups that are compared, as every measure reads them. ``checks.groups_of`` makes them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from dashboard.inequality.errors import InequalityError
from dashboard.inequality.estimate import Interval, confidence_level, z_value
from dashboard.inequality.intervals import count_limits, wilson
from dashboard.inequality.scale import Array, Scale, ValueType, scale_of


@dataclass(frozen=True, eq=False)
class Groups:
    """At least two groups of people, from most to least deprived where ``ordered``.

    Arrays have one entry a group and NaN where nothing is known. ``values``, ``lower``, ``upper`` and ``given_se`` are
    per ``multiplier`` people (1 for a share of one or a plain figure, 100 for per cent, 100,000 for most rates); the
    limits hold at ``limits_confidence``. ``populations`` is None where there are none.
    """

    names: tuple[str, ...]
    values: Array
    populations: Array | None
    lower: Array
    upper: Array
    given_se: Array
    numerators: Array
    denominators: Array
    ordered: bool
    value_type: ValueType
    multiplier: float
    limits_confidence: float

    def __len__(self) -> int:
        return len(self.names)

    def index(self, name: str) -> int:
        """Place of a group. Raises InequalityError where no group has this name."""
        if name not in self.names:
            raise InequalityError(f"no group is called “{name}”: there are {', '.join(self.names)}")
        return self.names.index(name)

    def taken(self, places: list[int]) -> Groups:
        """The groups at these places, in this order."""
        columns = {name: getattr(self, name)[places] for name in
                   ("values", "lower", "upper", "given_se", "numerators", "denominators")}
        people = None if self.populations is None else self.populations[places]
        return replace(self, names=tuple(self.names[place] for place in places), populations=people, **columns)

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """Names of the groups for which no figure is published."""
        return tuple(name for name, value in zip(self.names, self.values, strict=True) if np.isnan(value))

    @cached_property
    def shares(self) -> Array:
        """Each group's share of the population, summing to 1. Raises InequalityError without populations."""
        if self.populations is None:
            raise InequalityError("these groups have no populations", column="population")
        return self.populations / float(self.populations.sum())

    @cached_property
    def ridits(self) -> Array:
        """Share of the population up to the middle of each group, from the most deprived end (0) to the other (1)."""
        return np.cumsum(self.shares) - self.shares / 2

    @property
    def mean(self) -> float:
        """The population-weighted mean of the values, in their unit."""
        return float(self.shares @ self.values)

    @property
    def scale(self) -> Scale:
        """The scale on which the values' limits are symmetric: log for rates, logit for proportions."""
        return scale_of(self.value_type, self.multiplier)

    @cached_property
    def se(self) -> Array:
        """Standard error of each value in its own unit: from the limits, else as given; NaN where neither is known."""
        half = (self._base.upper - self._base.lower) / (2 * z_value(self.limits_confidence))
        return np.where(np.isnan(half), self.given_se, half)

    @cached_property
    def scale_se(self) -> Array:
        """Standard error of each value on its scale; NaN where it is not known or a limit has no place on the scale."""
        with np.errstate(divide="ignore", invalid="ignore"):
            width = self.scale.to(self._base.upper) - self.scale.to(self._base.lower)
            given = self.given_se * self.scale.slope(self.values)
        found = np.where(np.isnan(self._base.upper - self._base.lower), given,
                         width / (2 * z_value(self.limits_confidence)))
        return np.where(np.isfinite(found), found, np.nan)

    def limits(self, confidence: float = 0.95) -> tuple[Array, Array]:
        """Lower and upper limits of each group at this confidence, in the unit of the values; NaN where not known.

        As published where they were published at this confidence; else from the counts, else symmetric on the scale.
        """
        level = confidence_level(confidence)
        known = self._base if level == self.limits_confidence else self._counted(level)
        step = z_value(level) * self.scale_se
        with np.errstate(divide="ignore", invalid="ignore"):
            centre = self.scale.to(self.values)
            low, high = self.scale.back(centre - step), self.scale.back(centre + step)
        return (np.where(np.isnan(known.lower), low, known.lower), np.where(np.isnan(known.upper), high, known.upper))

    @cached_property
    def _base(self) -> _Limits:
        """The limits as given, else from the counts where no standard error is given either."""
        counted = self._counted(self.limits_confidence)
        return _Limits(np.where(np.isnan(self.lower), counted.lower, self.lower),
                       np.where(np.isnan(self.upper), counted.upper, self.upper))

    def _counted(self, confidence: float) -> _Limits:
        """Limits from the counts: Wilson's, for rates Byar's and exact ones; NaN for a group without counts.

        NaN as well where limits or a standard error are given: what was published goes before what can be worked out.
        """
        bare = np.isnan(self.lower) & np.isnan(self.given_se)
        ends = [_from_counts(float(o), float(n), self.value_type, confidence)
                for o, n in zip(np.where(bare, self.numerators, np.nan), self.denominators, strict=True)]
        return _Limits(np.array([end.lower for end in ends]) * self.multiplier,
                       np.array([end.upper for end in ends]) * self.multiplier)


@dataclass(frozen=True)
class _Limits:
    lower: Array
    upper: Array


def _from_counts(numerator: float, denominator: float, value_type: ValueType, confidence: float) -> Interval:
    if np.isnan(numerator) or np.isnan(denominator):
        return Interval(np.nan, np.nan)
    if value_type != "rate":
        return wilson(numerator, denominator, confidence)
    lower, upper = count_limits(numerator, confidence)
    return Interval(lower / denominator, upper / denominator)
