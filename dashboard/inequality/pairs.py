"""Two groups set against each other: how far apart they are, and how many times as high one is (HEAT §3.1)."""

from __future__ import annotations

import math

import numpy as np

from dashboard.inequality import gates
from dashboard.inequality.errors import InequalityError, NotApplicable
from dashboard.inequality.estimate import Estimate, Interval, z_value
from dashboard.inequality.groups import Groups
from dashboard.registry import POLARITIES, Polarity

FARTHEST = 700.0  # a larger power of e is no number any more
SOME_MISSING = "Only groups with a published figure are compared."


def check_polarity(polarity: str) -> None:
    """Raise InequalityError where this is no polarity."""
    if polarity not in POLARITIES:
        raise InequalityError(f"polarity “{polarity}” is none of {', '.join(POLARITIES)}")


def compared(groups: Groups, polarity: Polarity = "no_judgement", reference: str | None = None) -> tuple[int, int]:
    """Which two groups a gap is between: places of the first and of the one taken from it.

    With a ``reference``: for high is bad the highest other group and the reference, for high is good the reference and
    the lowest other group, else the other group furthest from the reference, and it. Without: the ends of an order,
    most deprived first (least deprived first where high is good); of groups without order the highest and the lowest.
    Raises NotApplicable where no figure is published for one of them.
    """
    check_polarity(polarity)
    y = groups.values
    if reference is not None:
        base = groups.index(reference)
        others = [place for place in range(len(groups)) if place != base and not np.isnan(y[place])]
        if np.isnan(y[base]) or not others:
            _refuse(groups, [base] if np.isnan(y[base]) else [])
        if polarity == "no_judgement":
            return max(others, key=lambda place: abs(y[place] - y[base])), base
        if polarity == "high_is_bad":
            return max(others, key=lambda place: y[place]), base
        return base, min(others, key=lambda place: y[place])
    if groups.ordered:
        ends = (len(groups) - 1, 0) if polarity == "high_is_good" else (0, len(groups) - 1)
        if np.isnan(y[list(ends)]).any():
            _refuse(groups, [end for end in ends if np.isnan(y[end])])
        return ends
    if len(groups) - len(groups.missing) < 2:
        _refuse(groups, [])
    known = [place for place in range(len(groups)) if not np.isnan(y[place])]
    highest = max(known, key=lambda place: y[place])
    return highest, min((place for place in known if place != highest), key=lambda place: y[place])


def _refuse(groups: Groups, missing: list[int]) -> None:
    named = f"No figure is published for “{groups.names[missing[0]]}”" if missing else \
        "Fewer than two groups have a published figure"
    raise NotApplicable(f"{named}, so there is nothing to compare.")


def gap(groups: Groups, *, polarity: Polarity = "no_judgement", reference: str | None = None,
        confidence: float = 0.95) -> Estimate:
    """Absolute gap between two groups, in the values' unit; ``compared`` says which, ``compares`` names them.

    Above zero where the deprived are worse off (or where they are higher, without judgement). Limits combine those of
    both groups by squares, which keeps their lopsidedness (Newcombe 1998; Zou and Donner 2008).
    """
    first, second = compared(groups, polarity, reference)
    lower, upper = groups.limits(confidence)
    y, low, high = groups.values, lower, upper
    value = float(y[first] - y[second])
    below = math.hypot(y[first] - low[first], high[second] - y[second])
    above = math.hypot(high[first] - y[first], y[second] - low[second])
    limits = None if math.isnan(below + above) else Interval(value - below, value + above)
    return Estimate.within(value, limits, compares=(groups.names[first], groups.names[second]), note=_note(groups))


def ratio(groups: Groups, *, polarity: Polarity = "no_judgement", reference: str | None = None,
          confidence: float = 0.95) -> Estimate:
    """How many times as high the first group of ``compared`` is as the second; 1 for no difference.

    Limits on the log scale (Katz et al. 1978), None where the first group's value is zero. Raises NotApplicable where
    the second group's value is not above zero.
    """
    first, second = compared(groups, polarity, reference)
    top, base = float(groups.values[first]), float(groups.values[second])
    gates.demand(gates.ratio_base(base, groups.names[second]) or
                 (gates.ratio_base(top, groups.names[first]) if top < 0 else None))
    value, limits = top / base, None
    spread = math.hypot(*(_log_se(groups, place) for place in (first, second))) if top else math.nan
    if not math.isnan(spread):
        step = float(np.exp(min(z_value(confidence) * spread, FARTHEST)))
        limits = Interval(value / step, value * step)
    return Estimate.within(value, limits, compares=(groups.names[first], groups.names[second]), note=_note(groups))


def _log_se(groups: Groups, place: int) -> float:
    """Standard error of the logarithm of one group's value."""
    if groups.value_type == "rate":
        return float(groups.scale_se[place])
    return float(groups.se[place] / groups.values[place])


def _note(groups: Groups) -> str:
    return SOME_MISSING if groups.missing else ""
