"""Which measures apply: for each that does not, one plain sentence for a reader, else None."""

from __future__ import annotations

import numpy as np

from dashboard.inequality.errors import NotApplicable
from dashboard.inequality.groups import Groups

FEWEST_FOR_A_LINE, MOST_FOR_A_LINE = 5, 100
NO_ORDER = "These groups have no order, so there is no gradient to measure."
NO_POPULATIONS = "The size of the groups is not known, so they cannot be weighed against each other."
TWO_GROUPS = "With two groups the gap and the ratio already say everything."
NO_JUDGEMENT = "This indicator is neither good nor bad when high, so no group is the best-off."
ROLLING = "The periods overlap, so the points are not separate years and a trend cannot be tested."


def demand(reason: str | None) -> None:
    """Raise NotApplicable with this sentence, or do nothing for None."""
    if reason:
        raise NotApplicable(reason)


def whole(groups: Groups) -> str | None:
    """Why a measure weighing all groups against each other does not apply."""
    if len(groups) == 2:
        return TWO_GROUPS
    return _complete(groups) or (NO_POPULATIONS if groups.populations is None else None)


def gradient(groups: Groups) -> str | None:
    """Why a measure along an order of groups does not apply."""
    return None if groups.ordered and not whole(groups) else (NO_ORDER if not groups.ordered else whole(groups))


def line(groups: Groups, *, transform: bool = False) -> str | None:
    """Why no line can be fitted through the groups, on the values or their transformed scale."""
    if reason := gradient(groups):
        return reason
    if len(groups) < FEWEST_FOR_A_LINE:
        return f"There are only {len(groups)} groups: a slope needs at least five."
    if len(groups) > MOST_FOR_A_LINE:
        return f"There are {len(groups)} groups: a slope is fitted to at most a hundred."
    return _off_scale(groups) if transform else None


def _off_scale(groups: Groups) -> str | None:
    """Which group's value has no logarithm, or no log odds."""
    full = groups.multiplier if groups.value_type == "proportion" else np.inf
    for name, value in zip(groups.names, groups.values, strict=True):
        if groups.value_type != "plain" and not 0 < value < full:
            return f"“{name}” is at {'zero' if value == 0 else '100%'}, where a slope of such figures cannot be fitted."
    return None


def _complete(groups: Groups) -> str | None:
    """Which group's figure is missing."""
    if not groups.missing:
        return None
    named = " and ".join(f"“{name}”" for name in groups.missing[:2])
    more = f" and {len(groups.missing) - 2} more" if len(groups.missing) > 2 else ""
    return f"No figure is published for {named}{more}, so a measure of all groups would leave people out."


def positive_mean(groups: Groups) -> str | None:
    """Why a measure relative to the average does not apply."""
    return None if groups.mean > 0 else "The average is not above zero, so nothing can be set against it."


def no_negative(groups: Groups) -> str | None:
    """Why a measure of shares of the total does not apply."""
    return "Some values are below zero, so they are not shares of a total." if (groups.values < 0).any() else None


def ratio_base(value: float, name: str) -> str | None:
    """Why nothing can be divided by the value of this group."""
    if value == 0:
        return f"The value of “{name}” is zero, so there is no ratio to it."
    return f"The value of “{name}” is below zero, so a ratio to it says nothing." if value < 0 else None
