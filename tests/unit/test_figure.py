"""A figure cannot exist without a source, and what readers take away is what they saw."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from dashboard.figure import Figure

ROWS = pd.DataFrame({"area_name": ["Coventry", "Rugby, “the town”"], "value": [36.5, None], "hidden": [1, 2]})


def figure(**changes: Any) -> Figure:
    """A figure with these parts changed."""
    parts: dict[str, Any] = {
        "id": "gap", "title": "Coventry is highest", "subtitle": "Share · Coventry · 2025", "graphic": None,
        "alt_text": "Coventry is highest.", "data": ROWS, "sources": ("iod_2025", "iod_2019"),
        "columns": {"area_name": "Area", "value": "%"}}
    return Figure(**parts | changes)


@pytest.mark.parametrize("without", [{"sources": ()}, {"title": ""}, {"alt_text": ""}])
def test_a_figure_needs_a_source_a_title_and_an_alt_text(without: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="figure gap: a figure needs a title, an alt text and a source"):
        figure(**without)


@pytest.mark.parametrize(("words", "beside"), [
    ("Coventry is highest. Two bars with a mark for England.", "Two bars with a mark for England."),
    ("Coventry is highest, against Rugby. Two bars.", "Against Rugby. Two bars."),
    ("Two bars; the table has them.", "Two bars; the table has them."),
    ("Coventry is highest", "Coventry is highest")])
def test_beside_its_title_a_graphic_does_not_say_the_finding_again(words: str, beside: str) -> None:
    assert figure(alt_text=words).alt_beside_title == beside


def test_a_source_that_is_not_registered_is_named() -> None:
    with pytest.raises(ValueError, match=r"figure gap: no source .*nobody"):
        figure(sources=("iod_2025", "nobody"))


def test_without_named_columns_the_table_is_the_rows_as_they_are() -> None:
    pd.testing.assert_frame_equal(figure(columns={}).table(), ROWS)


def test_the_table_does_not_change_the_rows() -> None:
    before = ROWS.copy(deep=True)
    figure().table()
    pd.testing.assert_frame_equal(ROWS, before)
