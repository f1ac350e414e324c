"""Charts of access and care: rows with their words above the bar, and lines that carry their own names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import altair as alt
import pandas as pd

from dashboard.scales import CATEGORICAL, CONTEXT, FOCUS, JUDGEMENT, MUTED, TARGET, TEXT, ZERO, Mode

ROW, DETAIL_ROW, FROM_BELOW = 40, 58, 14
AROUND, KEY_LINE, AXIS = 28, 14, 55  # what title, key and axis take of a chart's height
WORDS, SMALL = 12.5, 11.5
LINE_HEIGHT = 320
NUMBERS = ["value", "compare", "target", "low", "high"]


class Drawn(alt.LayerChart):  # type: ignore[misc]  # altair gives its charts no type
    """A layered chart whose specification is checked by the tests, not anew on every run of the page."""

    def to_dict(self, validate: bool = False, **options: Any) -> dict[str, Any]:
        """The specification; with ``validate`` it is checked against the schema first."""
        drawn: dict[str, Any] = super().to_dict(validate=validate, **options)
        return drawn


def worded_rows(rows: pd.DataFrame, mode: Mode, *, unit: str, key: Sequence[str], top: float | None = None,
                dots: bool = False) -> Drawn:
    """One row a group, its name and figure written above its bar, so that nothing is cut on a phone.

    ``rows`` has name, shown, value, and may have detail (a second line of words), paint (focus, context, better or
    worse), compare (a diamond), target (an upright mark), low and high (limits). ``key`` says what the marks
    stand for. ``dots`` draws dots instead of bars. Bars start at zero; without a ``unit`` there is no axis.
    """
    optional = {"detail": "", "paint": "focus", "compare": None, "target": None, "low": None, "high": None}
    frame = rows.assign(**{name: value for name, value in optional.items() if name not in rows})
    frame[NUMBERS] = frame[NUMBERS].apply(pd.to_numeric)
    step = DETAIL_ROW if (frame["detail"] != "").any() else ROW
    tall = len(frame) * step
    words_at = pd.Series(range(0, tall, step), frame.index)
    frame = frame.assign(words_at=words_at, mark_at=words_at + step - FROM_BELOW,
                         limits_at=words_at + step - FROM_BELOW + 8, zero=0)
    largest = top if top is not None else float(frame[NUMBERS].max().max())
    axis = alt.Axis(grid=False, tickCount=5, title=unit, titleLimit=330) if unit else None
    places = Places(axis, alt.Scale(domain=[0, largest], nice=top is None),
                    alt.Scale(domain=[tall, 0], nice=False, zero=False))
    chart: Drawn = Drawn(layer=[*_words(mode, places), *_marks(frame, mode, places, dots)], data=frame).properties(
        height=tall + AROUND + KEY_LINE * len(key) + (AXIS if unit else 0),
        title=alt.TitleParams(list(key), anchor="start", fontSize=SMALL, fontWeight="normal", color=TEXT[mode],
                              offset=8, frame="group"))
    return chart


@dataclass(frozen=True)
class Places:
    """Where marks go: one axis and one scale across, one scale down, the same for every layer."""

    axis: alt.Axis | None
    across: alt.Scale
    down: alt.Scale

    def x(self, column: str) -> alt.X:
        """The place across of a figure in this column."""
        return alt.X(field=column, type="quantitative", axis=self.axis, scale=self.across)

    def y(self, column: str) -> alt.Y:
        """The place down of the words or marks of a row."""
        return alt.Y(field=column, type="quantitative", axis=None, scale=self.down)


def _words(mode: Mode, places: Places) -> list[alt.Chart]:
    """The name at the left, the figure at the right, and a second line of words under the name."""
    y = places.y("words_at")
    left, right = alt.XValue(0), alt.XValue("width")
    return [
        alt.Chart().mark_text(align="left", baseline="top", dy=4, fontSize=WORDS, color=TEXT[mode]).encode(
            x=left, y=y, text=alt.Text(field="name", type="nominal")),
        alt.Chart().mark_text(align="right", baseline="top", dy=4, fontSize=WORDS, fontWeight=700,
                              color=TEXT[mode]).encode(x=right, y=y, text=alt.Text(field="shown", type="nominal")),
        alt.Chart().mark_text(align="left", baseline="top", dy=20, fontSize=SMALL, color=MUTED[mode]).encode(
            x=left, y=y, text=alt.Text(field="detail", type="nominal")),
    ]


def _marks(frame: pd.DataFrame, mode: Mode, places: Places, dots: bool) -> list[alt.Chart]:
    """Bar or dot, limits, the figure compared with, and the standard, all in the lower part of each row."""
    paint = alt.Color(field="paint", type="nominal", legend=None, scale=alt.Scale(
        domain=["focus", "context", "better", "worse"],
        range=[FOCUS[mode], CONTEXT[mode], JUDGEMENT["better"], JUDGEMENT["worse"]]))
    hints = [alt.Tooltip(field="name", type="nominal", title="Group"),
             alt.Tooltip(field="shown", type="nominal", title="Figure")]
    x, y = places.x("value"), places.y("mark_at")
    known = alt.Chart().transform_filter("isValid(datum.value)")
    if dots:
        layers = [known.mark_point(filled=True, size=130, opacity=1).encode(y=y, x=x, color=paint, tooltip=hints)]
    else:
        layers = [known.mark_rule(strokeWidth=10).encode(y=y, x=x, x2=alt.X2(field="zero"), color=paint,
                                                         tooltip=hints)]
    if frame["low"].notna().any():
        layers.append(alt.Chart().transform_filter("isValid(datum.low)").mark_rule(
            strokeWidth=2, color=MUTED[mode]).encode(
            y=places.y("limits_at"), x=places.x("low"), x2=alt.X2(field="high")))
    if frame["target"].notna().any():
        layers.append(alt.Chart().transform_filter("isValid(datum.target)").mark_tick(
            orient="vertical", thickness=3, size=22, opacity=1, color=TARGET[mode]).encode(y=y, x=places.x("target")))
    if frame["compare"].notna().any():
        layers.append(alt.Chart().transform_filter("isValid(datum.compare)").mark_point(
            shape="diamond", size=80, fill=ZERO[mode], stroke=TEXT[mode], strokeWidth=1.8, opacity=1).encode(
            y=y, x=places.x("compare"), tooltip=hints))
    return layers


@dataclass(frozen=True)
class Label:
    """Words beside a point of a line, in the ink of that line."""

    period_end: pd.Timestamp
    value: float
    text: str
    ink: int
    align: Literal["left", "center", "right"]
    dx: int
    dy: int


def named_lines(rows: pd.DataFrame, labels: Sequence[Label], mode: Mode, *, unit: str, ticks: Sequence[object],
                zero: bool = False, room: float = 0.0, level: tuple[float, str] | None = None,
                start: tuple[pd.Timestamp, Sequence[str]] | None = None) -> Drawn:
    """Lines over time, each named beside it; rows of one ``line`` are joined, and nothing else is.

    ``rows`` has line, joined, ink (0 to 3), period_end, period, value and shown. ``ticks`` are the dates named on the
    axis, ``room`` the share of the width kept free on the right for labels. ``level`` is a labelled standard,
    ``start`` a labelled upright line at a break.
    """
    inks = list(CATEGORICAL[mode][:4])
    ink = alt.Color(field="ink", type="ordinal", legend=None, scale=alt.Scale(domain=[0, 1, 2, 3], range=inks))
    first, last = rows["period_end"].min(), rows["period_end"].max()
    x = alt.X(field="period_end", type="temporal", title=None,
              scale=alt.Scale(domain=[_day(first), _day(last + (last - first) * room)]),
              axis=alt.Axis(format="%b %Y", values=[_day(tick) for tick in ticks], grid=False,
                            labelOverlap="greedy", labelSeparation=8, labelFlush=False))
    y = alt.Y(field="value", type="quantitative", title=unit, scale=alt.Scale(zero=zero, nice=True),
              axis=alt.Axis(tickCount=5, titleLimit=300))
    line = alt.Detail(field="line", type="nominal")
    shape = alt.Shape(field="line", type="nominal", legend=None, sort=list(dict.fromkeys(rows["line"])))
    hints = [alt.Tooltip(field=field, type="nominal", title=title)
             for field, title in (("line", "Series"), ("period", "Period"), ("shown", "Figure"))]
    layers = [
        alt.Chart().transform_filter("datum.joined").mark_line(strokeWidth=2.5).encode(
            x=x, y=y, color=ink, detail=line),
        alt.Chart().mark_point(filled=True, size=55, opacity=1).encode(x=x, y=y, color=ink, shape=shape, tooltip=hints),
        *(_level(level, mode) if level is not None else []), *(_start(start, mode) if start is not None else []),
        *(_name(label, inks[label.ink]) for label in labels),
    ]
    frame = rows[["line", "joined", "ink", "period_end", "period", "value", "shown"]]
    chart: Drawn = Drawn(layer=layers, data=frame).properties(height=LINE_HEIGHT)
    return chart


def _day(date: object) -> alt.DateTime:
    day = pd.Timestamp(str(date))
    return alt.DateTime(year=day.year, month=day.month, date=day.day)


def _one() -> alt.Chart:
    """A chart of a single mark, placed by constants."""
    return alt.Chart(alt.InlineData(values=[{}]))


def _name(label: Label, colour: str) -> alt.Chart:
    return _one().mark_text(text=label.text, align=label.align, dx=label.dx, dy=label.dy, fontSize=WORDS,
                            fontWeight=600, color=colour).encode(
        x=alt.XDatum(_day(label.period_end)), y=alt.YDatum(label.value))


def _level(level: tuple[float, str], mode: Mode) -> list[alt.Chart]:
    """A standard or expectation as a dashed line across, with its words above its left end."""
    y = alt.YDatum(level[0])
    return [_one().mark_rule(strokeDash=[6, 4], strokeWidth=2, color=TARGET[mode]).encode(y=y),
            _one().mark_text(text=level[1], align="left", baseline="bottom", dx=2, dy=-4, fontSize=WORDS,
                             fontWeight=600, color=TARGET[mode]).encode(y=y, x=alt.XValue(0))]


def _start(start: tuple[pd.Timestamp, Sequence[str]], mode: Mode) -> list[alt.Chart]:
    """A break in definition: an upright dashed line with its words to the left of its upper end."""
    x = alt.XDatum(_day(start[0]))
    return [_one().mark_rule(strokeDash=[2, 3], strokeWidth=1.5, color=MUTED[mode]).encode(x=x),
            _one().mark_text(text=list(start[1]), align="right", baseline="top", dx=-6, dy=34, lineHeight=14,
                             fontSize=SMALL, color=MUTED[mode]).encode(x=x, y=alt.YValue(0))]
