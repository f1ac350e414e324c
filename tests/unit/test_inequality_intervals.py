"""Limits of proportions, counts and rates, also held against two independent libraries."""

from __future__ import annotations

import math

import pandas as pd
import PHStatsMethods
import pytest
from scipy.stats import chi2, norm

from dashboard.inequality import (
    Estimate,
    InequalityError,
    NotApplicable,
    count_limits,
    dsr,
    proportion,
    rate,
    wilson,
    z_value,
)

ESP2013 = [5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500,
           1000]


@pytest.mark.parametrize("confidence", [0.5, 0.9, 0.95, 0.98, 0.998, 95, 99.8])
def test_the_deviate_of_a_confidence_is_the_normal_one(confidence: float) -> None:
    share = confidence / 100 if confidence > 1 else confidence
    assert z_value(confidence) == pytest.approx(norm.ppf(0.5 + share / 2), abs=1e-12)


@pytest.mark.parametrize("confidence", [0, 1, 100, -0.95, 0.4, 49, 101, math.nan, math.inf])
def test_a_confidence_out_of_range_is_refused(confidence: float) -> None:
    with pytest.raises(InequalityError, match="confidence"):
        z_value(confidence)


@pytest.mark.parametrize("count", range(10))
@pytest.mark.parametrize("confidence", [0.95, 0.998])
def test_exact_limits_of_few_events_are_those_of_chi_squared(count: int, confidence: float) -> None:
    tail = (1 - confidence) / 2
    lower, upper = count_limits(count, confidence)
    assert lower == pytest.approx(chi2.ppf(tail, 2 * count) / 2 if count else 0, rel=1e-12)
    assert upper == pytest.approx(chi2.ppf(1 - tail, 2 * count + 2) / 2, rel=1e-12)


def test_no_events_give_the_limit_that_every_textbook_has() -> None:
    assert count_limits(0) == pytest.approx((0, 3.6889), abs=1e-4)
    assert rate(0, 1000) == Estimate(0, 0, pytest.approx(368.89, abs=0.01))
    assert wilson(0, 10) == pytest.approx((0, 0.277533), abs=1e-6)
    assert wilson(10, 10) == pytest.approx((1 - 0.277533, 1), abs=1e-6)


def test_a_rate_may_pass_the_whole() -> None:
    assert rate(250, 220, multiplier=100).value == pytest.approx(113.636, abs=1e-3)


@pytest.mark.parametrize("confidence", [0.95, 0.998])
def test_an_independent_library_finds_the_same(confidence: float) -> None:
    data = pd.DataFrame({"n": [1, 7, 9, 10, 11, 480, 5000], "d": [40, 900, 10, 10, 5000, 500, 65000]})
    name = "95" if confidence == 0.95 else "99_8"
    for work_out, theirs in ((proportion, PHStatsMethods.ph_proportion), (rate, PHStatsMethods.ph_rate)):
        expected = theirs(data, "n", "d", confidence=confidence, multiplier=1000).to_dict("records")
        for (n, d), row in zip(data.itertuples(index=False), expected, strict=True):
            found = work_out(n, d, confidence=confidence, multiplier=1000)
            assert found == Estimate(*(pytest.approx(row[column], rel=1e-9) for column in (
                "Value", f"lower_{name}_ci", f"upper_{name}_ci")))


def test_an_independent_library_finds_the_same_standardised_rate() -> None:
    counts = [3, 0, 1, 7, 12, 9, 30, 22, 4, 8, 15, 16, 9, 2, 3, 11, 40, 21, 6]
    people = [636, 558, 609, 543, 384, 594, 669, 843, 660, 576, 606, 522, 426, 273, 300, 288, 153, 123, 207]
    data = pd.DataFrame({"n": counts, "d": people, "s": ESP2013, "area": "a"})
    row = PHStatsMethods.ph_dsr(data, "n", "d", "s", group_cols=["area"], euro_standard_pops=False,
                                confidence=[0.95, 0.998]).to_dict("records")[0]
    for confidence, name in ((0.95, "95"), (0.998, "99_8")):
        assert dsr(counts, people, ESP2013, confidence=confidence) == Estimate(*(
            pytest.approx(row[column], rel=1e-9) for column in ("Value", f"lower_{name}_ci", f"upper_{name}_ci")))


def test_a_standardised_rate_of_a_population_like_the_standard_is_the_crude_rate() -> None:
    assert dsr([10, 20], [100, 300], [1, 3]).value == pytest.approx(30 / 400 * 100_000)


def test_a_standardised_rate_needs_ten_known_events() -> None:
    with pytest.raises(NotApplicable, match="Fewer than 10 events"):
        dsr([4, 5], [100, 100], [1, 1])
    with pytest.raises(NotApplicable, match="not known for every age band"):
        dsr([40, None], [100, 100], [1, 1])


@pytest.mark.parametrize(("call", "message"), [
    (lambda: wilson(5, 0), "column denominator: 0 must be above 0"),
    (lambda: wilson(5, -4), "column denominator: -4 must be above 0"),
    (lambda: wilson(5, 4), "column numerator: 5 must be at most 4"),
    (lambda: wilson(-1, 4), "column numerator: -1 must be at least 0"),
    (lambda: wilson(math.nan, 4), "column numerator: nan is not a finite number"),
    (lambda: rate(math.inf, 4), "column numerator: inf is not a finite number"),
    (lambda: rate(5, 0), "column denominator: 0 must be above 0"),
    (lambda: rate(2.5, 10), "column numerator: 2.5 events"),
    (lambda: rate("5", 10), "“5” is not a number"),
    (lambda: dsr([5, 6], [100], [1, 1]), "as many as the age bands"),
    (lambda: dsr([5, 6], [100, 0], [1, 1]), "row 2, column populations"),
    (lambda: dsr([5, 6], [100, 9], [0, 0]), "column standard: the standard population is empty"),
    (lambda: dsr([], [], []), "as many as the age bands"),
])
def test_bad_figures_are_named(call, message: str) -> None:
    with pytest.raises(InequalityError, match=message):
        call()
