"""Charts of school teams: pure functions from rows to a specification."""

from __future__ import annotations

import altair as alt
import pandas as pd

from dashboard.scales import CATEGORICAL, FOCUS, TEXT, Mode

ROW, AXIS = 36, 70  # pixels of a row, and of the axis that a chart's height includes


def named_bars(rows: pd.DataFrame, mode: Mode, *, unit: str) -> alt.LayerChart:
    """Bars with their names over them, in blocks under a bold heading; what has no value is words without a bar.

    ``rows`` has key (one a line), words (the line's text), heading (true for a bold line), value, shown and second
    (true for a bar in the second colour), in the order to show.
    """
    y = alt.Y("key:N", sort=rows["key"].to_list(), axis=None)
    bars = rows[rows["value"].notna()]
    tint = alt.condition("datum.second", alt.value(CATEGORICAL[mode][1]), alt.value(FOCUS[mode]))
    layers = []
    if len(bars):
        base = alt.Chart(bars)
        layers.append(base.mark_bar(height=13, yOffset=8).encode(
            y=y, x=alt.X("value:Q", title=unit, scale=alt.Scale(zero=True), axis=alt.Axis(tickCount=6)), color=tint,
            tooltip=[alt.Tooltip("words:N", title="Counted"), alt.Tooltip("shown:N", title="Value")]))
        layers.append(base.mark_text(align="left", dx=5, dy=8, fontWeight=600, color=TEXT[mode]).encode(
            y=y, x="value:Q", text="shown:N"))
    for heading, style in ((True, {"fontWeight": 700, "fontSize": 14, "dy": 4}), (False, {"fontSize": 12, "dy": -8})):
        lines = rows[rows["heading"] == heading]
        if len(lines):
            layers.append(alt.Chart(lines).mark_text(align="left", dx=1, color=TEXT[mode], **style).encode(
                y=y, x=alt.value(0), text="words:N"))
    return alt.layer(*layers).properties(height=len(rows) * ROW + (AXIS if len(bars) else 0))
