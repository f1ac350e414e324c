"""Charts of access and care: rows with their words above the bar, and lines that carry their own names."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd

from dashboard.scales import CATEGORICAL, CONTEXT, FOCUS, JUDGEMENT, MUTED, TARGET, TEXT, ZERO, Mode

ROW, DETAIL_ROW, FROM_BELOW = 40, 58, 14
AROUND, KEY_LINE, AXIS = 28, 14, 55  # what title, key and axis take of a chart's height
WORDS, SMALL = 12.5, 11.5
LINE_HEIGHT = 320


def worded_rows(rows: pd.DataFrame, mode: Mode, *, unit: str, key: Sequence[str], top: float | None = None,
                dots: bool = False) -> alt.LayerChart:
    """One row a group, its name and figure written above its bar, so that nothing is cut on a phone.

    ``rows`` has name, shown, value, and may have detail (a second line of words), paint (focus, context, better or
    worse), compare (a diamond), target (an upright mark), low and high (limits). ``key`` says what the marks
    stand for. ``dots`` draws dots instead of bars. Bars start at zero; without a ``unit`` there is no axis.
    """
    optional = {"detail": "", "paint": "focus", "compare": None, "target": None, "low": None, "high": None}
    frame = rows.assign(**{name: value for name, value in optional.items() if name not in rows})
    numeric = ["value", "compare", "target", "low", "high"]
    frame[numeric] = frame[numeric].apply(pd.to_numeric)
    step = DETAIL_ROW if (frame["detail"] != "").any() else ROW
    frame = frame.assign(words_at=[place * step for place in range(len(frame))], zero=0)
    frame["mark_at"] = frame["words_at"] + step - FROM_BELOW
    frame["limits_at"] = frame["mark_at"] + 8
    largest = top if top is not None else float(frame[numeric].max().max())
    axis = alt.Axis(grid=False, tickCount=5, title=unit, titleLimit=330) if unit else None
    x = alt.X("value:Q", axis=axis, scale=alt.Scale(domain=[0, largest], nice=top is None))
    tall = len(frame) * step
    y = alt.Y("mark_at:Q", axis=None, scale=alt.Scale(domain=[tall, 0], nice=False, zero=False))
    return alt.layer(*_words(frame, mode, y), *_marks(frame, mode, x, y, dots)).properties(
        height=tall + AROUND + KEY_LINE * len(key) + (AXIS if unit else 0),
        title=alt.TitleParams(list(key), anchor="start", fontSize=SMALL, fontWeight="normal", color=TEXT[mode],
                              offset=8, frame="group"))


def _at(channel: alt.X | alt.Y, field: str) -> alt.X | alt.Y:
    """The same channel, with its axis and scale, for another column."""
    other = channel.copy()
    other.shorthand = field
    return other


def _words(frame: pd.DataFrame, mode: Mode, y: alt.Y) -> list[alt.Chart]:
    """The name at the left, the figure at the right, and a second line of words under the name."""
    y = _at(y, "words_at:Q")
    base = alt.Chart(frame)
    left, right = alt.value(0), alt.value("width")
    return [
        base.mark_text(align="left", baseline="top", dy=4, fontSize=WORDS, color=TEXT[mode]).encode(
            x=left, y=y, text="name:N"),
        base.mark_text(align="right", baseline="top", dy=4, fontSize=WORDS, fontWeight=700, color=TEXT[mode]).encode(
            x=right, y=y, text="shown:N"),
        base.transform_filter("datum.detail != ''").mark_text(
            align="left", baseline="top", dy=20, fontSize=SMALL, color=MUTED[mode]).encode(
            x=left, y=y, text="detail:N"),
    ]


def _marks(frame: pd.DataFrame, mode: Mode, x: alt.X, y: alt.Y, dots: bool) -> list[alt.Chart]:
    """Bar or dot, limits, the figure compared with, and the standard, all in the lower part of each row."""
    paint = alt.Color("paint:N", legend=None, scale=alt.Scale(
        domain=["focus", "context", "better", "worse"],
        range=[FOCUS[mode], CONTEXT[mode], JUDGEMENT["better"], JUDGEMENT["worse"]]))
    hints = [alt.Tooltip("name:N", title="Group"), alt.Tooltip("shown:N", title="Figure")]
    known = alt.Chart(frame[frame["value"].notna()])
    if dots:
        layers = [known.mark_point(filled=True, size=130, opacity=1).encode(y=y, x=x, color=paint, tooltip=hints)]
    else:
        layers = [known.mark_rule(strokeWidth=10).encode(y=y, x=x, x2="zero:Q", color=paint, tooltip=hints)]
    if frame["low"].notna().any():
        layers.append(alt.Chart(frame[frame["low"].notna()]).mark_rule(strokeWidth=2, color=MUTED[mode]).encode(
            y=_at(y, "limits_at:Q"), x=_at(x, "low:Q"), x2="high:Q"))
    if frame["target"].notna().any():
        layers.append(alt.Chart(frame[frame["target"].notna()]).mark_tick(
            orient="vertical", thickness=3, size=22, opacity=1, color=TARGET[mode]).encode(y=y, x=_at(x, "target:Q")))
    if frame["compare"].notna().any():
        layers.append(alt.Chart(frame[frame["compare"].notna()]).mark_point(
            shape="diamond", size=80, fill=ZERO[mode], stroke=TEXT[mode], strokeWidth=1.8, opacity=1).encode(
            y=y, x=_at(x, "compare:Q"), tooltip=hints))
    return layers


def named_lines(rows: pd.DataFrame, labels: pd.DataFrame, mode: Mode, *, unit: str, ticks: Sequence[object],
                zero: bool = False, room: float = 0.0, level: tuple[float, str] | None = None,
                start: tuple[pd.Timestamp, Sequence[str]] | None = None) -> alt.LayerChart:
    """Lines over time, each named beside it; rows of one ``line`` are joined, and nothing else is.

    ``rows`` has line, joined, ink (0 to 3), period_end, period, value and shown; ``labels`` has period_end, value,
    text, ink, align and dy. ``ticks`` are the dates named on the axis, ``room`` the share of the width kept free on
    the right for labels. ``level`` is a labelled standard, ``start`` a labelled upright line at a break.
    """
    ink = alt.Color("ink:O", legend=None, scale=alt.Scale(domain=[0, 1, 2, 3], range=list(CATEGORICAL[mode][:4])))
    first, last = rows["period_end"].min(), rows["period_end"].max()
    x = alt.X("period_end:T", title=None, scale=alt.Scale(domain=[_day(first), _day(last + (last - first) * room)]),
              axis=alt.Axis(format="%b %Y", values=[_day(tick) for tick in ticks],
                            grid=False, labelOverlap="greedy", labelSeparation=8, labelFlush=False))
    y = alt.Y("value:Q", title=unit, scale=alt.Scale(zero=zero, nice=True), axis=alt.Axis(tickCount=5, titleLimit=300))
    base = alt.Chart(rows)
    shape = alt.Shape("line:N", legend=None, sort=list(dict.fromkeys(rows["line"])))
    layers = [
        base.transform_filter(alt.datum.joined).mark_line(strokeWidth=2.5).encode(x=x, y=y, color=ink, detail="line:N"),
        base.mark_point(filled=True, size=55, opacity=1).encode(x=x, y=y, color=ink, shape=shape, tooltip=[
            alt.Tooltip("line:N", title="Series"), alt.Tooltip("period:N", title="Period"),
            alt.Tooltip("shown:N", title="Figure")]),
    ]
    if level is not None:
        layers += _level(level, mode)
    if start is not None:
        layers += _start(start, mode)
    for (align, dy), group in labels.groupby(["align", "dy"]):
        layers.append(alt.Chart(group).mark_text(
            align=align, dx=8 if room else 0, dy=dy, fontSize=WORDS, fontWeight=600).encode(
            x=x, y=y, text="text:N", color=ink))
    return alt.layer(*layers).properties(height=LINE_HEIGHT)


def _day(date: object) -> alt.DateTime:
    day = pd.Timestamp(str(date))
    return alt.DateTime(year=day.year, month=day.month, date=day.day)


def _level(level: tuple[float, str], mode: Mode) -> list[alt.Chart]:
    """A standard or expectation as a dashed line across, with its words above its left end."""
    chart = alt.Chart(pd.DataFrame({"value": [level[0]], "text": [level[1]]}))
    return [chart.mark_rule(strokeDash=[6, 4], strokeWidth=2, color=TARGET[mode]).encode(y="value:Q"),
            chart.mark_text(align="left", baseline="bottom", dx=2, dy=-4, fontSize=WORDS, fontWeight=600,
                            color=TARGET[mode]).encode(y="value:Q", x=alt.value(0), text="text:N")]


def _start(start: tuple[pd.Timestamp, Sequence[str]], mode: Mode) -> list[alt.Chart]:
    """A break in definition: an upright dashed line with its words to the left of its upper end."""
    chart = alt.Chart(pd.DataFrame({"period_end": [start[0]], "text": ["|".join(start[1])]}))
    return [chart.mark_rule(strokeDash=[2, 3], strokeWidth=1.5, color=MUTED[mode]).encode(x="period_end:T"),
            chart.mark_text(align="right", baseline="top", dx=-6, dy=34, lineBreak="|", lineHeight=14, fontSize=SMALL,
                            color=MUTED[mode]).encode(x="period_end:T", y=alt.value(0), text="text:N")]
