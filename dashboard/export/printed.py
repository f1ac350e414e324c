"""What is printed of a figure: its rows as text on paper, and texts that documents can hold."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.export.lettering import allowed, width_of
from dashboard.export.taken import Taken
from dashboard.text import join

NOTHING = "–"
PLACED = ("Area", "District")  # columns that say where a row is
STEPS = 60  # in which the room of a table is given out
YEARS = (1900, 2100)
NUMBER = re.compile(r"[<>~+−-]?£?\d[\d,]*(\.\d+)?(%|m|k)?")
# All that XML 1.0 does not allow in a text.


@dataclass(frozen=True)
class Printed:
    """Rows as text for paper: ``rows`` of ``columns``, which of these are ``numbers``, and what was left out.

    ``total`` counts all rows of the figure, ``own`` names the place whose rows were put first ("" for none),
    ``left_out`` the columns that there was no room for, ``linked`` whether the figure has a link. Columns without any
    entry are not printed.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[bool, ...]
    total: int
    own: str
    left_out: tuple[str, ...]
    linked: bool

    def remark(self) -> str:
        """A sentence or two on what the rows leave out and what a dash means; "" where there is nothing to say."""
        said = []
        if len(self.rows) < self.total:
            first = f", those of {self.own} first" if self.own else ""
            said.append(f"These are {len(self.rows)} of {self.total:,} rows{first}.")
        if self.left_out:
            said.append(f"There was no room for {len(self.left_out)} more columns: {join(self.left_out)}.")
        if said and self.linked:
            said.append("All of it is at the link.")
        if any(NOTHING in row for row in self.rows):
            said.append(f"“{NOTHING}” stands where there is no figure.")
        return " ".join(said)


def printed(taken: Taken, most: int, widest: int) -> Printed:
    """The first ``most`` rows of the figure's table in at most ``widest`` columns, as text.

    A table up to a third longer is printed whole; a longer one begins with the rows of the area that is chosen.
    """
    table = taken.figure.table()
    total, own = len(table), ""
    most = total if total <= most * 4 / 3 else most
    if total > most:
        table, own = _own_first(table, taken.choices.get("Area", ""))
    # By place, not by name: two columns may be called the same.
    texts = [(clean(str(name)), column_text(table.iloc[:, place])) for place, name in enumerate(table.columns)]
    filled = [(name, cells) for name, cells in texts if any(cell not in ("", NOTHING) for cell in cells)]
    shown = filled[:widest]
    return Printed(tuple(name for name, _ in shown), tuple(zip(*(cells[:most] for _, cells in shown), strict=True)),
                   tuple(_numeric(cells) for _, cells in shown), total, own,
                   tuple(name for name, _ in filled[widest:]), bool(taken.link))


def column_text(column: pd.Series[Any]) -> list[str]:
    """The cells of a column as readers see them: "1,234", years without a comma, a dash where there is nothing."""
    whole = pd.api.types.is_integer_dtype(column.dtype)
    years = whole and bool(column.dropna().between(*YEARS).all())
    return [_cell(value, "" if years else ",") for value in column]


def _cell(value: Any, comma: str) -> str:
    if value is None or value is pd.NA or value != value:
        return NOTHING
    if isinstance(value, bool | np.bool_):
        return "yes" if value else "no"
    if not isinstance(value, int | float | np.number):
        return clean(str(value))
    if float(value).is_integer():
        return f"{int(value):{comma}}"
    # Small numbers keep three figures, so that none is printed as nothing.
    number = float(value)
    return f"{number:.3g}" if abs(number) < 0.01 else f"{number:,.4f}".rstrip("0")


def _numeric(cells: list[str]) -> bool:
    said = [cell for cell in cells if cell not in ("", NOTHING)]
    return all(NUMBER.fullmatch(cell) for cell in said)


def _own_first(table: pd.DataFrame, area: str) -> tuple[pd.DataFrame, str]:
    """The table with the rows of the chosen area first, and its name; as it is where no row is of that area."""
    for name in PLACED:
        if list(table.columns).count(name) == 1:
            own = table[name] == area
            if own.any() and not own.all():
                return pd.concat([table[own], table[~own]]), area
    return table, ""


def column_widths(rows: Printed, width: float, size: float, margins: float) -> list[float]:
    """Room for each column, in the unit of ``width``, ``size`` of the type and ``margins`` of a cell.

    First for its longest word, then bit by bit for the one whose longest text is tallest.
    """
    texts = [(name, *(row[place] for row in rows.rows)) for place, name in enumerate(rows.columns)]
    longest = [max(width_of(text, size, bold=True) for text in column) for column in texts]
    widths = [min(max((width_of(word, size, bold=True) for text in column for word in text.split()), default=0.0)
                  + margins, width / 4) for column in texts]
    spare = width - sum(widths)
    if spare <= 0:
        return [width * share / sum(widths) for share in widths]
    for _ in range(STEPS):
        lines = [text / (share - margins * 0.9) for text, share in zip(longest, widths, strict=True)]
        widths[lines.index(max(lines))] += spare / STEPS
    return widths


def clean(text: str) -> str:
    """The text without the control characters that no document may hold; line breaks are all alike."""
    return allowed(text.replace("\r\n", "\n").replace("\r", "\n"))


def paragraphs(text: str) -> list[str]:
    """The lines of a text that hold anything, each a paragraph."""
    return [line.strip() for line in clean(text).split("\n") if line.strip()]


def leftward(text: str) -> bool:
    """Whether a text reads from right to left: its first letter that has a direction says so."""
    strong = (unicodedata.bidirectional(character) for character in text)
    return next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L"
