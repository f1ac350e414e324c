"""What must not matter does not: scale, order where there is none, the cut of groups; and signs turn with polarity."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dashboard.inequality import (
    KEYS,
    Estimate,
    Groups,
    against_benchmark,
    gap,
    groups_of,
    measures,
    par,
    people_if_all_had,
    ratio,
    wilson,
)

UNORDERED = ("bgv", "bgsd", "idis_weighted", "theil", "mld")
RELATIVE = ("ratio", "rii_ohid", "rii_scotgov", "rci", "paf", "idis_weighted", "theil", "mld")
JUDGED = st.sampled_from(["high_is_bad", "high_is_good"])
HELD = settings(max_examples=60, deadline=None)  # a busy machine is no failure


@st.composite
def some_groups(draw: st.DrawFn, least: int = 5, ordered: bool = True) -> Groups:
    size = draw(st.integers(least, 12))
    values = draw(st.lists(st.floats(1, 100), min_size=size, max_size=size))
    people = draw(st.lists(st.floats(1, 1000), min_size=size, max_size=size))
    se = draw(st.lists(st.floats(0.01, 0.2), min_size=size, max_size=size))
    return groups_of(values, people, se=[share * value for share, value in zip(se, values, strict=True)],
                     ordered=ordered, names=[f"g{k}" for k in range(size)])


def numbers(groups: Groups, **options) -> dict[str, float]:
    return {key: found.value for key, found in measures(groups, **options).items() if isinstance(found, Estimate)}


def same(one: dict[str, float], other: dict[str, float], keys=KEYS) -> None:
    shared = [key for key in keys if key in one]
    assert [key for key in keys if key in other] == shared
    assert [one[key] for key in shared] == pytest.approx([other[key] for key in shared], rel=1e-6, abs=1e-9)


@HELD
@given(some_groups(), st.floats(0.01, 1000))
def test_another_unit_scales_absolute_measures_and_leaves_relative_ones(groups: Groups, factor: float) -> None:
    scaled = replace(groups, values=groups.values * factor, given_se=groups.given_se * factor)
    before, after = numbers(groups), numbers(scaled)
    times = {key: factor ** {"bgv": 2}.get(key, 1) if key not in RELATIVE else 1 for key in before}
    same({key: value * times[key] for key, value in before.items()}, after)


@HELD
@given(some_groups(), st.floats(0.01, 1000))
def test_only_the_shares_of_the_population_matter(groups: Groups, factor: float) -> None:
    same(numbers(groups), numbers(replace(groups, populations=groups.populations * factor)))


@HELD
@given(some_groups(ordered=False), st.randoms())
def test_without_order_the_rows_may_stand_anyhow(groups: Groups, random) -> None:
    places = list(range(len(groups)))
    random.shuffle(places)
    same(numbers(groups, polarity="high_is_bad"), numbers(groups.taken(places), polarity="high_is_bad"))


@HELD
@given(some_groups(), JUDGED)
def test_reading_the_order_backwards_turns_the_signs(groups: Groups, polarity) -> None:
    back = groups.taken(list(range(len(groups)))[::-1])
    one, other = numbers(groups), numbers(back)
    for key in ("sii", "rii_scotgov", "aci", "rci"):
        assert one[key] == pytest.approx(-other[key], rel=1e-6, abs=1e-9)
    if "rii_ohid" in one:
        assert one["rii_ohid"] == pytest.approx(1 / other["rii_ohid"], rel=1e-6)
    assert gap(groups, polarity=polarity).value == pytest.approx(-gap(back, polarity=polarity).value)


@HELD
@given(some_groups())
def test_polarity_turns_the_gap_and_its_ratio(groups: Groups) -> None:
    bad, good = (gap(groups, polarity=polarity) for polarity in ("high_is_bad", "high_is_good"))
    assert (bad.value, bad.lower, bad.upper) == pytest.approx((-good.value, -good.upper, -good.lower))
    bad, good = (ratio(groups, polarity=polarity) for polarity in ("high_is_bad", "high_is_good"))
    assert (bad.value, bad.lower, bad.upper) == pytest.approx((1 / good.value, 1 / good.upper, 1 / good.lower))


@HELD
@given(some_groups(least=3), JUDGED)
def test_what_could_be_gained_has_the_sign_of_better(groups: Groups, polarity) -> None:
    gained = par(groups, polarity=polarity).value
    assert gained <= 0 if polarity == "high_is_bad" else gained >= 0
    people = people_if_all_had(replace(groups, value_type="rate", multiplier=1000.0), polarity=polarity)
    assert people.number >= abs(gained) * float(groups.populations.sum()) / 1000 - 1e-6
    assert people.number == pytest.approx(sum(people.groups.values()))


@HELD
@given(st.floats(0.5, 99), st.lists(st.floats(1, 1000), min_size=5, max_size=9),
       st.sampled_from(["plain", "rate", "proportion"]))
def test_equal_groups_show_no_inequality(value: float, people: list[float], value_type) -> None:
    found = numbers(groups_of([value] * len(people), people, value_type=value_type, multiplier=100))
    assert set(found) == set(KEYS)
    assert found == {key: pytest.approx(1 if key in ("ratio", "rii_ohid") else 0, abs=1e-7) for key in KEYS}


@HELD
@given(some_groups(ordered=True), st.data())
def test_cutting_a_group_in_two_of_the_same_value_changes_nothing(groups: Groups, data: st.DataObject) -> None:
    cut, share = data.draw(st.integers(0, len(groups) - 1)), data.draw(st.floats(0.05, 0.95))
    people = list(groups.populations)
    people[cut:cut + 1] = [people[cut] * share, people[cut] * (1 - share)]
    split = groups_of(np.insert(groups.values, cut, groups.values[cut]), people)
    same(numbers(groups), numbers(split), keys=("gap", "ratio", "aci", "rci", "par", "paf", *UNORDERED))


@HELD
@given(some_groups())
def test_limits_hold_the_value_between_them(groups: Groups) -> None:
    for value_type in ("plain", "rate"):
        for found in measures(replace(groups, value_type=value_type)).values():
            if isinstance(found, Estimate) and found.limits:
                assert found.lower <= found.value + 1e-9
                assert found.value <= found.upper + 1e-9


@HELD
@given(some_groups())
def test_measures_without_order_are_never_below_zero(groups: Groups) -> None:
    assert all(value >= 0 for key, value in numbers(groups).items() if key in UNORDERED)


@HELD
@given(st.integers(0, 500), st.integers(1, 500), st.sampled_from([0.9, 0.95, 0.998]))
def test_a_proportion_turned_round_has_its_limits_turned_round(part: int, rest: int, confidence: float) -> None:
    lower, upper = wilson(part, part + rest, confidence)
    back = wilson(rest, part + rest, confidence)
    assert -1e-12 <= lower <= part / (part + rest) <= upper <= 1
    assert (lower, upper) == pytest.approx((1 - back.upper, 1 - back.lower), abs=1e-12)


@HELD
@given(st.floats(0, 100), st.floats(0.1, 50), st.floats(0, 100))
def test_a_verdict_turns_with_polarity(lower: float, width: float, benchmark: float) -> None:
    assume(benchmark not in (lower, lower + width))
    bad, good = (against_benchmark(lower, lower + width, benchmark, way) for way in ("high_is_bad", "high_is_good"))
    assert {bad, good} in ({"better", "worse"}, {"similar"})
