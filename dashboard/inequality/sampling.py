"""Limits by simulation, for the few measures that have none in closed form."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from dashboard.inequality.errors import InequalityError
from dashboard.inequality.estimate import Interval
from dashboard.inequality.groups import Groups
from dashboard.inequality.scale import Array

SEED = 2004  # the year of Low and Low's paper; fixed, so that the same figures always give the same limits
REPETITIONS = 100_000
PAGE_REPETITIONS = 10_000  # limits to about 1% of the interval's width, in two milliseconds
FEWEST = 1_000


def percentiles(groups: Groups, measure: Callable[[Array], Array], confidence: float,
                repetitions: int = REPETITIONS) -> Interval | None:
    """Percentiles of a measure over values drawn from normal distributions on the groups' own scale.

    ``measure`` takes an array of repetitions by groups and gives one number a repetition. None where a group has no
    standard error on its scale. Raises InequalityError under a thousand repetitions.
    """
    if repetitions < FEWEST:
        raise InequalityError(f"{repetitions} repetitions are too few: at least {FEWEST:,}")
    with np.errstate(divide="ignore"):
        centre = groups.scale.to(groups.values)
    if not np.isfinite(centre + groups.scale_se).all():
        return None
    drawn = groups.scale.back(centre + groups.scale_se * _normal(repetitions, len(groups)))
    lower, upper = np.quantile(measure(drawn), [(1 - confidence) / 2, (1 + confidence) / 2])
    return Interval(float(lower), float(upper))


@lru_cache(maxsize=4)
def _normal(repetitions: int, groups: int) -> Array:
    """Standard normal numbers, the same ones every time; kept, because making them takes longer than using them."""
    drawn = np.random.default_rng(SEED).standard_normal((repetitions, groups))
    drawn.flags.writeable = False
    return drawn
