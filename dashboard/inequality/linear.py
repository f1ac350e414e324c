"""Limits in closed form: of a weighted sum of independent values, and of the ratio of two such sums."""

from __future__ import annotations

import math

import numpy as np

from dashboard.inequality.estimate import Interval, z_value
from dashboard.inequality.scale import Array


def sum_limits(weights: Array, values: Array, se: Array, confidence: float) -> Interval | None:
    """Limits of Σ c y, with variance Σ c² se²; None where a group that counts has no standard error."""
    spread = float(np.sum(np.where(weights == 0, 0, weights * weights * se * se)))
    if math.isnan(spread):
        return None
    centre, step = float(weights @ values), z_value(confidence) * math.sqrt(spread)
    return Interval(centre - step, centre + step)


def ratio_limits(over: Array, under: Array, values: Array, se: Array, confidence: float) -> Interval | None:
    """Fieller's limits of Σ a y ÷ Σ b y (Fieller 1954): the percentiles that simulating normal values tends to.

    None where a standard error is not known, or where the lower sum could be zero by chance.
    """
    variance = se * se
    top, base = float(over @ values), float(under @ values)
    v_top, v_base = float(over * over @ variance), float(under * under @ variance)
    shared, z = float(over * under @ variance), z_value(confidence)
    if math.isnan(v_top + v_base) or base == 0:
        return None
    g = z * z * v_base / base ** 2
    if g >= 1:
        return None
    ratio = top / base
    inner = v_top - 2 * ratio * shared + ratio ** 2 * v_base
    inner -= g * (v_top - shared ** 2 / v_base) if v_base else 0
    step, centre = z / abs(base) * math.sqrt(max(inner, 0)), ratio - (g * shared / v_base if v_base else 0)
    return Interval((centre - step) / (1 - g), (centre + step) / (1 - g))
