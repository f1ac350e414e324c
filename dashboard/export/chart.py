"""Charts and drawn maps as SVG without a browser: width, fonts and outlines are put in here; nothing is fetched."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import vl_convert

from dashboard.boundaries import Bounds
from dashboard.export.outlines import cut, frame_of, outlines

# Bundled with the converter, so that every machine draws and measures alike; Arial has the same widths.
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
GRID = "#dfe3e7"
STATIC = "app/static/"
PADDING = 5  # pixels round a drawn map
EDGE = 0.03  # of the width of a map
# Signs that the face does not have, and would be drawn by whatever face a machine holds, if any.
SIMILAR = str.maketrans({"◆": "♦", "✓": "√", "✗": "×", "✚": "+", "┊": "¦", "⋮": "¦", "▮": "▌", "◐": "◘", "◔": "◘"})
# The look that the framework gives charts on the screen, so that sizes chosen there hold here.
LOOK: dict[str, Any] = {
    "font": FONT, "fieldTitle": "verbal",
    "view": {"strokeWidth": 0, "stroke": "transparent", "continuousWidth": 300, "continuousHeight": 350},
    "axis": {"labelFontSize": 12, "titleFontSize": 13, "titleFontWeight": "normal", "ticks": False, "domain": False,
             "gridColor": GRID, "domainColor": GRID, "labelFlush": True, "labelFlushOffset": 1, "labelBound": False,
             "labelOverlap": True, "titlePadding": 12, "labelPadding": 10, "labelSeparation": 4},
    "legend": {"labelFontSize": 12, "titleFontSize": 13, "titleFontWeight": "normal"},
    "bar": {"discreteBandSize": {"band": 0.85}},
    "axisDiscrete": {"grid": False}, "axisXPoint": {"grid": False}, "axisTemporal": {"grid": False},
    "axisXBand": {"grid": False},
}


@dataclass(frozen=True)
class Drawing:
    """What stands inside an ``<svg>`` element of this width and height in pixels."""

    body: str
    width: float
    height: float


def draw(specification: Mapping[str, Any], width: int, prefix: str) -> Drawing:
    """The drawing of a Vega-Lite specification, ``width`` pixels wide with its axes; ids in it start with ``prefix``.

    The same specification gives the same drawing. Raises ValueError where it cannot be drawn.
    """
    shapes: dict[str, str] = {}
    text = json.dumps(_fitted(specification, width, shapes), ensure_ascii=False).translate(SIMILAR)
    for name, drawn in shapes.items():
        text = text.replace(f'"{name}": []', f'"{name}": {drawn}', 1)
    svg = vl_convert.vegalite_to_svg(text, allowed_base_urls=[])
    opening = re.match(r"<svg[^>]*?width=\"([\d.]+)\" height=\"([\d.]+)\"[^>]*>", svg)
    if opening is None:
        raise ValueError("the converter gave no picture")
    body = svg[opening.end():svg.rindex("</svg>")]
    return Drawing(_renamed(body, prefix), float(opening[1]), float(opening[2]))


def _fitted(specification: Mapping[str, Any], width: int, shapes: dict[str, str]) -> dict[str, Any]:
    """The specification with what the framework adds on the screen, and empty data in place of addresses of outlines.

    The outlines are added to ``shapes`` by the name of their data, as JSON.
    """
    fitted = {key: value for key, value in specification.items() if key not in ("datasets", "config")}
    fitted = _mapped(fitted, width, shapes) if "projection" in fitted else _without_links(fitted)
    fitted.setdefault("autosize", {"type": "fit", "contains": "padding"})
    empty: dict[str, list[Any]] = {name: [] for name in shapes}
    return fitted | {"datasets": specification.get("datasets", {}) | empty, "width": width, "background": "#ffffff",
                     "config": _merged(LOOK, specification.get("config", {}))}


def _mapped(fitted: dict[str, Any], width: int, shapes: dict[str, str]) -> dict[str, Any]:
    """A map with its outlines; those that run on, and names of towns, end at the frame."""
    (west, south), (east, north) = fitted["projection"]["fit"]["geometry"]["coordinates"]
    frame = frame_of((west, south, east, north), width - 2 * PADDING, fitted["height"] - 2 * PADDING)
    # A clear copy of the areas is there to be clicked; in a picture nobody clicks.
    layers = [_local(layer, frame, shapes) for layer in fitted["layer"] if layer["mark"].get("fillOpacity") != 0]
    plain = {key: value for key, value in fitted.items() if key != "params"}
    # No points are put between those of an outline: they are closer than a pixel.
    return plain | {"layer": layers, "projection": fitted["projection"] | {"precision": 0}}


def _local(layer: Mapping[str, Any], frame: Bounds, shapes: dict[str, str]) -> dict[str, Any]:
    address = layer.get("data", {}).get("url", "")
    if address.startswith(STATIC):
        file = address.removeprefix(STATIC)
        whole = layer["mark"].get("filled", True) or not outlines(file).reach_beyond(frame)
        name = file if whole else f"{file} cut"
        shapes[name] = outlines(file).text if whole else cut(file, frame)
        return {**layer, "data": {"name": name}}
    if layer["mark"]["type"] == "text":
        edge = EDGE * (frame[2] - frame[0])  # a name there would be cut
        inside = [{"filter": {"field": "longitude", "range": [frame[0] + edge, frame[2] - edge]}},
                  {"filter": {"field": "latitude", "range": [frame[1], frame[3]]}}]
        return {**layer, "transform": inside}
    return dict(layer)


def _without_links(part: Any) -> Any:
    """Links of the page lead nowhere from a picture."""
    if isinstance(part, Mapping):
        return {key: _without_links(value) for key, value in part.items() if key != "href"}
    return [_without_links(item) for item in part] if isinstance(part, list) else part


def _merged(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(under)
    for key, value in over.items():
        both = isinstance(value, Mapping) and isinstance(merged.get(key), Mapping)
        merged[key] = _merged(merged[key], value) if both else value
    return merged


def _renamed(body: str, prefix: str) -> str:
    """Ids are counted up by the converter from picture to picture; here they are the same each time, and our own."""
    names = {name: f"{prefix}-{number}" for number, name in enumerate(re.findall(r'\bid="([^"]+)"', body))}
    if not names:
        return body
    return re.sub(r'(\bid="|url\(#|href="#)([^")]+)', lambda found: found[1] + names.get(found[2], found[2]), body)
