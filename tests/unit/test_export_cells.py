"""What the spreadsheet of a figure holds: numbers as numbers, words as words, and all that goes with the figure."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import openpyxl
import pandas as pd
import pytest

from dashboard.export.sheet import xlsx
from dashboard.export.taken import Taken
from tests.taken import BUILT, FORMULAS, awful, of_page, taken


def book_of(**changes: Any) -> Any:
    """The spreadsheet of a small figure, opened."""
    return openpyxl.load_workbook(io.BytesIO(xlsx(taken(**changes))))


def rows_of(one: Taken) -> list[list[Any]]:
    """The cells of the table in a figure's spreadsheet, its header first."""
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx(one)))["Table"]
    return [list(row) for table in sheet.tables.values() for row in sheet[table.ref]]


def test_the_cover_says_all_that_goes_with_the_figure() -> None:
    cover = [row[0].value for row in book_of()["Cover"]]
    assert cover[:2] == ["Coventry is highest", "Share of adults · Coventry · 2024/25"]
    assert cover[cover.index("Filters in force") + 1:][:2] == ["Area: Rugby", "Ethnic group: All"]
    assert "From Mental health in Coventry and Warwickshire, page “Gaps”. Data version 92e851abd1, built " \
           "21 November 2026." in cover
    assert f"Its address: {taken().link}" in cover


def test_numbers_are_numbers_as_they_are_shown() -> None:
    rows = pd.DataFrame({"shown": ["36.5%", "<1%", "−2.0%", "not known"], "money": ["£1,204", "£43.32", "£0", "£7"],
                         "year": ["2021", "2022", "2023", "2024"], "period": ["2024/25", "2021", "2022", "2023"],
                         "count": [1204.0, 3.0, None, -7.0], "change": ["+1.5", "-2.5", "0.0", "+3.0"],
                         "code": ["007", "12", "3", "4"]})
    sheet = book_of(data=rows, columns={})["Table"]
    found = [[(cell.value, cell.number_format) for cell in column] for column in zip(*sheet["A6:G9"], strict=True)]
    assert found[0] == [(0.365, "0.0%"), ("<1%", "General"), (-0.02, "0.0%"), ("not known", "General")]
    assert found[1] == [(1204, '"£"#,##0'), (43.32, '"£"#,##0.00'), (0, '"£"#,##0'), (7, '"£"#,##0')]
    assert [value for value, _ in found[2]] == ["2021", "2022", "2023", "2024"]
    assert [value for value, _ in found[3]] == ["2024/25", "2021", "2022", "2023"]
    assert found[4] == [(1204, "#,##0"), (3, "#,##0"), ("[x]", "General"), (-7, "#,##0")]
    assert found[5][:2] == [(1.5, "+0.0;-0.0"), (-2.5, "0.0")]
    assert [value for value, _ in found[6]] == ["007", "12", "3", "4"]


def test_the_table_holds_every_row_of_the_figure() -> None:
    one = of_page("pages/trends.py")["trend"]
    rows, expected = rows_of(one), one.figure.table()
    assert [cell.value for cell in rows[0]] == list(expected.columns)
    assert [row[0].value for row in rows[1:]] == expected.iloc[:, 0].to_list()
    values = [float(shown.rstrip("%")) / 100 for shown in expected["Value"]]
    assert [row[list(expected.columns).index("Value")].value for row in rows[1:]] == pytest.approx(values)


def test_words_that_look_like_formulas_stay_words() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx(awful())))
    rows, sheet = rows_of(awful()), book["Table"]
    cells = [row[0] for row in rows]
    assert [cell.value for cell in cells[1:]] == list(FORMULAS)
    assert not any(cell.data_type in ("f", "e") for part in book.worksheets for row in part for cell in row)
    assert all(cell.quotePrefix for cell in cells[:-1])
    assert [row[1].value for row in rows[1:4]] == [-1.5, 2, "[c]"]
    assert sheet["A1"].quotePrefix


def test_the_same_figure_gives_the_same_bytes() -> None:
    one = of_page("pages/people.py")["ethnic-groups"]
    assert xlsx(one) == xlsx(one)
    core = zipfile.ZipFile(io.BytesIO(xlsx(taken()))).read("docProps/core.xml").decode()
    assert re.findall(r">(\d{4}-[^<]*)</dcterms", core) == [f"{BUILT}T00:00:00Z"] * 2
