"""What is wrong with groups is named by row and column, and what is right is kept."""

from __future__ import annotations

import math

import numpy as np
import pytest

from dashboard.inequality import InequalityError, groups_of, rate, wilson

GOOD = {"values": [3, 2, 1], "populations": [10, 20, 30], "names": ["A", "B", "C"]}


@pytest.mark.parametrize(("change", "message"), [
    ({"populations": [10, 0, 30]}, r"row 2, column population \(group “B”\): 0 must be above 0"),
    ({"populations": [10, 20, -30]}, r"row 3, column population \(group “C”\): -30 must be above 0"),
    ({"populations": [10, None, 30]}, "row 2, column population .*: is blank"),
    ({"populations": [10, 20]}, "column population: 2 cells for 3 groups"),
    ({"values": [3, math.inf, 1]}, r"row 2, column value \(group “B”\): inf is not a finite number"),
    ({"values": [3, "2", 1]}, "row 2, column value .*“2” is not a number"),
    ({"values": None}, "column value: values are missing"),
    ({"values": None, "numerators": [1, 2, 3]}, "column value: values are missing"),
    ({"values": [3, 2, -1], "value_type": "rate"}, "row 3, column value .*-1 must be at least 0"),
    ({"value_type": "proportion"}, "row 1, column value .*3 must be at most 1"),
    ({"value_type": "proportion", "multiplier": 2}, "row 1, column value .*3 must be at most 2"),
    ({"numerators": [3, 30, 1], "denominators": [10, 20, 30]}, "row 2, column numerator .*30 is above the denominator"),
    ({"numerators": [3, -3, 1], "denominators": [10, 20, 30]}, "row 2, column numerator .*-3 must be at least 0"),
    ({"numerators": [3, 3, 1], "denominators": [10, 0, 30]}, "row 2, column denominator .*0 must be above 0"),
    ({"numerators": [3, 3, 1], "denominators": [10, None, 30]}, "row 2, column denominator .*is blank"),
    ({"se": [0.1, -0.1, 0.1]}, "row 2, column se .*-0.1 must be at least 0"),
    ({"lower": [2, 1, 0]}, "row 1, column upper .*is blank beside its other limit"),
    ({"lower": [2, 1, 2], "upper": [4, 3, 3]}, "row 3, column lower .*2 is above the value"),
    ({"lower": [2, 1, 0], "upper": [4, 1.5, 3]}, "row 2, column upper .*1.5 is below the value"),
    ({"lower": [2, None, 3], "upper": [4, None, 2], "values": [3, 2, None]}, "row 3, column lower .*3 is above upper"),
    ({"names": ["A", "B", "A"]}, "row 3, column group: “A” stands twice"),
    ({"names": ["A", "", "C"]}, "row 2, column group: is blank"),
    ({"values": [3], "populations": [1], "names": ["A"]}, "1 group: a comparison needs at least two"),
    ({"values": [], "populations": [], "names": []}, "no groups: a comparison needs at least two"),
    ({"value_type": "percentage"}, "value type “percentage” is none of plain, rate, proportion"),
    ({"multiplier": 0}, "column multiplier: 0 must be above 0"),
    ({"limits_confidence": 101}, "confidence of 101"),
])
def test_what_is_wrong_is_named(change, message: str) -> None:
    with pytest.raises(InequalityError, match=message):
        groups_of(**(GOOD | change))


def test_counts_give_values_and_populations() -> None:
    groups = groups_of(numerators=[5, 6, 7], denominators=[10, 20, 70], multiplier=100)
    assert groups.values == pytest.approx([50, 30, 10])
    assert groups.populations == pytest.approx([10, 20, 70])
    assert groups.mean == pytest.approx(18)
    assert groups.ridits == pytest.approx([0.05, 0.2, 0.65])


def test_populations_of_their_own_go_before_denominators() -> None:
    groups = groups_of(populations=[1, 1], numerators=[5, 6], denominators=[10, 20])
    assert groups.shares == pytest.approx([0.5, 0.5])


def test_events_may_be_more_than_people() -> None:
    assert groups_of(numerators=[12, 5], denominators=[10, 20], value_type="rate").values[0] == pytest.approx(1.2)


def test_a_group_blanked_whole_is_kept_as_missing() -> None:
    groups = groups_of(numerators=[5, None, 7], denominators=[10, None, 70], names="ABC")
    assert groups.missing == ("B",)


def test_limits_come_from_counts_by_their_kind() -> None:
    shares = groups_of(numerators=[5, 0], denominators=[10, 20], value_type="proportion", multiplier=100)
    for confidence in (0.95, 0.998):
        lower, upper = shares.limits(confidence)
        for place, (n, d) in enumerate(((5, 10), (0, 20))):
            assert (lower[place] / 100, upper[place] / 100) == pytest.approx(wilson(n, d, confidence))
    rates = groups_of(numerators=[5, 20], denominators=[10, 20], value_type="rate")
    found = rate(20, 20, multiplier=1, confidence=0.998)
    assert (rates.limits(0.998)[0][1], rates.limits(0.998)[1][1]) == pytest.approx(found.limits)


def test_published_limits_are_kept_and_stretched_on_their_scale() -> None:
    groups = groups_of([2, 4], lower=[1, 2], upper=[4, 8], value_type="rate")
    assert np.array(groups.limits(0.95)) == pytest.approx(np.array([[1, 2], [4, 8]]))
    lower, upper = groups.limits(0.998)
    assert lower * upper == pytest.approx([4, 16]), "as far below as above, on the log scale"
    assert lower[0] == pytest.approx(2 * 0.5 ** (3.090232 / 1.959964), rel=1e-6)


def test_a_group_is_found_by_name_or_the_names_are_listed() -> None:
    assert groups_of(**GOOD).index("C") == 2
    with pytest.raises(InequalityError, match="no group is called “D”: there are A, B, C"):
        groups_of(**GOOD).index("D")
