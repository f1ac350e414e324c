"""The timeline of promises: a pure function from rows to a specification."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt
import pandas as pd

from dashboard.labels import PLOT_HEIGHT
from dashboard.scales import CATEGORICAL, CONTEXT, JUDGEMENT, MUTED, TEXT, Mode

NAME, STEP, GAP = 22, 10, 10  # pixels of a theme's name, of a mark, and below the last mark
SIZE, WORDS, KEY_LINE = 62, 12.5, 17
# Standings a reader has to tell apart: shape, and the symbol that says it in the key.
SHAPES = {"open": ("diamond", "◆"), "done": ("circle", "●"), "unmet": ("cross", "✚"), "coming": ("square", "■")}


def timeline(dots: pd.DataFrame, themes: pd.DataFrame, mode: Mode, *, years: tuple[int, int], today: str,
             key: Mapping[str, str]) -> alt.LayerChart:
    """A line of time for each theme with its name above, a mark for each commitment on its due date, piled by day.

    ``dots`` has theme, due (ISO), group (of SHAPES), promise, when and standing; ``themes`` has theme and undated
    (words for those without a date, which are not drawn), in the order to show. ``key`` names each group that occurs.
    """
    piled = dots.assign(rank=dots.groupby(["theme", "due"]).cumcount())
    names = _rows(piled, themes)
    floor = dict(zip(names["theme"], names["floor"], strict=True))
    piled = piled.assign(at=piled["theme"].map(floor) - piled["rank"] * STEP)
    tall = int(names["floor"].max() + GAP)
    down = alt.Y("at:Q", axis=None, scale=alt.Scale(domain=[tall, 0], nice=False, zero=False))
    span = [_day(f"{years[0]}-01-01"), _day(f"{years[1]}-12-31")]
    across = alt.X("due:T", scale=alt.Scale(domain=span, nice=False, padding=6), axis=alt.Axis(
        title=None, format="%Y", grid=True, tickCount="year", orient="top", labelOverlap="greedy", labelSeparation=10,
        labelFontSize=12, labelColor=MUTED[mode], gridColor=CONTEXT[mode], gridOpacity=0.4, ticks=False, domain=False))
    words = [f"{SHAPES[group][1]} {label}" for group, label in key.items()]
    layers = [*_names(names, mode, down), _now(names, today, mode, across, down), _marks(piled, mode, across, down)]
    return alt.layer(*layers, autosize=PLOT_HEIGHT).properties(height=tall, title=alt.TitleParams(
        words, anchor="start", fontSize=12, lineHeight=KEY_LINE, offset=10, fontWeight="normal", color=TEXT[mode],
        frame="group"))


def _rows(piled: pd.DataFrame, themes: pd.DataFrame) -> pd.DataFrame:
    """The themes with the place of their name, and of the line that their marks are piled on."""
    highest = piled.groupby("theme")["rank"].max() + 1
    floor, top, found = 0, 0, []
    for theme in themes["theme"]:
        floor = top + NAME + STEP * int(highest.get(theme, 0))
        found.append({"theme": theme, "at": top, "floor": floor})
        top = floor + GAP
    return themes.merge(pd.DataFrame(found), on="theme")


def _names(names: pd.DataFrame, mode: Mode, down: alt.Y) -> list[alt.Chart]:
    """The name of each theme at the left and how many have no date at the right, over a thin line."""
    base = alt.Chart(names[["theme", "undated", "at"]])
    text = {"baseline": "top", "dy": 4, "fontSize": WORDS}
    return [
        alt.Chart(names[["at"]]).mark_rule(color=CONTEXT[mode], strokeWidth=1, opacity=0.7).encode(y=down),
        base.mark_text(align="left", fontWeight=600, color=TEXT[mode], **text).encode(
            x=alt.XValue(0), y=down, text="theme:N"),
        base.mark_text(align="right", color=MUTED[mode], **text).encode(
            x=alt.XValue("width"), y=down, text="undated:N")]


def _now(names: pd.DataFrame, today: str, mode: Mode, across: alt.X, down: alt.Y) -> alt.Chart:
    """An upright line at the day the dates are held to, left out behind the names."""
    pieces = names[["at", "floor"]].assign(due=pd.Timestamp(today), at=names["at"] + NAME - STEP // 2,
                                           floor=names["floor"] + GAP)
    return alt.Chart(pieces).mark_rule(strokeDash=[5, 4], strokeWidth=1.5, color=MUTED[mode]).encode(
        x=across, y=down, y2=alt.Y2("floor:Q"))


def _marks(piled: pd.DataFrame, mode: Mode, across: alt.X, down: alt.Y) -> alt.Chart:
    colours = {"open": JUDGEMENT["worse"], "done": JUDGEMENT["better"], "unmet": CATEGORICAL[mode][2],
               "coming": MUTED[mode]}
    hints = [alt.Tooltip("promise:N", title="Promise"), alt.Tooltip("when:N", title="Due"),
             alt.Tooltip("standing:N", title="Standing")]
    frame = piled[["theme", "due", "group", "promise", "when", "standing", "at"]].assign(
        due=pd.to_datetime(piled["due"]))
    groups = list(SHAPES)
    return alt.Chart(frame).mark_point(filled=True, size=SIZE, opacity=1).encode(
        x=across, y=down, tooltip=hints,
        shape=alt.Shape("group:N", legend=None, scale=alt.Scale(domain=groups, range=[
            SHAPES[group][0] for group in groups])),
        color=alt.Color("group:N", legend=None, scale=alt.Scale(domain=groups, range=[
            colours[group] for group in groups])))


def _day(date: str) -> alt.DateTime:
    day = pd.Timestamp(date)
    return alt.DateTime(year=day.year, month=day.month, date=day.day)
