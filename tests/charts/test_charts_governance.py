"""Charts of the page *How it is run*: every specification is sound, and says what its rows say."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from dashboard.charts_governance import diagram, timeline
from dashboard.charts_pairs import pairs
from dashboard.charts_tiers import spans
from dashboard.governance import Tie
from dashboard.governance_drawing import ladder, layered
from dashboard.scales import Mode

NAMES = {"board": "Board of all", "team": "A team with a long name that has to be broken over lines", "group": "Group"}
TIES = (Tie("team", "board", "supports", False), Tie("group", "board"))
STORY = pd.DataFrame({"when": ["2015", "Not stated"], "event": ["It begins", "It goes on"], "dated": [True, False]})
PAIRS = pd.DataFrame([
    {"name": "Money", "first": "printed: £519,000", "second": "worked out: £460,000", "first_value": 519.0,
     "second_value": 460.0, "said": "£59,000 apart"},
    {"name": "Words", "first": "printed: one", "second": "found: two", "first_value": -1.0, "second_value": -1.0,
     "said": ""}])


def layers(chart: Any) -> list[dict[str, Any]]:
    """The layers of a chart, after its specification has passed the schema."""
    return list(chart.to_dict(validate=True)["layer"])


def rows(chart: Any, layer: dict[str, Any]) -> list[dict[str, Any]]:
    return list(chart.to_dict()["datasets"][layer["data"]["name"]])


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("phone", [False, True])
def test_an_answering_body_has_an_unbroken_line_and_others_a_dashed_one(mode: Mode, phone: bool) -> None:
    drawing = (ladder if phone else layered)(NAMES, TIES, lambda body: f"?body={body}")
    dashed, unbroken, *_ = layers(diagram(drawing, mode, pixels=phone))
    assert dashed["mark"]["strokeDash"] == [5, 4]
    assert unbroken["mark"]["strokeDash"] == [1, 0]


def test_a_box_says_its_tie_and_opens_its_body() -> None:
    chart = diagram(layered(NAMES, TIES, lambda body: f"?body={body}"), "light", pixels=False)
    boxes = {row["name"]: row for row in rows(chart, layers(chart)[2])}
    assert boxes["Group"]["tie"] == "▲ reports to"
    assert boxes["Board of all"]["tie"] == ""
    assert boxes["Group"]["link"] == "?body=group"
    assert "\n" in boxes[NAMES["team"]]["words"]


def test_a_step_without_a_date_is_a_ring() -> None:
    chart = timeline(STORY, "light", letters=40)
    full, ring = layers(chart)[1:3]
    assert full["mark"]["fill"] != ring["mark"]["fill"]
    assert len(rows(chart, full)) == len(rows(chart, ring)) == 1


def test_bars_of_a_pair_start_at_zero_and_what_has_no_number_has_none() -> None:
    chart = pairs(PAIRS, "light", letters=50)
    drawn = [row for layer in layers(chart) if layer["mark"]["type"] == "rect" for row in rows(chart, layer)]
    assert [row["start"] for row in drawn] == [0, 0]
    assert [round(row["share"], 3) for row in drawn] == [1, 0.886]
    words = [row["words"] for layer in layers(chart) if layer["mark"]["type"] == "text" for row in rows(chart, layer)]
    assert {"Money", "Words", "printed: one", "found: two", "£59,000 apart"} <= set(words)


def test_waits_start_at_zero() -> None:
    chart = spans(pd.DataFrame([{"name": "Help", "shorter": 5.0, "longer": 6.0, "shown": "5 to 6 weeks"}]), "light")
    assert layers(chart)[0]["encoding"]["x"]["scale"]["zero"] is True
    assert [layer["mark"]["type"] for layer in layers(chart)] == ["bar", "bar", "text", "text"]
