"""A figure then and now: which cells differ, and what is said of them."""

from __future__ import annotations

import pandas as pd

from dashboard.figure import Figure
from dashboard.since import changes, different_cells


def figure(title: str, rows: list[tuple[str, str, float]]) -> Figure:
    """A figure of areas, periods and values."""
    data = pd.DataFrame(rows, columns=["Area", "Period", "Value"])
    return Figure("latest", title, "Settings with a team", None, "A table.", data, ("boundaries_lsoa_2021",))


THEN = [("Rugby", "2024", 28.0), ("Warwick", "2024", 30.5)]


def test_a_cell_that_moved_is_named_by_its_row_and_column() -> None:
    found = different_cells(pd.DataFrame(THEN, columns=["Area", "Period", "Value"]),
                            pd.DataFrame([("Rugby", "2024", 36.0), THEN[1]], columns=["Area", "Period", "Value"]))
    assert found.to_dict("records") == [{"Row": "Rugby", "What": "Value", "Then": "28", "Now": "36"}]


def test_a_row_that_came_or_went_has_a_dash_on_the_other_side() -> None:
    now = pd.DataFrame([("Rugby", "2024", 28.0), ("Coventry", "2024", 7.0)], columns=["Area", "Period", "Value"])
    found = different_cells(pd.DataFrame(THEN, columns=now.columns), now)
    assert found[found["What"] == "Value"][["Row", "Then", "Now"]].values.tolist() == [
        ["Coventry", "–", "7"], ["Warwick", "30.5", "–"]]


def test_rows_are_told_apart_by_as_many_columns_as_it_takes() -> None:
    then = pd.DataFrame([("Rugby", "2023", 1.0), ("Rugby", "2024", 2.0)], columns=["Area", "Period", "Value"])
    now = pd.DataFrame([("Rugby", "2023", 1.0), ("Rugby", "2024", 2.5)], columns=["Area", "Period", "Value"])
    assert different_cells(then, now).values.tolist() == [["Rugby, 2024", "Value", "2", "2.5"]]


def test_large_numbers_and_blanks_are_compared_in_full() -> None:
    then = pd.DataFrame([("Rugby", 1234567.0), ("Warwick", None)], columns=["Area", "Value"])
    now = pd.DataFrame([("Rugby", 1234568.0), ("Warwick", None)], columns=["Area", "Value"])
    assert different_cells(then, now).values.tolist() == [["Rugby", "Value", "1234567", "1234568"]]


def test_a_figure_says_what_it_was_and_what_it_is() -> None:
    then = figure("28 of 195 schools have a team", THEN)
    now = figure("36 of 203 schools have a team", [("Rugby", "2024", 36.0), THEN[1]])
    (change,) = changes({"latest": then}, {"latest": now})
    assert change.state == "changed"
    assert change.sentence == "“28 of 195 schools have a team” then, “36 of 203 schools have a team” now"


def test_unchanged_gone_and_new_figures_are_told_apart() -> None:
    same = figure("Highest in Rugby", THEN)
    found = {change.figure_id: change for change in changes({"a": same, "b": same}, {"a": same, "c": same})}
    assert {name: change.state for name, change in found.items()} == {"a": "unchanged", "c": "new", "b": "gone"}
    assert "no longer" in found["b"].sentence


def test_a_cell_that_moved_under_the_same_finding_is_counted() -> None:
    (change,) = changes({"x": figure("Highest in Warwick", THEN)},
                        {"x": figure("Highest in Warwick", [("Rugby", "2024", 28.5), THEN[1]])})
    assert change.sentence == "“Highest in Warwick”: one cell of its table differs"
