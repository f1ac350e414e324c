"""What has changed since: a figure as it was with earlier data beside the same figure now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from dashboard.figure import Figure

State = Literal["unchanged", "changed", "gone", "new"]
COLUMNS = ("Row", "What", "Then", "Now")
NOTHING = "–"


@dataclass(frozen=True)
class Change:
    """One figure then and now. ``rows`` has a row for each cell that differs: row, what, then, now, as text."""

    figure_id: str
    state: State
    then: str
    now: str
    subtitle: str
    rows: pd.DataFrame

    @property
    def sentence(self) -> str:
        """What happened to the figure, in words."""
        if self.state == "gone":
            return f"“{self.then}” is no longer shown here: the figures behind it are no longer published or held"
        if self.state == "new":
            return f"“{self.now}” could not be shown then"
        if self.state == "unchanged":
            return f"“{self.now}” is unchanged"
        return f"“{self.then}” then, “{self.now}” now" if self.then != self.now else f"“{self.now}”: {self._cells}"

    @property
    def _cells(self) -> str:
        return "one cell of its table differs" if len(self.rows) == 1 else f"{len(self.rows)} cells of its table differ"


def changes(then: Mapping[str, Figure], now: Mapping[str, Figure]) -> list[Change]:
    """Every figure of a page then and now, in the order in which they stand now; those that are gone come last."""
    return [_compare(figure_id, then.get(figure_id), now.get(figure_id)) for figure_id in dict.fromkeys([*now, *then])]


def _compare(figure_id: str, then: Figure | None, now: Figure | None) -> Change:
    either = now or then
    assert either is not None  # the id came from one of them
    rows = different_cells(then.table(), now.table()) if then and now else pd.DataFrame(columns=COLUMNS)
    same = then is not None and now is not None and then.title == now.title and rows.empty
    state: State = "new" if then is None else "gone" if now is None else "unchanged" if same else "changed"
    return Change(figure_id, state, then.title if then else "", now.title if now else "", either.subtitle, rows)


def different_cells(then: pd.DataFrame, now: pd.DataFrame) -> pd.DataFrame:
    """The cells that differ between two tables of one figure, as text; columns Row, What, Then, Now.

    A row is known by its first columns, as many as it takes to tell the rows of both tables apart. Rows that are only
    in one table appear with "–" on the other side.
    """
    columns = [column for column in now.columns if column in then.columns]
    old, new = _as_text(then[columns]), _as_text(now[columns])
    labels = _labels(old, new, columns)
    before, after = _by_label(old, labels), _by_label(new, labels)
    found = []
    for label in dict.fromkeys([*after, *before]):
        for column in [column for column in columns if column not in labels] or columns[-1:]:
            was = before.get(label, {}).get(column, NOTHING)
            is_now = after.get(label, {}).get(column, NOTHING)
            if was != is_now:
                found.append((label, column, was, is_now))
    return pd.DataFrame(found, columns=COLUMNS)


def _as_text(table: pd.DataFrame) -> pd.DataFrame:
    return table.map(lambda cell: NOTHING if pd.isna(cell) else
                     f"{cell:.12g}" if isinstance(cell, float) else str(cell))


def _labels(old: pd.DataFrame, new: pd.DataFrame, columns: list[str]) -> list[str]:
    for count in range(1, len(columns) + 1):
        labels = columns[:count]
        if not old.duplicated(labels).any() and not new.duplicated(labels).any():
            return labels
    return columns


def _by_label(table: pd.DataFrame, labels: list[str]) -> dict[str, dict[str, str]]:
    return {", ".join(row[label] for label in labels): {str(column): text for column, text in row.items()}
            for row in table.to_dict("records")}
