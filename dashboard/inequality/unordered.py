"""Measures over all groups whatever their order: how far they lie from the average (WHO, HEAT Technical Notes).

None has limits: chance alone spreads the groups, so an interval around these measures would stand too high.
"""

from __future__ import annotations

import math

import numpy as np

from dashboard.inequality import gates
from dashboard.inequality.errors import NotApplicable
from dashboard.inequality.estimate import Estimate
from dashboard.inequality.groups import Groups


def bgv(groups: Groups) -> Estimate:
    """Between-group variance Σ p (y − mean)², in the square of the values' unit. Raises NotApplicable with a reason."""
    gates.demand(gates.whole(groups))
    return Estimate(float(groups.shares @ (groups.values - groups.mean) ** 2))


def bgsd(groups: Groups) -> Estimate:
    """Between-group standard deviation, the root of ``bgv``, in the values' unit. Raises NotApplicable likewise."""
    return Estimate(math.sqrt(bgv(groups).value))


def idis_weighted(groups: Groups) -> Estimate:
    """Index of disparity, weighted: Σ p |y − mean| ÷ mean × 100, in per cent. Raises NotApplicable with a reason."""
    gates.demand(gates.whole(groups) or gates.positive_mean(groups))
    return Estimate(float(groups.shares @ np.abs(groups.values - groups.mean)) / groups.mean * 100)


def theil(groups: Groups) -> Estimate:
    """Theil index Σ p r ln r, with r = y ÷ mean: 0 if all are equal, no unit. Raises NotApplicable with a reason."""
    gates.demand(gates.whole(groups) or gates.no_negative(groups) or gates.positive_mean(groups))
    relative = groups.values / groups.mean
    logs = np.log(relative, where=relative > 0, out=np.zeros_like(relative))  # r ln r tends to 0 with r
    return _thousandths(float(groups.shares @ (relative * logs)))


def mld(groups: Groups) -> Estimate:
    """Mean log deviation Σ p (−ln r), with r = y ÷ mean: 0 if all are equal, no unit.

    Raises NotApplicable with a reason, also where a value is zero, which would make it infinite.
    """
    gates.demand(gates.whole(groups) or gates.no_negative(groups) or gates.positive_mean(groups))
    if (groups.values == 0).any():
        name = groups.names[int(np.argmin(groups.values))]
        raise NotApplicable(f"The value of “{name}” is zero, which would make this measure infinite.")
    return _thousandths(float(groups.shares @ -np.log(groups.values / groups.mean)))


def _thousandths(value: float) -> Estimate:
    """The measure, never below zero by rounding, with the figure as WHO's toolkit shows it."""
    found = max(value, 0.0)
    return Estimate(found, note=f"WHO’s HEAT shows this times 1,000: {found * 1000:.4g}.")
