"""A map that is taken out has the classes and colours of the map on the screen, and the words of its legend."""

from __future__ import annotations

import json
import re
from collections import Counter
from xml.etree import ElementTree

import pydeck as pdk
import pytest

from dashboard import views
from dashboard.boundaries import LEVELS
from dashboard.charts import class_words
from dashboard.export.outlines import _between, _inside, frame_of
from dashboard.export.picture import chart_png, svg
from dashboard.filters import Filters, resolve
from dashboard.registry import load_registry
from dashboard.scales import MISSING, ZERO, rgb
from dashboard.store import Store
from tests.taken import of_page

SVG = "{http://www.w3.org/2000/svg}"
MAP = "pages/inequality_map.py"
RUGBY, FAR_AWAY = "E01031173", "E01031200"
CHOICES = [{}, {"district": "E07000220"}, {"district": "E08000026", "indicator": "imd_health"},
           {"indicator": "ethnic_other"}, {"indicator": "semh_pupils", "period": "2019"},
           {"indicator": "imd_most_deprived_tenth", "level": "ward25"}, {"schools": "on", "district": "E07000221"}]


def view_of(store: Store, choices: dict[str, str]) -> views.MapView:
    """What the page maps for these choices."""
    filters = Filters(**choices)
    indicator = load_registry()[filters.indicator or "imd"]
    coverage = store.query("coverage", indicator=indicator.id).to_dict("records")
    cut = resolve(coverage, filters, tuple(LEVELS))
    assert cut is not None
    return views.map_view(store, indicator, cut, filters.district, "light")


def fills(content: bytes) -> Counter[str]:
    """How many areas of the drawn map have each colour."""
    areas = ElementTree.fromstring(content).find(f".//{SVG}g[@class='areas']")
    assert areas is not None
    return Counter(path.attrib["fill"] for path in areas)


def on_screen(graphic: object) -> Counter[str]:
    """How many areas of the screen's map have each colour, without those that are faded."""
    assert isinstance(graphic, pdk.Deck)
    layer = next(layer for layer in json.loads(graphic.to_json())["layers"] if "_subLayerProps" in layer)
    expression = layer["_subLayerProps"]["polygons-fill"]["getFillColor"]
    match = re.fullmatch(r"@@=\((\[\[.*\]\])\)\[\('(\d*)'\)\[properties\.i\]\]", expression)
    assert match is not None
    palette = json.loads(match[1])
    return Counter("#{:02x}{:02x}{:02x}".format(*palette[int(digit)]) for digit in match[2]
                   if int(digit) < len(palette) - 1)


@pytest.mark.parametrize("choices", CHOICES, ids=lambda choices: "-".join(choices.values()) or "default")
def test_the_picture_has_the_classes_and_colours_of_the_screen(store: Store, choices: dict[str, str]) -> None:
    one, view = of_page(MAP, **choices)["map"], view_of(store, choices)
    content = svg(one)
    drawn = fills(content)
    assert drawn == on_screen(one.figure.graphic)
    assert drawn == Counter(views._coloured(view)["colour"])
    assert sum(drawn.values()) == len(view.layer.codes if view.inside is None else view.inside)
    assert set(drawn) <= {*view.scale.colours, ZERO["light"], MISSING["light"]}


@pytest.mark.parametrize("choices", CHOICES[:4], ids=lambda choices: "-".join(choices.values()) or "default")
def test_the_legend_of_the_picture_has_the_colours_and_the_breaks_of_the_screen(
        store: Store, choices: dict[str, str]) -> None:
    one, view = of_page(MAP, **choices)["map"], view_of(store, choices)
    root = ElementTree.fromstring(svg(one))
    swatches = [path.attrib["fill"] for path in root.iter(f"{SVG}path") if path.attrib.get("stroke-width") == "0.8"]
    assert swatches == [*view.scale.colours, *({"zero": ZERO, "missing": MISSING}[state]["light"]
                                               for state in view.states)]
    words = [text.text for text in root.iter(f"{SVG}text")]
    assert [word for word in class_words(view.scale, view.indicator) if word not in words] == []


def test_a_count_of_the_picture_is_the_one_in_its_title() -> None:
    one = of_page(MAP)["map"]
    darkest = fills(svg(one))["#000d54"]
    assert one.figure.title == f"{darkest} of 557 neighbourhoods are in England's most deprived fifth"
    assert darkest == 86


def test_the_chosen_area_is_outlined_and_named_in_the_legend() -> None:
    def outlined(area: str) -> tuple[int, bool]:
        content = svg(of_page(MAP, district="E07000220", area=area)["map"])
        return content.count(b'stroke="#F46A25"'), "▲ chosen area" in content.decode()

    assert outlined(RUGBY) == (1, True)
    assert outlined("") == (0, False)
    assert outlined(FAR_AWAY)[0] == 0  # a chosen area outside the picture is not drawn beside it


def test_a_district_fills_the_picture_and_nothing_runs_out_of_it() -> None:
    """A map fitted to its neighbours' outlines too was once a dot."""
    content = svg(of_page(MAP, district="E07000220")["map"])
    root = ElementTree.fromstring(content)
    paths = [*root.findall(f".//{SVG}g[@class='areas']/{SVG}path"),
             *(path for path in root.iter(f"{SVG}path") if path.attrib.get("stroke-width") == "1.2")]
    assert len(paths) > 67
    across, up = ([float(place) for path in paths for place in re.findall(pattern, path.attrib["d"])]
                  for pattern in (r"[ML]([-\d.]+),", r"[ML][-\d.]+,([-\d.]+)"))
    assert min(across) >= -0.01
    assert max(across) <= 742.01
    assert (min(up), max(up)) == pytest.approx((0, 530), abs=0.5)


def test_schools_stand_on_the_map_under_the_names_of_towns() -> None:
    content = svg(of_page(MAP, schools="on", district="E07000220")["map"]).decode()
    points = [place.start() for place in re.finditer('fill="#801650"', content)]
    assert len(points) == 48
    assert max(points) < content.index(">Rugby<")


def test_a_map_for_a_document_holds_its_legend() -> None:
    figure = of_page("app.py")["where"].figure
    assert figure.legend is not None
    content = chart_png(figure, width=600, scale=1)
    assert content is not None
    assert int.from_bytes(content[16:20], "big") == 600
    assert rgb("#a9d891") == [169, 216, 145]


@pytest.mark.parametrize(("start", "end", "kept"), [
    ((1.0, 1.0), (2.0, 2.0), ((1.0, 1.0), (2.0, 2.0))), ((-1.0, 1.0), (1.0, 1.0), ((0.0, 1.0), (1.0, 1.0))),
    ((-1.0, 2.0), (5.0, 2.0), ((0.0, 2.0), (4.0, 2.0))), ((5.0, 1.0), (6.0, 2.0), None), ((-1.0, 1.0), (1.0, -1.0),
                                                                                           ((0.0, 0.0), (0.0, 0.0)))])
def test_a_line_is_cut_where_it_leaves_the_frame(
        start: tuple[float, float], end: tuple[float, float], kept: tuple[tuple[float, float], ...] | None) -> None:
    assert _between(start, end, (0.0, 0.0, 4.0, 3.0)) == kept


def test_a_ring_that_leaves_and_comes_back_gives_two_lines() -> None:
    ring = [(1.0, 1.0), (5.0, 1.0), (5.0, 2.0), (1.0, 2.0), (1.0, 1.0)]
    assert _inside(ring, (0.0, 0.0, 4.0, 3.0)) == [
        [(1.0, 1.0), (4.0, 1.0)], [(4.0, 2.0), (1.0, 2.0), (1.0, 1.0)]]


def test_the_frame_is_the_box_with_what_is_beside_it() -> None:
    west, south, east, north = frame_of((-1.6, 52.2, -1.2, 52.5), 800, 500)
    assert (south, north) == pytest.approx((52.2, 52.5))
    assert (west + east) / 2 == pytest.approx(-1.4)
    assert east - west == pytest.approx(0.3 / 0.6102 * 800 / 500, rel=0.01)  # a degree up is 1/cos(52.35°) across
