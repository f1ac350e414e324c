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
from dashboard.registry import load_registry
from dashboard.scales import FOCUS, SEQUENTIAL, SEQUENTIAL_DARK, Mode
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
