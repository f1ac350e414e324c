"""Charts of who lives here: every share is drawn once, from zero, and its words can be read on its colour."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd
import pytest

from dashboard.charts_people import age_profile, ethnic_pairs, fifth_bars, fifth_colours, heat, ink_on
from dashboard.scales import SEQUENTIAL, SEQUENTIAL_DARK, Mode

MODES: tuple[Mode, ...] = ("light", "dark")


def layers(chart: alt.TopLevelMixin, kind: str) -> list[dict[str, Any]]:
    specification = chart.to_dict()
    inherited = specification.get("data", {}).get("name")
    found = [{**layer, "rows": specification["datasets"].get(layer.get("data", {}).get("name", inherited), [])}
             for layer in specification["layer"]]
    return [layer for layer in found if layer["mark"]["type"] == kind]


def ages(sexes: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame([{"place": place, "sex": sex, "age": age, "share_pct": share, "shown": f"{share}%"}
                         for place in ("area", "england") for sex in sexes for age, share in
                         (("0 to 4", 5.0), ("90 and over", 1.0))])


@pytest.mark.parametrize("mode", MODES)
def test_ages_go_up_and_men_go_left(mode: Mode) -> None:
    chart = age_profile(ages(("female", "male")), mode, "Rugby")
    bars = layers(chart, "bar")[0]
    assert bars["encoding"]["y"]["sort"] == ["90 and over", "0 to 4"]
    assert {(row["sex"], row["share"]) for row in bars["rows"] if row["age"] == "0 to 4"} == {
        ("female", 5.0), ("male", -5.0)}
    assert len(layers(chart, "tick")[0]["rows"]) == 4, "England beside every bar"
    assert len(layers(age_profile(ages(("all",)), mode, "Rugby"), "text")) == 2, "no sides to name"


def test_pairs_are_ordered_by_the_latest_census_and_say_their_year() -> None:
    rows = pd.DataFrame([{"ethnic_group": group, "name": group.title(), "year": year, "share_pct": share,
                          "shown": f"{share}%"} for group, year, share in (
        ("white", 2011, 74.0), ("white", 2021, 66.0), ("other", 2011, 3.0), ("other", 2021, 3.2),
        ("mixed", 2011, 2.0), ("mixed", 2021, 3.4))])
    bars = layers(ethnic_pairs(rows, "light", "mixed"), "bar")[0]
    assert bars["encoding"]["y"]["field"] == "place"
    assert {row["name"]: row["place"] for row in bars["rows"]} == {"White": 0, "Mixed": 1, "Other": 2}
    assert {row["words"] for row in bars["rows"] if row["name"] == "White"} == {"74.0% in 2011", "66.0% in 2021"}
    assert {row["name"] for row in bars["rows"] if row["colour"] == "#12436D"} == {"Mixed"}


def test_fifths_fill_the_bar_from_the_most_deprived() -> None:
    rows = pd.DataFrame([{"ethnic_group": group, "name": group, "fifth": fifth, "share_pct": share,
                          "shown": f"{share:.0f}%"} for group in ("black", "all")
                         for fifth, share in zip(range(1, 6), (50.0, 30.0, 12.0, 5.0, 3.0), strict=True)])
    bars = layers(fifth_bars(rows, "light", "black"), "bar")[0]
    black = sorted((row["start"], row["end"], row["fifth"]) for row in bars["rows"] if row["name"] == "black")
    assert black == [(0, 50, 1), (50, 80, 2), (80, 92, 3), (92, 97, 4), (97, 100, 5)]
    assert {row["name"] for row in bars["rows"] if row["frame"]} == {"black"}
    assert [row["words"] for row in bars["rows"] if row["name"] == "black" and row["fifth"] > 3] == ["", ""]
    assert fifth_colours("light")[1] == SEQUENTIAL[-1]
    assert fifth_colours("dark")[1] == SEQUENTIAL_DARK[-1]


def test_every_cell_prints_its_share_and_the_choice_is_framed() -> None:
    rows = pd.DataFrame([{"area_code": area, "area_name": area, "ethnic_group": group, "name": group,
                          "share_pct": share, "shown": f"{share:.0f}%"} for area, group, share in (
        ("A", "black", 50.0), ("A", "white", 27.0), ("B", "black", 0.0), ("B", "white", 0.0))])
    chart = heat(rows, "light", "A", "black")
    cells = layers(chart, "rect")[0]["rows"]
    assert [row["shown"] for row in cells] == ["50%", "27%", "0%", "0%"]
    assert [row["frame"] > 0 for row in cells] == [True, True, True, False]


def luminance(colour: str) -> float:
    parts = [int(colour[start:start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colour", [*SEQUENTIAL, *SEQUENTIAL_DARK])
def test_words_can_be_read_on_every_colour(colour: str) -> None:
    ink, ground = sorted((luminance(ink_on(colour)), luminance(colour)))
    assert (ground + 0.05) / (ink + 0.05) >= 4.5
