"""Slope, relative and concentration indices: small examples a person can follow, and independent ways to the same."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard.inequality import (
    InequalityError,
    NotApplicable,
    aci,
    fitted_line,
    groups_of,
    rci,
    rii_ohid,
    rii_scotgov,
    sii,
)
from dashboard.inequality.linear import ratio_limits, sum_limits

POPULATIONS = [300, 100, 250, 150, 200]
VALUES = [30.0, 22.0, 25.0, 14.0, 12.0]


def test_a_straight_gradient_is_found_whole() -> None:
    groups = groups_of([50, 40, 30, 20, 10], [1, 1, 1, 1, 1])  # middles at 0.1, 0.3 … 0.9: the ends are 55 and 5
    assert sii(groups).value == pytest.approx(-50)
    assert rii_ohid(groups).value == pytest.approx(5 / 55)
    assert rii_scotgov(groups).value == pytest.approx(50 / 30)
    assert (fitted_line(groups).at(0), fitted_line(groups).at(1)) == pytest.approx((55, 5))


def test_concentration_by_hand() -> None:
    groups = groups_of([50, 40, 30, 20, 10], [1, 1, 1, 1, 1])
    assert aci(groups).value == pytest.approx((-0.8 * 50 - 0.4 * 40 + 0.4 * 20 + 0.8 * 10) / 5)
    assert rci(groups).value == pytest.approx(-8 / 30)


@pytest.mark.parametrize("size", [5, 6, 10, 37, 100])
def test_the_line_is_that_of_weighted_least_squares(size: int) -> None:
    rng = np.random.default_rng(size)
    people, values = rng.uniform(50, 5000, size), rng.uniform(1, 9, size)
    p = people / people.sum()
    slope, start = np.polyfit(np.cumsum(p) - p / 2, values, 1, w=np.sqrt(p))
    groups = groups_of(values, people)
    assert sii(groups).value == pytest.approx(slope)
    assert rii_ohid(groups).value == pytest.approx((start + slope) / start)
    assert rii_scotgov(groups).value == pytest.approx(-slope / (p @ values))


@pytest.mark.parametrize(("value_type", "to", "back"), [
    ("rate", np.log, np.exp), ("proportion", lambda y: np.log(y / (1 - y)), lambda s: 1 / (1 + np.exp(-s)))])
def test_rates_and_proportions_are_fitted_on_their_scale(value_type, to, back) -> None:
    y, p = np.array(VALUES) / 100, np.array(POPULATIONS) / 1000
    slope, start = np.polyfit(np.cumsum(p) - p / 2, to(y), 1, w=np.sqrt(p))
    groups = groups_of(y, POPULATIONS, value_type=value_type)
    assert sii(groups).value == pytest.approx(back(start + slope) - back(start))
    assert rii_ohid(groups).value == pytest.approx(back(start + slope) / back(start))
    assert rii_scotgov(groups).value == pytest.approx(-(back(start + slope) - back(start)) / (p @ y))


def test_per_cent_and_shares_of_one_agree() -> None:
    counts, people = [90, 22, 62, 21, 24], POPULATIONS
    one = groups_of(numerators=counts, denominators=people, value_type="proportion")
    hundred = groups_of(numerators=counts, denominators=people, value_type="proportion", multiplier=100)
    for index, factor in ((sii, 100), (rii_ohid, 1), (rii_scotgov, 1), (aci, 100), (rci, 1)):
        assert [index(hundred).value, *index(hundred).limits] == pytest.approx(
            [end * factor for end in (index(one).value, *index(one).limits)])


def test_limits_of_plain_values_are_in_closed_form() -> None:
    se = [1.0, 2.0, 1.5, 1.2, 0.8]
    groups = groups_of(VALUES, POPULATIONS, se=se)
    p = np.array(POPULATIONS) / 1000
    x = np.cumsum(p) - p / 2
    c = p * (x - 0.5) / (p @ (x - 0.5) ** 2)
    half = 1.959963984540054 * np.sqrt((c ** 2 * np.square(se)).sum())
    found = sii(groups)
    assert found.limits == pytest.approx((found.value - half, found.value + half))


def test_limits_and_their_standard_error_say_the_same() -> None:
    for confidence, z in ((0.95, 1.959963984540054), (0.998, 3.090232306167813)):
        limits = groups_of(VALUES, POPULATIONS, lower=[y - z for y in VALUES], upper=[y + z for y in VALUES],
                           limits_confidence=confidence)
        assert sii(limits).limits == pytest.approx(sii(groups_of(VALUES, POPULATIONS, se=[1] * 5)).limits)
        both = groups_of(VALUES, POPULATIONS, lower=[y - z for y in VALUES], upper=[y + z for y in VALUES],
                         limits_confidence=confidence, se=[99] * 5)
        assert sii(both).limits == pytest.approx(sii(limits).limits), "limits go before a standard error"


def test_limits_of_a_ratio_are_what_simulation_tends_to() -> None:
    rng = np.random.default_rng(1)
    y, se = np.array(VALUES), np.array([1.0, 2.0, 1.5, 1.2, 0.8])
    over, under = np.array([-0.4, -0.1, 0.1, 0.3, 0.9]), np.array(POPULATIONS) / 1000
    drawn = y + se * rng.standard_normal((400_000, 5))
    expected = np.quantile((drawn @ over) / (drawn @ under), [0.025, 0.975])
    width = expected[1] - expected[0]
    assert ratio_limits(over, under, y, se, 0.95) == pytest.approx(tuple(expected), abs=0.01 * width)
    assert ratio_limits(over, under, y, se * 40, 0.95) is None, "the lower sum could be zero by chance"
    assert sum_limits(over, y, np.array([1, np.nan, 1, 1, 1]), 0.95) is None


def test_simulated_limits_are_the_same_every_time_and_close_to_the_turned_line() -> None:
    groups = groups_of(numerators=[900, 220, 620, 210, 240], denominators=[n * 10 for n in POPULATIONS],
                       value_type="proportion")
    first, again = (sii(groups, transform=False) for _ in range(2))
    assert first == again
    assert sii(groups, transform=False, repetitions=10_000).limits == pytest.approx(first.limits, abs=0.001)
    with pytest.raises(InequalityError, match="999 repetitions are too few"):
        sii(groups, transform=False, repetitions=999)


def test_wider_confidence_gives_wider_limits() -> None:
    groups = groups_of(numerators=[90, 22, 62, 21, 24], denominators=POPULATIONS, value_type="rate")
    for index in (sii, rii_ohid, rii_scotgov, aci, rci):
        narrow, wide = index(groups, confidence=0.95), index(groups, confidence=99.8)
        assert wide.lower < narrow.lower < narrow.value < narrow.upper < wide.upper
        assert narrow.value == wide.value


def test_without_any_spread_there_are_values_but_no_limits() -> None:
    for index in (sii, rii_ohid, rii_scotgov, aci, rci):
        assert index(groups_of(VALUES, POPULATIONS)).limits is None


def test_a_limit_at_zero_leaves_the_slope_without_limits_and_says_so() -> None:
    groups = groups_of([5, 4, 3, 2, 1], POPULATIONS, lower=[4, 3, 2, 1, 0], upper=[6, 5, 4, 3, 2], value_type="rate")
    assert sii(groups).limits is None
    assert "no limits" in sii(groups).note


@pytest.mark.parametrize(("groups", "reason"), [
    (groups_of(VALUES, POPULATIONS, ordered=False), "no order"),
    (groups_of(VALUES[:4], POPULATIONS[:4]), "only 4 groups: a slope needs at least five"),
    (groups_of(VALUES[:2], POPULATIONS[:2]), "With two groups"),
    (groups_of(VALUES), "size of the groups is not known"),
    (groups_of([*VALUES[:3], None, 12], POPULATIONS, names="ABCDE"), "No figure is published for “D”"),
    (groups_of([1.0] * 101, [1] * 101), "101 groups"),
    (groups_of([0, 1, 2, 3, 4], POPULATIONS, value_type="rate"), "“1” is at zero"),
    (groups_of([0.5, 0.6, 0.7, 0.8, 1], POPULATIONS, value_type="proportion"), "“5” is at 100%"),
])
def test_a_slope_that_does_not_apply_gives_its_reason(groups, reason: str) -> None:
    for index in (sii, rii_ohid, rii_scotgov):
        with pytest.raises(NotApplicable, match=reason):
            index(groups)


def test_a_line_that_falls_below_zero_has_a_slope_but_no_ratio() -> None:
    groups = groups_of([40, 10, 2, 1, 0.5], [1, 1, 1, 1, 1])
    assert sii(groups).value < 0
    with pytest.raises(NotApplicable, match="does not stay above zero"):
        rii_ohid(groups)


def test_four_ordered_groups_have_a_concentration_but_no_slope() -> None:
    assert aci(groups_of([4, 3, 2, 1], [1, 1, 1, 1])).value == pytest.approx(-0.625)


def test_shares_carry_a_note_on_concentration() -> None:
    assert "cannot pass 0 or 100%" in rci(groups_of([0.4, 0.3, 0.2], [1, 1, 1], value_type="proportion")).note
