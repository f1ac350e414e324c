"""Measures along an order of groups: slope and relative index of inequality, concentration indices.

The line is the weighted straight line of the values on the share of the population up to each group's middle (Low and
Low 2004; OHID's phe_sii). The sign is kept: a negative slope means that the value is higher where deprivation is.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from dashboard.inequality import gates
from dashboard.inequality.errors import NotApplicable
from dashboard.inequality.estimate import Estimate, Interval, confidence_level, z_value
from dashboard.inequality.groups import Groups
from dashboard.inequality.linear import ratio_limits, sum_limits
from dashboard.inequality.sampling import REPETITIONS, percentiles
from dashboard.inequality.scale import Array, Scale, scale_of

BOUNDED = "A share cannot pass 0 or 100%, which limits how large this index can become."
NO_LIMITS_ON_SCALE = "A group's limits reach zero or the whole, so the slope has no limits."


@dataclass(frozen=True)
class Line:
    """A line through the groups; ``se`` is the slope's standard error, NaN where not known.

    ``intercept`` and ``slope`` are on ``scale``; ``at(0)`` is the fitted value at the most deprived end, ``at(1)`` at
    the least deprived, in the unit of the values.
    """

    intercept: float
    slope: float
    se: float
    scale: Scale

    def at(self, x: float) -> float:
        """The fitted value at a share of the population, counted from the most deprived end."""
        return float(self.scale.back(np.array(self.intercept + self.slope * x)))

    def turned(self, slope: float) -> Line:
        """The line with another slope through the same middle: half of the population stands on either side."""
        return replace(self, intercept=self.intercept + (self.slope - slope) / 2, slope=slope)


def fitted_line(groups: Groups, *, transform: bool | None = None) -> Line:
    """The line through five to a hundred ordered groups, for the indices and for a chart.

    ``transform`` fits it to logs (rates) or log odds (proportions); None does so for these two value types. Raises
    NotApplicable with the reason for a reader.
    """
    over = groups.value_type != "plain" and transform is not False
    gates.demand(gates.line(groups, transform=over))
    scale = groups.scale if over else scale_of("plain")
    start, slope = _weights(groups)
    y, se = scale.to(groups.values), groups.scale_se if over else groups.se
    return Line(float(start @ y), float(slope @ y), math.sqrt(float(slope ** 2 @ se ** 2)), scale)


def _weights(groups: Groups) -> tuple[Array, Array]:
    """What each value is multiplied by to give the line's intercept and its slope."""
    p, x = groups.shares, groups.ridits
    slope = p * (x - 0.5) / float(p @ (x - 0.5) ** 2)
    return p - slope / 2, slope


def sii(groups: Groups, *, confidence: float = 0.95, transform: bool | None = None,
        repetitions: int = REPETITIONS) -> Estimate:
    """Slope index of inequality: fitted value at the least deprived end minus at the most deprived, in values' unit.

    Limits: Σ c² se² for plain values; after a transformation those of its slope, the line turned about its middle, as
    OHID's published results have them; for a rate or proportion fitted without one (``transform=False``) simulated on
    its scale with a fixed seed. Raises NotApplicable with the reason for a reader.
    """
    return _index(groups, lambda low, high: high - low, _weights_of_difference, confidence, transform, repetitions)


def rii_ohid(groups: Groups, *, confidence: float = 0.95, transform: bool | None = None,
             repetitions: int = REPETITIONS) -> Estimate:
    """Relative index of inequality as OHID has it: fitted value at the least deprived end ÷ at the most deprived.

    1 means no gradient. Limits as for ``sii``, Fieller's for plain values. Raises NotApplicable with the reason for a
    reader, also where the line does not stay above zero. Never mix it with ``rii_scotgov``.
    """
    line = fitted_line(groups, transform=transform)
    if min(line.at(0), line.at(1)) <= 0:
        raise NotApplicable("The fitted line does not stay above zero, so its ends have no ratio.")
    return _index(groups, lambda low, high: high / low, _weights_of_ratio, confidence, transform, repetitions)


def rii_scotgov(groups: Groups, *, confidence: float = 0.95, transform: bool | None = None,
                repetitions: int = REPETITIONS) -> Estimate:
    """Relative index of inequality as the Scottish Government has it: −SII ÷ weighted mean; 0 means no gradient.

    (Long-term Monitoring of Health Inequalities, Annex 1.) Limits: Fieller's for plain values, else those of the SII
    over the mean. Raises NotApplicable with the reason for a reader. Never mix it with ``rii_ohid``.
    """
    slope = sii(groups, confidence=confidence, transform=transform, repetitions=repetitions)
    gates.demand(gates.positive_mean(groups))
    if groups.value_type != "plain":
        return slope.scaled(-1 / groups.mean)
    limits = ratio_limits(-_weights(groups)[1], groups.shares, groups.values, groups.se, confidence)
    return Estimate.within(-slope.value / groups.mean, limits)


def _index(groups: Groups, ends: Callable[[Array, Array], Array],
           plain_limits: Callable[[Groups, float], Interval | None], confidence: float,
           transform: bool | None, repetitions: int) -> Estimate:
    """An index of the line's two ends with its limits, by whichever way its scale asks for."""
    line = fitted_line(groups, transform=transform)
    value = float(ends(np.array(line.at(0)), np.array(line.at(1))))
    if groups.value_type == "plain":
        return Estimate.within(value, plain_limits(groups, confidence))
    if transform is False:
        start, slope = _weights(groups)
        return Estimate.within(value, percentiles(
            groups, lambda y: ends(y @ start, y @ (start + slope)), confidence_level(confidence), repetitions))
    if math.isnan(line.se):
        return Estimate(value, note="" if np.isnan(groups.se).any() else NO_LIMITS_ON_SCALE)
    step = z_value(confidence) * line.se
    low, high = line.turned(line.slope - step), line.turned(line.slope + step)
    lower, upper = (float(ends(np.array(end.at(0)), np.array(end.at(1)))) for end in (low, high))
    return Estimate.within(value, Interval(lower, upper))


def _weights_of_difference(groups: Groups, confidence: float) -> Interval | None:
    return sum_limits(_weights(groups)[1], groups.values, groups.se, confidence)


def _weights_of_ratio(groups: Groups, confidence: float) -> Interval | None:
    start, slope = _weights(groups)
    return ratio_limits(start + slope, start, groups.values, groups.se, confidence)


def aci(groups: Groups, *, confidence: float = 0.95) -> Estimate:
    """Absolute concentration index Σ p (2x − 1) y, in the values' unit (WHO, HEAT Technical Notes).

    Above zero: concentrated among the less deprived. Needs three or more ordered groups with populations. Limits in
    closed form. Raises NotApplicable with the reason for a reader.
    """
    gates.demand(gates.gradient(groups))
    weights = groups.shares * (2 * groups.ridits - 1)
    limits = sum_limits(weights, groups.values, groups.se, confidence)
    return Estimate.within(float(weights @ groups.values), limits,
                           note=BOUNDED if groups.value_type == "proportion" else "")


def rci(groups: Groups, *, confidence: float = 0.95) -> Estimate:
    """Relative concentration index, ACI ÷ mean, between −1 and 1 (WHO, HEAT Technical Notes; not times 100).

    Limits are Fieller's. Raises NotApplicable with the reason for a reader.
    """
    gates.demand(gates.gradient(groups) or gates.positive_mean(groups))
    weights = groups.shares * (2 * groups.ridits - 1)
    limits = ratio_limits(weights, groups.shares, groups.values, groups.se, confidence)
    return Estimate.within(float(weights @ groups.values) / groups.mean, limits,
                           note=BOUNDED if groups.value_type == "proportion" else "")
