"""Charts: every value is drawn once, bars start at zero, and legend and fill share their classes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import altair as alt
import pandas as pd
import pytest

from dashboard.charts import axis_title, class_words, group_dots, legend, ranked_bars, strip
from dashboard.registry import Indicator
from dashboard.scales import CONTEXT, FOCUS, MISSING, SUPPRESSED, TARGET, ZERO, Mode, make_scale

SHARE = Indicator("x", "A share", "Theme", "% of people", "%", 0, "high_is_bad", "q", "Is.", "Mind.")
AREAS = pd.DataFrame({"area_code": ["A", "B", "C"], "area_name": ["Rugby", "Warwick", "Coventry"],
                      "value": [90.0, 50.0, 10.0], "shown": ["90%", "50%", "10%"]})
GROUPS = pd.DataFrame({"group_name": ["1 (most deprived)", "2"], "value": [46.0, 55.0], "lower": [40.0, None],
                       "upper": [52.0, None], "shown": ["46%", "55%"]})


def drawn(chart: alt.TopLevelMixin) -> list[dict[str, Any]]:
    """The layers of a chart, each with the rows it draws under ``rows``."""
    specification = chart.to_dict()
    inherited = specification.get("data", {}).get("name")
    return [{**layer, "rows": specification["datasets"].get(layer.get("data", {}).get("name", inherited), [])}
            for layer in specification["layer"]]


def marks(chart: alt.TopLevelMixin) -> list[str]:
    """The marks of a chart's layers."""
    return [layer["mark"]["type"] for layer in drawn(chart)]


def layer(chart: alt.TopLevelMixin, mark: str) -> dict[str, Any]:
    """The first layer with a mark."""
    return next(found for found in drawn(chart) if found["mark"]["type"] == mark)


# ---- words of classes, legend ----

def test_the_ranges_of_classes_are_in_words() -> None:
    assert class_words(make_scale([5, 95], [20, 40, 60, 80]), SHARE) == [
        "under 20%", "20 to 40%", "40 to 60%", "60 to 80%", "80% and over"]
    assert class_words(make_scale([10, 90]), SHARE) == ["under 50%", "50% and over"]
    assert class_words(make_scale([7, 7]), SHARE) == ["7%"]


def test_breaks_that_round_to_the_same_words_are_told_apart() -> None:
    words = class_words(make_scale([0.1, 0.2, 0.3, 0.4, 0.45]), SHARE)
    assert len(set(words)) == len(words) == 5
    assert words[:2] == ["under 0.15%", "0.15 to 0.25%"]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_legend_has_a_swatch_a_class_in_the_colours_of_the_fill(mode: Mode) -> None:
    scale = make_scale([5, 95], [20, 40, 60, 80], mode)
    rows = layer(legend(scale, SHARE, mode), "rect")["rows"]
    assert [row["colour"] for row in rows] == list(scale.colours)
    assert [row["words"] for row in rows] == class_words(scale, SHARE)
    assert not any(row["mark"] for row in rows)


@pytest.mark.parametrize(("value", "marked"), [(90, 4), (20, 1), (19.9, 0), (None, None)])
def test_the_legend_marks_the_class_of_the_chosen_area(value: float | None, marked: int | None) -> None:
    rows = layer(legend(make_scale([5, 95], [20, 40, 60, 80]), SHARE, "light", chosen=value), "rect")["rows"]
    assert [position for position, row in enumerate(rows) if row["mark"]] == ([] if marked is None else [marked])


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_legend_names_the_states_that_have_no_class(mode: Mode) -> None:
    rows = layer(legend(make_scale([1, 2]), SHARE, mode, states=("missing", "suppressed", "zero")), "rect")["rows"]
    assert [(row["words"], row["colour"]) for row in rows[2:]] == [
        ("not published", MISSING[mode]), ("suppressed", SUPPRESSED[mode]), ("true zero", ZERO[mode])]


def test_an_axis_title_begins_like_a_sentence() -> None:
    assert axis_title(SHARE) == "% of people"
    assert axis_title(replace(SHARE, unit="people per 100,000")) == "People per 100,000"


# ---- strip ----

def test_the_strip_has_a_tick_an_area_with_a_value_and_marks_the_chosen_one() -> None:
    rows = pd.concat([AREAS, pd.DataFrame({"area_code": ["D"], "area_name": ["None"], "value": [None], "shown": [""]})])
    scale = make_scale([10, 50, 90], [20, 40, 60, 80])
    ticks, mark = drawn(strip(rows, SHARE, scale, "light", "B"))
    assert sorted(row["value"] for row in ticks["rows"]) == [10, 50, 90]
    assert [row["value"] for row in mark["rows"]] == [50]
    assert ticks["encoding"]["color"]["scale"]["domain"] == [20, 40, 60, 80]
    assert ticks["encoding"]["color"]["scale"]["range"] == list(scale.colours)


def test_a_strip_of_equal_values_is_drawn() -> None:
    equal = AREAS.assign(value=5.0)
    ticks, mark = drawn(strip(equal, SHARE, make_scale([5, 5]), "light"))
    assert len(ticks["rows"]) == 3
    assert mark["rows"] == []


# ---- bars ----

def test_bars_start_at_zero_and_stand_in_the_order_of_the_rows() -> None:
    chart = ranked_bars(AREAS, SHARE, "light")
    bars = layer(chart, "bar")
    assert bars["encoding"]["x"]["scale"]["zero"] is True
    assert bars["encoding"]["y"]["sort"] == ["Rugby", "Warwick", "Coventry"]
    assert [row["value"] for row in bars["rows"]] == [90, 50, 10]
    assert layer(chart, "text")["encoding"]["text"]["field"] == "shown"
    assert marks(chart) == ["bar", "text"]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_chosen_bar_has_the_focus_and_the_others_the_context(mode: Mode) -> None:
    bars = layer(ranked_bars(AREAS, SHARE, mode, chosen="B"), "bar")
    assert [row["focus"] for row in bars["rows"]] == [False, True, False]
    assert bars["encoding"]["color"]["condition"]["value"] == FOCUS[mode]
    assert bars["encoding"]["color"]["value"] == CONTEXT[mode]
    assert all(row["focus"] for row in layer(ranked_bars(AREAS, SHARE, mode), "bar")["rows"])


def test_a_reference_is_a_rule_with_its_name() -> None:
    chart = ranked_bars(AREAS, SHARE, "light", reference=42.0, reference_name="England 42%")
    rule = layer(chart, "rule")
    assert rule["rows"] == [{"value": 42.0, "name": "England 42%"}]
    assert rule["mark"]["color"] == TARGET["light"]
    assert marks(chart) == ["bar", "text", "rule", "text"]


# ---- dots ----

def test_a_group_is_a_dot_with_its_limits_where_known() -> None:
    chart = group_dots(GROUPS, SHARE, "light", reference=50.0, reference_name="Standard 50%")
    dots = layer(chart, "circle")
    assert [(row["group_name"], row["value"]) for row in dots["rows"]] == [("1 (most deprived)", 46.0), ("2", 55.0)]
    assert dots["encoding"]["y"]["sort"] == ["1 (most deprived)", "2"]
    limits = drawn(chart)[1]
    assert (limits["encoding"]["x"]["field"], limits["encoding"]["x2"]["field"]) == ("lower", "upper")
    assert [row["lower"] for row in limits["rows"]] == [40.0, None]


def test_stems_are_drawn_from_zero_only_where_the_axis_has_zero() -> None:
    assert marks(group_dots(GROUPS, SHARE, "light")) == ["rule", "rule", "circle", "text"]
    without = group_dots(GROUPS, SHARE, "light", zero=False)
    assert marks(without) == ["rule", "circle", "text"]
    assert layer(without, "circle")["encoding"]["x"]["scale"]["zero"] is False


@pytest.mark.parametrize("rows", [1, 12])
def test_every_row_has_room(rows: int) -> None:
    many = pd.concat([GROUPS.head(1).assign(group_name=f"Group {number}") for number in range(rows)])
    assert group_dots(many, SHARE, "light").to_dict()["height"] >= 24 * rows
