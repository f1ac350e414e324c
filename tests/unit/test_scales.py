"""Classes and colours: the same limits for fill and legend, whatever the values are."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.scales import (
    CATEGORICAL,
    CLASSES,
    CONTEXT,
    FOCUS,
    MISSING,
    MUTED,
    SEQUENTIAL,
    SEQUENTIAL_DARK,
    SUPPRESSED,
    TARGET,
    TEXT,
    ZERO,
    Mode,
    make_scale,
    rgb,
)

MODES: tuple[Mode, Mode] = ("light", "dark")
NUMBERS = st.integers(-9999, 9999).map(lambda number: number / 10)


@given(st.lists(NUMBERS, max_size=60), st.sampled_from(MODES))
def test_there_are_at_most_five_classes_with_a_colour_each(values: list[float], mode: Mode) -> None:
    scale = make_scale(values, None, mode)
    assert 1 <= len(scale.colours) <= CLASSES
    assert len(scale.limits) == len(scale.colours) + 1
    assert len(set(scale.colours)) == len(scale.colours)
    assert list(scale.limits) == sorted(scale.limits)


@given(st.lists(NUMBERS, min_size=1, max_size=60))
def test_every_value_has_a_class_that_holds_it_and_no_class_is_empty(values: list[float]) -> None:
    scale = make_scale(values)
    used = set()
    for value in values:
        found = scale.classify(value)
        assert found is not None
        assert scale.limits[found] <= value <= scale.limits[found + 1]
        used.add(found)
    assert used == set(range(len(scale.colours)))


@given(st.lists(NUMBERS, min_size=2, max_size=40))
def test_a_higher_value_is_never_in_a_lower_class(values: list[float]) -> None:
    scale = make_scale(values)
    classes = [scale.classify(value) for value in sorted(values)]
    assert classes == sorted(classes, key=lambda found: -1 if found is None else found)


@pytest.mark.parametrize("value", [0.0, 7.0, -3.5])
def test_equal_values_are_one_class(value: float) -> None:
    scale = make_scale([value] * 9)
    assert len(scale.colours) == 1
    assert scale.limits == (value, value)
    assert scale.classify(value) == 0


def test_few_different_values_give_as_many_classes() -> None:
    assert len(make_scale([1, 1, 1, 2, 2]).colours) == 2
    assert len(make_scale([1, 2, 3]).colours) == 3
    assert [make_scale([1, 1, 5, 5]).classify(value) for value in (1, 5)] == [0, 1]


def test_no_values_give_a_scale_all_the_same() -> None:
    assert len(make_scale([]).colours) == 1
    assert len(make_scale([math.nan]).colours) == 1


def test_nothing_known_has_no_class() -> None:
    scale = make_scale([1, 2, 3])
    assert scale.classify(None) is None
    assert scale.classify(math.nan) is None


@pytest.mark.parametrize(("value", "found"), [(0, 0), (19.9, 0), (20, 1), (40, 2), (79.99, 3), (80, 4), (100, 4)])
def test_a_value_on_a_limit_belongs_to_the_class_above(value: float, found: int) -> None:
    for values in ([value], [0, 100, value], [50, value]):
        assert make_scale(values, [20, 40, 60, 80]).classify(value) == found


def test_fixed_breaks_give_the_same_classes_and_colours_whichever_values_are_shown() -> None:
    scales = [make_scale(values, [20, 40, 60, 80]) for values in ([1, 99], [45, 55], [70, 80], [85])]
    assert len({(scale.limits, scale.colours) for scale in scales}) == 1
    assert len(scales[0].colours) == CLASSES


def test_a_highest_value_that_stands_alone_is_a_class_of_its_own() -> None:
    scale = make_scale([0] * 50 + [1] + [2])
    assert len(scale.colours) == 3
    assert [scale.classify(value) for value in (0, 1, 2)] == [0, 1, 2]


def test_coinciding_fixed_breaks_are_merged() -> None:
    scale = make_scale([0, 5, 9], [3, 3, 7])
    assert len(scale.colours) == 3
    assert [scale.classify(value) for value in (0, 3, 7)] == [0, 1, 2]


def test_light_and_dark_have_the_same_lengths_and_the_order_of_lightness_turns() -> None:
    def lightness(colour: str) -> float:
        red, green, blue = rgb(colour)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    assert len(SEQUENTIAL) == len(SEQUENTIAL_DARK) == CLASSES
    assert list(SEQUENTIAL) == sorted(SEQUENTIAL, key=lightness, reverse=True)
    assert list(SEQUENTIAL_DARK) == sorted(SEQUENTIAL_DARK, key=lightness)
    assert len(CATEGORICAL["light"]) == len(CATEGORICAL["dark"])
    for colours in (FOCUS, CONTEXT, TEXT, MUTED, TARGET, MISSING, SUPPRESSED, ZERO):
        assert set(colours) == set(MODES)
    for classes in range(1, CLASSES + 1):
        light, dark = (make_scale(range(classes), None, mode) for mode in MODES)
        assert len(light.colours) == len(dark.colours) == classes


@pytest.mark.parametrize("mode", MODES)
def test_states_are_told_apart_from_every_class(mode: Mode) -> None:
    states = {MISSING[mode], SUPPRESSED[mode], ZERO[mode]}
    assert len(states) == 3
    assert not states & set(SEQUENTIAL if mode == "light" else SEQUENTIAL_DARK)


def test_a_colour_is_three_numbers() -> None:
    assert rgb("#0a10ff") == [10, 16, 255]
