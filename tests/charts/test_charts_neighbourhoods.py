"""Charts of neighbourhoods: shares drawn from zero, every point once, and words that do not lie on each other."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd
import pytest

from dashboard.charts_neighbourhoods import APART, curve, mean_dots, shares
from dashboard.charts_neighbourhoods_children import PANEL, fifths, panels, wards
from dashboard.scales import CATEGORICAL, CONTEXT, FOCUS, Mode

MODES: tuple[Mode, ...] = ("light", "dark")


def layers(chart: alt.TopLevelMixin, kind: str) -> list[dict[str, Any]]:
    """The layers of a mark with their rows."""
    specification = chart.to_dict()
    found = [{**layer, "rows": specification["datasets"].get(layer.get("data", specification.get("data", {})).get(
        "name"), [])} for layer in specification["layer"]]
    return [layer for layer in found if layer["mark"]["type"] == kind]


def said(chart: alt.TopLevelMixin) -> list[str]:
    """All words of a chart that stand in its data."""
    return [str(value) for layer in layers(chart, "text") for row in layer["rows"]
            if isinstance(value := row.get(layer["encoding"]["text"]["field"]), str) and value]


def groups(*shares: tuple[str, float]) -> pd.DataFrame:
    return pd.DataFrame([{"ethnic_group": name.lower(), "name": name, "area_name": "Rugby",
                          "less_deprived_pct": value, "shown": f"{value:.0f}%"} for name, value in shares])


@pytest.mark.parametrize("mode", MODES)
def test_dots_run_from_0_to_100_and_the_chosen_group_stands_out(mode: Mode) -> None:
    rows = groups(("Black", 70.0), ("White", 48.0))
    chart = mean_dots(rows, rows.assign(area_name="Warwick"), mode, place="Rugby", chosen="black", middle="middle")
    dots = layers(chart, "circle")[0]
    assert dots["encoding"]["x"]["scale"]["domain"] == [0, 100]
    assert {row["name"]: row["colour"] for row in dots["rows"]} == {"Black": FOCUS[mode], "White": CONTEXT[mode]}
    assert len(layers(chart, "tick")[0]["rows"]) == 2
    assert {"70%", "48%", "middle", "Rugby", "each district"} <= set(said(chart))


def test_a_value_beside_the_middle_does_not_lie_on_its_line() -> None:
    rows = groups(("Black", 70.0), ("Mixed", 52.0), ("White", 48.0))
    chart = mean_dots(rows, rows.head(0), "light", place="Rugby", chosen="", middle="middle")
    sides = {row["shown"]: layer["mark"]["align"] for layer in layers(chart, "text") for row in layer["rows"]
             if "shown" in row}
    assert sides == {"70%": "center", "52%": "left", "48%": "right"}


def points(*running: tuple[float, float], picked: int = 1) -> pd.DataFrame:
    return pd.DataFrame([{"position": place, "area_name": f"District {place}", "picked": place == picked,
                          "residents_running_pct": across, "in_fifth_running_pct": up, "residents_shown": "1%",
                          "in_fifth_shown": "2%"} for place, (across, up) in enumerate(running, 1)])


@pytest.mark.parametrize("mode", MODES)
def test_curve_starts_at_nothing_ends_at_all_and_has_its_straight_line(mode: Mode) -> None:
    chart = curve(points((37.0, 75.0), (60.0, 95.0), (100.0, 100.0)), mode, who="residents", fifth="the fifth")
    even, drawn = layers(chart, "line")
    assert [(row["across"], row["up"]) for row in even["rows"]] == [(0, 0), (100, 100)]
    assert [(row["across"], row["up"]) for row in drawn["rows"]] == [(0, 0), (37, 75), (60, 95), (100, 100)]
    for axis in ("x", "y"):
        assert drawn["encoding"][axis]["scale"]["domain"] == [0, 100]
    assert {"1 District 1", "3 District 3", "even spread"} <= set(said(chart))


def test_points_upon_each_other_share_a_number_and_the_chosen_one_keeps_its_own() -> None:
    close = APART / 2
    rows = points((90.0, 98.0), (90.0 + close, 99.0), (100.0, 100.0), picked=1)
    numbers = [row["number"] for layer in layers(curve(rows, "light", who="residents", fifth="the fifth"), "text")
               for row in layer["rows"] if "number" in row]
    assert sorted(numbers) == ["1", "3"]
    dots = layers(curve(rows, "light", who="residents", fifth="the fifth"), "circle")[0]["rows"]
    assert dots[-1]["picked"], "the chosen point lies on top"


def test_shares_fill_the_bar_and_money_for_both_has_its_own_part() -> None:
    rows = pd.DataFrame([{"label": label, "name": name, "share_pct": share, "shown": f"{share:.0f}%"}
                         for label, parts in (("Children", {"Coventry": 40.0, "Warwickshire": 60.0}),
                                              ("Money", {"Coventry": 48.0, "Warwickshire": 33.0, "Both": 19.0}))
                         for name, share in parts.items()])
    bars = layers(shares(rows, "light"), "bar")[0]["rows"]
    assert [(row["start"], row["end"]) for row in bars if row["label"] == "Money"] == [(0, 48), (48, 81), (81, 100)]
    assert len({row["colour"] for row in bars}) == 3
    assert {"Coventry", "Warwickshire", "Both", "Children", "Money"} <= set(said(shares(rows, "light")))


def test_fifths_print_both_shares_apart_from_the_bars() -> None:
    rows = pd.DataFrame([{"name": name, "low_income_pct": low, "under_16_pct": young, "low_income_shown": f"{low}%",
                          "under_16_shown": f"{young}%"} for name, low, young in (("1", 43, 25), ("2", 9, 19))])
    chart = fifths(rows, "light", bar="low income", mark="all")
    domain = layers(chart, "bar")[0]["encoding"]["x"]["scale"]["domain"]
    assert domain[0] == 0
    columns = {layer["encoding"]["text"]["field"]: layer["encoding"]["x"]["datum"] for layer in layers(chart, "text")
               if "datum" in layer["encoding"]["x"]}
    assert 43 < columns["low_income_shown"] < columns["under_16_shown"] < domain[1]


def test_rough_wards_are_open_others_filled_and_those_outside_grey() -> None:
    rows = pd.DataFrame([{"area_code": code, "area_name": code, "inside": inside, "status": status,
                          "less_deprived_pct": 50.0, "share_pct": share, "shown": f"{share:.0f}%", "standing": "50%"}
                         for code, inside, status, share in (("A", True, "rough", 74.0), ("B", True, "value", 7.0),
                                                             ("C", False, "value", 30.0))])
    chart = wards(rows, "light", "A", "B")
    marks = {row["area_name"]: layer["mark"] for layer in layers(chart, "point") for row in layer["rows"]}
    assert not marks["A"]["filled"]
    assert marks["B"]["filled"]
    assert marks["C"]["color"] == CONTEXT["light"]
    assert layers(chart, "point")[0]["encoding"]["y"]["scale"]["domain"] == [0, 80]
    assert sorted(said(chart)) == ["A", "B"]


@pytest.mark.parametrize("mode", MODES)
def test_panels_begin_at_their_own_zero_and_an_unknown_has_no_bar(mode: Mode) -> None:
    rows = pd.DataFrame({"label": ["Coventry", "Rugby"], "picked": [True, False], "a_pct": [26.0, None],
                         "a_shown": ["26%", "no number"], "b_pct": [36.0, 0.0], "b_shown": ["36%", "0%"]})
    chart = panels(rows, mode, [("a", "Settings to schools"), ("b", "Schools in the fifth")])
    bars = layers(chart, "bar")[0]["rows"]
    assert {(row["label"], row["head"]): (row["start"], row["end"]) for row in bars} == {
        ("Coventry", "Settings to schools"): (0, 26), ("Coventry", "Schools in the fifth"): (PANEL, PANEL + 36),
        ("Rugby", "Schools in the fifth"): (PANEL, PANEL)}
    assert {row["label"]: row["tint"] for row in bars} == {"Coventry": CATEGORICAL[mode][1], "Rugby": CONTEXT[mode]}
    assert "no number" in said(chart)
