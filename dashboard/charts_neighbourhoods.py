"""Charts of who lives in deprived places, and of need beside money: pure functions from rows to a specification."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts_people import ink_on
from dashboard.labels import PLOT_HEIGHT
from dashboard.scales import CATEGORICAL, CONTEXT, FOCUS, MUTED, TEXT, Mode

ROW, SHARE_ROW, PLOT = 46, 62, 360  # pixels of a row, and of the height of a plot
KEY_LINE = 17
HALF = 50.0
APART = 4.5  # points of the curve nearer to each other than this, in %, have one number between them


def percent_axis(field: str, mode: Mode, *, title: str | None = None, top: float = 100) -> alt.X:
    """A horizontal axis of per cent from 0, its title at the far end."""
    return alt.X(field, title=title, scale=alt.Scale(domain=[0, top], nice=False), axis=alt.Axis(
        tickCount=5, labelFontSize=12, labelExpr="datum.value + '%'", labelColor=MUTED[mode], titleAnchor="end",
        titleFontWeight=400))


def keys(lines: Sequence[tuple[str, str, str]], mode: Mode) -> list[alt.Chart]:
    """The key over a chart, a line each: symbol, its colour and what it stands for; the last right over the chart."""
    layers = []
    for above, (symbol, colour, words) in enumerate(reversed(lines)):
        for x, text, tint, size in ((0, symbol, colour, 15), (15, words, TEXT[mode], 12)):
            layers.append(alt.Chart(pd.DataFrame({"words": [text]})).mark_text(
                align="left", baseline="bottom", fontSize=size, color=tint).encode(
                x=alt.XValue(x), y=alt.YValue(-6 - above * KEY_LINE), text=alt.Text("words:N")))
    return layers


def mean_dots(rows: pd.DataFrame, districts: pd.DataFrame, mode: Mode, *, place: str, chosen: str,
              middle: str) -> alt.LayerChart:
    """A dot a group with its value over it, small marks for the districts, and a line at half of all neighbourhoods.

    Both frames have ethnic_group, name, area_name, less_deprived_pct and shown; ``rows`` in the order to draw.
    """
    y = alt.Y("name:N", sort=rows["name"].to_list(), title=None, axis=alt.Axis(
        ticks=False, domain=False, grid=True, labelFontSize=12, labelOverlap=False, labelColor=TEXT[mode]))
    x = percent_axis("less_deprived_pct:Q", mode, title="more deprived →")
    tips = [alt.Tooltip("area_name:N", title="Area"), alt.Tooltip("name:N", title="Group"),
            alt.Tooltip("shown:N", title="Less deprived neighbourhoods")]
    fields = ["name", "area_name", "less_deprived_pct", "shown"]
    half = alt.Chart(pd.DataFrame({"at": [HALF], "words": [middle]})).encode(x=alt.X("at:Q"))
    line = half.mark_rule(strokeDash=[4, 4], color=MUTED[mode])
    named = half.mark_text(baseline="bottom", fontSize=11.5, color=MUTED[mode]).encode(
        y=alt.YValue(-6), text=alt.Text("words:N"))
    ticks = alt.Chart(districts[fields]).mark_tick(thickness=2, size=13, color=MUTED[mode]).encode(
        x=x, y=y, tooltip=tips)
    focus = rows.assign(colour=[FOCUS[mode] if not chosen or group == chosen else CONTEXT[mode]
                                for group in rows["ethnic_group"]])[[*fields, "colour"]]
    dots = alt.Chart(focus).mark_circle(size=170, opacity=1).encode(
        x=x, y=y, color=alt.Color("colour:N", scale=None), tooltip=tips)
    # A value near the line stands on its own side of it.
    near = (focus["less_deprived_pct"] - HALF).abs() < 5
    sides = (("center", 0, ~near), ("left", -5, near & (focus["less_deprived_pct"] >= HALF)),
             ("right", 5, near & (focus["less_deprived_pct"] < HALF)))
    words = [alt.Chart(focus[side]).mark_text(align=align, dx=dx, dy=-16, fontSize=12.5, fontWeight=600,
                                              color=TEXT[mode]).encode(x=x, y=y, text=alt.Text("shown:N"))
             for align, dx, side in sides if side.any()]
    marks = [("●", FOCUS[mode], place), ("┃", MUTED[mode], "each district"), ("", TEXT[mode], "")]
    return alt.layer(line, named, ticks, dots, *words, *keys(marks, mode), autosize=PLOT_HEIGHT).properties(
        height=rows["name"].nunique() * ROW)


def curve(rows: pd.DataFrame, mode: Mode, *, who: str, fifth: str) -> alt.LayerChart:
    """A concentration curve with numbered points, its line of an even spread, and the districts' names in the corner.

    ``rows`` has position, area_name, picked (true for what is chosen), residents_running_pct, in_fifth_running_pct,
    residents_shown and in_fifth_shown, in the order of the curve.
    """
    points = rows.rename(columns={"residents_running_pct": "across", "in_fifth_running_pct": "up"})[
        ["position", "area_name", "picked", "across", "up", "residents_shown", "in_fifth_shown"]]
    line = pd.concat([pd.DataFrame({"across": [0.0], "up": [0.0]}), points[["across", "up"]]])
    x = percent_axis("across:Q", mode, title=f"Of all {who}, running total")
    y = alt.Y("up:Q", title=f"Of those in {fifth}, running total", scale=alt.Scale(domain=[0, 100], nice=False),
              axis=alt.Axis(tickCount=5, labelExpr="datum.value + '%'", labelFontSize=12, labelColor=MUTED[mode]))
    even = alt.Chart(pd.DataFrame({"across": [0.0, 100.0], "up": [0.0, 100.0]})).mark_line(
        strokeDash=[5, 4], color=MUTED[mode]).encode(x=x, y=y)
    drawn = alt.Chart(line).mark_line(strokeWidth=2.6, color=FOCUS[mode]).encode(x=x, y=y, order=alt.Order("across:Q"))
    colour = alt.condition("datum.picked", alt.value(CATEGORICAL[mode][3]), alt.value(FOCUS[mode]))
    base = alt.Chart(points.sort_values("picked", kind="stable")).encode(x=x, y=y)
    dots = base.mark_circle(size=300, opacity=1, clip=False).encode(color=colour, tooltip=[
        alt.Tooltip("area_name:N", title="District"), alt.Tooltip("residents_shown:N", title="Of everyone"),
        alt.Tooltip("in_fifth_shown:N", title="Of the most deprived")])
    numbers = alt.Chart(_numbered(points)).mark_text(fontSize=11.5, fontWeight=700).encode(
        x=x, y=y, text=alt.Text("number:N"), color=alt.condition(
            "datum.picked", alt.value(ink_on(CATEGORICAL[mode][3])), alt.value(ink_on(FOCUS[mode]))))
    return alt.layer(even, drawn, dots, numbers, *_corner(points, mode), autosize=PLOT_HEIGHT).properties(height=PLOT)


def _numbered(points: pd.DataFrame) -> pd.DataFrame:
    """The points with a number to print in them: the chosen ones, and of the rest those that lie on none of these."""
    placed: list[dict[Hashable, Any]] = []
    for point in points.sort_values(["picked", "position"], ascending=False).to_dict("records"):
        if point["picked"] or not any(abs(point["across"] - other["across"]) < APART
                                      and abs(point["up"] - other["up"]) < APART for other in placed):
            placed.append({**point, "number": str(point["position"])})
    return pd.DataFrame(placed)


def _corner(points: pd.DataFrame, mode: Mode) -> list[alt.Chart]:
    """The numbers' names in the empty corner under the curve, and what the straight line is."""
    names = pd.DataFrame({"words": [f"{position} {name}" for position, name in zip(
        points["position"], points["area_name"], strict=True)], "picked": points["picked"].to_list()})
    layers = []
    for line, row in enumerate(names.itertuples()):
        layers.append(alt.Chart(pd.DataFrame({"words": [row.words], "across": [100.0]})).mark_text(
            align="right", baseline="bottom", fontSize=12, fontWeight=700 if row.picked else 400,
            color=TEXT[mode]).encode(x=alt.X("across:Q"), y=alt.YValue(PLOT - 8 - (len(names) - 1 - line) * KEY_LINE),
                                     text=alt.Text("words:N")))
    layers.append(alt.Chart(pd.DataFrame({"words": ["even spread"], "across": [HALF], "up": [HALF]})).mark_text(
        align="left", dx=8, dy=10, fontSize=11.5, color=MUTED[mode]).encode(
        x=alt.X("across:Q"), y=alt.Y("up:Q"), text=alt.Text("words:N")))
    return layers


def shares(rows: pd.DataFrame, mode: Mode) -> alt.LayerChart:
    """A full bar a measure with its words over it, divided between the areas, each part with its share.

    ``rows`` has label, name (the area), share_pct and shown, in the order to draw.
    """
    names = list(dict.fromkeys(rows["name"]))
    tints = [*CATEGORICAL[mode][:2], CONTEXT[mode]][:len(names)]
    colours = dict(zip(names, tints, strict=True))
    end = rows.groupby("label", sort=False)["share_pct"].cumsum()
    frame = rows.assign(end=end, start=end - rows["share_pct"], middle=end - rows["share_pct"] / 2,
                        colour=rows["name"].map(colours), ink=[ink_on(colours[name]) for name in rows["name"]])
    frame = frame[["label", "name", "start", "end", "middle", "colour", "ink", "shown"]]
    y = alt.Y("label:N", sort=list(dict.fromkeys(rows["label"])), axis=None)
    base = alt.Chart(frame)
    bars = base.mark_bar(height=26, yOffset=8).encode(
        y=y, x=percent_axis("start:Q", mode), x2=alt.X2("end"), color=alt.Color("colour:N", scale=None), tooltip=[
            alt.Tooltip("label:N", title="Measure"), alt.Tooltip("name:N", title="Area"),
            alt.Tooltip("shown:N", title="Share")])
    words = base.mark_text(fontSize=13, fontWeight=600, dy=8).encode(
        y=y, x=alt.X("middle:Q"), text=alt.Text("shown:N"), color=alt.Color("ink:N", scale=None))
    heads = alt.Chart(frame[["label"]].drop_duplicates()).mark_text(
        align="left", dx=1, dy=-14, fontSize=12, color=TEXT[mode]).encode(
        y=y, x=alt.value(0), text=alt.Text("label:N"))
    marks = [("■", colours[name], name) for name in names]
    return alt.layer(bars, words, heads, *keys(marks, mode), autosize=PLOT_HEIGHT).properties(
        height=frame["label"].nunique() * SHARE_ROW)
