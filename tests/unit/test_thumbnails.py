"""Small pictures: the classes and colours of the large map, bars from nought, few bytes, fit to stand in Markdown."""

from __future__ import annotations

import re
from urllib.parse import unquote
from xml.etree import ElementTree

import pandas as pd
import pytest

from dashboard import thumbnails, views
from dashboard.export import outlines
from dashboard.export.outlines import joined
from dashboard.filters import Filters, resolve
from dashboard.registry import Indicator, load_registry
from dashboard.scales import FOCUS, SEQUENTIAL, SEQUENTIAL_DARK, Mode, Scale, make_scale
from dashboard.store import Store

SVG = "{http://www.w3.org/2000/svg}"
ROWS = pd.DataFrame({"member": ["a", "b", "c"], "name": ["A", "B", "C"], "value": [40.0, 20.0, 0.0]})


def drawn(address: str) -> ElementTree.Element:
    assert address.startswith("data:image/svg+xml,")
    assert not set(address) & set(" ()<>[]\"")  # any of these would end a Markdown link or its address
    return ElementTree.fromstring(unquote(address.removeprefix("data:image/svg+xml,")))


def view(store: Store, district: str, mode: Mode = "light") -> views.MapView:
    indicator = load_registry()["imd"]
    cut = resolve(store.query("coverage", indicator="imd").to_dict("records"), Filters())
    return views.map_view(store, indicator, cut, district, mode)


def test_bars_stand_for_their_values_and_the_worst_is_marked() -> None:
    bars = drawn(thumbnails.bars(ROWS, "light", "b", 90, 40)).findall(f"{SVG}rect")
    assert [float(bar.get("height", "")) for bar in bars] == [40, 20, 0]
    assert [float(bar.get("y", "")) for bar in bars] == [0, 20, 40]
    assert [bar.get("fill") for bar in bars] == [FOCUS["light"], thumbnails.WORST, FOCUS["light"]]


def test_bars_of_nothing_but_noughts_are_empty() -> None:
    bars = drawn(thumbnails.bars(ROWS.assign(value=0.0), "dark", "a", 90, 40)).findall(f"{SVG}rect")
    assert [float(bar.get("height", "")) for bar in bars] == [0, 0, 0]


@pytest.mark.parametrize(("mode", "ramp"), [("light", SEQUENTIAL), ("dark", SEQUENTIAL_DARK)])
def test_the_map_has_the_classes_and_the_key_of_the_large_one(store: Store, mode: Mode, ramp: tuple[str, ...]) -> None:
    svg = drawn(thumbnails.small_map(view(store, "all", mode), 330, 205))
    areas = [path.get("fill") for path in svg.iter(f"{SVG}path") if path.get("fill") != "none"]
    assert sorted(areas, key=str) == sorted(ramp)  # one joined path for each class of five
    key = svg.findall(f"{SVG}g")[-1]
    assert [swatch.get("fill") for swatch in key.findall(f"{SVG}rect")] == list(ramp)
    assert [text.text for text in key.findall(f"{SVG}text")] == [
        "under 20%", "20 to 40%", "40 to 60%", "60 to 80%", "80% and over"]


def test_a_district_fades_its_neighbours_and_names_its_towns(store: Store) -> None:
    svg = drawn(thumbnails.small_map(view(store, "E07000222"), 330, 205))
    assert sum(float(path.get("opacity", "1")) < 1 for path in svg.iter(f"{SVG}path")) == 1
    named = {text.text for text in svg.iter(f"{SVG}text")}
    assert {"Warwick", "Leamington Spa", "Kenilworth"} <= named
    assert "Nuneaton" not in named


@pytest.mark.parametrize("district", ["all", "E10000031", "E08000026", "E07000221"])
def test_a_map_takes_less_than_a_chart_may(store: Store, district: str) -> None:
    assert len(thumbnails.small_map(view(store, district), 330, 205)) < 30_000


def test_areas_of_one_kind_are_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    def square(code: str, west: float) -> dict[str, object]:
        ring = [[west, 0], [west + 1, 0], [west + 1, 1], [west, 1], [west, 0]]
        return {"properties": {"code": code}, "geometry": {"type": "Polygon", "coordinates": [ring]}}

    monkeypatch.setattr(outlines, "_shapes", lambda file: [square("A", 0), square("B", 1), square("C", 2)])
    found = joined("any", (0, 0, 3, 1), (30, 10), {"A": "one", "B": "one", "C": "other"})
    assert set(found) == {"one", "other"}
    # Two squares of ten by ten become an oblong of twenty by ten, with no line between them.
    assert corners(found["one"]) == {(0, 0), (20, 0), (20, 10), (0, 10)}
    assert corners(found["other"]) == {(20, 0), (30, 0), (30, 10), (20, 10)}
    assert joined("any", (0, 0, 3, 1), (30, 10), {"B": "one"}).keys() == {"one"}


def corners(path: str) -> set[tuple[int, int]]:
    """The points at which a path of one ring turns."""
    assert path.count("M") == 1
    numbers = [int(number) for number in re.findall(r"-?\d+", path)]
    x, y = numbers[:2]
    points = [(x, y)]
    for across, down in zip(numbers[2::2], numbers[3::2], strict=True):
        x, y = x + across, y + down
        points.append((x, y))
    assert points[0] == points[-1]
    turns = zip([points[-2], *points], points, points[1:], strict=False)
    return {here for before, here, after in turns
            if (here[0] - before[0]) * (after[1] - here[1]) != (here[1] - before[1]) * (after[0] - here[0])}


# ---- strip ----

SHARE = Indicator("x", "A share", "Theme", "% of people", "%", 0, "high_is_bad", "q", "Is.", "Mind.")
AREAS = pd.DataFrame({"area_code": ["A", "B", "C", "D"], "value": [90.0, 50.0, 10.0, None]})


def strip_of(rows: pd.DataFrame, scale: Scale, chosen: str = "") -> tuple[dict[str, str], list[str], list[str]]:
    """The ticks of each colour as a path, the path of the chosen one, and the words of the axis."""
    svg = drawn(thumbnails.strip(rows, SHARE, scale, "light", chosen))
    paths = svg.findall(f"{SVG}g")[0].findall(f"{SVG}path")
    return ({path.get("stroke", ""): path.get("d", "") for path in paths if path.get("class") is None},
            [path.get("d", "") for path in paths if path.get("class") == "chosen"],
            [text.text or "" for text in svg.iter(f"{SVG}text")])


def test_the_strip_has_a_tick_an_area_with_a_value_in_its_class_and_marks_the_chosen_one() -> None:
    scale = make_scale([10, 50, 90], [20, 40, 60, 80])
    ticks, mark, words = strip_of(AREAS, scale, "B")
    # 368 pixels between the ends stand for 0 to 100: 10 lies at 16 + 36.8, 50 in the middle, 90 at 16 + 331.2.
    assert ticks == {scale.colours[0]: "M53,6v34", scale.colours[2]: "M200,6v34", scale.colours[4]: "M347,6v34"}
    assert mark == ["M200,0v46"]
    assert words == ["0", "20", "40", "60", "80", "100", "% of people"]


def test_areas_without_a_value_cannot_be_marked() -> None:
    assert strip_of(AREAS, make_scale([10, 50, 90]), "D")[1] == []


def test_a_strip_of_equal_values_is_one_tick() -> None:
    ticks, _, words = strip_of(AREAS.assign(value=5.0), make_scale([5, 5]))
    assert list(ticks.values()) == ["M16,6v34"]
    assert words[:2] == ["5", "6"]


@pytest.mark.parametrize(("values", "words"), [
    ([2.84, 3.42], ["2.8", "3.0", "3.2", "3.4", "3.6"]),
    ([1200.0, 4100.0], ["1,000", "2,000", "3,000", "4,000", "5,000"]),
    ([-3.0, 6.0], ["−4", "−2", "0", "2", "4", "6"]),
    ([0.0, 0.0], ["0.0", "0.2"])])
def test_the_axis_runs_in_round_steps_beyond_both_ends(values: list[float], words: list[str]) -> None:
    rows = pd.DataFrame({"area_code": ["A", "B"], "value": values})
    assert strip_of(rows, make_scale(values))[2][:len(words)] == words


def test_a_strip_without_any_value_is_an_empty_axis() -> None:
    ticks, mark, _ = strip_of(AREAS.assign(value=float("nan")), make_scale([]))
    assert (ticks, mark) == ({}, [])


def test_a_strip_of_all_england_is_as_small_as_ours() -> None:
    rows = pd.DataFrame({"area_code": "E01", "value": [place / 330 for place in range(33_000)]})
    assert len(thumbnails.strip(rows, SHARE, make_scale(rows["value"].to_list(), [20, 40, 60, 80]), "light")) < 12_000
