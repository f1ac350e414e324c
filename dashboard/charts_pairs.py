"""Two figures of one thing under each other, as bars from zero and in words: pure functions to a specification."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd

from dashboard.charts_profile import Down
from dashboard.labels import PLOT_HEIGHT, wrapped
from dashboard.scales import CONTEXT, FOCUS, MUTED, TEXT, Mode

LINE, BAR, GAP = 16, 19, 22  # pixels: a line of words, a bar with its room, between two rows
NARROWER = 0.85  # of a line of names, which are set larger than remarks
NARROW = 60  # letters of a line under which the drawing is for a phone
ROOM = {True: 3.0, False: 2.3}  # widths of the longest bar in a drawing for a phone and else, with its words beside


def pairs(rows: pd.DataFrame, mode: Mode, *, letters: int) -> alt.LayerChart:
    """For each row its name, two bars with their words, and a remark; bars are on a scale of each row's own.

    ``rows`` has name, first and second (words), first_value, second_value (null: words without bars) and said.
    ``letters`` is the room for a line of words.
    """
    y = 0
    names: list[dict[str, object]] = []
    bars: list[dict[str, object]] = []
    remarks: list[dict[str, object]] = []
    for row in rows.to_dict("records"):
        y = _lines(names, row["name"], int(letters * NARROWER), y) + 2
        values = [float(row["first_value"]), float(row["second_value"])]
        drawn = all(value >= 0 for value in values) and max(values) > 0
        for place, words in enumerate((row["first"], row["second"])):
            if drawn:
                bars.append({"start": 0.0, "share": values[place] / max(values), "words": words, "newer": place == 1,
                             "top": y + 3, "end": y + BAR - 3, "middle": y + BAR / 2})
                y += BAR
            else:
                y = _lines(names, words, int(letters * NARROWER), y, bold=False)
        y = _lines(remarks, row["said"], letters, y + 2) + GAP
    down = Down(y - GAP + 4)
    layers = [*_bars(pd.DataFrame(bars), down, ROOM[letters < NARROW], mode), *_words(names, down, TEXT[mode]),
              *_words(remarks, down, MUTED[mode])]
    return alt.layer(*layers, autosize=PLOT_HEIGHT).properties(height=down.height)


def _lines(into: list[dict[str, object]], words: str, letters: int, top: int, *, bold: bool = True) -> int:
    """The words over as many lines as they need; returns where the next line begins."""
    if not words:
        return top
    text = wrapped(words, letters)
    into.append({"words": text, "y": top + LINE / 2, "bold": bold})
    return top + LINE * (text.count("\n") + 1)


def _bars(rows: pd.DataFrame, down: Down, room: float, mode: Mode) -> list[alt.Chart]:
    if rows.empty:
        return []
    across = alt.Scale(domain=[0, room], nice=False)
    layers = []
    for newer, colour in ((False, CONTEXT[mode]), (True, FOCUS[mode])):
        base = alt.Chart(rows.loc[rows["newer"] == newer, ["start", "share", "words", "top", "end", "middle"]])
        x = alt.X("share:Q", axis=None, scale=across)
        layers.append(base.mark_rect(color=colour).encode(
            x=alt.X("start:Q", axis=None, scale=across), x2="share", y=down.at("top"), y2="end"))
        layers.append(base.mark_text(align="left", dx=6, fontSize=12.5, fontWeight=600 if newer else 400,
                                     color=TEXT[mode], baseline="middle").encode(
            x=x, y=down.at("middle"), text="words:N"))
    return layers


def _words(rows: Sequence[dict[str, object]], down: Down, colour: str) -> list[alt.Chart]:
    frame = pd.DataFrame(rows)
    return [alt.Chart(frame.loc[frame["bold"] == bold, ["words", "y"]]).mark_text(
        align="left", baseline="middle", lineBreak="\n", lineHeight=LINE, color=colour,
        fontSize=13 if colour in TEXT.values() else 12,
        fontWeight=600 if bold and colour in TEXT.values() else 400).encode(
        x=alt.XValue(0), y=down.at("y"), text="words:N")
        for bold in (True, False) if len(frame) and (frame["bold"] == bold).any()]
