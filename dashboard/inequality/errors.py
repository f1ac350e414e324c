"""What can be wrong with figures that are to be compared, said so that the reader knows where to look."""

from __future__ import annotations


class InequalityError(ValueError):
    """Figures or a choice that cannot be used; the message names row, column and group where there is one.

    Rows are counted from 1, without the header.
    """

    def __init__(self, message: str, *, row: int | None = None, column: str | None = None,
                 group: str | None = None) -> None:
        where = [f"row {row}"] if row is not None else []
        where += [f"column {column}"] if column is not None else []
        named = f" (group “{group}”)" if group is not None else ""
        super().__init__(f"{', '.join(where)}{named}: {message}" if where else message)
        self.row, self.column, self.group = row, column, group


class NotApplicable(InequalityError):
    """A measure that does not apply to these groups; the message is one plain sentence for a reader."""
