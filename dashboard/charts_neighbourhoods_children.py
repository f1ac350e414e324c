"""Charts of children and school teams by deprivation of their places: pure functions from rows to a specification."""

from __future__ import annotations

import math
from collections.abc import Sequence

import altair as alt
import pandas as pd

from dashboard.charts_neighbourhoods import PLOT, keys, percent_axis
from dashboard.labels import NAME_LINE, PLOT_HEIGHT, wrapped
from dashboard.scales import CATEGORICAL, CONTEXT, FOCUS, MUTED, TEXT, Mode

BAR, PANEL_ROW = 40, 56  # pixels of a row
PANEL, HEAD_WIDTH = 135, 15  # a panel is 100% and room for a figure; characters of a line of its heading
ROOM_ABOVE = 4.0  # % over the highest dot, for its name


def fifths(rows: pd.DataFrame, mode: Mode, *, bar: str, mark: str) -> alt.LayerChart:
    """A bar a fifth and a mark for what it is set against, with both figures in two columns on the right.

    ``rows`` has name, low_income_pct, under_16_pct and both as words with _shown.
    """
    frame = rows[["name", "low_income_pct", "under_16_pct", "low_income_shown", "under_16_shown"]]
    longest = max(10.0, float(rows[["low_income_pct", "under_16_pct"]].to_numpy().max()))
    y = alt.Y("name:N", sort=rows["name"].to_list(), title="Deprivation fifth of the area", axis=alt.Axis(
        ticks=False, domain=False, labelFontSize=12, labelOverlap=False, labelColor=TEXT[mode]))
    base = alt.Chart(frame).encode(y=y)
    tips = [alt.Tooltip("name:N", title="Fifth"), alt.Tooltip("low_income_shown:N", title="In low-income families"),
            alt.Tooltip("under_16_shown:N", title="All under 16")]
    x = alt.X("low_income_pct:Q", title=None, scale=alt.Scale(domain=[0, longest * 1.42], nice=False), axis=alt.Axis(
        values=[tick for tick in range(0, 101, 10) if tick <= longest], labelFontSize=12,
        labelExpr="datum.value + '%'", labelColor=MUTED[mode]))
    bars = base.mark_bar(height={"band": 0.66}, color=FOCUS[mode]).encode(x=x, tooltip=tips)
    marks = base.mark_tick(thickness=3, size=BAR * 0.8, color=CATEGORICAL[mode][3], opacity=1).encode(
        x=alt.X("under_16_pct:Q"), tooltip=tips)
    layers = [bars, marks]
    for place, field, symbol, tint in ((1.22, "low_income_shown", "■", FOCUS[mode]),
                                       (1.4, "under_16_shown", "┃", CATEGORICAL[mode][3])):
        layers.append(base.mark_text(align="right", fontSize=12.5, fontWeight=600, color=TEXT[mode]).encode(
            x=alt.datum(longest * place), text=alt.Text(f"{field}:N")))
        layers.append(alt.Chart(pd.DataFrame({"words": [symbol]})).mark_text(
            align="right", baseline="bottom", fontSize=12, color=tint).encode(
            x=alt.datum(longest * place), y=alt.YValue(-4), text=alt.Text("words:N")))
    said = [("■", FOCUS[mode], bar), ("┃", CATEGORICAL[mode][3], mark)]
    return alt.layer(*layers, *keys(said, mode), autosize=PLOT_HEIGHT).properties(height=len(frame) * BAR)


def wards(rows: pd.DataFrame, mode: Mode, highest: str, lowest: str) -> alt.LayerChart:
    """A dot a ward, deprivation across and share of children up; those outside the area are grey, rough ones open.

    ``rows`` has area_code, area_name, inside, status, less_deprived_pct, share_pct, shown and standing.
    """
    fields = ["area_name", "less_deprived_pct", "share_pct", "shown", "standing", "status"]
    x = percent_axis("less_deprived_pct:Q", mode, title="more deprived →")
    top = math.ceil((float(rows["share_pct"].max()) + ROOM_ABOVE) / 10) * 10
    y = alt.Y("share_pct:Q", title="Children under 16 in income-deprived families", scale=alt.Scale(
        domain=[0, top], nice=False), axis=alt.Axis(tickCount=5, labelExpr="datum.value + '%'", labelFontSize=12,
                                    labelColor=MUTED[mode]))
    tips = [alt.Tooltip("area_name:N", title="Ward"), alt.Tooltip("shown:N", title="Share of children"),
            alt.Tooltip("standing:N", title="Less deprived neighbourhoods")]
    layers = []
    for inside, colour in ((False, CONTEXT[mode]), (True, FOCUS[mode])):
        group = rows[rows["inside"] == inside]
        for rough in (False, True):
            part = group.loc[(group["status"] == "rough") == rough, fields]
            if len(part):
                layers.append(alt.Chart(part).mark_point(filled=not rough, size=52, opacity=0.85, color=colour,
                                                         strokeWidth=2).encode(x=x, y=y, tooltip=tips))
    for code, align, dx, dy in ((highest, "right", 8, -13), (lowest, "left", -6, 15)):
        named = rows.loc[rows["area_code"] == code, fields]
        layers.append(alt.Chart(named).mark_text(align=align, dx=dx, dy=dy, fontSize=12, fontWeight=600,
                                                 color=TEXT[mode]).encode(x=x, y=y, text=alt.Text("area_name:N")))
    return alt.layer(*layers, autosize=PLOT_HEIGHT).properties(height=PLOT)


def panels(rows: pd.DataFrame, mode: Mode, heads: Sequence[tuple[str, str]]) -> alt.LayerChart:
    """Bars of several measures side by side, a panel each on the same scale, the row's name over its bars.

    ``heads`` gives the field and heading of each panel. ``rows`` has label, picked (the others are grey) and, for each
    field, field_pct (null where nothing is known) and field_shown. The panels are one chart with shifted zeros,
    because only a single chart takes the width of its place.
    """
    cells = pd.concat([_panel(rows, panel, *head, mode) for panel, head in enumerate(heads)])
    y = alt.Y("label:N", sort=rows["label"].to_list(), axis=None)
    x = alt.X("start:Q", title=None, scale=alt.Scale(domain=[0, len(heads) * PANEL], nice=False), axis=alt.Axis(
        values=[panel * PANEL + tick for panel in range(len(heads)) for tick in (0, 50, 100)], labelFontSize=11,
        labelExpr=f"datum.value % {PANEL} + '%'", labelColor=MUTED[mode]))
    bars = alt.Chart(cells[cells["end"].notna()]).mark_bar(height=16, yOffset=10).encode(
        y=y, x=x, x2=alt.X2("end"), color=alt.Color("tint:N", scale=None),
        tooltip=[alt.Tooltip("label:N", title="Place"), alt.Tooltip("head:N", title="Measure"),
                 alt.Tooltip("shown:N", title="Share")])
    words = alt.Chart(cells).mark_text(align="left", dx=5, dy=10, fontSize=12.5, fontWeight=600,
                                       color=TEXT[mode]).encode(y=y, x=alt.X("after:Q"), text=alt.Text("shown:N"))
    names = [alt.Chart(rows.loc[rows["picked"] == picked, ["label"]]).mark_text(
        align="left", dy=-11, fontSize=12.5, fontWeight=600 if picked else 400, color=TEXT[mode]).encode(
        y=y, x=alt.value(0), text=alt.Text("label:N")) for picked in sorted(set(rows["picked"]))]
    lines = max(wrapped(heading, HEAD_WIDTH).count("\n") + 1 for _, heading in heads)
    tops = [alt.Chart(pd.DataFrame({"words": [wrapped(heading, HEAD_WIDTH)], "at": [panel * PANEL]})).mark_text(
        align="left", baseline="top", lineBreak="\n", lineHeight=NAME_LINE, fontSize=11.5, fontWeight=600,
        color=TEXT[mode]).encode(x=alt.X("at:Q"), y=alt.YValue(-4 - NAME_LINE * lines), text=alt.Text("words:N"))
        for panel, (_, heading) in enumerate(heads)]
    return alt.layer(bars, words, *names, *tops, autosize=PLOT_HEIGHT).properties(height=len(rows) * PANEL_ROW)


def _panel(rows: pd.DataFrame, panel: int, field: str, heading: str, mode: Mode) -> pd.DataFrame:
    """The bars of one panel: where each begins and ends on the common axis."""
    tint, start = FOCUS[mode] if panel == 0 else CATEGORICAL[mode][1], float(panel * PANEL)
    end = start + rows[f"{field}_pct"]
    return pd.DataFrame({
        "label": rows["label"], "tint": [tint if picked else CONTEXT[mode] for picked in rows["picked"]],
        "start": start, "end": end, "after": end.fillna(start), "shown": rows[f"{field}_shown"], "head": heading})
