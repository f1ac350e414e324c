"""Maps: what crosses the wire is a digit an area and what each digit looks like; nothing is fetched from elsewhere."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from dashboard.boundaries import LEVELS, Bounds, Layer, fit, open_layer
from dashboard.maps import FADED, FILL_ID, STATES, anchors, choropleth, drawing, lookup, shade
from dashboard.registry import ROOT
from dashboard.scales import MISSING, SUPPRESSED, ZERO, Mode, make_scale, rgb
from dashboard.store import Store

LAYER = Layer("lsoa21", "app/static/lsoa21-0123456789ab.geojson", ("A", "B", "C", "D", "E"), ("imd|2025|all|all",), {})
BOUNDS: Bounds = (-1.96, 51.95, -1.17, 52.69)
TOWNS = pd.DataFrame({"name": ["Coventry", "Rugby"], "longitude": [-1.51, -1.26], "latitude": [52.41, 52.37]})
UNSET = "__MAP_STYLE__"
SCALE = make_scale([10, 50, 90], [20, 40, 60, 80])


def deck(chosen: str = "", mode: Mode = "light", hover: str = "imd|2025|all|all") -> dict[str, Any]:
    """The specification of a small map."""
    shading = shade(LAYER, {"A": 10.0, "B": 90.0}, {}, SCALE, mode)
    made = choropleth(LAYER, shading, LAYER, TOWNS, mode=mode, bounds=BOUNDS, hover=hover, chosen=chosen)
    specification: dict[str, Any] = json.loads(made.to_json())
    return specification


def layer(specification: dict[str, Any], layer_id: str) -> dict[str, Any]:
    """One layer of a map."""
    return next(found for found in specification["layers"] if found["id"] == layer_id)


def paint(expression: str) -> list[list[int]]:
    """What a fill expression gives for each position, worked out as the browser would."""
    match = re.fullmatch(r"(?:@@=)?\((\[\[.*\]\])\)\[\('(\d*)'\)\[properties\.i\]\]", expression)
    assert match, expression
    palette = json.loads(match[1])
    return [palette[int(digit)] for digit in match[2]]


# ---- digits ----

@pytest.mark.parametrize("mode", ["light", "dark"])
def test_an_area_s_digit_is_its_class_and_its_colour_the_class_s(mode: Mode) -> None:
    scale = make_scale([10, 50, 90], [20, 40, 60, 80], mode)
    values = {"A": 0.0, "B": 20.0, "C": 59.9, "D": 79.0, "E": 80.0}
    shading = shade(LAYER, values, {}, scale, mode)
    assert shading.digits == "01234"
    assert [int(digit) for digit in shading.digits] == [scale.classify(values[code]) for code in LAYER.codes]
    for digit, colour in zip(shading.digits, scale.colours, strict=True):
        assert list(shading.palette[int(digit)][:3]) == rgb(colour)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_missing_suppressed_zero_and_faded_look_different(mode: Mode) -> None:
    shading = shade(LAYER, {"A": 10.0, "C": 0.0, "E": 90.0}, {"B": "suppressed", "C": "zero"}, SCALE, mode,
                    frozenset("ABCD"))
    looks = dict(zip(LAYER.codes, (shading.palette[int(digit)] for digit in shading.digits), strict=True))
    assert looks["B"] == (*rgb(SUPPRESSED[mode]), 225)
    assert looks["C"] == (*rgb(ZERO[mode]), 225)
    assert looks["D"] == (*rgb(MISSING[mode]), 225)
    assert looks["E"] == (*rgb(MISSING[mode]), FADED)
    assert len(set(looks.values())) == 5


def test_there_is_one_digit_an_area_even_with_five_classes_and_every_state() -> None:
    shading = shade(LAYER, {}, {}, SCALE, "light")
    assert len(shading.digits) == len(LAYER.codes)
    assert len(shading.palette) == len(SCALE.colours) + len(STATES) <= 10


def test_a_value_outside_the_district_is_not_shown() -> None:
    shading = shade(LAYER, dict.fromkeys("ABCDE", 90.0), {}, SCALE, "light", frozenset("A"))
    assert shading.digits == "48888"


# ---- the map ----

def test_the_lookup_gives_each_position_its_colour() -> None:
    expression = lookup([(1, 2, 3), (4, 5, 6)], "0110")
    assert expression == "([[1,2,3],[4,5,6]])[('0110')[properties.i]]"
    assert paint(expression) == [[1, 2, 3], [4, 5, 6], [4, 5, 6], [1, 2, 3]]


def test_the_fill_paints_the_classes_of_the_legend() -> None:
    fill = layer(deck(), "fill")["_subLayerProps"]["polygons-fill"]
    missing = [*rgb(MISSING["light"]), 225]
    assert paint(fill["getFillColor"]) == [[*rgb(SCALE.colours[0]), 225], [*rgb(SCALE.colours[-1]), 225],
                                           missing, missing, missing]
    assert fill["updateTriggers"]["getFillColor"] in fill["getFillColor"]


@pytest.fixture(autouse=True)
def shapes(monkeypatch: pytest.MonkeyPatch) -> None:
    """An outline of each area of the small map: a square."""
    square = {"type": "Polygon", "coordinates": [[[0.0, 0.0], [0.0, 1.0], [1.0, 1.0], [1.0, 0.0], [0.0, 0.0]]]}
    monkeypatch.setattr("dashboard.maps.outline", lambda file, code: square)


def test_the_chosen_area_alone_has_an_outline() -> None:
    outline = layer(deck("B"), "chosen")
    marks = [colour[3] > 0 for colour in paint(outline["getLineColor"])]
    assert marks == [False, True, False, False, False]
    assert not [found for found in deck("nowhere")["layers"] if found["id"] == "chosen"]


def test_of_many_areas_the_chosen_one_s_own_outline_is_sent_if_that_is_shorter() -> None:
    many = replace(LAYER, codes=tuple(f"A{number}" for number in range(500)))
    shading = shade(many, {}, {}, SCALE, "light")
    made = choropleth(many, shading, LAYER, TOWNS, mode="light", bounds=BOUNDS, hover="", chosen="A7")
    own = layer(json.loads(made.to_json()), "chosen")
    assert own["data"]["geometry"]["coordinates"][0][2] == [1.0, 1.0]
    assert own["getLineColor"] == [244, 106, 37, 255]
    few = replace(LAYER, codes=many.codes[:30])  # a sign for each is shorter than the square
    shading = shade(few, {}, {}, SCALE, "light")
    made = choropleth(few, shading, LAYER, TOWNS, mode="light", bounds=BOUNDS, hover="", chosen="A7")
    assert layer(json.loads(made.to_json()), "chosen")["data"] == LAYER.url


@pytest.mark.parametrize(("areas", "shown", "hairlines"), [(250, 250, True), (251, 251, False), (557, 203, True)])
def test_areas_have_hairlines_between_them_where_these_would_not_hide_them(areas: int, shown: int,
                                                                         hairlines: bool) -> None:
    many = replace(LAYER, codes=tuple(f"A{number}" for number in range(areas)))
    shading = shade(many, dict.fromkeys(many.codes, 10.0), {}, SCALE, "light", frozenset(many.codes[:shown]))
    assert shading.shown == shown
    made = choropleth(many, shading, LAYER, TOWNS, mode="light", bounds=BOUNDS, hover="")
    layers = {found["id"]: found for found in json.loads(made.to_json())["layers"]}
    painted = [found for found in layers.values() if "_subLayerProps" in found]
    assert [found["stroked"] for found in painted] == [hairlines]
    assert painted[0]["pickable"] is not hairlines  # clicks are lost on what has lines
    assert (layers[FILL_ID]["pickable"], layers[FILL_ID]["stroked"]) == (True, False)
    rows = pd.DataFrame({"area_code": many.codes[:shown], "area_name": "Somewhere", "shown": "10", "colour": "#123456"})
    drawn = drawing(many, rows, LAYER, TOWNS, scale=SCALE, mode="light", bounds=BOUNDS, unit="%")
    assert drawn.to_dict()["layer"][0]["mark"]["strokeWidth"] == (0.4 if hairlines else 0.1)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_no_map_of_a_third_party_is_fetched(mode: Mode) -> None:
    specification = deck("A", mode)
    text = json.dumps(specification).lower()
    assert not specification.get("mapProvider")
    assert specification["mapStyle"] == UNSET  # a style of None would bring a third party's map back
    assert not [word for word in ("http:", "https:", "carto", "mapbox", "google", "openstreetmap") if word in text]


def test_outlines_come_by_address_and_not_inline() -> None:
    specification = deck("A")
    for layer_id in ("fill", FILL_ID, "districts", "chosen"):
        assert layer(specification, layer_id)["data"] == LAYER.url
    assert len(json.dumps(specification)) < 6_000


def test_layers_keep_their_names_so_that_a_change_is_not_a_new_map() -> None:
    assert [found["id"] for found in deck("A")["layers"]] == ["fill", FILL_ID, "districts", "chosen", "towns"]
    assert layer(deck(), FILL_ID)["pickable"]
    assert not layer(deck(), "fill")["pickable"]


def test_hovering_shows_the_value_baked_into_the_outlines_or_the_name_alone() -> None:
    shading = shade(LAYER, {}, {}, SCALE, "light")
    shown = choropleth(LAYER, shading, LAYER, TOWNS, mode="light", bounds=BOUNDS, hover="imd|2025|all|all")
    plain = choropleth(LAYER, shading, LAYER, TOWNS, mode="light", bounds=BOUNDS, hover="imd|1999|all|all")
    assert "{v0}" in shown._tooltip["html"]
    assert plain._tooltip["html"] == "<b>{name}</b>"


# ---- outlines as shipped ----

@pytest.mark.parametrize("level", LEVELS)
def test_every_layer_s_outlines_are_shipped_with_their_hash_in_the_order_of_the_manifest(store: Store,
                                                                                        level: str) -> None:
    found = open_layer(store.manifest, level)
    assert re.fullmatch(rf"app/static/{level}-[0-9a-f]{{12}}\.geojson", found.url)
    features = json.loads((ROOT / found.url.removeprefix("app/")).read_text(encoding="utf-8"))["features"]
    assert [feature["properties"]["i"] for feature in features] == list(range(len(found.codes)))
    assert [feature["properties"]["code"] for feature in features] == list(found.codes)
    assert set(features[0]["properties"]) == {"i", "code", "name"} | {f"v{i}" for i in range(len(found.hover))}


def test_the_view_fits_the_picture() -> None:
    start = fit(BOUNDS, 640, 540)
    assert BOUNDS[0] < start["longitude"] < BOUNDS[2]
    assert BOUNDS[1] < start["latitude"] < BOUNDS[3]
    assert fit(BOUNDS, 1280, 1080)["zoom"] == pytest.approx(start["zoom"] + 1)


def test_neighbouring_names_run_apart() -> None:
    towns = pd.DataFrame({"name": ["Leamington Spa", "Warwick", "Rugby"], "longitude": [-1.54, -1.58, -1.26],
                          "latitude": [52.29, 52.28, 52.37]})
    assert anchors(towns) == ["start", "end", "middle"]


# ---- the drawing ----

def test_the_drawing_takes_the_same_outlines_and_colours(store: Store) -> None:
    found, districts = open_layer(store.manifest, "lsoa21"), open_layer(store.manifest, "district")
    rows = pd.DataFrame({"area_code": found.codes[:2], "area_name": ["One", "Two"], "shown": ["10%", "90%"],
                         "colour": [SCALE.colours[0], SCALE.colours[-1]]})
    chart = drawing(found, rows, districts, TOWNS, scale=SCALE, mode="light", bounds=BOUNDS, unit="Share",
                    chosen=found.codes[0])
    text = json.dumps(chart.to_dict())
    assert found.url in text
    assert districts.url in text
    assert all(colour in text for colour in rows["colour"])
    assert not re.search(r"https?://(?!vega\.github\.io/schema)", text)
    assert found.codes[0] in text
    assert found.codes[2] not in text
