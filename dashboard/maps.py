"""Maps: outlines come from a static file the browser keeps; only classes and colours cross the wire."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import altair as alt
import pandas as pd
import pydeck as pdk

from dashboard.boundaries import Bounds, Layer, fit
from dashboard.export.outlines import outline
from dashboard.scales import MISSING, SUPPRESSED, TARGET, TEXT, ZERO, Mode, Scale, rgb

OUTLINE = {"light": [255, 255, 255, 160], "dark": [20, 20, 20, 160]}
DISTRICT = {"light": [40, 40, 40, 220], "dark": [235, 235, 235, 220]}
CHOSEN = [244, 106, 37, 255]
PICTURE = (640, 540)  # pixels the first view is fitted to; a map drawn larger has room at its edges
NEAR = (0.09, 0.03)  # degrees within which two town names would overlap
ANCHORS = {"start": "left", "middle": "center", "end": "right"}
ROOM = (64, 17)  # pixels a town's name takes: one degree of latitude is about 1.6 of longitude here
FADED = 70
CROWD = 250  # areas: hairlines between more of them hide their colours in a town
SCHOOL = [128, 22, 80, 200]
# Places in the palette after the classes; digits only, because the lookup is code.
CLEAR = [0, 0, 0, 0]
STATES = ("missing", "suppressed", "zero", "faded")
FILL_ID = "areas"


@dataclass(frozen=True)
class Shading:
    """The class of every area of a layer, in the layer's order: a digit each, and what each digit looks like."""

    digits: str
    palette: tuple[tuple[int, ...], ...]

    @property
    def shown(self) -> int:
        """How many areas are not faded."""
        return len(self.digits) - self.digits.count(str(len(self.palette) - 1))


def shade(layer: Layer, values: Mapping[str, float], states: Mapping[str, str], scale: Scale, mode: Mode,
          shown: frozenset[str] | None = None) -> Shading:
    """The shading of a layer: ``values`` by area code, ``states`` for areas without one (status by code).

    Areas outside ``shown`` (None: all are shown) are faded to the ground.
    """
    classes = len(scale.colours)
    place = {name: classes + position for position, name in enumerate(STATES)}
    digits = []
    for code in layer.codes:
        found = scale.classify(values.get(code))
        if shown is not None and code not in shown:
            digits.append(place["faded"])
        elif states.get(code) in ("suppressed", "zero"):
            digits.append(place[states[code]])
        else:
            digits.append(place["missing"] if found is None else found)
    palette = [(*rgb(colour), 225) for colour in scale.colours]
    palette += [(*rgb(colour[mode]), 225) for colour in (MISSING, SUPPRESSED, ZERO)]
    palette.append((*rgb(MISSING[mode]), FADED))
    return Shading("".join(map(str, digits)), tuple(palette))


def lookup(palette: Sequence[Sequence[int]], digits: str) -> str:
    """A fill expression: the colour at each feature's position. The parentheses are needed, or all turns black."""
    colours = ",".join("[" + ",".join(map(str, colour)) + "]" for colour in palette)
    return f"([{colours}])[('{digits}')[properties.i]]"


def choropleth(layer: Layer, shading: Shading, districts: Layer, towns: pd.DataFrame, *, mode: Mode, bounds: Bounds,
               hover: str, chosen: str = "", schools: pd.DataFrame | None = None,
               size: tuple[int, int] = PICTURE) -> pdk.Deck:
    """A map of one layer. ``hover`` is the layer's column to show on hover; ``chosen`` the selected area's code."""
    # Streamlit fades every fill of a map on which something is selected. The colours would then no longer be those of
    # the legend, so they are given to the sub-layer, which it leaves alone.
    fill = {"filled": True, **_fill(lookup(shading.palette, shading.digits))}
    if shading.shown > CROWD:
        layers = [pdk.Layer("GeoJsonLayer", layer.url, id=FILL_ID, pickable=True, stroked=False, **fill)]
    else:  # clicks are lost on what has lines, so a clear layer over it takes them
        layers = [
            pdk.Layer("GeoJsonLayer", layer.url, id="fill", pickable=False, stroked=True, get_line_color=OUTLINE[mode],
                      get_line_width=0.6, line_width_units="'pixels'", **fill),
            pdk.Layer("GeoJsonLayer", layer.url, id=FILL_ID, pickable=True, stroked=False, filled=True,
                      get_fill_color=CLEAR)]
    layers += [
        pdk.Layer("GeoJsonLayer", districts.url, id="districts", pickable=False, stroked=True, filled=False,
                  get_line_color=DISTRICT[mode], get_line_width=1.6, line_width_units="'pixels'"),
    ]
    if chosen in layer.codes:
        layers.append(_mark(layer, chosen))
    if schools is not None:
        layers.append(_points(schools))
    start = fit(bounds, *size)
    layers.append(_names(spaced(towns, start["zoom"]), mode))
    position = layer.hover.index(hover) if hover in layer.hover else -1
    return KeptDeck(
        layers=layers, map_provider=None, views=[pdk.View(type="MapView", controller=True)],
        initial_view_state=pdk.ViewState(**start, min_zoom=6, max_zoom=15),
        tooltip={"html": f"<b>{{name}}</b><br>{{v{position}}}" if position >= 0 else "<b>{name}</b>"},
    )


class KeptDeck(pdk.Deck):  # type: ignore[misc]  # pydeck has no types
    """A deck that nobody changes once it is made: it is written as JSON once, not for each reader."""

    @cached_property
    def written(self) -> str:
        """The deck as JSON without the blanks that pydeck puts in for people, two fifths of it."""
        return json.dumps(json.loads(super().to_json()), separators=(",", ":"))

    def to_json(self) -> str:
        """The deck as JSON, as the framework asks for it on every run."""
        return self.written


def _fill(expression: str) -> dict[str, Any]:
    return {"_subLayerProps": {"polygons-fill": {"getFillColor": f"@@={expression}",
                                                 "updateTriggers": {"getFillColor": expression}}}}


def _mark(layer: Layer, chosen: str) -> pdk.Layer:
    """The outline of the chosen area: its own where that is shorter to send than a sign for each area of the layer.

    Its own is also sooner drawn. Lines round all areas are all drawn, clear or not.
    """
    look = {"id": "chosen", "pickable": False, "stroked": True, "filled": False, "get_line_width": 3.5,
            "line_width_units": "'pixels'"}
    marks = "".join("1" if code == chosen else "0" for code in layer.codes)
    own = outline(Path(layer.url).name, chosen)
    if len(json.dumps(own, separators=(",", ":"))) < 2 * len(marks):
        return pdk.Layer("GeoJsonLayer", {"type": "Feature", "properties": {}, "geometry": own}, get_line_color=CHOSEN,
                         **look)
    return pdk.Layer("GeoJsonLayer", layer.url, get_line_color=lookup([CLEAR, CHOSEN], marks),
                     update_triggers={"getLineColor": [marks]}, **look)


def _points(schools: pd.DataFrame) -> pdk.Layer:
    rows = [{"p": [round(longitude, 5), round(latitude, 5)]}
            for longitude, latitude in zip(schools["longitude"], schools["latitude"], strict=True)]
    return pdk.Layer("ScatterplotLayer", rows, id="schools", get_position="p", get_fill_color=SCHOOL,
                     get_radius=3.5, radius_units="'pixels'", stroked=True, get_line_color=[255, 255, 255],
                     line_width_min_pixels=1, pickable=False)


def _names(towns: pd.DataFrame, mode: Mode) -> pdk.Layer:
    rows = [{"n": name, "p": [longitude, latitude], "a": anchor} for name, longitude, latitude, anchor
            in zip(towns["name"], towns["longitude"], towns["latitude"], towns["anchor"], strict=True)]
    return pdk.Layer("TextLayer", rows, id="towns", get_position="p", get_text="n", get_size=13, get_text_anchor="a",
                     get_color=rgb(TEXT[mode]), font_family="'Source Sans, Arial, sans-serif'", font_weight=600,
                     font_settings={"sdf": True}, outline_width=6,
                     outline_color=[255, 255, 255, 235] if mode == "light" else [20, 20, 20, 235], pickable=False)


def anchors(towns: pd.DataFrame) -> list[str]:
    """Which end of each town's name stands at its point, so that neighbours' names run away from each other."""
    found = []
    for name, longitude, latitude in zip(towns["name"], towns["longitude"], towns["latitude"], strict=True):
        near = towns[(towns["name"] != name) & ((towns["longitude"] - longitude).abs() < NEAR[0])
                     & ((towns["latitude"] - latitude).abs() < NEAR[1])]
        east = (near["longitude"] > longitude).any()
        found.append("middle" if near.empty else "end" if east else "start")
    return found


def spaced(towns: pd.DataFrame, zoom: float) -> pd.DataFrame:
    """The towns whose names have room at a zoom, the first rows first; two whose names run apart may stand close."""
    pixels = 512 * 2 ** zoom / 360
    kept: list[dict[Any, Any]] = []
    for town in towns.assign(anchor=anchors(towns)).to_dict("records"):
        crowded = any(abs(town["longitude"] - other["longitude"]) * pixels < ROOM[0]
                      and abs(town["latitude"] - other["latitude"]) * pixels * 1.6 < ROOM[1]
                      and {town["anchor"], other["anchor"]} != {"start", "end"} for other in kept)
        if not crowded:
            kept.append(town)
    return pd.DataFrame(kept, columns=[*towns.columns, "anchor"])


def drawing(layer: Layer, rows: pd.DataFrame, districts: Layer, towns: pd.DataFrame, *, scale: Scale, mode: Mode,
            bounds: Bounds, unit: str, chosen: str = "", height: int = 620) -> alt.LayerChart:
    """The same map as a drawing (SVG): for readers without WebGL, for print and for export.

    ``rows`` has area_code, area_name, shown (the value in words) and colour; outlines are fetched by address.
    """
    shapes = alt.Data(url=layer.url, format=alt.DataFormat(property="features", type="json"))
    shaped = alt.Chart(shapes).transform_calculate(code="datum.properties.code") \
        .transform_lookup(lookup="code", from_=alt.LookupData(rows, "area_code", ["area_name", "shown", "colour"])) \
        .transform_filter("isValid(datum.colour)")
    areas = shaped.mark_geoshape(stroke="#ffffff" if mode == "light" else "#222222", aria=False,
                                 strokeWidth=0.4 if len(rows) <= CROWD else 0.1) \
        .encode(fill=alt.Fill("colour:N", scale=None))
    # Outlines and names would catch the clicks, so a clear copy of the areas lies on top of them.
    touch = shaped.mark_geoshape(fill="#000000", fillOpacity=0).encode(
        tooltip=[alt.Tooltip("area_name:N", title="Area"), alt.Tooltip("shown:N", title=unit)],
        description=alt.Description("area_name:N")
    ).add_params(alt.selection_point(name="pick", fields=["code"], on="click", empty=False))
    edge = alt.Chart(alt.Data(url=districts.url, format=alt.DataFormat(property="features", type="json"))) \
        .mark_geoshape(filled=False, stroke=TEXT[mode], strokeWidth=1.2)
    mark = alt.Chart(shapes).mark_geoshape(filled=False, stroke="#F46A25", strokeWidth=3) \
        .transform_calculate(code="datum.properties.code").transform_filter(alt.datum.code == chosen)
    labels = spaced(towns, fit(bounds, height, height)["zoom"])
    # Channels are named in full: working one out from bare words takes as long as a hundred areas.
    named = [alt.Chart(labels.loc[labels["anchor"] == anchor, ["name", "longitude", "latitude"]]).encode(
        alt.Longitude("longitude:Q"), alt.Latitude("latitude:Q"), alt.Text("name:N")) for anchor in ANCHORS]
    ground = "#ffffff" if mode == "light" else "#1a1a1a"
    looks = ({"color": ground, "stroke": ground, "strokeWidth": 3.5}, {"color": TEXT[mode]})
    names = [chart.mark_text(fontSize=12, fontWeight=600, dy=-4, align=align, **look)
             for look in looks for chart, align in zip(named, ANCHORS.values(), strict=True)]
    west, south, east, north = bounds
    box: dict[str, Any] = {"type": "Feature", "geometry": {"type": "MultiPoint", "coordinates": [
        [west, south], [east, north]]}, "properties": {}}
    # Fitting the size to what is drawn would shrink a district to nothing, because its neighbours' outlines run on.
    return alt.layer(areas, edge, mark, *names, touch).project("mercator", fit=box).properties(
        height=height, autosize={"type": "none", "contains": "padding"})


def with_points(drawing: alt.LayerChart, points: pd.DataFrame, mode: Mode) -> alt.LayerChart:
    """A drawn map with schools on it; ``points`` has name, longitude, latitude."""
    schools = alt.Chart(points[["name", "longitude", "latitude"]].round(4)).mark_circle(
        size=22, color=TARGET[mode], opacity=0.85, stroke="#ffffff", strokeWidth=0.5).encode(
            alt.Longitude("longitude:Q"), alt.Latitude("latitude:Q"), alt.Tooltip("name:N", title="School"))
    drawn = drawing + schools
    names = next((position for position, layer in enumerate(drawn.layer) if layer.mark.type == "text"),
                 len(drawn.layer) - 1)
    drawn.layer.insert(names, drawn.layer.pop())  # under the names of towns, as on the other map
    return drawn
