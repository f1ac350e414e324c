"""Groups are checked here, once, cell by cell: what passes can be measured."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dashboard.inequality.errors import InequalityError
from dashboard.inequality.estimate import confidence_level, number
from dashboard.inequality.groups import Groups
from dashboard.inequality.scale import VALUE_TYPES, Array, ValueType

Column = Sequence[float | None] | Array
FEWEST = 2


def groups_of(values: Column | None = None, populations: Column | None = None, *,
              names: Sequence[str] | None = None, lower: Column | None = None, upper: Column | None = None,
              se: Column | None = None, numerators: Column | None = None, denominators: Column | None = None,
              ordered: bool = True, value_type: ValueType = "plain", multiplier: float = 1,
              limits_confidence: float = 0.95) -> Groups:
    """Checked groups from one sequence a column; None or NaN in ``values`` means that no figure is published.

    Needs ``values``, or ``numerators`` and ``denominators`` (then a value is their ratio times ``multiplier``). The
    denominators are the populations unless ``populations`` are given. ``se`` is the standard error in the unit of the
    values; where ``lower`` and ``upper`` are given too, they are used instead. Without any of them limits come from
    the counts: Wilson's, or for rates Byar's and exact ones. ``names`` default to 1, 2, 3 …

    Raises InequalityError naming row and column: fewer than two groups, a name twice, a number that is none, not
    finite or out of bounds, a population or denominator not above zero, a numerator above its denominator (except for
    a rate, which counts events), limits that do not hold the value.
    """
    if value_type not in VALUE_TYPES:
        raise InequalityError(f"value type “{value_type}” is none of {', '.join(VALUE_TYPES)}")
    if values is None and (numerators is None or denominators is None):
        raise InequalityError("values are missing: give value, or numerator and denominator", column="value")
    columns = {"value": values, "population": populations, "lower": lower, "upper": upper, "se": se,
               "numerator": numerators, "denominator": denominators}
    labels = _names(names, columns)
    ceiling = multiplier if value_type == "proportion" else None
    floor = None if value_type == "plain" else 0.0
    number(multiplier, "multiplier", above=0)
    cells = _Cells(labels, columns)
    n, o = cells.read("denominator", above=0), cells.read("numerator", least=0)
    figures = cells.read("value", least=floor, most=ceiling) if values is not None else o / n * multiplier
    people = n if populations is None else cells.read("population", above=0)
    low, high = cells.read("lower", least=floor, most=ceiling), cells.read("upper", least=floor, most=ceiling)
    groups = Groups(labels, figures, None if np.isnan(people).all() else people, low, high, cells.read("se", least=0),
                    o, n, ordered, value_type, multiplier, confidence_level(limits_confidence))
    _check_counts(groups)
    _check_limits(groups)
    _check_populations(groups, "denominator" if people is n else "population")
    return groups


def _names(names: Sequence[str] | None, columns: dict[str, Column | None]) -> tuple[str, ...]:
    """The groups' names, as many as every column has cells."""
    sizes = {column: len(cells) for column, cells in columns.items() if cells is not None}
    size = len(names) if names is not None else next(iter(sizes.values()))
    for column, cells in sizes.items():
        if cells != size:
            raise InequalityError(f"{cells} cells for {size} groups", column=column)
    labels = tuple(str(name).strip() for name in names) if names is not None else \
        tuple(str(row) for row in range(1, size + 1))
    for row, label in enumerate(labels, 1):
        if not label:
            raise InequalityError("is blank", row=row, column="group")
        if label in labels[:row - 1]:
            raise InequalityError(f"“{label}” stands twice", row=row, column="group")
    if size < FEWEST:
        raise InequalityError(f"{size or 'no'} group{'' if size == 1 else 's'}: a comparison needs at least two",
                              column="group")
    return labels


class _Cells:
    """The columns as given, read one at a time with their bounds."""

    def __init__(self, names: tuple[str, ...], columns: dict[str, Column | None]) -> None:
        self.names, self.columns = names, columns

    def read(self, column: str, *, above: float | None = None, least: float | None = None,
             most: float | None = None) -> Array:
        """One number a group, NaN where the cell is empty. Raises InequalityError naming the cell."""
        cells = self.columns[column]
        if cells is None:
            return np.full(len(self.names), np.nan)
        return np.array([
            np.nan if cell is None or cell != cell
            else number(cell, column, row=row, group=name, above=above, least=least, most=most)
            for row, (name, cell) in enumerate(zip(self.names, cells, strict=True), 1)])


def _check_counts(groups: Groups) -> None:
    """A numerator has a denominator, and is not above it where both count people."""
    for row, (name, o, n) in enumerate(zip(groups.names, groups.numerators, groups.denominators, strict=True), 1):
        if groups.value_type != "rate" and o > n:
            raise InequalityError(f"{o:g} is above the denominator, {n:g}; events, which may be, are a rate",
                                  row=row, column="numerator", group=name)
        if np.isnan(n) and not np.isnan(o):
            raise InequalityError("is blank beside a numerator", row=row, column="denominator", group=name)


def _check_limits(groups: Groups) -> None:
    """Limits come in pairs and hold the value between them."""
    for row, (name, value, low, high) in enumerate(
            zip(groups.names, groups.values, groups.lower, groups.upper, strict=True), 1):
        if np.isnan(low) != np.isnan(high):
            raise InequalityError("is blank beside its other limit", row=row, group=name,
                                  column="lower" if np.isnan(low) else "upper")
        if low > value or low > high:
            raise InequalityError(f"{low:g} is above {'the value' if low > value else 'upper'}",
                                  row=row, column="lower", group=name)
        if high < value:
            raise InequalityError(f"{high:g} is below the value", row=row, column="upper", group=name)


def _check_populations(groups: Groups, column: str) -> None:
    """Every group with a figure has a population, or none has."""
    if groups.populations is None:
        return
    for row, (name, people, value) in enumerate(zip(groups.names, groups.populations, groups.values, strict=True), 1):
        if np.isnan(people) and not np.isnan(value):
            raise InequalityError("is blank: give every group's population, or none", row=row, column=column,
                                  group=name)
