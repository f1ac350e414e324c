"""What has changed between the first and last figure of a series, and whether the limits allow to say so."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

TURN = 2  # a point between tells more than the ends if it lies so many times their difference beyond both
RUNNING_TOTAL = "running total"  # series so named count from the start of each year, so quarters are not a trend


@dataclass(frozen=True)
class Change:
    """The first and last figure of an area's latest series; ``first`` is None where there is only one.

    ``turn`` is the figure between them from which the series turned, where the ends alone would hide it.
    """

    name: str
    first: pd.Series | None
    last: pd.Series
    turn: pd.Series | None = None

    @property
    def direction(self) -> int:
        """1 up, -1 down, 0 where both figures read alike or there is only one."""
        if self.first is None or self.first["shown"] == self.last["shown"]:
            return 0
        return 1 if self.last["value"] > self.first["value"] else -1

    @property
    def limited(self) -> bool:
        """Whether limits are published for both ends."""
        return self.first is not None and limited(self.first, self.last)

    @property
    def clear(self) -> bool:
        """Whether the limits of both ends are published and do not overlap."""
        return self.first is not None and self.limited and apart(self.first, self.last)


def limited(*figures: pd.Series) -> bool:
    """Whether each of these figures has its limits."""
    return all(pd.notna(figure[end]) for figure in figures for end in ("lower", "upper"))


def apart(one: pd.Series, other: pd.Series) -> bool:
    """Whether the limits of two figures do not overlap."""
    return bool(one["upper"] < other["lower"] or other["upper"] < one["lower"])


def changes(focus: pd.DataFrame) -> list[Change]:
    """One change for each area, over the series that reaches furthest; ``focus`` has known values, oldest first."""
    found = []
    for _, rows in focus.groupby("area_code", sort=False):
        last = rows.iloc[-1]
        series = rows[rows["series"] == last["series"]]
        one = len(series) < 2 or last["series"].startswith(RUNNING_TOTAL)
        found.append(Change(str(last["area_name"]), None if one else series.iloc[0], last,
                            None if one else turning_point(series)))
    return found


def turning_point(series: pd.DataFrame) -> pd.Series | None:
    """The highest or lowest figure between the ends of a series, if it lies beyond both by more than twice what they
    differ by, and, where there are limits, apart from those of both ends; None where the ends tell the story."""
    first, last, between = series.iloc[0], series.iloc[-1], series.iloc[1:-1]
    ends = sorted((first["value"], last["value"]))
    beyond = pd.concat([between["value"] - ends[1], ends[0] - between["value"]], axis=1).max(axis=1)
    if between.empty or beyond.max() <= TURN * (ends[1] - ends[0]):
        return None
    turn: pd.Series = between.loc[beyond.idxmax()]
    return None if limited(first, turn, last) and not (apart(first, turn) and apart(turn, last)) else turn
