"""The cells of a figure's table as a spreadsheet holds them: numbers as numbers, and a word where there is none."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

import pandas as pd

from dashboard.export.lettering import allowed
from dashboard.figure import Figure

# The shorthand that government statistics use in place of an empty cell.
SHORTHAND = {"[c]": "suppressed by the publisher, because too few people are counted",
             "[x]": "not available: there is no figure for this cell",
             "[z]": "does not apply, or nothing is stated"}
HIDDEN = "suppressed"
_NUMBER = re.compile(r"([+\-−]?)(£?)((?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.(\d+))?)(%?)")
_BOUND = re.compile(r"[<>]\s?£?[\d.,]+%?")  # "<1%": a word among numbers
YEARS = (1800, 2200)


class Cell(NamedTuple):
    """What a cell holds, and the format a number is shown in ("" for words)."""

    value: str | int | float
    shown_as: str = ""


def columns(figure: Figure) -> Iterator[tuple[str, list[Cell]]]:
    """Each column of the figure's table: its unique name and its cells; no cell is empty."""
    table = figure.table()
    hidden = (figure.data["status"] == HIDDEN).to_list() if "status" in figure.data else [False] * len(table)
    seen: dict[str, int] = {}
    for position, name in enumerate(table.columns):
        text = fit(str(name)).strip() or f"Column {position + 1}"
        seen[text.lower()] = seen.get(text.lower(), 0) + 1
        unique = text if seen[text.lower()] == 1 else f"{text} ({seen[text.lower()]})"
        yield unique, _column(table.iloc[:, position], hidden)


def fit(text: str) -> str:
    """The text without the characters that a spreadsheet cannot hold, and no longer than a cell."""
    return allowed(text)[:32_000]


def _column(values: pd.Series, hidden: list[bool]) -> list[Cell]:
    kept = [None if pd.isna(value) or value == "" else value for value in values]
    known = [value for value in kept if value is not None]
    words = [value for value in known if isinstance(value, str)]
    if words:
        counted = _holds_numbers([value.strip() for value in words]) and len(words) == len(known)
        found = [None if value is None else _parsed(str(value)) if counted else Cell(fit(str(value)))
                 for value in kept]
    else:
        counted = bool(pd.api.types.is_numeric_dtype(values))
        found = [None if value is None else _typed(value, are_years(known)) for value in kept]
    return [_blank(counted, secret) if cell is None or cell.value == "" else cell
            for cell, secret in zip(found, hidden, strict=True)]


def _blank(counted: bool, secret: bool) -> Cell:
    return Cell(("[c]" if secret else "[x]") if counted else "[z]")


def _holds_numbers(words: list[str]) -> bool:
    """Whether a column of words is one of numbers: nothing in it has digits that are no number, and it is no year."""
    numbers = [word for word in words if _NUMBER.fullmatch(word)]
    others = [word for word in words if not _NUMBER.fullmatch(word) and not _BOUND.fullmatch(word)]
    years = all(word.isdigit() and YEARS[0] <= int(word) <= YEARS[1] for word in numbers)
    return bool(numbers) and not years and not any(re.search(r"\d", word) for word in others)


def _parsed(word: str) -> Cell:
    found = _NUMBER.fullmatch(word.strip())
    if found is None:
        return Cell(fit(word))
    sign, pound, digits, decimals, percent = found.groups()
    value = Decimal(digits.replace(",", "")) * (-1 if sign in ("-", "−") else 1) / (100 if percent else 1)
    body = (('"£"' if pound else "") + ("#,##0" if "," in digits or pound else "0")
            + (f".{'0' * len(decimals)}" if decimals else "") + percent)
    return Cell(int(value) if value == int(value) else float(value), f"+{body};-{body}" if sign == "+" else body)


def are_years(known: list[Any]) -> bool:
    """Whether numbers stand without commas: years do."""
    return all(isinstance(value, (int, float)) and YEARS[0] <= value <= YEARS[1] for value in known)


def _typed(value: Any, plain: bool) -> Cell:
    if isinstance(value, (bool,)) or type(value).__name__ == "bool_":
        return Cell("yes" if value else "no")
    if isinstance(value, (datetime.date, datetime.datetime)):
        return Cell(value.isoformat()[:10])
    if not isinstance(value, (int, float)) and not hasattr(value, "item"):
        return Cell(fit(str(value)))
    number = float(value)
    if number == int(number):
        return Cell(int(number), "0" if plain else "#,##0")
    return Cell(number, "General")
