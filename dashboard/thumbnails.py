"""Small pictures, as SVG in an address that Markdown shows: the first page's map and bars, the strip beside a map.

They are there with the text. An interactive map and charts load four megabytes of libraries first, which a reader of
the first page would wait for; both are one press away. A strip of 557 areas drawn by those libraries held up the map
beside it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from pathlib import Path
from urllib.parse import quote

import pandas as pd

from dashboard.boundaries import Bounds, fit
from dashboard.charts import axis_title, swatches
from dashboard.export.outlines import frame_of, joined, placing
from dashboard.maps import CHOSEN, DISTRICT, FADED, spaced
from dashboard.registry import Indicator
from dashboard.scales import FOCUS, MUTED, TEXT, Mode, Scale
from dashboard.views import MapView, shading

SWATCH, LEGEND = 14, 40  # heights in pixels
FONT = "'Source Sans','Source Sans 3',Arial,sans-serif"
GROUND = {"light": "#ffffff", "dark": "#14171a"}
WORST = "#F46A25"
NAME = 36  # pixels of half a town's name
BAR_GAP = 0.18  # of a bar and its gap
STRIP, STRIP_EDGE, STRIP_TICK = (400, 90), 16, 34  # pixels: the strip, room at its ends, a tick's height
STRIP_STEPS, FINE = 5, 2  # the most steps on the strip's axis; places a pixel
SAFE = "/:=,;'-."  # what may stand in an address, and in Markdown's brackets round one


def small_map(view: MapView, width: int, height: int) -> str:
    """The address of a map with its key, in the classes and colours of the large one; names where they have room."""
    frame, size = frame_of(view.bounds, width, height), (width, height)
    shaded = shading(view)
    areas = joined(Path(view.layer.url).name, frame, size, dict(zip(view.layer.codes, shaded.digits, strict=True)))
    edges = joined(Path(view.districts.url).name, frame, size, {code: code for code in view.districts.codes})
    drawn = ""
    for digit, path in areas.items():
        *colour, strength = shaded.palette[int(digit)]
        drawn += f"<path d='{path}' fill='{_hex(colour)}' opacity='{FADED / 255 if strength == FADED else 1:.2g}'/>"
    # An inner picture cuts what runs on beyond its frame.
    return _address(width, height + LEGEND, f"<svg width='{width}' height='{height}'><g stroke-linejoin='round'>{drawn}"
                    f"<path d='{''.join(edges.values())}' fill='none' stroke='{_hex(DISTRICT[view.mode][:3])}' "
                    f"stroke-width='1.4'/></g>{_names(view, frame, width, height)}</svg>{_key(view, width, height)}")


def _hex(colour: Sequence[int]) -> str:
    return "#" + bytes(colour).hex()


def _names(view: MapView, frame: Bounds, width: int, height: int) -> str:
    """The towns that have room, in the page's colours with a halo of its ground."""
    towns, place = spaced(view.towns, fit(view.bounds, width, height)["zoom"]), placing(frame, (width, height))
    said = ""
    for town in towns.to_dict("records"):
        x, y = place((town["longitude"], town["latitude"]))
        if NAME < x < width - NAME and 12 < y < height - 12:  # else it would be cut
            said += f"<text x='{x:.0f}' y='{y + 4:.0f}' text-anchor='{town['anchor']}'>{escape(town['name'])}</text>"
    return (f"<g font-family=\"{FONT}\" font-size='12' font-weight='600' fill='{TEXT[view.mode]}' "
            f"stroke='{GROUND[view.mode]}' stroke-width='3' stroke-linejoin='round' paint-order='stroke'>{said}</g>")


def _key(view: MapView, width: int, height: int) -> str:
    """A swatch for each class and state, its range under it."""
    found = swatches(view.scale, view.indicator, view.mode, view.states)
    step = width / len(found)
    line = height + SWATCH + 19
    drawn = "".join(
        f"<rect x='{position * step + 1:.1f}' y='{height + 6}' width='{step - 2:.1f}' height='{SWATCH}' "
        f"fill='{colour}' stroke='{MUTED[view.mode]}' stroke-width='.8'/>"
        f"<text x='{(position + 0.5) * step:.1f}' y='{line}' text-anchor='middle'>{escape(words)}</text>"
        for position, (words, colour) in enumerate(found))
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


def strip(rows: pd.DataFrame, indicator: Indicator, scale: Scale, mode: Mode, chosen: str = "") -> str:
    """The address of a strip: a tick an area at its value, in its class's colour, the chosen one marked.

    ``rows`` has area_code and value; areas without a value have no tick. Ticks nearer than half a pixel are one, so
    that the picture stays small however many areas there are.
    """
    known = rows[rows["value"].notna()]
    marks, words = _axis(known["value"].min(), known["value"].max()) if len(known) else ([0.0, 1.0], ["", ""])
    (width, height), start, end = STRIP, marks[0], marks[-1]
    along = (known["value"] - start) / (end - start) * (width - 2 * STRIP_EDGE) + STRIP_EDGE
    places, classes = (along * FINE).round() / FINE, known["value"].map(scale.classify)
    foot = STRIP_TICK + 12
    drawn = ""
    for position, colour in enumerate(scale.colours):
        there = places[classes == position].drop_duplicates().sort_values()
        path = "".join(f"M{place:g},6v{STRIP_TICK}" for place in there)
        drawn += f"<path d='{path}' stroke='{colour if len(scale.colours) > 1 else FOCUS[mode]}'/>" if path else ""
    for place in places[known["area_code"] == chosen]:
        drawn += (f"<path class='chosen' d='M{place:g},0v{STRIP_TICK + 12}' stroke='{_hex(CHOSEN[:3])}' "
                  "stroke-width='4'/>")
    step = (width - 2 * STRIP_EDGE) / (len(marks) - 1)
    said = "".join(f"<text x='{STRIP_EDGE + step * position:.0f}' y='{foot + 18}'>{word}</text>"
                   for position, word in enumerate(words))
    lines = "".join(f"M{STRIP_EDGE + step * position:.0f},{foot}v5" for position in range(len(marks)))
    return _address(width, height, (
        f"<g stroke-width='2' stroke-opacity='.75' fill='none'>{drawn}</g>"
        f"<path d='M{STRIP_EDGE},{foot}H{width - STRIP_EDGE}{lines}' stroke='{MUTED[mode]}' fill='none'/>"
        f"<g font-family=\"{FONT}\" font-size='12' text-anchor='middle' fill='{TEXT[mode]}'>{said}"
        f"<text x='{width / 2:.0f}' y='{height - 5}' font-weight='600'>{escape(axis_title(indicator))}</text></g>"))


def _axis(low: float, high: float) -> tuple[list[float], list[str]]:
    """Round values in steps of one, two or five of a power of ten, the first not above ``low`` and the last not below
    ``high``, and each in words."""
    span = high - low or abs(high) or 1.0
    rough = span / STRIP_STEPS
    ten = 10.0 ** math.floor(math.log10(rough))
    step = next(ten * times for times in (1, 2, 5, 10) if ten * times >= rough * (1 - 1e-9))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    marks = [place * step for place in range(first, max(last, first + 1) + 1)]
    return marks, [f"{mark:,.{decimals}f}".replace("-", "−") for mark in marks]


def _address(width: int, height: int, drawn: str) -> str:
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}'>{drawn}</svg>"
    return f"data:image/svg+xml,{quote(svg, safe=SAFE)}"
