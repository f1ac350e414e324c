"""Direct labels of charts: how they wrap, how high they are, and where they go so that none overlap."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

import altair as alt
import pandas as pd

from dashboard.registry import Indicator
from dashboard.scales import TEXT, Mode

LABEL_WIDTH = 15  # characters of a label before it wraps, so that a phone keeps room for the lines
LABEL_LINE, LABEL_GAP, NAME_LINE = 14, 4, 13  # pixels
PLOT_HEIGHT = alt.AutoSizeParams(type="fit-x", contains="padding")  # the height given is that of the plot alone
MILLION = 1_000_000


def wrapped(words: str, width: int = LABEL_WIDTH) -> str:
    """A label over as many lines as a narrow margin needs."""
    return "\n".join(textwrap.wrap(words, width))


def short(value: float, indicator: Indicator) -> str:
    """A value as words, in millions from a million on."""
    if abs(value) < MILLION:
        return indicator.show(value)
    return f"{indicator.prefix}{value / MILLION:,.1f}m"


def label_height(words: str) -> int:
    """The pixels a label takes, with the gap below it."""
    return (words.count("\n") + 1) * LABEL_LINE + LABEL_GAP


def spread(values: Sequence[float], heights: Sequence[int], low: float, high: float, height: int) -> list[float]:
    """The middles of labels of these heights so that none overlap, each as near its value as can be.

    In and out are values on an axis from ``low`` to ``high`` over ``height`` pixels. Labels that would touch move as
    one block around their common middle.
    """
    wanted = [(high - value) / (high - low) * height for value in values]
    blocks: list[tuple[float, list[int]]] = []  # top and members, from the top of the chart down
    for index in sorted(range(len(wanted)), key=wanted.__getitem__):
        top, members = _placed([index], wanted, heights, height)
        while blocks and blocks[-1][0] + sum(heights[item] for item in blocks[-1][1]) > top:
            top, members = _placed([*blocks.pop()[1], *members], wanted, heights, height)
        blocks.append((top, members))
    middles = [0.0] * len(wanted)
    for top, members in blocks:
        for index in members:
            middles[index] = top + heights[index] / 2
            top += heights[index]
    return [high - middle / height * (high - low) for middle in middles]


def _placed(members: list[int], wanted: Sequence[float], heights: Sequence[int],
            height: int) -> tuple[float, list[int]]:
    """Where a block of labels begins, inside the chart."""
    size = sum(heights[item] for item in members)
    middle = sum(wanted[item] for item in members) / len(members)
    return min(max(middle - size / 2, 0.0), max(height - size, 0.0)), members


def side_names(frame: pd.DataFrame, field: str, order: alt.Y, mode: Mode) -> list[alt.Chart]:
    """The names of rows to the left of a chart; one of several lines begins further up, so that its middle fits.

    ``order`` is the chart's own way of placing rows, by the names or by another column.
    """
    lines, read = frame[field].str.count("\n"), list(dict.fromkeys([field, order.shorthand.split(":")[0]]))
    return [alt.Chart(frame.loc[lines == extra, read].drop_duplicates()).mark_text(
        align="right", dx=-8, dy=-extra * NAME_LINE / 2, lineBreak="\n", lineHeight=NAME_LINE, fontSize=12,
        color=TEXT[mode], baseline="middle").encode(y=order, x=alt.XValue(0), text=alt.Text(f"{field}:N"))
        for extra in sorted(set(lines))]
