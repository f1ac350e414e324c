"""A figure held against a benchmark, and cash put into the prices of another year."""

from __future__ import annotations

from typing import Literal

from dashboard.inequality.errors import InequalityError
from dashboard.inequality.estimate import number
from dashboard.inequality.pairs import check_polarity
from dashboard.registry import Polarity

Verdict = Literal["better", "similar", "worse", "lower", "higher", "not compared"]


def against_benchmark(lower: float | None, upper: float | None, benchmark: float | None,
                      polarity: Polarity = "no_judgement") -> Verdict:
    """Where a figure's whole interval lies beyond the benchmark, on which side; else "similar" (OHID, Fingertips).

    Better or worse by polarity, lower or higher without judgement; "not compared" without limits or benchmark. All in
    one unit. Raises InequalityError for a number that is none or limits the wrong way round.
    """
    check_polarity(polarity)
    if lower is None or upper is None or benchmark is None or lower != lower or upper != upper \
            or benchmark != benchmark:
        return "not compared"
    low, high = number(lower, "lower"), number(upper, "upper")
    if low > high:
        raise InequalityError(f"{low:g} is above upper", column="lower")
    line = number(benchmark, "benchmark")
    if low <= line <= high:
        return "similar"
    above = low > line
    if polarity == "no_judgement":
        return "higher" if above else "lower"
    return "better" if above == (polarity == "high_is_good") else "worse"


def real_terms(cash: float, deflator: float, base_deflator: float) -> float:
    """Cash in the prices of a base year: cash × deflator of the base year ÷ deflator of the cash's year (HM Treasury).

    Raises InequalityError where a deflator is not above zero.
    """
    return number(cash, "cash") * number(base_deflator, "base_deflator", above=0) / \
        number(deflator, "deflator", above=0)
