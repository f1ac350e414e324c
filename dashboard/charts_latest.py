"""Latest values as ranked bars with their limits: a pure function from rows to a specification."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt
import pandas as pd

from dashboard.labels import PLOT_HEIGHT, side_names, wrapped
from dashboard.registry import Indicator
from dashboard.scales import CONTEXT, MUTED, TEXT, Mode

BAR, NAME_WIDTH = 31, 26


def latest_bars(rows: pd.DataFrame, indicator: Indicator, mode: Mode, *, focus: Mapping[str, str] | None = None,
                reference: str = "") -> alt.LayerChart:
    """One bar an area, in the order of the rows, from zero, with its limits where published and its value in words.

    ``rows`` has area_name, area_type, value, lower, upper and shown; ``focus`` holds the colours of areas to pick out
    by name; a rule stands at the area ``reference``.
    """
    colours = dict(focus or {})
    known = rows[rows["value"].notna()].assign(
        name=lambda frame: [wrapped(name, NAME_WIDTH) for name in frame["area_name"]],
        colour=lambda frame: [colours.get(name, CONTEXT[mode]) for name in frame["area_name"]])
    order = alt.Y("name:N", sort=known["name"].to_list(), title=None, axis=None)
    x = alt.X("value:Q", title=None, scale=alt.Scale(domainMin=0, nice=False), axis=alt.Axis(
        tickCount=4, labelFontSize=12, labelFlush=False, labelColor=MUTED[mode]))
    base = alt.Chart(known[["name", "area_name", "value", "lower", "upper", "shown", "colour"]])
    bars = base.mark_bar(height={"band": 0.66}).encode(
        y=order, x=x, color=alt.Color("colour:N", scale=None),
        tooltip=[alt.Tooltip("area_name:N", title="Area"), alt.Tooltip("shown:N", title=indicator.label)])
    values = base.mark_text(align="left", dx=8, fontSize=12, color=TEXT[mode]).encode(
        y=order, x=alt.XValue("width"), text=alt.Text("shown:N"))
    layers = [bars, *_whiskers(known, order, mode), *_reference(known, reference, mode),
              *side_names(known, "name", order, mode), values]
    return alt.layer(*layers, autosize=PLOT_HEIGHT).properties(height=max(len(known), 2) * BAR)


def _whiskers(known: pd.DataFrame, order: alt.Y, mode: Mode) -> list[alt.Chart]:
    limited = known[known["lower"].notna()]
    if limited.empty:
        return []
    base = alt.Chart(limited[["name", "lower", "upper"]])
    ends = base.mark_tick(thickness=1.6, size=9, color=TEXT[mode])
    return [base.mark_rule(strokeWidth=1.6, color=TEXT[mode]).encode(y=order, x=alt.X("lower:Q"), x2=alt.X2("upper")),
            *[ends.encode(y=order, x=alt.X(f"{end}:Q")) for end in ("lower", "upper")]]


def _reference(known: pd.DataFrame, reference: str, mode: Mode) -> list[alt.Chart]:
    found = known[known["area_name"] == reference]
    if found.empty:
        return []
    rule = alt.Chart(found[["value", "area_name"]]).mark_rule(
        strokeDash=[5, 4], strokeWidth=1.6, color=MUTED[mode]).encode(x=alt.X("value:Q"))
    words = alt.Chart(found[["value", "area_name"]]).mark_text(
        baseline="bottom", dy=-4, fontSize=12, color=MUTED[mode]).encode(
        x=alt.X("value:Q"), y=alt.YValue(0), text=alt.Text("area_name:N"))
    return [rule, words]
