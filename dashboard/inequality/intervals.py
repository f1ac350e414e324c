"""Proportions, crude rates and directly standardised rates with their confidence limits.

Source of the formulae: APHO Technical Briefing 3 (2008), Public Health England "Confidence intervals" (2018).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache

from dashboard.inequality.errors import InequalityError, NotApplicable
from dashboard.inequality.estimate import Estimate, Interval, confidence_level, number, z_value

BYAR_FROM = 10  # events; below it Byar's approximation is too rough and the exact limits are taken
FEWEST_FOR_DSR = 10  # events; below it a standardised rate is not published


def wilson(numerator: float, denominator: float, confidence: float = 0.95) -> Interval:
    """Wilson's score limits of a proportion, as shares of 1.

    Raises InequalityError where the denominator is not above zero or the numerator not within 0 and the denominator.
    """
    n = number(denominator, "denominator", above=0)
    observed = number(numerator, "numerator", least=0, most=n)
    z = z_value(confidence)
    middle = 2 * observed + z * z
    spread = z * math.sqrt(z * z + 4 * observed * (1 - observed / n))
    return Interval((middle - spread) / (2 * (n + z * z)), (middle + spread) / (2 * (n + z * z)))


def count_limits(count: float, confidence: float = 0.95) -> Interval:
    """Limits of a count of independent events: Byar's from ten events up, exact Poisson below.

    0 gives (0, 3.6889) at 95%. Raises InequalityError for a negative count, or one below ten that is not whole.
    """
    events = number(count, "numerator", least=0)
    if events < BYAR_FROM:
        if events != int(events):
            raise InequalityError(f"{events:g} events: a count below {BYAR_FROM} must be whole", column="numerator")
        return _exact(int(events), confidence_level(confidence))
    return byar(events, confidence)


def byar(count: float, confidence: float = 0.95) -> Interval:
    """Byar's approximation to the limits of a Poisson count above zero (Breslow and Day 1987)."""
    events = number(count, "numerator", above=0)
    z = z_value(confidence)
    more = events + 1
    return Interval(events * (1 - 1 / (9 * events) - z / (3 * math.sqrt(events))) ** 3,
                    more * (1 - 1 / (9 * more) + z / (3 * math.sqrt(more))) ** 3)


@lru_cache(maxsize=256)
def _exact(count: int, confidence: float) -> Interval:
    """The means under which this count, or one further out, has half the chance left over.

    The same as half the chi-squared quantiles on 2 O and 2 O + 2 degrees of freedom, without a library for them.
    """
    tail = (1 - confidence) / 2
    lower = 0.0 if count == 0 else _root(lambda mean: 1 - _at_most(count - 1, mean) - tail)
    return Interval(lower, _root(lambda mean: tail - _at_most(count, mean)))


def _at_most(count: int, mean: float) -> float:
    """Chance of at most ``count`` events where ``mean`` are expected."""
    term = total = math.exp(-mean)
    for k in range(1, count + 1):
        term *= mean / k
        total += term
    return total


def _root(rising: Callable[[float], float]) -> float:
    """Where a rising function of a mean passes zero, to the last digit."""
    low, high = 0.0, 1.0
    while rising(high) < 0:
        high *= 2
    while low < (middle := (low + high) / 2) < high:
        low, high = (middle, high) if rising(middle) < 0 else (low, middle)
    return high


def proportion(numerator: float, denominator: float, *, multiplier: float = 1,
               confidence: float = 0.95) -> Estimate:
    """A proportion with Wilson's limits, times ``multiplier`` (100 for per cent). Raises InequalityError as wilson."""
    lower, upper = wilson(numerator, denominator, confidence)
    return Estimate(numerator / denominator, lower, upper).scaled(number(multiplier, "multiplier", above=0))


def rate(numerator: float, denominator: float, *, multiplier: float = 100_000,
         confidence: float = 0.95) -> Estimate:
    """A crude rate per ``multiplier`` with the limits of its count; it may pass 100%.

    Raises InequalityError where the denominator is not above zero or the numerator is negative.
    """
    n = number(denominator, "denominator", above=0)
    lower, upper = count_limits(numerator, confidence)
    return Estimate(numerator, lower, upper).scaled(number(multiplier, "multiplier", above=0) / n)


def dsr(counts: Sequence[float | None], populations: Sequence[float], standard: Sequence[float], *,
        multiplier: float = 100_000, confidence: float = 0.95) -> Estimate:
    """A directly standardised rate per ``multiplier`` with Dobson's limits (Dobson et al. 1991) around Byar's.

    One entry for each age band: events, people, people in the standard population (the European one of 2013).
    Raises InequalityError naming the band, and NotApplicable under ten events or where a count is not known.
    """
    if not 0 < len(counts) == len(populations) == len(standard):
        raise InequalityError("counts, populations and standard populations must be as many as the age bands")
    known = [number(count, "counts", row=row, least=0) for row, count in enumerate(counts, 1) if count is not None]
    people = [number(n, "populations", row=row, above=0) for row, n in enumerate(populations, 1)]
    weights = [number(w, "standard", row=row, least=0) for row, w in enumerate(standard, 1)]
    if not sum(weights):
        raise InequalityError("the standard population is empty", column="standard")
    if (events := sum(known)) < FEWEST_FOR_DSR:
        raise NotApplicable(f"Fewer than {FEWEST_FOR_DSR} events: a standardised rate would not be reliable.")
    if len(known) < len(counts):
        raise NotApplicable("The number of events is not known for every age band, so none is assumed.")
    total = sum(weights)
    value = sum(w * o / n for w, o, n in zip(weights, known, people, strict=True)) / total
    variance = sum(w * w * o / n / n for w, o, n in zip(weights, known, people, strict=True)) / total ** 2
    step = math.sqrt(variance / events)
    lower, upper = byar(events, confidence)
    limits = Interval(value + step * (lower - events), value + step * (upper - events))
    return Estimate.within(value, limits).scaled(number(multiplier, "multiplier", above=0))
