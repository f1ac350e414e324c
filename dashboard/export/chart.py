"""Charts and drawn maps as SVG without a browser: width, fonts and outlines are put in here; nothing is fetched."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import vl_convert

from dashboard.boundaries import Bounds
from dashboard.export.outlines import cut, frame_of, outlines, paths

# Bundled with the converter, so that every machine draws and measures alike; Arial has the same widths.
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
GRID = "#dfe3e7"
STATIC = "app/static/"
PADDING = 5  # pixels round a drawn map
EDGE = 0.03  # of the width of a map
CHOSEN = re.compile(r"datum\.code === '(\w*)'")  # how a layer says that it draws one area
NOTHING: Mapping[str, str] = MappingProxyType({})
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
    if "projection" in specification:
        return _map(specification, width, prefix)
    chart = _without_links({key: value for key, value in specification.items() if key != "datasets"})
    return _drawn(chart | {"datasets": specification.get("datasets", {}), "background": "#ffffff"}, width, prefix)


def _drawn(specification: Mapping[str, Any], width: int, prefix: str, shapes: Mapping[str, str] = NOTHING) -> Drawing:
    """A drawing with what the framework adds on the screen; ``shapes`` are data by name, as JSON."""
    fitted = {"autosize": {"type": "fit", "contains": "padding"}, **specification, "width": width,
              "config": _merged(LOOK, specification.get("config", {}))}
    fitted["datasets"] = fitted.get("datasets", {}) | {name: [] for name in shapes}
    text = json.dumps(fitted, ensure_ascii=False).translate(SIMILAR)
    for name, found in shapes.items():
        text = text.replace(f'"{name}": []', f'"{name}": {found}', 1)
    svg = vl_convert.vegalite_to_svg(text, allowed_base_urls=[])
    opening = re.match(r"<svg[^>]*?width=\"([\d.]+)\" height=\"([\d.]+)\"[^>]*>", svg)
    if opening is None:
        raise ValueError("the converter gave no picture")
    body = svg[opening.end():svg.rindex("</svg>")]
    return Drawing(_renamed(body, prefix), float(opening[1]), float(opening[2]))


def _map(specification: Mapping[str, Any], width: int, prefix: str) -> Drawing:
    """A map: its areas, and over them lines and names, which end at the frame where they would run on."""
    (west, south), (east, north) = specification["projection"]["fit"]["geometry"]["coordinates"]
    size = (width - 2 * PADDING, specification["height"] - 2 * PADDING)
    frame = frame_of((west, south, east, north), *size)
    shapes: dict[str, str] = {}
    areas, layers = "", []
    for layer in specification["layer"]:
        if any("lookup" in step for step in layer.get("transform", ())):
            # A clear copy of the areas is there to be clicked; in a picture nobody clicks.
            if layer["mark"].get("fillOpacity") != 0:
                areas += _areas(layer, specification["datasets"], frame, size)
        else:
            layers.append(_local(layer, frame, shapes))
    # No points are put between those of an outline: they are closer than a pixel.
    over = {key: value for key, value in specification.items() if key != "params"} | {
        "layer": layers, "background": None, "projection": specification["projection"] | {"precision": 0}}
    drawing = _drawn(over, width, prefix, shapes)
    return replace(drawing, body=areas + drawing.body)


def _areas(layer: Mapping[str, Any], datasets: Mapping[str, Any], frame: Bounds, size: tuple[float, float]) -> str:
    """The areas with the colours that the layer gives them."""
    found = next(step["from"] for step in layer["transform"] if "lookup" in step)
    outline = paths(layer["data"]["url"].removeprefix(STATIC), frame, size)
    mark = layer["mark"]
    drawn = "".join(f'<path d="{outline[row[found["key"]]]}" fill="{row["colour"]}"/>'
                    for row in datasets[found["data"]["name"]] if row["colour"])
    return (f'<g class="areas" transform="translate({PADDING},{PADDING})" stroke="{mark["stroke"]}" '
            f'stroke-width="{mark["strokeWidth"]}" stroke-linejoin="round">{drawn}</g>')


def _local(layer: Mapping[str, Any], frame: Bounds, shapes: dict[str, str]) -> dict[str, Any]:
    """A layer with its outlines, added to ``shapes``, in place of their address."""
    address = layer.get("data", {}).get("url", "")
    if address.startswith(STATIC):
        file = address.removeprefix(STATIC)
        only = CHOSEN.search(json.dumps(layer.get("transform", "")))
        whole = only is None and not outlines(file).reach_beyond(frame)
        name = f"{file} {only[1]}" if only else file
        shapes[name] = outlines(file).text if whole else cut(file, frame, only[1] if only else None)
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
