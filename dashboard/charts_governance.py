"""Diagrams of who runs what, and of what happened when: pure functions from positions to a specification."""

from __future__ import annotations

import altair as alt
import pandas as pd

from dashboard.charts_people import ink_on
from dashboard.charts_profile import Down
from dashboard.governance_drawing import LINE, Drawing
from dashboard.labels import PLOT_HEIGHT, wrapped
from dashboard.scales import FOCUS, MUTED, TEXT, ZERO, Mode

MARGIN = 6  # pixels below the last box


def diagram(drawing: Drawing, mode: Mode, *, pixels: bool) -> alt.LayerChart:
    """Boxes with names, and lines between them: unbroken where one body answers to the other, dashed otherwise.

    ``pixels`` says that places are in pixels from the left and boxes reach the right side (the drawing for a phone);
    else they are shares of the width.
    """
    down = Down(drawing.height + MARGIN)
    across = alt.Scale(domain=[0, 300], range=[0, 300]) if pixels else alt.Scale(domain=[0, 1], nice=False)
    lines = [_ties(drawing.lines[drawing.lines["answers"] == answers], answers, across, down, mode)
             for answers in (False, True) if (drawing.lines["answers"] == answers).any()]
    return alt.layer(*lines, *_boxes(drawing.boxes, across, down, mode, pixels=pixels),
                     autosize=PLOT_HEIGHT).properties(height=drawing.height + MARGIN)


def _ties(lines: pd.DataFrame, answers: bool, across: alt.Scale, down: Down, mode: Mode) -> alt.Chart:
    return alt.Chart(lines[["part", "step", "x", "y"]]).mark_line(
        color=MUTED[mode], strokeWidth=2, strokeDash=[1, 0] if answers else [5, 4], interpolate="linear").encode(
        x=alt.X("x:Q", axis=None, scale=across), y=down.at("y"), detail="part:N", order="step:Q")


def _boxes(boxes: pd.DataFrame, across: alt.Scale, down: Down, mode: Mode, *, pixels: bool) -> list[alt.Chart]:
    ground = {True: FOCUS[mode], False: ZERO[mode]}
    frame = boxes.assign(fill=boxes["top"].map(ground), ink=[
        ink_on(FOCUS[mode]) if top else TEXT[mode] for top in boxes["top"]], faint=[
        ink_on(FOCUS[mode]) if top else MUTED[mode] for top in boxes["top"]], inside=boxes["x0"] + 8)
    base = alt.Chart(frame[["name", "words", "tie", "link", "x0", "x1", "y0", "y1", "words_y", "tie_y", "middle",
                            "inside", "fill", "ink", "faint"]])
    right = alt.X2Value("width") if pixels else alt.X2("x1")
    rect = base.mark_rect(stroke=FOCUS[mode], strokeWidth=1.5, cornerRadius=3).encode(
        x=alt.X("x0:Q", axis=None, scale=across), x2=right, y=down.at("y0"), y2="y1",
        fill=alt.Fill("fill:N", scale=None), href="link:N", tooltip=alt.Tooltip("name:N", title="Open"))
    place = alt.X("inside:Q" if pixels else "middle:Q", axis=None, scale=across)
    style = {"align": "left" if pixels else "center", "lineBreak": "\n", "lineHeight": LINE, "baseline": "middle"}
    names = base.mark_text(fontSize=13, fontWeight=600, **style).encode(
        x=place, y=down.at("words_y"), text="words:N", color=alt.Color("ink:N", scale=None), href="link:N")
    ties = base.transform_filter("datum.tie != ''").mark_text(fontSize=12, **style).encode(
        x=place, y=down.at("tie_y"), text="tie:N", color=alt.Color("faint:N", scale=None))
    return [rect, names, ties]


WHEN, DOT, SAID, STEP = 0, 110, 126, 16  # pixels from the left, and between two events
DATE_LETTERS = 14


def timeline(rows: pd.DataFrame, mode: Mode, *, letters: int) -> alt.LayerChart:
    """Events one under another beside a line: a full dot with its date, a ring where none is stated.

    ``rows`` has when, event and dated, in the order of the story; ``letters`` is the room for the words.
    """
    y, placed = 0, []
    for when, event, dated in rows[["when", "event", "dated"]].itertuples(index=False):
        date, words = wrapped(when, DATE_LETTERS), wrapped(event, letters)
        placed.append({"date": date, "words": words, "dated": dated, "y": y + LINE / 2})
        y += LINE * max(date.count("\n") + 1, words.count("\n") + 1) + STEP
    frame, down = pd.DataFrame(placed), Down(y)
    line = alt.Chart(pd.DataFrame([{"top": frame["y"].min(), "end": frame["y"].max()}])).mark_rule(
        color=MUTED[mode], strokeWidth=2).encode(x=alt.XValue(DOT), y=down.at("top"), y2="end")
    dots = [alt.Chart(part[["y"]]).mark_point(filled=True, size=110, fill=fill, stroke=FOCUS[mode], strokeWidth=2,
                                             opacity=1).encode(x=alt.XValue(DOT), y=down.at("y"))
            for part, fill in ((frame[frame["dated"]], FOCUS[mode]), (frame[~frame["dated"]], ZERO[mode])) if len(part)]
    style = {"align": "left", "baseline": "middle", "lineBreak": "\n", "lineHeight": LINE, "fontSize": 13}
    base = alt.Chart(frame)
    said = [base.mark_text(color=TEXT[mode], fontWeight=600 if bold else 400, **style).encode(
        x=alt.XValue(place), y=down.at("y"), text=f"{field}:N")
        for field, place, bold in (("date", WHEN, True), ("words", SAID, False))]
    return alt.layer(line, *dots, *said, autosize=PLOT_HEIGHT).properties(height=y)
