"""Charts of school teams: a bar only where there is a number."""

from __future__ import annotations

import altair as alt
import pandas as pd

from dashboard.charts_teams import named_bars
from dashboard.maps import with_points


def line(key: str, value: float | None, heading: bool = False) -> dict[str, object]:
    return {"key": key, "words": key, "heading": heading, "value": value, "shown": "60%", "second": False}


def test_a_place_without_a_number_has_words_and_no_bar() -> None:
    rows = pd.DataFrame([line("Nuneaton", None, heading=True), line("of state-funded", 60.0),
                         line("Rugby", None, heading=True), line("No number in the plan", None)])
    spec = named_bars(rows, "light", unit="% of schools").to_dict()
    bars = spec["layer"][0]
    assert bars["mark"]["type"] == "bar"
    assert [row["key"] for row in spec["datasets"][bars["data"]["name"]]] == ["of state-funded"]
    said = [row["words"] for layer in spec["layer"][2:] for row in spec["datasets"][layer["data"]["name"]]]
    assert said == ["Nuneaton", "Rugby", "of state-funded", "No number in the plan"]
    assert bars["encoding"]["x"]["scale"] == {"zero": True}


def test_words_alone_make_a_chart_too() -> None:
    spec = named_bars(pd.DataFrame([line("Rugby", None, heading=True), line("No number", None)]), "dark",
                      unit="%").to_dict()
    assert [layer["mark"]["type"] for layer in spec["layer"]] == ["text", "text"]


def test_schools_are_laid_over_a_drawing_and_under_its_names() -> None:
    rows = alt.Chart(pd.DataFrame({"a": [1]})).encode(x="a:Q")
    ground = alt.layer(rows.mark_point(size=9), rows.mark_text(size=11)).project("mercator")
    points = pd.DataFrame([{"name": "A school", "longitude": -1.51234, "latitude": 52.41239}])
    spec = with_points(ground, points, "light").to_dict()
    assert spec["projection"] == {"type": "mercator"}
    assert [layer["mark"]["type"] for layer in spec["layer"]] == ["point", "circle", "text"]
    schools = spec["layer"][1]
    assert spec["datasets"][schools["data"]["name"]] == [
        {"name": "A school", "longitude": -1.5123, "latitude": 52.4124}]
