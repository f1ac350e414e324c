"""The timeline of promises: one mark a dated commitment, piled by day, and the undated counted in words."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard import strategy, strategy_figures
from dashboard.scales import Mode
from dashboard.store import Store
from dashboard.strategy import Tally


def drawn(spec: dict[str, Any], field: str) -> list[dict[str, Any]]:
    """The rows of the layer that has this field."""
    return next(rows for rows in spec["datasets"].values() if rows and field in rows[0])


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_each_dated_commitment_is_one_mark_and_the_undated_are_counted_beside(store: Store, mode: Mode) -> None:
    tally = Tally(strategy.load(store))
    parts = strategy_figures.timeline(tally, mode, "2026-11-22")
    assert parts is not None
    spec = parts["graphic"].to_dict(validate=True)
    marks, names = drawn(spec, "promise"), drawn(spec, "undated")
    assert len(marks) == len(parts["data"]) == 86
    assert len({(mark["theme"], mark["due"], mark["at"]) for mark in marks}) == 86  # none hides another of its day
    assert sum(int(row["undated"].split()[0]) for row in names) == 399
    assert len(names) == len(tally.themes)
    assert {mark["group"] for mark in marks} == {"open", "done", "unmet", "coming"}


def test_the_title_counts_dates_and_the_span_reaches_the_last_of_them(store: Store) -> None:
    parts = strategy_figures.timeline(Tally(strategy.load(store)), "light", "2026-11-22")
    assert parts is not None
    assert parts["title"] == "74 of 86 due dates have passed; 399 commitments have none"
    assert "2015 to 2030" in parts["subtitle"]
    assert "from 31 May 2017 to 31 December 2030" in parts["alt_text"]


def test_without_any_date_there_is_no_timeline(store: Store) -> None:
    undated = tuple(row for row in strategy.load(store) if not row.due)
    assert strategy_figures.timeline(Tally(undated), "light", "2026-11-22") is None
