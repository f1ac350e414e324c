"""What has changed between the first and last figure of a series, and whether the limits allow to say so."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

RUNNING_TOTAL = "running total"  # series so named count from the start of each year, so quarters are not a trend


@dataclass(frozen=True)
class Change:
    """The first and last figure of an area's latest series; ``first`` is None where there is only one."""

    name: str
    first: pd.Series | None
    last: pd.Series

    @property
    def direction(self) -> int:
        """1 up, -1 down, 0 where both figures read alike or there is only one."""
        if self.first is None or self.first["shown"] == self.last["shown"]:
            return 0
        return 1 if self.last["value"] > self.first["value"] else -1

    @property
    def limited(self) -> bool:
        """Whether limits are published for both ends."""
        return self.first is not None and bool(pd.notna([self.first["lower"], self.first["upper"],
                                                         self.last["lower"], self.last["upper"]]).all())

    @property
    def clear(self) -> bool:
        """Whether the limits of both ends are published and do not overlap."""
        return self.first is not None and self.limited and bool(
            self.first["upper"] < self.last["lower"] or self.last["upper"] < self.first["lower"])


def changes(focus: pd.DataFrame) -> list[Change]:
    """One change for each area, over the series that reaches furthest; ``focus`` has known values, oldest first."""
    found = []
    for _, rows in focus.groupby("area_code", sort=False):
        last = rows.iloc[-1]
        series = rows[rows["series"] == last["series"]]
        one = len(series) < 2 or last["series"].startswith(RUNNING_TOTAL)
        found.append(Change(str(last["area_name"]), None if one else series.iloc[0], last))
    return found
