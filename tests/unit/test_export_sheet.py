"""The spreadsheet meets the Government Analysis Function's checklist for accessible spreadsheets, item by item.

https://analysisfunction.civilservice.gov.uk/policy-store/making-spreadsheets-accessible-a-brief-checklist-of-the-basics/
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import openpyxl
import pandas as pd
import pytest
from openpyxl.worksheet.table import Table

from dashboard.export.cells import SHORTHAND
from dashboard.export.sheet import xlsx
from tests.taken import awful, everything, taken


@pytest.fixture(scope="module")
def files() -> list[bytes]:
    """The spreadsheets of every figure of every page, and of one with awful words."""
    return [xlsx(one) for one in [awful(), taken(), *everything()]]


@pytest.fixture(scope="module")
def books(files: list[bytes]) -> list[Any]:
    """The same, opened."""
    return [openpyxl.load_workbook(io.BytesIO(content)) for content in files]


def sheets(books: list[Any]) -> list[Any]:
    """All worksheets of all books."""
    return [sheet for book in books for sheet in book.worksheets]


def tables(books: list[Any]) -> list[tuple[Any, Table]]:
    """All marked-up tables with their worksheets."""
    return [(sheet, table) for sheet in sheets(books) for table in sheet.tables.values()]


def inside(sheet: Any, table: Table) -> list[list[Any]]:
    """The cells of a table, row by row."""
    return [list(row) for row in sheet[table.ref]]


def book_of(**changes: Any) -> Any:
    """The spreadsheet of a small figure, opened."""
    return openpyxl.load_workbook(io.BytesIO(xlsx(taken(**changes))))


# Tables


def test_tables_are_marked_up(books: list[Any]) -> None:
    for book in books:
        assert len(book["Table"].tables) == 1
        if "Notes" in book.sheetnames:
            assert len(book["Notes"].tables) == 1


def test_tables_have_meaningful_and_unique_names(books: list[Any]) -> None:
    for book in books:
        names = [table.displayName for sheet in book.worksheets for table in sheet.tables.values()]
        assert len(set(names)) == len(names)
        assert all(re.fullmatch(r"[a-z][a-z0-9_]{4,}", name) for name in names)
    assert [table.displayName for _, table in tables([book_of(id="by-funder")])] == ["rows_by_funder", "notes"]


def test_no_cells_are_merged(books: list[Any]) -> None:
    assert not any(sheet.merged_cells.ranges for sheet in sheets(books))


def test_no_blank_rows_or_columns_within_tables(books: list[Any]) -> None:
    for sheet, table in tables(books):
        assert all(str(cell.value).strip() for row in inside(sheet, table) for cell in row)


def test_every_table_has_one_tagged_header_row_of_unique_texts(books: list[Any]) -> None:
    for sheet, table in tables(books):
        head = [cell.value for cell in inside(sheet, table)[0]]
        assert table.headerRowCount == 1
        assert head == [column.name for column in table.tableColumns]
        assert len({text.lower() for text in head}) == len(head)
        assert all(isinstance(text, str) for text in head)


def test_text_is_wrapped_within_cells(books: list[Any]) -> None:
    for sheet, table in tables(books):
        assert all(cell.alignment.wrap_text for row in inside(sheet, table) for cell in row)
    for sheet in sheets(books):
        assert all(column.width >= 12 for column in sheet.column_dimensions.values())


def test_no_filters_and_no_freeze_panes(books: list[Any]) -> None:
    assert all(sheet.freeze_panes is None and not sheet.auto_filter.ref for sheet in sheets(books))
    assert all(table.autoFilter is None for _, table in tables(books))


def test_no_cell_is_empty_and_shorthand_is_explained(books: list[Any]) -> None:
    for book in books:
        sheet, table = tables([book])[0]
        used = {cell.value for row in inside(sheet, table) for cell in row} & set(SHORTHAND)
        above = " ".join(str(sheet.cell(row, 1).value) for row in range(1, inside(sheet, table)[0][0].row))
        assert all(f"{short} {SHORTHAND[short]}" in above for short in used)
        noted = {row[0].value for row in inside(book["Notes"], book["Notes"].tables["notes"])} if used else set()
        assert used <= noted


def test_the_shorthand_says_why_a_cell_has_no_figure() -> None:
    rows = pd.DataFrame({"area": ["A", "B", "C"], "value": [1.5, None, None], "remark": ["", "rough", ""],
                         "status": ["value", "suppressed", "not_published"]})
    sheet = book_of(data=rows, columns={"area": "Area", "value": "Value", "remark": "Remark"})["Table"]
    assert [[cell.value for cell in row] for row in sheet["B6:C8"]] == [[1.5, "[z]"], ["[c]", "rough"], ["[x]", "[z]"]]


def test_no_rows_columns_or_sheets_are_hidden(books: list[Any]) -> None:
    for sheet in sheets(books):
        assert sheet.sheet_state == "visible"
        assert not any(row.hidden for row in sheet.row_dimensions.values())
        assert not any(column.hidden for column in sheet.column_dimensions.values())


# Footnotes


def test_notes_are_signposted_by_the_word_note_and_not_in_data_cells(books: list[Any]) -> None:
    for book in books:
        sheet, table = tables([book])[0]
        assert not any("[note" in str(cell.value) for row in inside(sheet, table) for cell in row)
    sheet = book_of(notes=("One.", "Two."))["Table"]
    assert sheet["A3"].value == "This worksheet contains one table. [note 1] and [note 2] on it are on the worksheet " \
                                "“Notes”."


def test_note_text_is_in_a_table_on_a_notes_worksheet() -> None:
    book = book_of(notes=("One.", "Two."), reading="Read it so.")
    rows = inside(book["Notes"], book["Notes"].tables["notes"])
    assert [[cell.value for cell in row] for row in rows] == [
        ["Note", "Text"], ["[note 1]", "Read it so."], ["[note 2]", "One."], ["[note 3]", "Two."]]


# Formatting


def test_links_say_where_they_lead(books: list[Any]) -> None:
    for sheet in sheets(books):
        for cell in (cell for row in sheet for cell in row if cell.hyperlink):
            assert len(cell.value) > 10
            assert not cell.value.startswith("http")
            assert cell.font.underline == "single"
    cover = book_of()["Cover"]
    links = {cell.value: cell.hyperlink for row in cover for cell in row if cell.hyperlink}
    source = ("English Indices of Deprivation 2025, Ministry of Housing, Communities and Local Government, published "
              "30 October 2025. Open Government Licence v3.0.")
    assert links[source].target.startswith("https://www.gov.uk/")
    assert links["This figure with these filters on the page “Gaps”"].target == taken().link
    assert links["Table: the rows of the figure (2)"].location == "'Table'!A1"


def test_text_is_large_plain_and_without_serifs(books: list[Any]) -> None:
    for cell in (cell for sheet in sheets(books[:12]) for row in sheet for cell in row if cell.value is not None):
        assert cell.font.name == "Arial"
        assert cell.font.sz >= 12
        assert not cell.font.i
        assert not cell.font.vertAlign
        assert cell.alignment.horizontal in ("left", "right")


def test_every_worksheet_has_a_descriptive_tagged_title_in_its_first_cell(books: list[Any]) -> None:
    for book in books:
        for sheet in book.worksheets:
            assert sheet["A1"].style == "Headline 1"
            assert len(sheet["A1"].value) >= len("Notes")
    small = book_of()
    assert [sheet["A1"].value for sheet in small.worksheets] == ["Coventry is highest", "Coventry is highest", "Notes"]


def test_there_are_no_headers_footers_images_or_macros(books: list[Any], files: list[bytes]) -> None:
    for sheet in sheets(books):
        assert not any(part.text for place in (sheet.oddHeader, sheet.oddFooter)
                       for part in (place.left, place.center, place.right))
    for content in files:
        names = zipfile.ZipFile(io.BytesIO(content)).namelist()
        assert not [name for name in names if re.search("media|drawing|vba|comment", name)]


def test_no_background_fill_and_no_meaning_by_colour_alone(books: list[Any]) -> None:
    for cell in (cell for sheet in sheets(books[:12]) for row in sheet for cell in row):
        assert cell.fill.fill_type is None
    for _, table in tables(books):
        assert table.tableStyleInfo is None


def test_coloured_words_stand_out_from_white(books: list[Any]) -> None:
    colours = {cell.font.color.rgb for cell in (cell for row in books[1]["Cover"] for cell in row)
               if cell.font.color is not None and isinstance(cell.font.color.rgb, str)}
    assert colours
    for colour in colours:
        parts = [int(colour[start:start + 2], 16) / 255 for start in (2, 4, 6)]
        light = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        assert 1.05 / (0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] + 0.05) >= 4.5


# Structure


def test_worksheets_have_unique_names_and_none_is_blank(books: list[Any]) -> None:
    for book in books:
        assert book.sheetnames in (["Cover", "Table", "Notes"], ["Cover", "Table"])
        assert all(sheet.max_row >= 3 for sheet in book.worksheets)


def test_column_a_has_no_gaps_and_tables_stand_at_the_left_edge_with_nothing_below(books: list[Any]) -> None:
    for sheet in sheets(books):
        assert all(str(sheet.cell(row, 1).value or "").strip() for row in range(1, sheet.max_row + 1))
    for sheet, table in tables(books):
        assert table.ref.startswith("A")
        assert inside(sheet, table)[-1][0].row == sheet.max_row


def test_a_worksheet_holds_at_most_one_table(books: list[Any]) -> None:
    assert all(len(sheet.tables) <= 1 for sheet in sheets(books))


# Before publishing


def test_the_document_says_its_title_author_and_language(books: list[Any]) -> None:
    for book in books:
        assert book.properties.title
        assert book.properties.language == "en-GB"
        assert book.properties.creator == "Mental health in Coventry and Warwickshire"
    assert book_of().properties.title == "Coventry is highest"


def test_it_opens_at_the_first_cell_of_the_first_worksheet(books: list[Any]) -> None:
    for book in books:
        assert book.active.title == "Cover"
        for sheet in book.worksheets:
            assert sheet.sheet_view.selection[0].activeCell == "A1"
