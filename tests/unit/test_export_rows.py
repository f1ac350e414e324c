"""Rows to take: CSV reads back as the table shown, and nothing in it is run as a formula."""

from __future__ import annotations

import io
from html.parser import HTMLParser

import numpy as np
import pandas as pd
import pytest

from dashboard.export.rows import csv, harmless, html_table, tsv
from dashboard.export.taken import Taken
from tests.taken import BAD, FORMULAS, awful, everything, of_page, taken

TOLD = ["Finding", "Figure", "Filters", "Source", "Licence", "Data version", "Data built", "Link"]


def read(one: Taken) -> pd.DataFrame:
    """The CSV of a figure as text."""
    return pd.read_csv(io.BytesIO(csv(one)), dtype=str, keep_default_na=False, encoding="utf-8-sig")


def test_the_rows_say_what_they_are_and_where_they_are_from() -> None:
    rows = read(taken())
    assert list(rows) == ["Area", "Value", "Number", *TOLD]
    assert rows.iloc[0].to_list() == [
        "Coventry", "36.5%", "1204", "Coventry is highest", "Share of adults · Coventry · 2024/25",
        "Area: Rugby · Ethnic group: All",
        "English Indices of Deprivation 2025, Ministry of Housing, Communities and Local Government",
        "Open Government Licence v3.0", "92e851abd1", "2026-11-21",
        "https://dashboard.example.org/gaps?district=E07000220#groups"]
    assert csv(taken()).startswith(b"\xef\xbb\xbfArea,")


def test_what_is_read_back_is_the_table_of_the_figure_for_every_figure_of_every_page() -> None:
    for one in everything():
        shown, back = one.figure.table(), read(one)
        assert len(back) == len(shown), one.figure.id
        assert list(back)[:len(shown.columns)] == [str(name) for name in shown.columns]
        for place, name in enumerate(shown.columns):
            column, label = back.iloc[:, place], f"{one.page}, {one.figure.id}: {name}"
            if pd.api.types.is_numeric_dtype(shown[name]):
                np.testing.assert_array_equal(pd.to_numeric(column), shown[name].astype(float), err_msg=label)
            else:
                assert column.to_list() == ["" if pd.isna(cell) else str(cell) for cell in shown[name]], label


@pytest.mark.parametrize(("choices", "cash"), [({}, False), ({"per": "child"}, True), ({"prices": "real"}, True)])
@pytest.mark.parametrize("figure", ["by-funder", "nhs-spend"])
def test_money_in_cash_stands_beside_what_is_not_the_same(figure: str, choices: dict[str, str], cash: bool) -> None:
    rows = read(of_page("pages/funding.py", **choices)[figure])
    assert ("Amount, cash" in rows) == cash
    if cash:
        shown = next(column for column in rows if column.startswith("Amount, ") and column != "Amount, cash")
        assert (rows[shown] != rows["Amount, cash"]).any()


def test_a_strip_of_every_district_names_the_measure_and_the_district() -> None:
    rows = read(of_page("pages/district_profile.py")["neighbourhoods-deprivation"])
    assert set(rows["Measure"]) == {"Deprivation, overall (IMD)"}
    assert rows.set_index("Area").loc["Coventry", ["In the worst or highest fifth", "Neighbourhoods of the area"]
                                      ].to_list() == ["79", "203"]
    assert len(rows) == 6
    chosen = read(of_page("pages/district_profile.py", district="E07000220")["neighbourhoods-deprivation"])
    assert set(chosen["Area"]) == {"Rugby"}
    assert len(set(chosen["Measure"])) == len(chosen) > 1


def test_ages_name_the_area() -> None:
    rows = read(of_page("pages/people.py", district="E07000220")["ages"])
    assert list(rows["Place"].unique()) == ["Rugby", "England"]


def test_a_column_of_the_table_is_never_replaced() -> None:
    rows = read(taken(data=pd.DataFrame({"Source": ["a survey"], "Link": ["http://x"]}), columns={}))
    assert rows["Source"].to_list() == ["a survey"]
    assert rows["Source (figure)"].str.contains("Indices of Deprivation").all()
    assert rows["Link (figure)"].to_list() == [taken().link]


@pytest.mark.parametrize("words", [words for words in FORMULAS if words != "#N/A"])
def test_words_that_a_spreadsheet_would_run_are_marked_as_words(words: str) -> None:
    assert harmless(words) == f"'{words}"


@pytest.mark.parametrize("words", ["-3", "+1.5", "-1,204.5", "-2.5%", "−3", "Rugby", "5 - 3", "", "'quoted", "1=1"])
def test_numbers_and_other_words_stay_as_they_are(words: str) -> None:
    assert harmless(words) == words


@pytest.mark.parametrize("words", ["-1-1", "+44 24", "-1,20", "-2%+1", "-", "=", "-3\n=1"])
def test_what_only_begins_like_a_number_is_marked(words: str) -> None:
    assert harmless(words) == f"'{words}"


def test_formulas_are_harmless_in_every_way_to_take_rows() -> None:
    one = awful()
    assert read(one)["'=Words"].to_list() == [harmless(words) for words in FORMULAS]
    assert read(one)["Number"].to_list()[:3] == ["-1.5", "2.0", ""]
    assert read(one)["Finding"].str.startswith("'=").all()
    lines = [line.split("\t") for line in tsv(one.figure).split("\n")]
    assert lines[0] == ["'=Words", "Number"]
    assert [cells for cells, _ in lines[1:4]] == ["'=1+1", "'+1+1", "'-1+1"]
    assert {len(line) for line in lines} == {2}
    assert len(lines) == len(FORMULAS) + 1


def test_the_clipboard_gets_words_and_plain_numbers() -> None:
    data = pd.DataFrame({"a": ["one\ttwo\nthree", None], "b": [0.1 + 0.2, 1204.0]})
    assert tsv(taken(data=data, columns={}).figure) == "a\tb\none two three\t0.3\n\t1204"


class Reader(HTMLParser):
    """Collects the cells and the tags of an HTML table."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_html_table_has_a_caption_and_headers_and_lets_no_markup_through() -> None:
    reader = Reader()
    reader.feed(html_table(taken(title=BAD, data=pd.DataFrame({"a": [BAD], "<i>": [1]}), columns={}).figure))
    assert reader.tags == ["table", "caption", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]
    assert reader.words == [f"{BAD}. Share of adults · Coventry · 2024/25", "a", "<i>", BAD, "1"]


def test_numbers_keep_their_decimals() -> None:
    one = of_page("pages/inequality_map.py")["map"]
    assert pd.to_numeric(read(one)["Residents"]).to_list() == one.figure.table()["Residents"].to_list()
