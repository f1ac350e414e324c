"""Where the boxes and lines of a governance diagram go: side by side in layers, or one under another on a phone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.governance import Layer, Tie, parts, upward
from dashboard.labels import wrapped

WIDTH, CHARACTER = 880, 6.5  # pixels that a wide drawing has at least, and of a letter
LINE, PADDING, BETWEEN, APART = 16, 16, 44, 40  # pixels: a line of words, round them, between layers, between parts
FEWEST = 3  # boxes that a row has room for, so that one alone is not as wide as the page
SIDE = 0.012  # share of the width left free on both sides of a box
INDENT, GUTTER, STEP, PHONE_LETTERS = 18, 16, 14, 42  # of the drawing for a phone, in pixels and letters
Link = Callable[[str], str]


@dataclass(frozen=True)
class Drawing:
    """Boxes (id, name, words, tie, link, top, x0, x1, y0, y1 and the middles) and lines (part, step, x, y, answers)."""

    boxes: pd.DataFrame
    lines: pd.DataFrame
    height: int


def layered(names: Mapping[str, str], ties: Sequence[Tie], link: Link, width: int = WIDTH) -> Drawing:
    """Layers from the top down; x runs from 0 to 1 over the width. Small structures stand side by side.

    ``width`` is what the words have room for, in pixels.
    """
    boxes: list[dict[str, object]] = []
    top = 0
    for band in _bands(parts(ties)):
        columns = max(FEWEST, sum(_width(part) for part in band))
        left, lowest = (columns - sum(_width(part) for part in band)) / 2, top
        for part in band:
            bottom = top
            for depth, layer in enumerate(part):
                start = left + (_width(part) - len(layer.bodies)) / 2
                placed = [_box(body, names, ties, link, (start + place) / columns + SIDE,
                               (start + place + 1) / columns - SIDE, bottom, depth == 0,
                               int(width * (1 / columns - 2 * SIDE) / CHARACTER) - 1)
                          for place, body in enumerate(layer.bodies)]
                bottom = max(int(str(box["y1"])) for box in placed)
                boxes += [box | {"y1": bottom} for box in placed]
                bottom += BETWEEN
            lowest = max(lowest, bottom - BETWEEN)
            left += _width(part)
        top = lowest + APART
    return _drawn(boxes, ties, _elbow)


def _bands(found: Sequence[Sequence[Layer]]) -> list[list[Sequence[Layer]]]:
    """Structures that fit side by side in the width of the widest."""
    bands: list[list[Sequence[Layer]]] = []
    most = max((_width(part) for part in found), default=0)
    for part in found:
        room = next((band for band in bands if sum(map(_width, band)) + _width(part) <= most), None)
        if room is None:
            bands.append([part])
        else:
            room.append(part)
    return bands


def _width(part: Sequence[Layer]) -> int:
    return max(len(layer.bodies) for layer in part)


def ladder(names: Mapping[str, str], ties: Sequence[Tie], link: Link) -> Drawing:
    """One box under another, each layer further in; x0 is in pixels from the left, and boxes reach the right side."""
    boxes: list[dict[str, object]] = []
    top = 0
    for part in parts(ties):
        for body, depth in _downwards(part, ties):
            box = _box(body, names, ties, link, GUTTER + depth * INDENT, None, top, depth == 0,
                       PHONE_LETTERS - 3 * depth)
            boxes.append(box)
            top = int(str(box["y1"])) + STEP
        top += STEP
    return _drawn(boxes, ties, _rungs)


def _downwards(part: Sequence[Layer], ties: Sequence[Tie]) -> list[tuple[str, int]]:
    """Each body with its depth, those below a body right after it; one with several above comes after the last."""
    depth = {body: level for level, layer in enumerate(part) for body in layer.bodies}
    order: list[tuple[str, int]] = []

    def put(body: str) -> None:
        order.append((body, depth[body]))
        done = {name for name, _ in order}
        for below in (tie.below for tie in ties if tie.above == body):
            if below not in done and all(tie.above in done for tie in upward(below, ties)):
                put(below)

    for body in part[0].bodies:
        put(body)
    return order


def _box(body: str, names: Mapping[str, str], ties: Sequence[Tie], link: Link, left: float, right: float | None,
         top: int, first: bool, letters: int) -> dict[str, object]:
    said = dict.fromkeys(tie.words for tie in upward(body, ties))
    words, tie = wrapped(names[body], letters), wrapped("▲ " + "; ".join(said), letters + 2) if said else ""
    lines = words.count("\n") + 1
    height = PADDING + LINE * (lines + (tie.count("\n") + 1 if tie else 0))
    return {"id": body, "name": names[body], "words": words, "tie": tie, "link": link(body), "top": first,
            "x0": left, "x1": right, "y0": top, "y1": top + height, "words_y": top + PADDING / 2 + LINE / 2,
            "tie_y": top + PADDING / 2 + LINE * lines + LINE / 2}


Path = list[tuple[float, float]]


def _drawn(boxes: list[dict[str, object]], ties: Sequence[Tie],
           path: Callable[[pd.Series, pd.Series], Path]) -> Drawing:
    frame = pd.DataFrame(boxes)
    frame["middle"] = (frame["x0"] + frame["x1"].fillna(frame["x0"])) / 2
    at = {str(row["id"]): row for _, row in frame.iterrows()}
    lines = [{"part": place, "step": step, "x": x, "y": y, "answers": tie.answers}
             for place, tie in enumerate(ties)
             for step, (x, y) in enumerate(path(at[tie.above], at[tie.below]))]
    return Drawing(frame, pd.DataFrame(lines), int(frame["y1"].max()))


def _elbow(above: pd.Series, below: pd.Series) -> Path:
    """From the upper box down, across half-way, and down to the lower box."""
    half = below["y0"] - BETWEEN / 2
    return [(above["middle"], above["y1"]), (above["middle"], half), (below["middle"], half),
            (below["middle"], below["y0"])]


def _rungs(above: pd.Series, below: pd.Series) -> Path:
    """From the left side of the upper box down beside the boxes to the left side of the lower one."""
    rail = above["x0"] - INDENT / 2
    return [(above["x0"], (above["y0"] + above["y1"]) / 2), (rail, (above["y0"] + above["y1"]) / 2),
            (rail, (below["y0"] + below["y1"]) / 2), (below["x0"], (below["y0"] + below["y1"]) / 2)]
