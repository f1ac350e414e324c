"""A briefing put together from picks: in order, with links, never dropping a figure, never past its limits."""

from __future__ import annotations

import datetime
import io
from typing import Any

import numpy as np
import pandas as pd
import pytest
from PIL import Image

from dashboard.basket import MOST, Pick
from dashboard.export.briefing import BriefingError, Cancelled, assemble
from dashboard.export.printed import column_text, leftward, paragraphs, printed
from dashboard.export.slices import slices
from dashboard.filters import Filters
from dashboard.store import DataError, Store
from tests.unit.briefing_parts import table, taken

PROMISES = Pick("pages/strategy.py", "documents", Filters(district="E07000220"))
NOWHERE = Pick("pages/strategy.py", "pie", Filters())
BASE = "https://example.org/"


def test_figures_come_in_order_with_words_link_and_data(store: Store) -> None:
    told: list[Any] = []
    made = assemble("  Promises ", [NOWHERE, PROMISES], {PROMISES: " Kept? "}, {PROMISES: "a\r\nb\x00"}, store, BASE,
                    lambda *said: told.append(said))
    assert (made.title, made.place, made.version) == ("Promises", "Coventry and Warwickshire", store.data_version)
    assert [part.figure is None for part in made.parts] == [True, False]
    part = made.parts[1]
    assert (part.heading, part.note) == ("Kept?", "a\nb")
    assert part.figure is not None
    assert part.figure.figure.id == "documents"
    assert part.figure.choices["Area"] == "Rugby"
    assert part.figure.link == f"{BASE}strategy?district=E07000220&data={store.data_version}#documents"
    assert made.link == (f"{BASE}briefing?figures=strategy.pie&figures=strategy.documents~district.E07000220"
                         f"&data={store.data_version}")
    assert told == [(0, 2, "Figure 1 of 2: Strategy"), (1, 2, "Figure 2 of 2: Strategy"),
                    (2, 2, "All figures are gathered")]


def test_a_briefing_is_of_the_area_that_all_its_figures_are_of(store: Store) -> None:
    assert assemble("One", [PROMISES], {}, {}, store, BASE).place == "Rugby"
    assert assemble("One", [NOWHERE], {}, {}, store, BASE).place == "Coventry and Warwickshire"


def test_a_figure_that_does_not_exist_becomes_a_part_that_says_so(store: Store) -> None:
    [part] = assemble("One", [NOWHERE], {}, {}, store, BASE).parts
    assert part.figure is None
    assert part.missing.startswith("The page “Strategy” shows no figure “pie” for these choices (Document: All five")


def test_a_page_that_the_data_cannot_fill_becomes_a_part_that_says_so(
        store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise DataError("a table is missing")

    monkeypatch.setattr("dashboard.export.briefing.gather", fails)
    [part] = assemble("One", [PROMISES], {}, {}, store, BASE).parts
    assert part.missing == "The page “Strategy” cannot be shown from this data: a table is missing"


def test_without_an_address_of_the_app_nothing_is_linked(store: Store) -> None:
    made = assemble("One", [PROMISES], {}, {}, store, "")
    assert made.link == ""
    assert [part.figure.link for part in made.parts if part.figure] == [""]


def test_the_first_page_is_linked_without_a_name(store: Store) -> None:
    [part] = assemble("One", [Pick("app.py", "where", Filters())], {}, {}, store, BASE).parts
    assert part.figure is not None
    assert part.figure.link == f"{BASE}?data={store.data_version}#where"


def test_forty_figures_are_gathered_and_forty_one_refused(store: Store) -> None:
    picks = [Pick("pages/strategy.py", "documents", Filters(age=str(age))) for age in range(MOST + 1)]
    assert len(assemble("Forty", picks[:MOST], {}, {}, store, BASE).parts) == 40
    with pytest.raises(BriefingError, match=r"A briefing holds at most 40 figures; 41 were picked\."):
        assemble("More", picks, {}, {}, store, BASE)


@pytest.mark.parametrize(("asked", "said"), [
    ({"title": " "}, "A briefing needs a title."),
    ({"title": "x" * 201}, "The title has 201 characters; at most 200 fit. Please shorten it."),
    ({"notes": {PROMISES: "x" * 10_001}},
     "The note of “documents” has 10,001 characters; at most 10,000 fit. Please shorten it."),
    ({"headings": {PROMISES: "x" * 201}},
     "The heading of “documents” has 201 characters; at most 200 fit. Please shorten it."),
])
def test_a_text_that_is_too_long_is_refused_in_words(store: Store, asked: dict[str, Any], said: str) -> None:
    parts: dict[str, Any] = {"title": "One", "picks": [PROMISES], "headings": {}, "notes": {}} | asked
    with pytest.raises(BriefingError) as raised:
        assemble(**parts, store=store, base_link=BASE)
    assert str(raised.value) == said


def test_ten_thousand_characters_are_taken(store: Store) -> None:
    [part] = assemble("One", [PROMISES], {}, {PROMISES: "😀" * 10_000}, store, BASE).parts
    assert len(part.note) == 10_000


def test_the_work_stops_between_figures(store: Store) -> None:
    told: list[int] = []
    with pytest.raises(Cancelled):
        assemble("One", [PROMISES, NOWHERE], {}, {}, store, BASE, lambda done, *_: told.append(done),
                 lambda: len(told) == 1)
    assert told == [0]


@pytest.mark.parametrize(("values", "shown"), [
    ([1234, 12], ["1,234", "12"]), ([2021, 2011], ["2021", "2011"]), ([36.5, 36.0, float("nan")], ["36.5", "36", "–"]),
    ([0.00421, 1234.56789], ["0.00421", "1,234.5679"]), ([-5.0, 0.0], ["-5", "0"]), (["", "£1\x00"], ["", "£1"]),
    ([True, False], ["yes", "no"]), ([datetime.date(2026, 3, 1), None], ["2026-03-01", "–"]),
])
def test_cells_are_printed_as_readers_see_them(values: list[Any], shown: list[str]) -> None:
    assert column_text(pd.Series(values)) == shown


def test_two_columns_of_one_name_are_both_printed() -> None:
    twice = pd.DataFrame([["Rugby", 1, "Rugby"]], columns=["Area", "When", "Area"])
    assert printed(taken(table(data=twice)), 15, 9).rows == (("Rugby", "1", "Rugby"),)


def test_a_table_a_little_too_long_is_printed_whole() -> None:
    rows = printed(taken(table(data=table().data.tail(20)), area="Warwick"), 15, 9)
    assert (len(rows.rows), rows.total, rows.remark()) == (20, 20, "")
    rows = printed(taken(table(data=table().data.tail(21)), area="Warwick"), 15, 9)
    assert (len(rows.rows), rows.remark()) == (15, "These are 15 of 21 rows. All of it is at the link.")


def test_the_direction_of_a_line_is_that_of_its_first_letter() -> None:
    assert [leftward(text) for text in ("1. שלום abc", "سلام")] == [True, True]
    assert [leftward(text) for text in ("abc שלום", "123", "")] == [False, False, False]
    assert paragraphs("a\r\n\n  b \r c\x0b") == ["a", "b", "c"]


def test_a_picture_is_cut_in_blank_bands_only_and_loses_nothing() -> None:
    whole = np.full((1000, 400), 255, np.uint8)
    for top in range(0, 1000, 100):
        whole[top + 30:top + 70, 20:380] = 0
    made = io.BytesIO()
    Image.fromarray(whole).save(made, "PNG")
    parts = [np.asarray(Image.open(io.BytesIO(part)).convert("L")) for part in slices(made.getvalue(), 1.0, 1.0)]
    assert [len(part) <= 400 for part in parts] == [True] * 3
    assert np.array_equal(np.vstack(parts), whole)
    assert all((part[[0, -1]] == 255).all() for part in parts)
    assert slices(made.getvalue(), 2.5, 1.0) == [made.getvalue()]  # low enough


def test_a_picture_without_a_blank_band_stays_whole() -> None:
    striped = np.full((1000, 400), 255, np.uint8)
    striped[:, 200] = 0  # a line from top to bottom
    made = io.BytesIO()
    Image.fromarray(striped).save(made, "PNG")
    assert slices(made.getvalue(), 1.0, 1.0) == [made.getvalue()]
