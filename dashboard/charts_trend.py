"""Lines over time: a pure function from rows to a specification."""

from __future__ import annotations

import datetime
import json
import math
import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import altair as alt
import pandas as pd

from dashboard.labels import LABEL_GAP, LABEL_LINE, PLOT_HEIGHT, label_height, short, spread, wrapped
from dashboard.registry import Indicator
from dashboard.scales import CATEGORICAL, CONTEXT, MUTED, TARGET, TEXT, Mode
from dashboard.text import MONTHS, year_end

HEIGHT = 330
TICKS = 7
NEAR_ZERO = 0.3  # lowest over highest value under which the axis starts at zero
MILLION, WHOLE = 1_000_000, 100.0
DASHES = ([1, 0], [7, 3], [2, 2], [9, 3, 2, 3])
Looks: TypeAlias = Mapping[str, Mapping[str, Any]]
SHAPES = ("circle", "square", "diamond", "triangle-up")


def trend_lines(rows: pd.DataFrame, indicator: Indicator, mode: Mode, *, coloured: Sequence[str],
                breaks: Sequence[int] = (), break_note: str = "", intervals: bool = False) -> alt.LayerChart:
    """Lines over time with their names at the end; a run of one point is a dot, and nothing joins two runs.

    ``rows`` has line, series, run, day (ordinal), period, period_end, value, lower, upper, lowest, highest and shown;
    ``coloured`` lines come first in colour, the others are grey. Days of ``breaks`` get an upright rule, named above.
    """
    known = rows[rows["value"].notna()].assign(piece=lambda frame: frame["series"] + frame["run"].astype(str))
    looks = line_looks(list(dict.fromkeys(known["line"])), coloured, mode, indicator.target is not None)
    known = pd.concat([known[~known["line"].isin(coloured)], known[known["line"].isin(coloured)].iloc[::-1]])
    ends = _end_labels(known, indicator)
    low, high = _domain(known, coloured, intervals, indicator)
    height = max(HEIGHT, sum(map(label_height, ends["words"])))
    heights = [label_height(words) for words in ends["words"]]
    ends["label_y"] = spread(ends["value"].to_list(), heights, low, high, height)
    # Text of several lines hangs from its first one, so it starts half of its height further up.
    ends["text_y"] = ends["label_y"] + [
        (size - LABEL_LINE - LABEL_GAP) / 2 / height * (high - low) for size in heights]
    first, last = int(known["day"].min()), int(known["day"].max())
    first, last = (first, last) if first < last else (first - 180, last + 180)
    frame = Axes((first, last), (low, high), _time_axis(known, mode), _value_axis(indicator, mode))
    layers = [*_bands(known, coloured, looks, frame, mode, intervals), *_rules(breaks, break_note, frame, mode),
              *_lines(known, looks, indicator, frame), *_labels(ends, looks, frame, mode)]
    if indicator.target is not None:
        target = pd.DataFrame({"value": [indicator.target]})
        layers.append(alt.Chart(target).mark_rule(
            strokeDash=[6, 4], strokeWidth=1.6, color=TARGET[mode]).encode(y=frame.y("value")))
    return alt.layer(*layers, autosize=PLOT_HEIGHT).properties(height=height)


@dataclass(frozen=True)
class Axes:
    """The two axes that all layers share."""

    days: tuple[int, int]
    values: tuple[float, float]
    time_axis: alt.Axis
    value_axis: alt.Axis

    def x(self, field: str = "day") -> alt.X:
        """A field along the time axis."""
        return alt.X(f"{field}:Q", axis=self.time_axis, scale=alt.Scale(domain=self.days, nice=False, padding=8))

    def y(self, field: str) -> alt.Y:
        """A field along the value axis."""
        return alt.Y(f"{field}:Q", axis=self.value_axis, scale=alt.Scale(domain=self.values, nice=False))


def line_looks(lines: Sequence[str], coloured: Sequence[str], mode: Mode, target: bool) -> dict[str, dict[str, Any]]:
    """Colour, dash, width and symbol of each line; the colour of targets is kept free where one is drawn."""
    order = (0, 1, 3, 2) if target else (0, 1, 2, 3)
    looks: dict[str, dict[str, Any]] = {}
    for line in lines:
        if line in coloured:
            place = list(coloured).index(line)
            looks[line] = {"colour": CATEGORICAL[mode][order[place]], "dash": DASHES[place], "shape": SHAPES[place],
                           "width": 3.0 if place == 0 else 2.2}
        else:
            looks[line] = {"colour": CONTEXT[mode], "dash": DASHES[0], "shape": SHAPES[0], "width": 1.6}
    return looks


def _lines(known: pd.DataFrame, looks: Looks, indicator: Indicator,
           frame: Axes) -> list[alt.Chart]:
    names = list(looks)

    def look(channel: Any, field: str) -> Any:
        return channel("line:N", legend=None, scale=alt.Scale(domain=names, range=[looks[name][field]
                                                                                   for name in names]))
    widths = known["line"].map({name: look["width"] for name, look in looks.items()})
    base = alt.Chart(known[["line", "piece", "day", "value", "period", "shown"]].assign(width=widths))
    lines = base.mark_line().encode(
        x=frame.x(), y=frame.y("value"), color=look(alt.Color, "colour"), strokeDash=look(alt.StrokeDash, "dash"),
        strokeWidth=alt.StrokeWidth("width:Q", scale=None), detail=alt.Detail("piece:N"))
    tips = [alt.Tooltip("line:N", title="Area"), alt.Tooltip("period:N", title="Period"),
            alt.Tooltip("shown:N", title=indicator.label)]
    points = base.mark_point(filled=True, size=42, opacity=1).encode(
        x=frame.x(), y=frame.y("value"), color=look(alt.Color, "colour"), shape=look(alt.Shape, "shape"), tooltip=tips)
    return [lines, points]


def _bands(known: pd.DataFrame, coloured: Sequence[str], looks: Looks,
           frame: Axes, mode: Mode, intervals: bool) -> list[alt.Chart]:
    """The range of the other ICBs, and the limits of the coloured lines where they are asked for."""
    layers = []
    peers = known[known["highest"].notna()]
    if len(peers):
        layers.append(alt.Chart(peers[["piece", "day", "lowest", "highest"]]).mark_area(
            color=CONTEXT[mode], opacity=0.28).encode(
            x=frame.x(), y=frame.y("lowest"), y2=alt.Y2("highest"), detail=alt.Detail("piece:N")))
    limited = known[known["line"].isin(coloured) & known["lower"].notna()]
    if not intervals or limited.empty:
        return layers
    colour = alt.Color("line:N", legend=None, scale=alt.Scale(domain=list(looks), range=[
        look["colour"] for look in looks.values()]))
    base = alt.Chart(limited[["line", "piece", "day", "lower", "upper"]]).encode(
        x=frame.x(), y=frame.y("lower"), y2=alt.Y2("upper"), color=colour)
    return [*layers, base.mark_area(opacity=0.14).encode(detail=alt.Detail("piece:N")), base.mark_rule(opacity=0.55)]


def _rules(breaks: Sequence[int], note: str, frame: Axes, mode: Mode) -> list[alt.Chart]:
    """An upright rule at each break and, above the plot, what it stands for."""
    if not breaks:
        return []
    rules = alt.Chart(pd.DataFrame({"day": list(breaks)})).mark_rule(
        strokeDash=[2, 3], strokeWidth=1.4, color=MUTED[mode]).encode(x=frame.x())
    words = textwrap.wrap(f"┊ Break: {note}", 46)
    named = alt.Chart(pd.DataFrame({"words": ["\n".join(words)]})).mark_text(
        align="left", baseline="bottom", lineBreak="\n", color=MUTED[mode], fontSize=11.5, lineHeight=14).encode(
        x=alt.XValue(0), y=alt.YValue(-8 - 14 * (len(words) - 1)), text=alt.Text("words:N"))
    return [rules, named]


def _labels(ends: pd.DataFrame, looks: Looks, frame: Axes, mode: Mode) -> list[alt.Chart]:
    """The name and last value of each line at the right edge, with a thin leader from the line's end."""
    edge = ends.assign(edge=frame.days[1], colour=[
        TARGET[mode] if row["target"] else looks[row["line"]]["colour"] for _, row in ends.iterrows()])
    base = alt.Chart(edge[["line", "day", "edge", "value", "label_y", "text_y", "words", "colour"]])
    leaders = base.mark_rule(strokeWidth=1, opacity=0.8, xOffset=6, x2Offset=17).encode(
        x=frame.x(), x2=alt.X2("edge"), y=frame.y("value"), y2=alt.Y2("label_y"),
        color=alt.Color("colour:N", scale=None))
    words = base.mark_text(align="left", dx=20, lineBreak="\n", lineHeight=LABEL_LINE, fontSize=12,
                           baseline="middle", color=TEXT[mode]).encode(
        x=frame.x("edge"), y=frame.y("text_y"), text=alt.Text("words:N"))
    return [leaders, words]


def _end_labels(known: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """One row a line with its last value and its label, and one for the target."""
    ends = known.sort_values("day", kind="stable").groupby("line", sort=False).tail(1)
    ends = ends[["line", "day", "value", "shown"]].assign(target=False)
    if indicator.target is not None:
        ends = pd.concat([ends, pd.DataFrame([{
            "line": indicator.target_label.capitalize(), "day": int(known["day"].max()), "value": indicator.target,
            "shown": indicator.show(indicator.target), "target": True}])])
    return ends.assign(words=[wrapped(f"{line} {short(value, indicator)}") for line, value in
                              zip(ends["line"], ends["value"], strict=True)]).reset_index(drop=True)


def _domain(known: pd.DataFrame, coloured: Sequence[str], intervals: bool, indicator: Indicator) -> tuple[float, float]:
    """The ends of the value axis: round numbers, from zero where the values come near it."""
    values = [*known["value"], *known["lowest"].dropna(), *known["highest"].dropna(),
              *([] if indicator.target is None else [indicator.target])]
    if intervals:
        limited = known[known["line"].isin(coloured)]
        values += [*limited["lower"].dropna(), *limited["upper"].dropna()]
    low, high = min(values), max(values)
    if 0 <= low < high * NEAR_ZERO or low == high == 0:
        low = 0.0
    pad = (high - low) * 0.06 or abs(high) * 0.1 or 1.0
    step = 10 ** math.floor(math.log10((high - low + 2 * pad) / 4))
    bottom = low if low == 0 else math.floor((low - pad) / step) * step
    top = math.ceil((high + pad) / step) * step
    if indicator.kind in ("share", "rank", "modelled") and high <= WHOLE:
        top = min(top, WHOLE)
    return (max(bottom, 0.0) if low >= 0 else bottom), top


def _value_axis(indicator: Indicator, mode: Mode) -> alt.Axis:
    """A value axis with the unit on its numbers and millions written short; the unit in words is in the sub-title."""
    number = f"datum.value >= {MILLION} ? format(datum.value / {MILLION}, ',.1~f') + 'm' : format(datum.value, ',~f')"
    suffix = "%" if indicator.short_unit == "%" else ""
    return alt.Axis(title=None, tickCount=5, labelExpr=f"'{indicator.prefix}' + ({number}) + '{suffix}'",
                    labelFontSize=12, labelColor=MUTED[mode], domain=False, ticks=False)


def _time_axis(known: pd.DataFrame, mode: Mode) -> alt.Axis:
    """An axis that names periods where they end: years, quarters over their year, or months where kinds are mixed."""
    names = tick_names(known)
    return alt.Axis(title=None, values=list(names), labelExpr=f"({json.dumps(names)})[datum.value]", grid=False,
                    labelOverlap="parity", labelFontSize=12, labelPadding=6, labelColor=MUTED[mode],
                    tickColor=MUTED[mode])


def tick_names(known: pd.DataFrame) -> dict[int, list[str]]:
    """The days to name on the axis with their lines of words: at most seven, the last one always among them."""
    periods = {int(day): str(period) for day, period in zip(known["day"], known["period"], strict=True)}
    forms = {re.sub(r"\d+", "0", re.sub("|".join(MONTHS), "month", period)) for period in periods.values()}
    days = sorted(periods)
    last = days[-1]
    if len(forms) == 1 and periods[last].startswith("Q") and len(days) > TICKS:
        days = [day for day in days if periods[day][:2] == periods[last][:2]]
    apart = (last - days[0]) / (TICKS - 0.5)
    named = [last]
    for day in reversed(days):
        if named[-1] - day >= apart:
            named.append(day)
    if len(named) % 2 == 0 and len(named) > 4 and len(forms) == 1:
        named = named[:-1]  # an odd number, so that the last one stays where a narrow axis drops every other
    return {day: _tick(periods[day]) if len(forms) == 1 else _month(day) for day in reversed(named)}


def _tick(period: str) -> list[str]:
    period = year_end(period)
    quarter = re.fullmatch(r"(Q\d) (.+)", period)
    if quarter:
        return [quarter[1], quarter[2]]
    if " to " in period:
        return [period.split(" to ")[0], f"to {period.split(' to ')[1]}"]
    return period.split(" ") if period.split(" ")[0] in MONTHS else [period]


def _month(day: int) -> list[str]:
    date = datetime.date.fromordinal(day)
    return [MONTHS[date.month - 1][:3], str(date.year)]
