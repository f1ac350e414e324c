"""Charts and drawn maps as SVG without a browser: width, fonts and outlines are put in here; nothing is fetched."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import vl_convert

from dashboard.registry import ROOT

# Bundled with the converter, so that every machine draws and measures alike; Arial has the same widths.
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
GRID = "#dfe3e7"
STATIC = "app/static/"
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
    fitted = json.dumps(_fitted(specification, width), ensure_ascii=False).translate(SIMILAR)
    svg = vl_convert.vegalite_to_svg(fitted, allowed_base_urls=[])
    opening = re.match(r"<svg[^>]*?width=\"([\d.]+)\" height=\"([\d.]+)\"[^>]*>", svg)
    if opening is None:
        raise ValueError("the converter gave no picture")
    body = svg[opening.end():svg.rindex("</svg>")]
    drawing = Drawing(_renamed(body, prefix), float(opening[1]), float(opening[2]))
    return _framed(drawing, prefix) if "projection" in specification else drawing


def _fitted(specification: Mapping[str, Any], width: int) -> dict[str, Any]:
    """The specification with what the framework adds on the screen, and outlines in place of their addresses."""
    datasets = dict(specification.get("datasets", {}))
    fitted: dict[str, Any] = {key: _inlined(value, datasets) for key, value in specification.items()
                              if key != "datasets"}
    if "projection" in fitted:
        # A clear copy of the areas is there to be clicked; in a picture nobody clicks.
        fitted["layer"] = [layer for layer in fitted["layer"] if layer["mark"].get("fillOpacity") != 0]
        fitted.pop("params", None)
    fitted.setdefault("autosize", {"type": "fit", "contains": "padding"})
    return fitted | {"datasets": datasets, "width": width, "background": "#ffffff",
                     "config": _merged(LOOK, specification.get("config", {}))}


def _merged(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(under)
    for key, value in over.items():
        both = isinstance(value, Mapping) and isinstance(merged.get(key), Mapping)
        merged[key] = _merged(merged[key], value) if both else value
    return merged


def _inlined(part: Any, datasets: dict[str, Any]) -> Any:
    if isinstance(part, Mapping):
        address = part.get("url")
        if isinstance(address, str) and address.startswith(STATIC):
            datasets[address] = _outlines(address.removeprefix(STATIC))
            return {"name": address}
        # Links of the page lead nowhere from a picture.
        return {key: _inlined(value, datasets) for key, value in part.items() if key != "href"}
    return [_inlined(item, datasets) for item in part] if isinstance(part, list) else part


@cache
def _outlines(file: str) -> list[dict[str, Any]]:
    """The outlines of a layer with nothing but their code."""
    shapes = json.loads((ROOT / "static" / file).read_text(encoding="utf-8"))["features"]
    return [{"type": "Feature", "geometry": shape["geometry"],
             "properties": {"code": shape["properties"].get("code")}} for shape in shapes]


def _framed(drawing: Drawing, prefix: str) -> Drawing:
    """The drawing of a map without what lies outside its frame."""
    frame = f'<clipPath id="{prefix}-frame"><rect width="{drawing.width:g}" height="{drawing.height:g}"/></clipPath>'
    return replace(drawing, body=f'{frame}<g clip-path="url(#{prefix}-frame)">{drawing.body}</g>')


def _renamed(body: str, prefix: str) -> str:
    """Ids are counted up by the converter from picture to picture; here they are the same each time, and our own."""
    names = {name: f"{prefix}-{number}" for number, name in enumerate(re.findall(r'\bid="([^"]+)"', body))}
    if not names:
        return body
    return re.sub(r'(\bid="|url\(#|href="#)([^")]+)', lambda found: found[1] + names.get(found[2], found[2]), body)
