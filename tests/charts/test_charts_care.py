"""Charts of access and care: what is drawn, where it starts, and what is never joined."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from dashboard.charts_care import Drawn, Label, named_lines, worded_rows

ROWS = pd.DataFrame({"name": ["One", "Two", "Three"], "shown": ["40%", "60%", "suppressed"],
                     "value": [40.0, 60.0, None]})
LINES = pd.DataFrame({
    "line": ["a", "a", "b", "b"], "joined": [True, True, False, False], "ink": [0, 0, 1, 1],
    "period_end": pd.to_datetime(["2021-03-31", "2022-03-31"] * 2), "period": ["1", "2"] * 2,
    "value": [1.0, 2.0, 3.0, 4.0], "shown": ["1", "2", "3", "4"]})


def layers(chart: Drawn) -> list[dict[str, Any]]:
    """The layers of a chart, after its specification has passed Altair's schema."""
    return list(chart.to_dict(validate=True)["layer"])


def marks(chart: Drawn) -> list[str]:
    return [layer["mark"]["type"] for layer in layers(chart)]


def test_every_row_has_its_words_and_only_known_ones_a_bar() -> None:
    chart = worded_rows(ROWS, "light", unit="%", key=["Bar: here."])
    assert marks(chart) == ["text", "text", "text", "rule"]
    assert layers(chart)[-1]["transform"] == [{"filter": "isValid(datum.value)"}]


def test_bars_start_at_zero() -> None:
    bar = layers(worded_rows(ROWS, "light", unit="%", key=["Bar: here."]))[-1]
    assert bar["encoding"]["x"]["scale"]["domain"][0] == 0
    assert bar["encoding"]["x2"]["field"] == "zero"


def test_the_axis_reaches_the_largest_of_all_marks() -> None:
    chart = worded_rows(ROWS.assign(compare=[80.0, 10.0, None], target=50.0, low=30.0, high=[45.0, 95.0, None]),
                        "dark", unit="%", key=["Bar: here."])
    assert layers(chart)[3]["encoding"]["x"]["scale"]["domain"] == [0, 95]
    assert marks(chart)[3:] == ["rule", "rule", "tick", "point"]


def test_figures_that_are_no_lengths_are_dots() -> None:
    assert marks(worded_rows(ROWS, "light", unit="Days", key=["Dot: here."], dots=True))[-1] == "point"


def test_rows_grow_with_their_words() -> None:
    plain = worded_rows(ROWS, "light", unit="%", key=["Bar: here."])
    detailed = worded_rows(ROWS.assign(detail="More words"), "light", unit="%", key=["Bar: here."])
    assert detailed.height > plain.height


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_only_rows_marked_as_joined_make_a_line(mode: Any) -> None:
    chart = named_lines(LINES, [], mode, unit="People", ticks=[LINES["period_end"].iloc[0]])
    line, points = layers(chart)
    assert (line["mark"]["type"], line["transform"], line["encoding"]["detail"]["field"]) == (
        "line", [{"filter": "datum.joined"}], "line")
    assert points["mark"]["type"] == "point"
    assert "transform" not in points


def test_lines_carry_their_names_the_standard_and_the_break() -> None:
    label = Label(LINES["period_end"].iloc[1], 2.0, "Plan: 2", 0, "right", 0, -14)
    chart = named_lines(LINES, [label], "light", unit="People", ticks=[], level=(5.0, "Expected: 5"),
                        start=(LINES["period_end"].iloc[0], ("Counted", "otherwise")))
    words = [layer["mark"]["text"] for layer in layers(chart) if layer["mark"]["type"] == "text"]
    assert words == ["Expected: 5", ["Counted", "otherwise"], "Plan: 2"]
    assert [layer["mark"]["type"] for layer in layers(chart)].count("rule") == 2


def test_room_is_kept_free_on_the_right() -> None:
    chart = named_lines(LINES, [], "light", unit="People", ticks=[], room=1.0)
    assert layers(chart)[0]["encoding"]["x"]["scale"]["domain"] == [
        {"year": 2021, "month": 3, "date": 31}, {"year": 2023, "month": 3, "date": 31}]
