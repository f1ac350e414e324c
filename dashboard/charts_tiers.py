"""Charts of the tiers: pure functions from rows to a specification."""

from __future__ import annotations

import altair as alt
import pandas as pd

from dashboard.scales import CONTEXT, FOCUS, TEXT, Mode

ROW, AXIS = 38, 60  # pixels of a row, and of the axis that the height includes


def spans(rows: pd.DataFrame, mode: Mode) -> alt.LayerChart:
    """A bar from zero to the longer end of each wait, strong up to the shorter end; its name over it.

    ``rows`` has name, shorter, longer and shown, in the order to show.
    """
    y = alt.Y("name:N", sort=rows["name"].to_list(), axis=None)
    base = alt.Chart(rows)
    x = alt.X("longer:Q", title="Weeks", scale=alt.Scale(zero=True), axis=alt.Axis(tickMinStep=1, tickCount=8))
    tips = [alt.Tooltip("name:N", title="Wait"), alt.Tooltip("shown:N", title="Length")]
    bars = [base.mark_bar(height=13, yOffset=8, color=colour).encode(y=y, x=field, tooltip=tips)
            for field, colour in ((x, CONTEXT[mode]), (alt.X("shorter:Q"), FOCUS[mode]))]
    values = base.mark_text(align="left", dx=5, dy=8, fontWeight=600, color=TEXT[mode]).encode(
        y=y, x="longer:Q", text="shown:N")
    names = base.mark_text(align="left", dx=1, dy=-8, fontSize=12, color=TEXT[mode]).encode(
        y=y, x=alt.value(0), text="name:N")
    return alt.layer(*bars, values, names).properties(height=len(rows) * ROW + AXIS)
