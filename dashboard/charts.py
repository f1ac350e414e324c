"""Charts: pure functions from rows to a specification; no data is fetched or shaped beyond the drawing here."""

from __future__ import annotations

from dataclasses import replace

import altair as alt
import pandas as pd

from dashboard.registry import Indicator
from dashboard.scales import MISSING, MUTED, SUPPRESSED, TEXT, ZERO, Legend, Mode, Scale

MOST_DECIMALS = 6
CHOSEN = "▲ chosen area"


def axis_title(indicator: Indicator) -> str:
    """The indicator's unit as an axis title."""
    return indicator.unit[:1].upper() + indicator.unit[1:] if not indicator.unit.startswith("%") else indicator.unit


def legend(scale: Scale, indicator: Indicator, mode: Mode, *, chosen: float | None = None,
           states: tuple[str, ...] = ()) -> Legend:
    """The key of a map: each class with its range in words, then the states; ``chosen`` is the chosen area's value."""
    return Legend(tuple(swatches(scale, indicator, mode, states)), scale.classify(chosen))


def legend_chart(key: Legend, mode: Mode) -> alt.LayerChart:
    """A legend for a picture: a swatch a class with its words under it, that of the chosen area marked."""
    frame = pd.DataFrame([{"words": words, "colour": colour, "mark": CHOSEN if position == key.chosen else ""}
                          for position, (words, colour) in enumerate(key.entries)])
    x = alt.X("words:N", sort=frame["words"].to_list(), title=None, axis=None, scale=alt.Scale(paddingInner=0.03))
    base = alt.Chart(frame)
    boxes = base.mark_rect(height=14, y=8, stroke=MUTED[mode], strokeWidth=0.8).encode(
        x=x, color=alt.Color("colour:N", scale=None))
    words = base.mark_text(baseline="top", y=20, color=TEXT[mode], fontSize=11).encode(x=x, text="words:N")
    marks = base.mark_text(baseline="top", y=36, color=TEXT[mode], fontSize=12, fontWeight=700).encode(
        x=x, text="mark:N")
    return alt.layer(boxes, words, marks).properties(height=38 if key.chosen is None else 52)


def swatches(scale: Scale, indicator: Indicator, mode: Mode, states: tuple[str, ...]) -> list[tuple[str, str]]:
    """The words and the colour of each class of a map, then of each state."""
    shown = {"missing": ("not published", MISSING), "suppressed": ("suppressed", SUPPRESSED),
             "zero": ("true zero", ZERO)}
    return [*zip(class_words(scale, indicator), scale.colours, strict=True),
            *((shown[state][0], shown[state][1][mode]) for state in states)]


def class_words(scale: Scale, indicator: Indicator) -> list[str]:
    """The range of each class, short enough to stand under its swatch: "under 20%", "20 to 40%", "80% and over".

    A class holds its lower limit and not its upper one. Limits that would read alike get more decimals.
    """
    inner = scale.limits[1:-1]
    while len({indicator.show(limit) for limit in inner}) < len(inner) and indicator.decimals < MOST_DECIMALS:
        indicator = replace(indicator, decimals=indicator.decimals + 1)
    bare = replace(indicator, short_unit="")
    low, high = scale.limits[:-1], scale.limits[1:]
    if len(low) == 1:
        return [indicator.show(low[0]) if low == high else f"{bare.show(low[0])} to {indicator.show(high[0])}"]
    middle = [f"{bare.show(start)} to {indicator.show(end)}" for start, end in zip(low[1:-1], high[1:-1], strict=True)]
    return [f"under {indicator.show(high[0])}", *middle, f"{indicator.show(low[-1])} and over"]
