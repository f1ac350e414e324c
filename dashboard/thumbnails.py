"""Small pictures for the first page, as SVG in an address that Markdown shows.

They are there with the text. An interactive map and charts load four megabytes of libraries first, which a reader of
the first page would wait for; both are one press away.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from urllib.parse import quote

import pandas as pd

from dashboard.boundaries import fit
from dashboard.charts import class_words
from dashboard.export.outlines import frame_of, joined
from dashboard.maps import FADED, spaced
from dashboard.scales import FOCUS, MISSING, MUTED, SUPPRESSED, TEXT, ZERO, Mode
from dashboard.views import MapView

GRID = 1  # steps to a pixel: as fine as shows at this size, and under 30 kB
SWATCH, LEGEND = 14, 40  # heights in pixels
FONT = "'Source Sans','Source Sans 3',Arial,sans-serif"
GROUND = {"light": "#ffffff", "dark": "#14171a"}
EDGE = {"light": "#282828", "dark": "#ebebeb"}
WORST = "#F46A25"
STATE_WORDS = {"missing": "not published", "suppressed": "suppressed", "zero": "true zero"}
NAME = 36  # pixels of half a town's name
BAR_GAP = 0.18  # of a bar and its gap
SAFE = "/:=,;'-."  # what may stand in an address, and in Markdown's brackets round one


def small_map(view: MapView, width: int, height: int) -> str:
    """The address of a map with its key, in the classes and colours of the large one; names where they have room."""
    frame = frame_of(view.bounds, width, height)
    size = (width * GRID, height * GRID)
    colours = {str(position): colour for position, colour in enumerate(view.scale.colours)} | {
        "missing": MISSING[view.mode], "suppressed": SUPPRESSED[view.mode], "zero": ZERO[view.mode]}
    areas = joined(_file(view.layer.url), frame, size, _kinds(view))
    edges = "".join(joined(_file(view.districts.url), frame, size, {code: code for code in view.districts.codes})
                    .values())
    drawn = "".join(f"<path d='{path}' fill='{colours.get(kind, MISSING[view.mode])}' "
                    f"opacity='{FADED / 255 if kind == 'faded' else 1:.2g}'/>" for kind, path in areas.items())
    # An inner picture cuts what runs on beyond its frame.
    return _address(width, height + LEGEND, f"<svg width='{width}' height='{height}'><g transform='scale({1 / GRID})' "
                    f"stroke-linejoin='round'>{drawn}<path d='{edges}' fill='none' stroke='{EDGE[view.mode]}' "
                    f"stroke-width='{1.4 * GRID}'/></g>{_names(view, frame, width, height)}</svg>"
                    + _key(view, width, height, colours))


def _file(address: str) -> str:
    return address.rsplit("/", 1)[-1]


def _kinds(view: MapView) -> dict[str, str]:
    """What each area of the layer is drawn as: the position of its class, a state, or faded."""
    found: dict[str, str] = {}
    for code, value, status in zip(view.rows["area_code"], view.rows["value"], view.rows["status"], strict=True):
        position = view.scale.classify(value)
        found[code] = status if status in ("suppressed", "zero") else "missing" if position is None else str(position)
    return {code: found.get(code, "missing") if view.inside is None or code in view.inside else "faded"
            for code in view.layer.codes}


def _names(view: MapView, frame: tuple[float, float, float, float], width: int, height: int) -> str:
    """The towns that have room, in the page's colours with a halo of its ground."""
    towns = spaced(view.towns, fit(view.bounds, width, height)["zoom"])
    north, south = frame[3], frame[1]
    said = ""
    for town in towns.to_dict("records"):
        x = (town["longitude"] - frame[0]) / (frame[2] - frame[0]) * width
        y = (north - town["latitude"]) / (north - south) * height  # as good as Mercator over one degree
        if NAME < x < width - NAME and 12 < y < height - 12:  # else it would be cut
            said += f"<text x='{x:.0f}' y='{y + 4:.0f}' text-anchor='{town['anchor']}'>{escape(town['name'])}</text>"
    return (f"<g font-family=\"{FONT}\" font-size='12' font-weight='600' fill='{TEXT[view.mode]}' "
            f"stroke='{GROUND[view.mode]}' stroke-width='3' stroke-linejoin='round' paint-order='stroke'>{said}</g>")


def _key(view: MapView, width: int, height: int, colours: Mapping[str, str]) -> str:
    """A swatch for each class and state, its range under it."""
    words = [*class_words(view.scale, view.indicator), *(STATE_WORDS[state] for state in view.states)]
    kinds = [*map(str, range(len(view.scale.colours))), *view.states]
    step = width / len(words)
    drawn = "".join(
        f"<rect x='{position * step + 1:.1f}' y='{height + 6}' width='{step - 2:.1f}' height='{SWATCH}' "
        f"fill='{colours[kind]}' stroke='{MUTED[view.mode]}' stroke-width='.8'/>"
        f"<text x='{(position + 0.5) * step:.1f}' y='{height + SWATCH + 19}' text-anchor='middle'>{escape(said)}</text>"
        for position, (kind, said) in enumerate(zip(kinds, words, strict=True)))
    size = min(11.0, step / 6.4)  # as wide as the longest range may be
    return f"<g font-family=\"{FONT}\" font-size='{size:.1f}' fill='{TEXT[view.mode]}'>{drawn}</g>"


def bars(rows: pd.DataFrame, mode: Mode, worst: str, width: int, height: int) -> str:
    """The address of a bar a group, from nought (a true zero has none), in the order of the rows, the worst marked."""
    most = rows["value"].max()
    step = width / len(rows)
    drawn = ""
    for position, (member, value) in enumerate(zip(rows["member"], rows["value"], strict=True)):
        tall = value / most * height if most > 0 else 0
        drawn += (f"<rect x='{position * step:.1f}' y='{height - tall:.1f}' width='{step * (1 - BAR_GAP):.1f}' "
                  f"height='{tall:.1f}' fill='{WORST if member == worst else FOCUS[mode]}'/>")
    return _address(width, height, drawn)


def _address(width: int, height: int, drawn: str) -> str:
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}'>{drawn}</svg>"
    return f"data:image/svg+xml,{quote(svg, safe=SAFE)}"
