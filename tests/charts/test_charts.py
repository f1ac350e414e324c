"""Charts: every value is drawn once, bars start at zero, and legend and fill share their classes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import altair as alt
import pandas as pd
import pytest

from dashboard.charts import axis_title, class_words, legend, legend_chart
from dashboard.registry import Indicator
from dashboard.scales import MISSING, SUPPRESSED, ZERO, Mode, make_scale

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
    key = legend(scale, SHARE, mode)
    assert [colour for _, colour in key.entries] == list(scale.colours)
    assert [words for words, _ in key.entries] == class_words(scale, SHARE)
    rows = layer(legend_chart(key, mode), "rect")["rows"]
    assert [(row["words"], row["colour"], row["mark"]) for row in rows] == [(*entry, "") for entry in key.entries]


@pytest.mark.parametrize(("value", "marked"), [(90, 4), (20, 1), (19.9, 0), (None, None)])
def test_the_legend_marks_the_class_of_the_chosen_area(value: float | None, marked: int | None) -> None:
    key = legend(make_scale([5, 95], [20, 40, 60, 80]), SHARE, "light", chosen=value)
    assert key.chosen == marked
    rows = layer(legend_chart(key, "light"), "rect")["rows"]
    assert [position for position, row in enumerate(rows) if row["mark"]] == ([] if marked is None else [marked])


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_legend_names_the_states_that_have_no_class(mode: Mode) -> None:
    key = legend(make_scale([1, 2]), SHARE, mode, states=("missing", "suppressed", "zero"))
    assert key.entries[2:] == (
        ("not published", MISSING[mode]), ("suppressed", SUPPRESSED[mode]), ("true zero", ZERO[mode]))


def test_an_axis_title_begins_like_a_sentence() -> None:
    assert axis_title(SHARE) == "% of people"
    assert axis_title(replace(SHARE, unit="people per 100,000")) == "People per 100,000"


# ---- bars ----
