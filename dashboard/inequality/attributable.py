"""What could be gained if every group had the figure of a better-off one (HEAT: population attributable risk).

All of it assumes that the difference between the groups is caused by what sets them apart; a page must say so.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard.inequality import gates
from dashboard.inequality.errors import NotApplicable
from dashboard.inequality.estimate import Estimate, z_value
from dashboard.inequality.groups import Groups
from dashboard.inequality.linear import ratio_limits, sum_limits
from dashboard.inequality.pairs import check_polarity
from dashboard.registry import Polarity

NOTHING_TO_GAIN = "The group compared with is worse than the average, so nothing would be gained."
NOT_PEOPLE = "These values are not shares or rates of people, so no number of people follows from them."


def reference_group(groups: Groups, polarity: Polarity = "no_judgement", reference: str | None = None) -> int:
    """Place of the group the others are held against: as named, else the least deprived, else the best.

    Raises NotApplicable for groups without order where neither high nor low is good and none is named.
    """
    check_polarity(polarity)
    gates.demand(gates.whole(groups))
    if reference is not None:
        return groups.index(reference)
    if groups.ordered:
        return len(groups) - 1
    if polarity == "no_judgement":
        raise NotApplicable(gates.NO_JUDGEMENT)
    return int(np.argmax(groups.values) if polarity == "high_is_good" else np.argmin(groups.values))


def par(groups: Groups, *, polarity: Polarity = "no_judgement", reference: str | None = None,
        confidence: float = 0.95) -> Estimate:
    """Population attributable risk y_ref − mean, in the values' unit: below zero where high is bad, above where good.

    0 where the reference is worse than the average; without judgement the difference as it is. Limits in closed form.
    Raises NotApplicable with the reason for a reader.
    """
    place = reference_group(groups, polarity, reference)
    weights = np.eye(len(groups))[place] - groups.shares
    value = float(groups.values[place]) - groups.mean
    if _loses(value, polarity):
        return Estimate(0.0, note=NOTHING_TO_GAIN)
    return Estimate.within(value, sum_limits(weights, groups.values, groups.se, confidence))


def paf(groups: Groups, *, polarity: Polarity = "no_judgement", reference: str | None = None,
        confidence: float = 0.95) -> Estimate:
    """Population attributable fraction, PAR ÷ mean × 100, in per cent. Limits are Fieller's; otherwise as ``par``."""
    place = reference_group(groups, polarity, reference)
    gates.demand(gates.positive_mean(groups))
    value = (float(groups.values[place]) - groups.mean) / groups.mean * 100
    if _loses(value, polarity):
        return Estimate(0.0, note=NOTHING_TO_GAIN)
    weights = (np.eye(len(groups))[place] - groups.shares) * 100
    return Estimate.within(value, ratio_limits(weights, groups.shares, groups.values, groups.se, confidence))


def _loses(difference: float, polarity: Polarity) -> bool:
    return difference < 0 if polarity == "high_is_good" else difference > 0 and polarity == "high_is_bad"


@dataclass(frozen=True)
class People:
    """How many people (or events, for a rate of events) lie behind a gap, in all and by group.

    ``number`` is fewer people where high is bad, more where high is good; ``groups`` holds those that contribute.
    """

    number: float
    lower: float | None
    upper: float | None
    reference: str
    groups: dict[str, float]


def people_if_all_had(groups: Groups, *, polarity: Polarity, reference: str | None = None,
                      confidence: float = 0.95) -> People:
    """How many people it would be if every group that is worse than the reference had the reference's figure.

    Σ population × |y − y_ref| ÷ multiplier over the groups worse than the reference, which is that of ``par``; groups
    better than it keep what they have, so the number is never below zero. Limits in closed form, not below zero,
    taking which groups are worse as given. Only for shares and rates. Raises NotApplicable otherwise, and where
    neither high nor low is good.
    """
    place = reference_group(groups, polarity, reference)
    gates.demand(NOT_PEOPLE if groups.value_type == "plain" else None)
    gates.demand(gates.NO_JUDGEMENT if polarity == "no_judgement" else None)
    assert groups.populations is not None  # reference_group has demanded them
    worse = (groups.values - groups.values[place]) * (1 if polarity == "high_is_bad" else -1)
    weights = np.where(worse > 0, groups.populations / groups.multiplier, 0)
    by_group = {name: float(n) for name, n in zip(groups.names, weights * worse, strict=True) if n > 0}
    spread = weights * groups.se
    spread[place] = weights.sum() * groups.se[place]
    step = z_value(confidence) * float(np.sqrt(np.sum(np.where(weights + np.eye(len(groups))[place] > 0,
                                                               spread ** 2, 0))))
    number = sum(by_group.values())
    known = not np.isnan(step)
    return People(number, max(0.0, number - step) if known else None, number + step if known else None,
                  groups.names[place], by_group)
