"""A profile's drawings: words with every mark, better to the right, cells readable, ticks for each neighbourhood."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd
import pytest

from dashboard.charts_profile import SHAPES, broken, need_bars, places, spine, strips
from dashboard.profile_rows import STRENGTHS
from dashboard.scales import JUDGEMENT, ZERO, Mode

VERDICTS = ("better", "worse", "similar", "higher", "lower", "not compared")


def spine_rows(count: int = 2, judged: tuple[bool, ...] = (True, False)) -> pd.DataFrame:
    return pd.DataFrame([{"name": f"A measure with a rather long name, number {row}", "link": f"trends?row={row}",
                          "judged": judged[row], "shown": f"{row}%", "other": "■ 3%", "words": "one\ntwo"}
                         for row in range(count)])


def marks(verdict: str = "worse") -> pd.DataFrame:
    return pd.DataFrame([{"row": row, "at": at, "role": role, "verdict": verdict, "area": role, "shown": "1%"}
                         for row in (0, 1) for role, at in (("own", 0.0), ("beside", 0.4), ("second", 1.0),
                                                            ("district", 0.7))])


def layers(chart: alt.TopLevelMixin) -> list[dict[str, Any]]:
    specification = chart.to_dict()
    return [{**layer, "rows": specification["datasets"][layer["data"]["name"]]} for layer in specification["layer"]]


def texts(chart: alt.TopLevelMixin) -> set[str]:
    return {str(row[layer["encoding"]["text"]["field"]]).replace("\n", " ") for layer in layers(chart)
            if layer["mark"]["type"] == "text" for row in layer["rows"]}


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_spine_marks_every_verdict_by_shape_and_colour(verdict: str, mode: Mode) -> None:
    chart = spine(spine_rows(), marks(verdict), mode)
    drawn = next(layer for layer in layers(chart) if "shape" in layer["encoding"])["rows"]
    own = [row for row in drawn if row["area"] == "own"]
    assert drawn[-len(own):] == own, "the area's own mark lies on top"
    assert {row["shape"] for row in own} == {SHAPES[verdict]}
    if verdict in JUDGEMENT:
        assert {row["fill"] for row in own} == {JUDGEMENT[verdict]}
    assert ({row["fill"] for row in own} == {ZERO[mode]}) == (verdict == "not compared")


def test_a_spine_says_what_its_ends_mean_for_each_kind_of_measure() -> None:
    said = texts(spine(spine_rows(), marks(), "light"))
    assert {"◄ worse", "better ►", "◄ lower", "higher ►", "0%", "1%", "■ 3%", "one two"} <= said
    assert "◄ lower" not in texts(spine(spine_rows(judged=(True, True)), marks(), "light"))


def test_names_lead_to_the_trend_and_rows_do_not_overlap() -> None:
    chart = spine(spine_rows(), marks(), "light")
    named = next(layer for layer in layers(chart) if "href" in layer["encoding"])
    assert [row["link"] for row in named["rows"]] == ["trends?row=0", "trends?row=1"]
    words = [row for layer in layers(chart) if layer["encoding"].get("text", {}).get("field") == "words"
             for row in layer["rows"] if row["words"] == "one\ntwo"]
    assert named["rows"][1]["name_y"] - words[0]["y"] > 30
    assert chart.to_dict()["height"] > words[1]["y"] + 15


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_places_get_stronger_the_worse_and_stay_readable(mode: Mode) -> None:
    rows = pd.DataFrame([{"row": 0, "name": "A measure", "link": "trends", "area": f"District {place}",
                          "area_link": "?", "cell": f"{place} ▼", "shade": strength, "said": "1%"}
                         for place, strength in enumerate(STRENGTHS, 1)])
    cells = next(layer for layer in layers(places(rows, mode)) if layer["mark"]["type"] == "rect")["rows"]
    assert len({cell["fill"] for cell in cells}) == 6
    assert all(contrast(cell["fill"], cell["ink"]) >= 4.5 for cell in cells)


def contrast(one: str, other: str) -> float:
    """Contrast of two colours (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[start:start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_strip_has_a_tick_for_each_neighbourhood_and_shades_the_worst_fifth() -> None:
    rows = pd.DataFrame([{"name": "Deprivation", "link": "?", "judged": True, "total": 557, "mine": [1, 5, 300],
                          "theirs": [40], "shown": "2 of 3"}])
    drawn = [layer for layer in layers(strips(rows, "light", "Rugby")) if layer["mark"]["type"] == "tick"]
    assert [row["places"] for row in drawn[0]["rows"]] == ["1 5 300", "40"]
    alone = layers(strips(rows, "light"))
    bands = next(layer for layer in alone if layer["mark"]["type"] == "rect")["rows"]
    assert [(band["start"], band["stop"]) for band in bands] == [(0, 557), (0, pytest.approx(557 / 5))]
    assert [len(layer["rows"]) for layer in alone if layer["mark"]["type"] == "tick"] == [1]


def test_need_starts_at_zero_and_colours_the_chosen() -> None:
    rows = pd.DataFrame([{"area_code": code, "area_name": name, "people": people, "shown": f"about {people}"}
                         for code, name, people in (("a", "Coventry", 20), ("b", "Rugby", 5), ("c", "Warwick", 7))])
    bars = next(layer for layer in layers(need_bars(rows, "light", ["b"], ["c"])) if layer["mark"]["type"] == "bar")
    assert bars["encoding"]["x"]["scale"]["domainMin"] == 0
    assert len({row["colour"] for row in bars["rows"]}) == 3
    plain = next(layer for layer in layers(need_bars(rows, "light", [], [])) if layer["mark"]["type"] == "bar")
    assert len({row["colour"] for row in plain["rows"]}) == 1


def test_names_of_districts_fit_six_to_a_phone() -> None:
    assert broken("North Warwickshire") == "North\nWarwick-\nshire"
    assert broken("Stratford-on-Avon") == "Stratford-\non-Avon"
    assert broken("Nuneaton and Bedworth") == "Nuneaton\nand\nBedworth"
