"""Charts: pure functions from rows to a specification; no data is fetched or shaped beyond the drawing here."""

from __future__ import annotations

from dataclasses import replace

import altair as alt
import pandas as pd

from dashboard.registry import Indicator
from dashboard.scales import MISSING, MUTED, SUPPRESSED, TEXT, ZERO, Mode, Scale

MOST_DECIMALS = 6


def axis_title(indicator: Indicator) -> str:
    """The indicator's unit as an axis title."""
    return indicator.unit[:1].upper() + indicator.unit[1:] if not indicator.unit.startswith("%") else indicator.unit


def legend(scale: Scale, indicator: Indicator, mode: Mode, *, chosen: float | None = None,
           states: tuple[str, ...] = ()) -> alt.LayerChart:
    """The key of a map: a swatch a class with its range in words, the chosen area's class marked, and the states."""
    picked = scale.classify(chosen)
    frame = pd.DataFrame([{"words": words, "colour": colour, "mark": "▲ chosen area" if position == picked else ""}
                          for position, (words, colour) in enumerate(swatches(scale, indicator, mode, states))])
    x = alt.X("words:N", sort=frame["words"].to_list(), title=None, axis=None, scale=alt.Scale(paddingInner=0.03))
    base = alt.Chart(frame)
    boxes = base.mark_rect(height=14, y=8, stroke=MUTED[mode], strokeWidth=0.8).encode(
        x=x, color=alt.Color("colour:N", scale=None))
    words = base.mark_text(baseline="top", y=20, color=TEXT[mode], fontSize=11).encode(x=x, text="words:N")
    marks = base.mark_text(baseline="top", y=36, color=TEXT[mode], fontSize=12, fontWeight=700).encode(
        x=x, text="mark:N")
    return alt.layer(boxes, words, marks).properties(height=52 if picked is not None else 38)


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
