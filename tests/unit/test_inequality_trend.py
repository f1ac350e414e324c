"""Recent trend, XmR limits and flags, benchmark, real terms, and what rounding leaves open."""

from __future__ import annotations

import math

import pytest

from dashboard.inequality import (
    InequalityError,
    Interval,
    NotApplicable,
    RecentTrend,
    YearPoint,
    against_benchmark,
    gap_bounds,
    real_terms,
    recent_trend,
    rounded_bounds,
    suppressed_bounds,
    xmr,
)


def points(values, half: float = 0.5, first: int = 2018) -> list[YearPoint]:
    return [YearPoint(first + k, value, value - half, value + half) for k, value in enumerate(values)]


@pytest.mark.parametrize(("polarity", "rising", "falling"), [
    ("high_is_bad", "Increasing and getting worse", "Decreasing and getting better"),
    ("high_is_good", "Increasing and getting better", "Decreasing and getting worse"),
    ("no_judgement", "Increasing", "Decreasing")])
def test_polarity_turns_a_direction_into_a_judgement(polarity, rising: str, falling: str) -> None:
    assert recent_trend(points([1, 2, 3, 4, 5]), polarity).category == rising
    assert recent_trend(points([5, 4, 3, 2, 1]), polarity).category == falling


def test_the_test_statistic_by_hand() -> None:
    found = recent_trend(points([1, 2, 3, 4, 5], half=1.96))
    assert (found.slope, found.chi_squared) == (pytest.approx(1), pytest.approx(10)), "se 1: Σ (year − mean)² = 10"
    assert recent_trend(points([1, 2, 3, 4, 5], half=1.96 * 1.03)).category == "No significant change", "10 ÷ 1.03²"
    assert found.category == "Increasing"


def test_precise_points_weigh_more() -> None:
    uneven = [*points([1, 2, 3, 4]), YearPoint(2022, -50, -1050, 950)]
    assert recent_trend(uneven).slope == pytest.approx(1, abs=0.01)


def test_a_trend_that_hangs_on_one_point_is_none() -> None:
    found = recent_trend(points([3, 2.9, 2.8, 2.7, 9], half=0.2))
    assert found.chi_squared > 9.549536
    assert found.category == "No significant change"


def test_only_the_last_five_points_count_in_any_order() -> None:
    run = points([9, 9, 1, 2, 3, 4, 5])
    assert recent_trend(run[::-1]) == recent_trend(run[2:])


@pytest.mark.parametrize(("run", "options", "reason"), [
    (points([1, 2, 3, 4]), {}, "there are 4"),
    (points([1, 2, 3, 4, 5]), {"rolling": True}, "periods overlap"),
    ([*points([1, 2, 3, 4]), YearPoint(2023, 5, 4, 6)], {}, "A year is missing"),
    ([*points([1, 2, 3, 4]), YearPoint(2022, None, None, None)], {}, "figure is not published for each"),
    ([*points([1, 2, 3, 4]), YearPoint(2022, 5, None, None)], {}, "Limits are not known for each"),
    ([*points([1, 2, 3, 4]), YearPoint(2022, 5, 5, 5)], {}, "without any width"),
    ([], {}, "there are 0"),
])
def test_a_trend_that_cannot_be_calculated_says_why(run, options, reason: str) -> None:
    found = recent_trend(run, **options)
    assert found == RecentTrend("Cannot be calculated", reason=found.reason)
    assert reason in found.reason


@pytest.mark.parametrize(("run", "message"), [
    ([*points([1, 2, 3, 4]), YearPoint(2018, 5, 4, 6)], "a year stands twice"),
    ([YearPoint(2020, math.nan, 1, 2)], "row 1, column value: nan is not a finite number"),
    ([YearPoint(2020, 2, 3, 1)], "row 1, column lower: 3 is above upper")])
def test_points_that_are_wrong_are_named(run, message: str) -> None:
    with pytest.raises(InequalityError, match=message):
        recent_trend(run)


def test_a_steady_run_has_no_flags_and_a_short_one_says_so() -> None:
    found = xmr([1, 2, 1, 2, 1, 2])
    assert not any(found.flags)
    assert found.note == "Only 6 points: limits from fewer than 12 may still move."
    assert not xmr([1, 2] * 6).note


@pytest.mark.parametrize(("values", "flag", "places"), [
    ([1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1], "outside", {4}),
    ([5, 1, 5, 1, 5, 1, 5, 4, 4, 4, 4, 4, 4, 4, 1, 1], "one side", {6, 7, 8, 9, 10, 11, 12, 13}),
    ([4, 5, 4, 1, 2, 3, 4, 5, 6, 7, 4, 5], "run", {3, 4, 5, 6, 7, 8, 9}),
    ([4, 5, 4, 7, 6, 5, 4, 3, 2, 4, 5, 4], "run", set()),
    ([50, 49, 50, 49, 50, 49, 51, 53, 52, 53, 51, 49, 50, 49, 50, 49], "outer third", {7, 9}),
])
def test_points_that_stand_out_are_flagged(values, flag: str, places: set[int]) -> None:
    assert {place for place, found in enumerate(xmr(values).flags) if flag in found} == places


def test_an_xmr_chart_needs_points_of_their_own() -> None:
    with pytest.raises(NotApplicable, match="overlap or add up"):
        xmr([1, 2, 3], rolling=True)
    with pytest.raises(InequalityError, match="1 points: limits need at least two"):
        xmr([1])
    with pytest.raises(InequalityError, match="row 2, column value: nan"):
        xmr([1, math.nan])


@pytest.mark.parametrize(("limits", "polarity", "verdict"), [
    ((11, 12), "high_is_bad", "worse"), ((11, 12), "high_is_good", "better"), ((11, 12), "no_judgement", "higher"),
    ((8, 9), "high_is_bad", "better"), ((8, 9), "high_is_good", "worse"), ((8, 9), "no_judgement", "lower"),
    ((9, 11), "high_is_bad", "similar"), ((10, 11), "high_is_bad", "similar"), ((None, 11), "high_is_bad",
                                                                              "not compared"),
    ((9, math.nan), "high_is_good", "not compared")])
def test_only_a_whole_interval_beyond_the_benchmark_differs(limits, polarity, verdict: str) -> None:
    assert against_benchmark(*limits, 10, polarity) == verdict


def test_without_a_benchmark_nothing_is_compared() -> None:
    assert against_benchmark(1, 2, None, "high_is_bad") == "not compared"
    with pytest.raises(InequalityError, match="column lower: 3 is above upper"):
        against_benchmark(3, 2, 1)


def test_real_terms_need_a_deflator() -> None:
    assert real_terms(100, 80, 100) == 125
    with pytest.raises(InequalityError, match="column deflator: 0 must be above 0"):
        real_terms(100, 0, 100)


def test_rounded_counts_are_bounds() -> None:
    assert rounded_bounds(25) == Interval(22.5, 27.5)
    assert rounded_bounds(100, cells=6) == Interval(85, 115)
    assert rounded_bounds(0) == Interval(0, 2.5)
    assert suppressed_bounds(5) == Interval(0, 7.5)


def test_a_gap_that_rounding_could_turn_round_says_so() -> None:
    close = gap_bounds((30, 100), (25, 100), multiplier=100)
    assert close.published == pytest.approx(5)
    assert close.bounds == pytest.approx((27.5 / 102.5 * 100 - 27.5 / 97.5 * 100, 32.5 / 97.5 * 100 - 22.5 / 1.025))
    assert close.reversible
    assert close.sentence == "Counts are rounded to 5: the rounding alone could close or reverse this gap."
    wide = gap_bounds((60, 100), (25, 100))
    assert (wide.reversible, wide.sentence) == (False, "")
    assert not gap_bounds((30, 100), (29, 100), base=0).reversible, "exact counts are not rounded"
    with pytest.raises(InequalityError, match="column denominator: 0 rounded to 5 could be zero"):
        gap_bounds((5, 100), (0, 0))
