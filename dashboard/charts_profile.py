"""A profile as rows: each measure between the worst and the best figure, or its places; pure functions from rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from dashboard.charts_people import ink_on
from dashboard.labels import PLOT_HEIGHT, side_names, wrapped
from dashboard.scales import CATEGORICAL, CONTEXT, FOCUS, JUDGEMENT, MUTED, TEXT, ZERO, Mode, rgb

LINE, HEAD, STRIP, GAP = 15, 26, 24, 20  # pixels: a line of words, a heading, room for the marks, between rows
NAME_WIDTH = 36  # characters, so that a phone has room for the value beside them
SHAPES = {"better": "triangle-up", "worse": "triangle-down", "similar": "circle", "higher": "triangle-right",
          "lower": "triangle-left", "not compared": "circle", "beside": "diamond", "second": "square",
          "district": "M0,-1.15V1.15"}
SIZES = {"own": 170, "second": 110, "beside": 90, "district": 130}
ORDER = ("district", "beside", "second", "own")  # from the ground up
ENDS = {True: ("◄ worse", "better ►"), False: ("◄ lower", "higher ►")}


@dataclass(frozen=True)
class Down:
    """The way down the drawing, in pixels: a field of it as a channel."""

    height: int

    def at(self, field: str) -> alt.Y:
        """A field that holds pixels from the top."""
        return alt.Y(f"{field}:Q", axis=None, scale=alt.Scale(domain=[0, self.height], reverse=True, nice=False))


def spine(rows: pd.DataFrame, marks: pd.DataFrame, mode: Mode) -> alt.LayerChart:
    """One measure under another: its name and value, its marks from worse to better, and what they come to in words.

    ``rows`` has name, link, judged, shown, other (the second area's value, or "") and words (lines joined by a line
    break). ``marks`` has row (place in ``rows``), at (0 to 1), role (own, second, beside or district), verdict, area
    and shown (the value in words).
    """
    rows, heads, height = _set_out(rows, lambda words: STRIP + LINE * (words.count("\n") + 1))
    down = Down(height)
    rule = alt.Chart(rows[["strip_y"]]).mark_rule(color=CONTEXT[mode], strokeWidth=1.5).encode(
        y=down.at("strip_y"), x=alt.XValue(0), x2=alt.X2Value("width"))
    symbols = alt.Chart(_symbols(marks, mode).assign(y=marks["row"].map(rows["strip_y"]))).mark_point(
        opacity=1, strokeWidth=2).encode(
        x=alt.X("at:Q", axis=None, scale=alt.Scale(domain=[-0.02, 1.02], nice=False)), y=down.at("y"),
        shape=alt.Shape("shape:N", scale=None), size=alt.Size("size:Q", scale=None),
        fill=alt.Fill("fill:N", scale=None), stroke=alt.Stroke("stroke:N", scale=None),
        tooltip=[alt.Tooltip("area:N", title="Area"), alt.Tooltip("shown:N", title="Value")])
    said = [_said(rows, "words_y", "words", "left", 12, 400, MUTED[mode]),
            _said(rows[rows["other"] != ""], "words_y", "other", "right", 14, 400, TEXT[mode])]
    return alt.layer(rule, symbols, *_words(rows, heads, said, down, mode), autosize=PLOT_HEIGHT).properties(
        height=height)


def _symbols(marks: pd.DataFrame, mode: Mode) -> pd.DataFrame:
    """The marks with shape, size and colours, those on top last: the area's own says its verdict by both."""
    colours = {**JUDGEMENT, "higher": FOCUS[mode], "lower": FOCUS[mode], "not compared": ZERO[mode],
               "beside": TEXT[mode], "second": CATEGORICAL[mode][1], "district": MUTED[mode]}
    kind = marks["role"].where(marks["role"] != "own", marks["verdict"])
    fill = kind.map(colours)
    stroke = fill.where(marks["role"] != "own", TEXT[mode]).where(kind != "not compared", FOCUS[mode])
    drawn = marks[["at", "area", "shown"]].assign(
        shape=kind.map(SHAPES), size=marks["role"].map(SIZES), fill=fill, stroke=stroke,
        order=marks["role"].map(ORDER.index))
    return drawn.sort_values("order", kind="stable").drop(columns="order")


def _set_out(rows: pd.DataFrame, body: Callable[[str], int],
             width: int = NAME_WIDTH) -> tuple[pd.DataFrame, pd.DataFrame, int]:
    """The rows with the pixels of their parts, the headings with theirs, and the height of it all.

    ``body`` says how many pixels a row takes under its name, by its words; ``width`` is that of names, in characters.
    """
    y, heads, placed = 0, [], []
    kinds, said = list(rows["judged"]), list(rows.get("words", rows["shown"]))
    for place, name in enumerate(rows["name"]):
        if place == 0 or kinds[place] != kinds[place - 1]:
            left, right = ENDS[bool(kinds[place])]
            heads.append({"y": y + HEAD / 2, "left": left, "right": right})
            y += HEAD
        label = wrapped(name, width)
        lines = label.count("\n") + 1
        strip_y = y + LINE * lines + STRIP / 2
        placed.append({"name": label, "lines": lines, "name_y": y + LINE / 2, "strip_y": strip_y,
                       "words_y": strip_y + STRIP / 2 + 6})
        y += LINE * lines + body(said[place]) + GAP
    out = rows.drop(columns="name").reset_index(drop=True).join(pd.DataFrame(placed))
    return out, pd.DataFrame(heads), y - GAP + 4


def _said(frame: pd.DataFrame, y: str, words: str, side: str, size: float, weight: int, colour: str) -> pd.DataFrame:
    """A column of words as rows to draw: where, on which side, how large and how strong."""
    return pd.DataFrame({"y": frame[y], "words": frame[words], "side": side, "size": size, "weight": weight,
                         "colour": colour})


def _words(rows: pd.DataFrame, heads: pd.DataFrame, said: Sequence[pd.DataFrame], down: Down,
           mode: Mode) -> list[alt.Chart]:
    """The names of rows as links, and all other words in one layer: values, what the ends mean, and ``said``."""
    frame = pd.concat([_said(rows, "name_y", "shown", "right", 14, 700, TEXT[mode]), *said,
                       *[_said(heads, "y", side, side, 11.5, 600, MUTED[mode]) for side in ("left", "right")]])
    lines = {"baseline": "middle", "lineBreak": "\n", "lineHeight": LINE}
    names = alt.Chart(rows[["name", "name_y", "link"]]).mark_text(
        align="left", fontSize=13, color=FOCUS[mode], **lines).encode(
        x=alt.XValue(0), y=down.at("name_y"), text=alt.Text("name:N"), href=alt.Href("link:N"))
    words = alt.Chart(frame).mark_text(
        align=alt.ExprRef("datum.side"), fontWeight=alt.ExprRef("datum.weight"), **lines).encode(
        x=alt.XValue(alt.ExprRef("datum.side == 'right' ? width : 0")), y=down.at("y"), text=alt.Text("words:N"),
        size=alt.Size("size:Q", scale=None), color=alt.Color("colour:N", scale=None))
    return [names, words]


CELL, CELL_GAP, TICK = 26, 12, 16
NEED_NAME, NUMBER_WIDTH = 14, 14  # characters


def places(rows: pd.DataFrame, mode: Mode) -> alt.LayerChart:
    """A row of cells a measure, one a district: its place and mark, stronger the worse; unshaded without judgement.

    ``rows`` has row (from 0), name, link, area, area_link, cell (the place with its mark), shade (0 to 1) and
    said (the figure in words).
    """
    y, tops = HEAD + LINE, []
    for name, link in rows.drop_duplicates("row")[["name", "link"]].itertuples(index=False):
        label = wrapped(name, NAME_WIDTH + 12)
        lines = label.count("\n") + 1
        tops.append({"name": label, "link": link, "name_y": y + LINE / 2, "top": y + LINE * lines + 2,
                     "bottom": y + LINE * lines + 2 + CELL})
        y += LINE * lines + CELL + CELL_GAP
    placed, down = pd.DataFrame(tops), Down(y)
    drawn = rows.join(placed[["top", "bottom"]], on="row")
    drawn = drawn.assign(middle=(drawn["top"] + drawn["bottom"]) / 2,
                         fill=[_mixed(shade, mode) for shade in rows["shade"]])
    drawn["ink"] = drawn["fill"].map(ink_on)
    x = alt.X("area:N", sort=list(dict.fromkeys(rows["area"])), axis=None,
              scale=alt.Scale(paddingInner=0.06, paddingOuter=0))
    base = alt.Chart(drawn[["area", "name", "cell", "said", "top", "bottom", "middle", "fill", "ink"]])
    tips = [alt.Tooltip("area:N", title="District"), alt.Tooltip("name:N", title="Measure"),
            alt.Tooltip("said:N", title="Figure")]
    cells = base.mark_rect(stroke=CONTEXT[mode], strokeWidth=1).encode(
        x=x, y=down.at("top"), y2=alt.Y2("bottom"), fill=alt.Fill("fill:N", scale=None), tooltip=tips)
    words = base.mark_text(fontSize=13, fontWeight=600, baseline="middle").encode(
        x=x, y=down.at("middle"), text=alt.Text("cell:N"), color=alt.Color("ink:N", scale=None))
    names = alt.Chart(placed).mark_text(
        align="left", fontSize=13, color=FOCUS[mode], baseline="middle", lineBreak="\n", lineHeight=LINE).encode(
        x=alt.XValue(0), y=down.at("name_y"), text=alt.Text("name:N"), href=alt.Href("link:N"))
    heads = _heads(rows.drop_duplicates("area"), x, mode)
    return alt.layer(cells, words, names, heads, autosize=PLOT_HEIGHT).properties(height=y)


def _mixed(shade: float, mode: Mode) -> str:
    """The focus colour at this strength over the ground of the page."""
    pairs = zip(rgb(FOCUS[mode]), rgb(ZERO[mode]), strict=True)
    return "#" + "".join(f"{round(shade * colour + (1 - shade) * ground):02x}" for colour, ground in pairs)


def _heads(areas: pd.DataFrame, x: alt.X, mode: Mode) -> alt.Chart:
    """The names of the districts over the columns, broken so that six fit on a phone; each leads to its profile."""
    frame = areas[["area", "area_link"]].assign(words=[broken(area) for area in areas["area"]])
    return alt.Chart(frame).mark_text(fontSize=11, lineBreak="\n", lineHeight=11.5, baseline="top", color=FOCUS[mode],
                                      fontWeight=600).encode(
        x=x, y=alt.YValue(0), text=alt.Text("words:N"), href=alt.Href("area_link:N"))


def broken(name: str, width: int = 10) -> str:
    """A name over short lines; a longer word is broken with a hyphen."""
    words = [f"{word[:7]}- {word[7:]}" if len(word) > width and "-" not in word else word for word in name.split(" ")]
    return wrapped(" ".join(words), width)


def strips(rows: pd.DataFrame, mode: Mode, second: str = "") -> alt.LayerChart:
    """One measure under another: a tick for each neighbourhood of the area, by its place among all of them.

    ``rows`` has name, link, judged, total, mine and theirs (places from the worst or lowest, lists) and shown (how many
    are in the worst or highest fifth, in words). ``second`` says whether a second area has ticks of its own.
    """
    tall = TICK * (2 if second else 1)
    frame, heads, height = _set_out(rows, lambda words: tall, NAME_WIDTH - NUMBER_WIDTH if second else NAME_WIDTH)
    top, down, total = frame["name_y"] + (frame["lines"] - 0.5) * LINE + 3, Down(height), int(rows["total"].max())
    ends = {True: (0.0, 0.2), False: (0.8, 1.0)}
    bands = pd.DataFrame([{"top": y, "bottom": y + tall, "start": start * total, "stop": stop * total, "strength": 0.25}
                          for y, judged in zip(top, frame["judged"], strict=True)
                          for start, stop in ((0.0, 1.0), ends[judged])])
    x = alt.Scale(domain=[0, total + 1], nice=False)
    ground = alt.Chart(bands).mark_rect(color=CONTEXT[mode]).encode(
        x=alt.X("start:Q", axis=None, scale=x), x2=alt.X2("stop"), y=down.at("top"), y2=alt.Y2("bottom"),
        opacity=alt.Opacity("strength:Q", scale=None))
    drawn = [(list(frame["mine"]), top + TICK / 2, FOCUS[mode])]
    drawn += [(list(frame["theirs"]), top + TICK * 3 / 2, CATEGORICAL[mode][1])] if second else []
    ticks = pd.concat([pd.DataFrame({"y": y, "colour": colour, "places": [" ".join(map(str, row)) for row in places]})
                       for places, y, colour in drawn])
    # Each row's places travel as one text: a fraction of what a row for each would take.
    told = alt.Chart(ticks).transform_calculate(at="split(datum.places, ' ')").transform_flatten(
        ["at"]).transform_calculate(at="toNumber(datum.at)").mark_tick(
        thickness=1.4, size=TICK - 3, opacity=0.85, orient="vertical").encode(
        x=alt.X("at:Q", axis=None, scale=x), y=down.at("y"), color=alt.Color("colour:N", scale=None))
    return alt.layer(ground, told, *_words(frame, heads, (), down, mode), autosize=PLOT_HEIGHT).properties(
        height=height)


def need_bars(rows: pd.DataFrame, mode: Mode, own: Sequence[str], second: Sequence[str]) -> alt.LayerChart:
    """A bar a district from zero, in the order of the rows, with its number; the chosen ones in colour, else all."""
    plain = CONTEXT[mode] if own else FOCUS[mode]
    colours = dict.fromkeys(second, CATEGORICAL[mode][1]) | dict.fromkeys(own, FOCUS[mode])
    frame = rows.assign(name=[wrapped(name, NEED_NAME) for name in rows["area_name"]],
                        colour=[colours.get(code, plain) for code in rows["area_code"]])
    order = alt.Y("name:N", sort=frame["name"].to_list(), title=None, axis=None)
    base = alt.Chart(frame[["name", "area_name", "people", "shown", "colour"]])
    bars = base.mark_bar(height={"band": 0.62}).encode(
        y=order, x=alt.X("people:Q", axis=None, scale=alt.Scale(domainMin=0, nice=False)),
        color=alt.Color("colour:N", scale=None),
        tooltip=[alt.Tooltip("area_name:N", title="District"), alt.Tooltip("shown:N", title="Estimate")])
    words = base.mark_text(align="left", dx=6, fontSize=13, fontWeight=600, color=TEXT[mode]).encode(
        y=order, x=alt.X("people:Q"), text=alt.Text("shown:N"))
    return alt.layer(bars, words, *side_names(frame, "name", order, mode), autosize=PLOT_HEIGHT).properties(
        height=len(frame) * 38)
