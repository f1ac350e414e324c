"""The grid of services by age, area and tier: a pure function from rows to a specification."""

from __future__ import annotations

import altair as alt
import pandas as pd

from dashboard.charts_people import ink_on
from dashboard.labels import PLOT_HEIGHT
from dashboard.scales import TARGET, TEXT, ZERO, Mode, make_scale

ROW, FRAME = 25, 2.5  # pixels of a row; width of the line round the chosen age
BREAKS = (2.0, 5.0, 10.0, 20.0)  # the same colours whichever services are counted
LINE, NAMES = 13, 128  # pixels of a line, and of the areas' names beside the grid
FIELDS = ["row", "age", "head", "tier_name", "area_name", "services", "shown", "colour", "edge", "ink"]
GRID_ALT = ("{title}. Of {cells} combinations of age, area and tier {empty} have nothing listed; the fullest cell has "
            "{most}. The table below gives every number.")


def grid(cells: pd.DataFrame, mode: Mode, *, chosen: str = "", narrow: bool = False) -> alt.LayerChart:
    """A square a cell with its number, rows of areas under each tier's name, the chosen age framed.

    ``cells`` has tier_name, area_name, age (words) and services, in the order to draw. Several areas stand under a
    head for each tier; a single one needs no head. A ``narrow`` grid writes its ages over two lines.
    """
    alone = cells["area_name"].nunique() == 1
    frame = _coloured(cells, mode).assign(
        row=cells["tier_name"].str.split(":").str[0] if alone else cells["tier_name"] + "|" + cells["area_name"],
        head=[_two_lines(age, narrow) for age in cells["age"]])
    tiers = [] if alone else list(dict.fromkeys(frame["tier_name"]))
    order = list(dict.fromkeys(frame["row"])) if alone else [
        name for tier in tiers for name in (f"{tier}|", *dict.fromkeys(frame.loc[frame["tier_name"] == tier, "row"]))]
    x, y = _ages(list(dict.fromkeys(frame["head"])), mode, narrow), _rows(order, mode)
    tips = [alt.Tooltip("tier_name:N", title="Tier"), alt.Tooltip("area_name:N", title="Area"),
            alt.Tooltip("age:N", title="Age"), alt.Tooltip("services:Q", title="Services listed")]
    base = alt.Chart(frame[FIELDS])
    layers = [
        base.mark_rect(strokeWidth=1.2).encode(x=x, y=y, color=alt.Color("colour:N", scale=None),
                                               stroke=alt.Stroke("edge:N", scale=None), tooltip=tips),
        base.mark_text(fontSize=12.5, fontWeight=600).encode(x=x, y=y, text="shown:N", tooltip=tips,
                                                             color=alt.Color("ink:N", scale=None))]
    if tiers:
        layers.append(alt.Chart(pd.DataFrame({"row": [f"{tier}|" for tier in tiers], "words": tiers})).mark_text(
            align="left", baseline="middle", dy=3, fontSize=12.5, fontWeight=700, color=TEXT[mode]).encode(
            x=alt.XValue(-NAMES), y=y, text="words:N"))
    if chosen:
        layers.append(base.transform_filter(f"datum.age === '{chosen}'").mark_rect(
            filled=False, strokeWidth=FRAME, stroke=TEXT[mode]).encode(x=x, y=y))
    return alt.layer(*layers, autosize=PLOT_HEIGHT).properties(height=len(order) * ROW).configure_view(strokeWidth=0)


def _coloured(cells: pd.DataFrame, mode: Mode) -> pd.DataFrame:
    """The cells with the colours of square, edge and number; nothing listed has an edge instead of a colour."""
    scale = make_scale(BREAKS, BREAKS, mode)
    fills = [scale.colours[scale.classify(count) or 0] if count else ZERO[mode] for count in cells["services"]]
    return cells.assign(
        colour=fills, shown=cells["services"].astype(str),
        edge=[ZERO[mode] if count else TARGET[mode] for count in cells["services"]],
        ink=[ink_on(fill) if count else TARGET[mode] for count, fill in zip(cells["services"], fills, strict=True)])


def _rows(order: list[str], mode: Mode) -> alt.Y:
    """The rows by name: what stands after the bar, where there is one."""
    return alt.Y("row:N", sort=order, title=None, scale=alt.Scale(domain=order, paddingInner=0.08), axis=alt.Axis(
        ticks=False, domain=False, labelFontSize=12, labelOverlap=False, labelColor=TEXT[mode], labelLimit=NAMES + 2,
        labelExpr="indexof(datum.label, '|') < 0 ? datum.label : split(datum.label, '|')[1]"))


def _ages(heads: list[str], mode: Mode, narrow: bool) -> alt.X:
    """The ages over the grid, each over two lines."""
    return alt.X("head:N", sort=heads, title=None, scale=alt.Scale(domain=heads, paddingInner=0.06), axis=alt.Axis(
        orient="top", ticks=False, domain=False, labelAngle=0, labelOverlap=False, labelFontSize=11 if narrow else 12,
        labelColor=TEXT[mode], labelLineHeight=LINE, labelPadding=LINE + 6, labelExpr="split(datum.label, '|')"))


def _two_lines(age: str, narrow: bool) -> str:
    """An age over two lines with a bar between, the upper one blank where it needs only one."""
    if narrow and "–" in age:
        return age.replace("–", "–|")
    return "|".join(age.rsplit(" ", 1)) if " " in age else f"|{age}"
