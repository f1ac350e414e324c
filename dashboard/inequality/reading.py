"""Groups from a CSV file, for the command."""

from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path

from dashboard.inequality.checks import groups_of
from dashboard.inequality.errors import InequalityError
from dashboard.inequality.groups import Groups
from dashboard.inequality.scale import ValueType

NUMBERS = ("population", "value", "numerator", "denominator", "se", "lower", "upper")


def read_groups(path: Path, *, ordered: bool = True, value_type: ValueType = "plain", multiplier: float = 1,
                limits_confidence: float = 0.95) -> Groups:
    """The groups of a CSV file with a header, one row each; an empty cell means that nothing is published.

    Columns: group (else the rows are numbered), population, value, or numerator and denominator, and se, or lower and
    upper; others are left aside. Ordered groups run from most to least deprived. If all are numbered and the numbers
    run neither up nor down, they are put in order, 1 as the most deprived. Raises InequalityError naming row (counted
    from 1 below the header) and column.
    """
    rows = _rows(path)
    columns = {name: [_number(row[name], name, place) for place, row in enumerate(rows, 1)]
               for name in NUMBERS if name in rows[0]}
    _check_columns(columns, rows[0])
    names = [row["group"] for row in rows] if "group" in rows[0] else [str(place) for place in range(1, len(rows) + 1)]
    groups = groups_of(
        columns.get("value"), columns.get("population"), names=names, lower=columns.get("lower"),
        upper=columns.get("upper"), se=columns.get("se"), numerators=columns.get("numerator"),
        denominators=columns.get("denominator"), ordered=ordered, value_type=value_type, multiplier=multiplier,
        limits_confidence=limits_confidence)
    return groups.taken(_order(groups.names)) if ordered else groups


def _check_columns(columns: dict[str, list[float | None]], header: dict[str, str]) -> None:
    """What must be there is there, and limits come in pairs."""
    if "value" not in columns and not {"numerator", "denominator"} <= columns.keys():
        raise InequalityError(f"missing: there is neither a column value, nor numerator and denominator, among "
                              f"{', '.join(header)}", column="value")
    for one, other in (("lower", "upper"), ("upper", "lower"), ("numerator", "denominator")):
        if one in columns and other not in columns:
            raise InequalityError(f"missing beside the column {one}", column=other)


def _rows(path: Path) -> list[dict[str, str]]:
    """The rows of the file by column name, both without space around them and names in lower case."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = [line for line in csv.reader(file, strict=True) if any(cell.strip() for cell in line)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise InequalityError(f"the file cannot be read: {reason}") from error
    if not lines:
        raise InequalityError("the file is empty")
    header = [cell.strip().lower() for cell in lines[0]]
    for name in header:
        if header.count(name) > 1:
            raise InequalityError("stands twice in the header", column=name or "without a name")
    for place, line in enumerate(lines[1:], 1):
        if len(line) != len(header):
            raise InequalityError(f"{len(line)} cells under a header of {len(header)}", row=place)
    if len(lines) == 1:
        raise InequalityError("the file has a header but no groups")
    return [dict(zip(header, (cell.strip() for cell in line), strict=True)) for line in lines[1:]]


def _number(cell: str, column: str, row: int) -> float | None:
    """A cell's number, or None where it is empty. NaN is no number: what is not known is left empty."""
    if not cell:
        return None
    try:
        found = float(cell)
    except ValueError as error:
        raise InequalityError(f"“{cell}” is not a number", row=row, column=column) from error
    if found != found:
        raise InequalityError(f"“{cell}” is not a number: leave a cell empty where nothing is published",
                              row=row, column=column)
    return found


def _order(names: tuple[str, ...]) -> list[int]:
    """The rows as they stand, unless they are numbered and run neither up nor down."""
    places = list(range(len(names)))
    if not all(name.isdecimal() for name in names):
        return places
    numbers = [int(name) for name in names]
    falls = {earlier > later for earlier, later in pairwise(numbers)}
    return places if len(falls) == 1 else sorted(places, key=numbers.__getitem__)
