"""The proof of the arithmetic in words and tables: how many published results are met, how nearly, and how to check."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pandas as pd

from dashboard.catalogue import to_csv
from dashboard.inequality import ProofRow, as_json, groups_of, measures
from dashboard.inequality.published import rows as published_rows

EXAMPLE = "health_equity_ordered5"
COLUMNS = {"group": "subgroup_order", "population": "pop", "value": "est"}
COMMAND = "python -m dashboard.inequality --input cases.csv"
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
PLAIN = 1e-4  # smaller numbers are written with a power of ten
SHOWN = ("aci", "rci", "par", "paf")  # what was published for the example


def matching(rows: Sequence[ProofRow], text: str) -> list[ProofRow]:
    """The rows in whose statistic, case or source every word of ``text`` occurs; all for an empty text."""
    wanted = text.casefold().split()
    return [row for row in rows
            if all(word in f"{row.statistic} {row.case} {row.source}".casefold() for word in wanted)]


def finding(rows: Sequence[ProofRow]) -> str:
    """How many of these published results are reproduced."""
    met = sum(row.within for row in rows)
    if not rows:
        return "No published result here has these words"
    if met == len(rows):
        return f"All {len(rows):,} published results are reproduced within their tolerance"
    return f"{len(rows) - met:,} of {len(rows):,} published results are not reproduced within their tolerance"


def largest(rows: Sequence[ProofRow]) -> str:
    """The largest difference among these results, as a sentence; set against what is allowed, as units differ."""
    row = _nearest(rows)
    if row is None:
        return ""
    return (f"The largest difference, set against what is allowed, is {_of_allowed(row)}: {row.statistic} "
            f"({row.case}).")


def by_statistic(rows: Sequence[ProofRow]) -> pd.DataFrame:
    """A row a statistic: how many of its published results are reproduced, and the largest difference."""
    families: dict[str, list[ProofRow]] = {}
    for row in rows:
        families.setdefault(row.statistic.split(", ")[0], []).append(row)
    return pd.DataFrame([{
        "Statistic": name, "Reproduced": f"{sum(row.within for row in members)} of {len(members)}",
        "Largest difference, of what is allowed": _largest(members),
        "Published by": "; ".join(dict.fromkeys(row.source for row in members))} for name, members in families.items()])


def table(rows: Sequence[ProofRow]) -> pd.DataFrame:
    """Every published result beside what is obtained."""
    return pd.DataFrame([{
        "Statistic": row.statistic, "Case": row.case, "Expected": _long(row.expected), "Obtained": _long(row.obtained),
        "Difference": "–" if row.difference is None else _signed(row.difference),
        "Tolerance": _short(row.tolerance) if row.tolerance else "same words", "Within": "yes" if row.within else "no",
        "Published by": row.source} for row in rows])


def csv(rows: Sequence[ProofRow]) -> bytes:
    """Every published result as CSV, in full precision."""
    return to_csv(pd.DataFrame([vars(row) for row in rows]))


def example() -> str:
    """A published example as the file ``cases.csv`` that the command reads."""
    lines = [",".join(row[theirs] for theirs in COLUMNS.values()) for row in published_rows(EXAMPLE)]
    return "\n".join([",".join(COLUMNS), *lines])


def example_result() -> str:
    """What the command prints for the example, of the measures that were published for it."""
    data = published_rows(EXAMPLE)
    found = as_json(measures(groups_of(
        [float(row[COLUMNS["value"]]) for row in data], [float(row[COLUMNS["population"]]) for row in data],
        names=[row[COLUMNS["group"]] for row in data])))
    return "{" + ",\n ".join(f'"{key}": {json.dumps(found[key])}' for key in SHOWN) + "}"


def _nearest(rows: Sequence[ProofRow]) -> ProofRow | None:
    """The result that comes nearest to its tolerance, or goes furthest beyond it; None where all are words."""
    numbers = [row for row in rows if row.difference is not None and row.tolerance]
    return max(numbers, key=lambda row: abs(row.difference or 0) / row.tolerance, default=None)


def _of_allowed(row: ProofRow) -> str:
    return f"{_short(abs(row.difference or 0))} of {_short(row.tolerance)}"


def _largest(rows: Sequence[ProofRow]) -> str:
    row = _nearest(rows)
    if row is not None:
        return _of_allowed(row)
    return "the same words" if all(row.within for row in rows) else "other words"


def _short(number: float) -> str:
    """A small number to two figures: "0.052", "1.8 × 10⁻¹³"."""
    if number == 0 or number >= PLAIN:
        return f"{number:.2g}"
    digits, power = f"{number:.1e}".split("e")
    return f"{digits.removesuffix('.0')} × 10{str(int(power)).translate(RAISED)}"


def _signed(number: float) -> str:
    return f"{'−' if number < 0 else ''}{_short(abs(number))}"


def _long(cell: float | str) -> str:
    return cell if isinstance(cell, str) else f"{cell:.10g}"
