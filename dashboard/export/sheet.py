"""An accessible spreadsheet of a figure, after the Government Analysis Function's checklist for spreadsheets."""

from __future__ import annotations

import io
import re
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as ExcelCell
from openpyxl.styles import Alignment, Border, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table, TableColumn
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.choices import SITE
from dashboard.export import zips
from dashboard.export.cells import SHORTHAND, Cell, columns, fit
from dashboard.export.picture import source_words
from dashboard.export.rows import STARTS
from dashboard.export.taken import Taken
from dashboard.text import join, spell_date

COVER, TABLE, NOTES = "Cover", "Table", "Notes"
FACE, SIZE = "Arial", 12
BODY, STRONG = Font(name=FACE, size=SIZE), Font(name=FACE, size=SIZE, bold=True)
HEADINGS = {1: Font(name=FACE, size=16, bold=True), 2: Font(name=FACE, size=14, bold=True)}
LINKED = Font(name=FACE, size=SIZE, underline="single", color="0B4F9E")
WORDS = Alignment(horizontal="left", vertical="top", wrap_text=True)
FREE = Alignment(horizontal="left", vertical="top")  # a title runs on over the empty cells beside it
NUMBERS = Alignment(horizontal="right", vertical="top", wrap_text=True)
NARROWEST, WIDEST, NOTE_WIDTH = 12, 60, 110  # of a column, in characters
LONGEST_LINK = 2000  # characters that a link may have before the file counts as damaged


def xlsx(taken: Taken) -> bytes:
    """The figure's rows as a workbook: a cover with sources and link, one table, and its notes as a table.

    The same figure gives the same bytes.
    """
    book = Workbook()
    cover: Any = book.active
    cover.title = COVER
    table = list(columns(taken.figure))
    used = [short for short in SHORTHAND if any(cell.value == short for _, cells in table for cell in cells)]
    notes = _notes(taken, used)
    _cover(cover, taken, len(notes))
    _table(book.create_sheet(TABLE), taken, table, used)
    if notes:
        _note_table(book.create_sheet(NOTES), notes)
    for sheet in book.worksheets:
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    about = book.properties
    about.title, about.subject, about.creator = fit(taken.figure.title), fit(taken.figure.subtitle), SITE
    about.language, about.description = "en-GB", f"Data version {taken.version}"
    target = io.BytesIO()
    book.save(target)
    return zips.settled(target.getvalue(), taken.built)


def _notes(taken: Taken, used: list[str]) -> list[tuple[str, str]]:
    return [*((f"[note {number}]", note) for number, note in enumerate(taken.notes, 1)),
            *((short, f"Shorthand: {SHORTHAND[short]}.") for short in used)]


def _cover(sheet: Worksheet, taken: Taken, notes: int) -> None:
    sheet.column_dimensions["A"].width = NOTE_WIDTH
    figure, lines = taken.figure, iter(range(1, 1000))
    _head(sheet, next(lines), figure.title, 1, WORDS)
    _say(sheet, next(lines), figure.subtitle)
    _head(sheet, next(lines), "Contents", 2)
    _link(sheet, next(lines), f"{TABLE}: the rows of the figure ({len(figure.data):,})", place=TABLE)
    if notes:
        _link(sheet, next(lines), f"{NOTES}: what to know when using them ({notes})", place=NOTES)
    if taken.choices:
        _head(sheet, next(lines), "Filters in force", 2)
    for label, choice in taken.choices.items():
        _say(sheet, next(lines), f"{label}: {choice}")
    _head(sheet, next(lines), "Sources and licences", 2)
    for source in taken.sources:
        _link(sheet, next(lines), source_words(source), source.url)
        if source.attribution:
            _say(sheet, next(lines), source.attribution)
    _head(sheet, next(lines), "Data and link", 2)
    _say(sheet, next(lines), f"From {SITE}, page “{taken.page}”. Data version {taken.version}, "
                             f"built {spell_date(taken.built)}.")
    _link(sheet, next(lines), f"This figure with these filters on the page “{taken.page}”", taken.link)
    _say(sheet, next(lines), f"Its address: {taken.link}")


def _table(sheet: Worksheet, taken: Taken, table: list[tuple[str, list[Cell]]], used: list[str]) -> None:
    figure = taken.figure
    _head(sheet, 1, figure.title, 1)
    _say(sheet, 2, figure.subtitle, FREE)
    marks = join([f"[note {number}]" for number, _ in enumerate(taken.notes, 1)])
    where = f" {marks} on it {'are' if len(taken.notes) > 1 else 'is'} on the worksheet “{NOTES}”." if marks else ""
    _say(sheet, 3, f"This worksheet contains one table.{where}", FREE)
    first = 4
    if used:
        _say(sheet, first, f"Shorthand: {'; '.join(f'{short} {SHORTHAND[short]}' for short in used)}.", FREE)
        first += 1
    for position, (name, cells) in enumerate(table, 1):
        numbers = any(cell.shown_as for cell in cells)
        _put(sheet.cell(first, position), Cell(name), STRONG, NUMBERS if numbers else WORDS)
        for row, cell in enumerate(cells, first + 1):
            _put(sheet.cell(row, position), cell, BODY, NUMBERS if numbers else WORDS)
        longest = max((len(str(cell.value)) for cell in cells), default=0)
        word = max(len(part) for part in name.split())
        sheet.column_dimensions[get_column_letter(position)].width = 1.25 * min(
            max(longest, word, NARROWEST), WIDEST)
    _mark(sheet, _identifier(figure.id), [name for name, _ in table], first, len(figure.data))


def _note_table(sheet: Worksheet, notes: list[tuple[str, str]]) -> None:
    _head(sheet, 1, "Notes", 1)
    _say(sheet, 2, "This worksheet contains one table.", FREE)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 18, NOTE_WIDTH
    for position, name in enumerate(("Note", "Text"), 1):
        _put(sheet.cell(3, position), Cell(name), STRONG, WORDS)
    for row, note in enumerate(notes, 4):
        for position, text in enumerate(note, 1):
            _put(sheet.cell(row, position), Cell(fit(text)), BODY, WORDS)
    _mark(sheet, "notes", ["Note", "Text"], 3, len(notes))


def _mark(sheet: Worksheet, name: str, names: list[str], first: int, rows: int) -> None:
    """Tag the cells as a table with a header row; without filter buttons, which screen readers stumble over."""
    # A table without rows is one that Excel repairs; figures have rows.
    reach = f"A{first}:{get_column_letter(len(names))}{first + max(rows, 1)}"
    found = Table(displayName=name, name=name, ref=reach)
    found.tableColumns = [TableColumn(id=number, name=text) for number, text in enumerate(names, 1)]
    found.autoFilter = None
    sheet.add_table(found)


def _identifier(figure: str) -> str:
    words = re.sub(r"[^a-z0-9]+", "_", figure.lower()).strip("_")
    return f"rows_{words}"[:200]


def _head(sheet: Worksheet, row: int, text: str, level: int, alignment: Alignment = FREE) -> None:
    cell = sheet.cell(row, 1)
    cell.style = f"Headline {level}"  # the tag that screen readers know; its looks are set anew
    cell.border = Border()
    _put(cell, Cell(fit(text)), HEADINGS[level], alignment)


def _say(sheet: Worksheet, row: int, text: str, alignment: Alignment = WORDS) -> None:
    _put(sheet.cell(row, 1), Cell(fit(text)), BODY, alignment)


def _link(sheet: Worksheet, row: int, text: str, address: str = "", place: str = "") -> None:
    """Words that lead to an address, or to the first cell of the sheet ``place``."""
    cell = sheet.cell(row, 1)
    if place:
        cell.hyperlink = Hyperlink(cell.coordinate, location=f"'{place}'!A1")
    elif len(address) <= LONGEST_LINK:
        cell.hyperlink = fit(address)
    _put(cell, Cell(fit(text)), LINKED if cell.hyperlink else BODY, WORDS)


def _put(cell: ExcelCell, content: Cell, font: Font, alignment: Alignment) -> None:
    cell.value, cell.font, cell.alignment = content.value, font, alignment
    if isinstance(content.value, str):
        cell.data_type = "s"  # words, whatever they look like
        if content.value.startswith(STARTS):
            cell.quotePrefix = True  # and still words when somebody edits the cell
    elif content.shown_as:
        cell.number_format = content.shown_as
