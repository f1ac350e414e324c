"""Gap, ratio, what could be gained, measures without order, and the reasons for those that do not apply."""

from __future__ import annotations

import math
import re

import numpy as np
import pytest

from dashboard.inequality import (
    KEYS,
    Estimate,
    InequalityError,
    NotApplicable,
    bgsd,
    bgv,
    gap,
    groups_of,
    idis_weighted,
    measures,
    mld,
    paf,
    par,
    people_if_all_had,
    ratio,
    reference_group,
    theil,
)

FIFTHS = groups_of(numerators=[60, 50, 40, 30, 20], denominators=[100] * 5, value_type="proportion", multiplier=100)
ETHNIC = groups_of([8, 2, 5], [10, 30, 60], names=["Asian", "Black", "White"], ordered=False, value_type="rate",
                   multiplier=10)
ALL_GROUPS = ("aci", "rci", "par", "paf", "bgv", "bgsd", "idis_weighted", "theil", "mld")
LINES = ("sii", "rii_ohid", "rii_scotgov")


@pytest.mark.parametrize(("polarity", "expected", "names"), [
    ("high_is_bad", 40, ("1", "5")), ("high_is_good", -40, ("5", "1")), ("no_judgement", 40, ("1", "5"))])
def test_the_gap_between_the_ends_of_an_order_follows_polarity(polarity, expected: float, names) -> None:
    assert (gap(FIFTHS, polarity=polarity).value, gap(FIFTHS, polarity=polarity).compares) == (
        pytest.approx(expected), names)
    assert ratio(FIFTHS, polarity=polarity).value == pytest.approx(3 if expected > 0 else 1 / 3)


def test_the_gap_of_groups_without_order_is_highest_minus_lowest() -> None:
    assert (gap(ETHNIC).value, gap(ETHNIC).compares) == (6, ("Asian", "Black"))
    assert ratio(ETHNIC).value == 4


@pytest.mark.parametrize(("polarity", "expected", "names"), [
    ("high_is_bad", 3, ("Asian", "White")), ("high_is_good", 3, ("White", "Black")),
    ("no_judgement", 3, ("Asian", "White"))])
def test_a_named_reference_is_held_against_the_worst_other_group(polarity, expected: float, names) -> None:
    found = gap(ETHNIC, polarity=polarity, reference="White")
    assert (found.value, found.compares) == (expected, names)


def test_groups_of_one_value_have_no_gap_and_two_names() -> None:
    found = gap(groups_of([4, 4, 4], names="ABC", ordered=False))
    assert (found.value, found.compares) == (0, ("A", "B"))
    assert ratio(groups_of([4, 4, 4])).value == 1


def test_limits_of_a_gap_of_shares_are_newcombe_s() -> None:
    found = gap(groups_of(numerators=[56, 48], denominators=[70, 80], value_type="proportion"))
    assert (found.value, found.lower, found.upper) == pytest.approx((0.2, 0.0524, 0.3339), abs=1e-4)  # Newcombe 1998


def test_limits_of_a_ratio_of_rates_are_on_the_log_scale() -> None:
    groups = groups_of([6, 2], lower=[3, 1], upper=[12, 4], value_type="rate")
    found, half = ratio(groups), math.log(2) * math.sqrt(2)
    assert found.limits == pytest.approx((3 * math.exp(-half), 3 * math.exp(half)))


def test_a_ratio_to_zero_is_refused_and_a_ratio_of_zero_has_no_limits() -> None:
    nothing = groups_of(numerators=[0, 5], denominators=[10, 10], value_type="rate", names="AB")
    assert (ratio(nothing).value, ratio(nothing).limits) == (0, None)
    with pytest.raises(NotApplicable, match="“A” is zero, so there is no ratio"):
        ratio(nothing, polarity="high_is_good")
    with pytest.raises(NotApplicable, match="below zero"):
        ratio(groups_of([3, -1]))


def test_what_could_be_gained_is_signed_by_polarity_and_never_a_loss() -> None:
    assert par(FIFTHS, polarity="high_is_bad").value == pytest.approx(-20)
    assert paf(FIFTHS, polarity="high_is_bad").value == pytest.approx(-50)
    assert par(FIFTHS, polarity="high_is_good") == Estimate(
        0, note="The group compared with is worse than the average, so nothing would be gained.")
    assert par(FIFTHS).value == pytest.approx(-20)
    assert par(FIFTHS, reference="3").value == pytest.approx(0)


def test_the_best_group_is_the_reference_where_there_is_no_order() -> None:
    assert ETHNIC.names[reference_group(ETHNIC, "high_is_good")] == "Asian"
    assert par(ETHNIC, polarity="high_is_bad").value == pytest.approx(2 - 4.4)
    assert paf(ETHNIC, polarity="high_is_good").value == pytest.approx((8 - 4.4) / 4.4 * 100)
    with pytest.raises(NotApplicable, match="neither good nor bad"):
        par(ETHNIC)


def test_limits_of_what_could_be_gained_count_the_reference_once() -> None:
    groups = groups_of([3, 2, 1], [1, 1, 2], se=[0.3, 0.2, 0.1])
    half = 1.959964 * math.sqrt((0.25 * 0.3) ** 2 + (0.25 * 0.2) ** 2 + (0.5 * 0.1) ** 2)
    assert par(groups).limits == pytest.approx((-0.75 - half, -0.75 + half), abs=1e-6)


def test_people_behind_a_gap_are_those_of_the_worse_groups() -> None:
    found = people_if_all_had(FIFTHS, polarity="high_is_bad")
    assert (found.number, found.reference, found.groups) == (
        pytest.approx(100), "5", pytest.approx({"1": 40, "2": 30, "3": 20, "4": 10}))
    assert found.lower < 100 < found.upper
    more = people_if_all_had(ETHNIC, polarity="high_is_good")
    assert (more.number, more.lower) == (pytest.approx(30 * 0.6 + 60 * 0.3), None)
    dip = groups_of([0.5, 0.1, 0.3], [10, 10, 10], value_type="proportion")
    assert people_if_all_had(dip, polarity="high_is_bad").groups == pytest.approx({"1": 2}), "the better keep theirs"


def test_people_need_a_judgement_and_a_share_or_rate() -> None:
    with pytest.raises(NotApplicable, match="neither good nor bad"):
        people_if_all_had(FIFTHS, polarity="no_judgement")
    with pytest.raises(NotApplicable, match="not shares or rates"):
        people_if_all_had(groups_of([3, 2, 1], [1, 1, 1]), polarity="high_is_bad")


def test_measures_without_order_by_hand() -> None:
    mean = 0.1 * 8 + 0.3 * 2 + 0.6 * 5
    assert bgv(ETHNIC).value == pytest.approx(0.1 * 3.6 ** 2 + 0.3 * 2.4 ** 2 + 0.6 * 0.6 ** 2)
    assert bgsd(ETHNIC).value == pytest.approx(math.sqrt(bgv(ETHNIC).value))
    assert idis_weighted(ETHNIC).value == pytest.approx((0.36 + 0.72 + 0.36) / mean * 100)
    r = np.array([8, 2, 5]) / mean
    assert theil(ETHNIC).value == pytest.approx(np.sum([0.1, 0.3, 0.6] * r * np.log(r)))
    assert mld(ETHNIC).value == pytest.approx(-np.sum([0.1, 0.3, 0.6] * np.log(r)))


def test_the_figure_that_who_shows_stands_beside_theil_and_mld() -> None:
    assert theil(ETHNIC).note == f"WHO’s HEAT shows this times 1,000: {theil(ETHNIC).value * 1000:.4g}."


def test_a_zero_is_nothing_to_theil_and_too_much_for_mld() -> None:
    groups = groups_of([0, 2, 4], [1, 1, 1], names="ABC", ordered=False)
    assert theil(groups).value == pytest.approx(2 * math.log(2) / 3)
    with pytest.raises(NotApplicable, match="“A” is zero, which would make this measure infinite"):
        mld(groups)


def test_all_equal_is_no_inequality_and_no_error() -> None:
    found = measures(groups_of([7] * 6, [1, 2, 3, 4, 5, 6], se=[1] * 6))
    assert {key: pytest.approx(1 if key in ("ratio", "rii_ohid") else 0, abs=1e-12) for key in KEYS} == {
        key: measure.value for key, measure in found.items()}


@pytest.mark.parametrize(("groups", "shown", "reason"), [
    (groups_of([5, 4], [1, 1]), {"gap", "ratio"}, "With two groups"),
    (groups_of([5, 4, 3, 2], [1, 1, 1, 1]), set(KEYS) - set(LINES), "only 4 groups"),
    (groups_of([5, 4, 3, 2, 1]), {"gap", "ratio"}, "size of the groups is not known"),
    (groups_of([5, 4, None, 2, 1], [1] * 5), {"gap", "ratio"}, "No figure is published for “3”"),
    (groups_of([6, 5, 4, 3, 0], [1] * 5), set(KEYS) - {"ratio", "mld"}, "The value of “5” is zero"),
    (groups_of([0, 0, 0, 0, 0], [1] * 5), {"gap", "sii", "aci", "par", "bgv", "bgsd"}, "zero|above zero"),
    (groups_of([5, 4, 3, 2, 1], [1] * 5, ordered=False),
     {"gap", "ratio", "bgv", "bgsd", "idis_weighted", "theil", "mld"}, "no order|neither good nor bad"),
    (groups_of([None, 4, 3, 2, 1], [1] * 5), set(), "No figure is published for “1”"),
    (groups_of([-5, 4, 3, 2, 1], [1] * 5, ordered=False), {"gap", "bgv", "bgsd", "idis_weighted"},
     "below zero|no order|neither good"),
])
def test_each_measure_that_does_not_apply_says_why(groups, shown: set[str], reason: str) -> None:
    found = measures(groups)
    assert {key for key, measure in found.items() if isinstance(measure, Estimate)} == shown
    for key in set(KEYS) - shown:
        assert found[key].endswith(".")
        assert len(found[key]) < 120
    assert all(re.search(reason, found[key]) for key in set(KEYS) - shown)


def test_suppressed_groups_are_named_up_to_two() -> None:
    found = measures(groups_of([None, None, None, 2, 1], [1] * 5, names="ABCDE", ordered=False))
    assert found["bgv"] == ("No figure is published for “A” and “B” and 1 more, so a measure of all groups would leave "
                            "people out.")
    assert found["gap"].note == "Only groups with a published figure are compared."


def test_figures_out_of_all_proportion_give_a_reason_not_a_crash() -> None:
    found = measures(groups_of([1e300, 1e-300, 5, 4, 3], [1e300, 1e-300, 1, 1, 1], se=[1e300, 1e300, 1, 1, 1]))
    assert set(found) == set(KEYS)
    for measure in found.values():
        assert isinstance(measure, str) or math.isfinite(measure.value)


@pytest.mark.parametrize(("option", "message"), [
    ({"polarity": "high"}, "polarity “high” is none of high_is_bad, high_is_good, no_judgement"),
    ({"reference": "Nobody"}, "no group is called “Nobody”"), ({"confidence": 12}, "confidence of 12")])
def test_an_unknown_choice_is_an_error(option, message: str) -> None:
    with pytest.raises(InequalityError, match=message):
        measures(FIFTHS, **option)
