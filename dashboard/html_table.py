"""A table as HTML: read row by row by any reader, figures under each other, in one element for the browser."""

from __future__ import annotations

import re
from html import escape

import pandas as pd

from dashboard.export.cells import are_years

NUMBER = re.compile(r"[<>]?[+−-]?£?\d[\d,]*(\.\d+)?%?")  # the minus of print
YEAR = re.compile(r"(19|20)\d\d")
NOTHING = "–"  # a cell that has no figure; why is said beside it or in the notes


def html_table(rows: pd.DataFrame, name: str) -> str:
    """The rows as an HTML table that can be scrolled sideways with the keyboard; ``name`` is read out before it.

    Columns of figures stand to the right, and whole numbers have commas between thousands; years have none. The first
    column names its row unless it is itself of figures.
    """
    shown = [_shown(rows[column]) for column in rows.columns]
    figures = [_of_figures(cells) for cells in shown]
    head = "".join(f"<th scope='col'{_side(right)}>{escape(str(column))}</th>"
                   for column, right in zip(rows.columns, figures, strict=True))
    body = "".join(f"<tr>{_row(cells, figures)}</tr>" for cells in zip(*shown, strict=True))
    return (f"<div class='figures' role='region' tabindex='0' aria-label='{escape(name, quote=True)}'>"
            f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>")


def _row(cells: tuple[str, ...], figures: list[bool]) -> str:
    first = "td" if figures[0] else "th"
    tags = [first, *["td"] * (len(cells) - 1)]
    return "".join(f"<{tag}{_side(right)}{' scope=row' if tag == 'th' else ''}>{escape(cell)}</{tag}>"
                   for tag, cell, right in zip(tags, cells, figures, strict=True))


def _side(right: bool) -> str:
    return " class='figure'" if right else ""


def _shown(column: pd.Series) -> list[str]:
    """The cells as words. Text is as it is; numbers are written out, with commas unless all of them are years."""
    if not pd.api.types.is_numeric_dtype(column) or pd.api.types.is_bool_dtype(column):
        return [NOTHING if pd.isna(cell) or cell == "" else str(cell) for cell in column]
    commas = "" if are_years(column.dropna().to_list()) else ","
    return [NOTHING if pd.isna(cell) else _number(cell, commas) for cell in column]


def _number(value: float, commas: str) -> str:
    """A number with the decimals it has, but none that only computers add: 26.1, not 26.099999999999998."""
    shown = f"{value:{commas}.{2 if abs(value) >= 1 else 4}f}"
    return shown.rstrip("0").rstrip(".")


def _of_figures(cells: list[str]) -> bool:
    """Whether most cells are figures; a column of years is of names."""
    told = [cell for cell in cells if cell != NOTHING]
    return sum(bool(NUMBER.fullmatch(cell)) for cell in told) * 2 > len(told) \
        and not all(YEAR.fullmatch(cell) for cell in told)
