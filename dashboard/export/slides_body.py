"""The body of a slide: a picture as large as fits and can be read, or a table of the first rows."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TypeAlias

from PIL import Image
from pptx.dml.color import RGBColor
from pptx.enum.text import PP_ALIGN
from pptx.slide import Slide
from pptx.util import Emu, Length, Pt

from dashboard.export.lettering import wrap
from dashboard.export.picture import SCALE
from dashboard.export.printed import Printed, clean, column_widths
from dashboard.export.slides_look import GREY, INK, LINE, box, paragraph

Box: TypeAlias = tuple[Length, Length, Length, Length]  # left, top, width, height
SMALLEST_LETTER = 11.0  # pixels, of a chart
LEGIBLE = Pt(3.9) / SMALLEST_LETTER / SCALE  # room for a pixel: letters of about 9 pixels on a screen of 1080 lines
SIZES = (14, 12, 11, 10)
CELL = Pt(5)  # margins of a cell: left and right
REMARK = Pt(28)  # room under a table
HEADER_FILL = RGBColor(0xE8, 0xEE, 0xF4)


def picture(slide: Slide, png: bytes, words: str, room: Box) -> bool:
    """Put the picture into the room, as large as fits, never squashed; False where its letters could not be read there.

    ``words`` is its alternative text.
    """
    left, top, width, height = room
    wide, high = Image.open(io.BytesIO(png)).size
    scale = min(width / wide, height / high)
    if scale < LEGIBLE:
        return False
    shape = slide.shapes.add_picture(io.BytesIO(png), left, top, int(wide * scale), int(high * scale))
    shape._element.nvPicPr.cNvPr.set("descr", clean(words))
    return True


def table(slide: Slide, rows: Printed, words: str, room: Box) -> None:
    """Put a table with as many of the rows as fit into the room, and say under it what it leaves out."""
    left, top, width, height = room
    if not rows.rows or not rows.columns:
        return
    size = next((size for size in SIZES if _fitting_rows(rows, width, height, size) == len(rows.rows)), SIZES[-1])
    shown = replace(rows, rows=rows.rows[:_fitting_rows(rows, width, height, size)])
    frame = slide.shapes.add_table(len(shown.rows) + 1, len(shown.columns), left, top, width, Emu(1))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", clean(words))
    widths, heights = _layout(rows, width, size)
    for column, share in zip(frame.table.columns, widths, strict=True):
        column.width = Emu(int(share))
    for place, texts in enumerate((shown.columns, *shown.rows)):
        frame.table.rows[place].height = Emu(int(heights[place]))
        for column_place, text in enumerate(texts):
            cell = frame.table.cell(place, column_place)
            cell.margin_left = cell.margin_right = CELL
            cell.margin_top = cell.margin_bottom = Pt(2)
            paragraph(cell.text_frame, text, size, bold=place == 0, colour=INK, first=True)
            if rows.numbers[column_place]:
                cell.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
            cell.fill.solid()
            cell.fill.fore_color.rgb = HEADER_FILL if place == 0 else RGBColor(0xFF, 0xFF, 0xFF)
    used = sum(heights[:len(shown.rows) + 1])
    if shown.remark():
        paragraph(box(slide, left, Emu(int(top + used + Pt(4))), width, REMARK), shown.remark(), 11, colour=GREY,
                  first=True)


def _layout(rows: Printed, width: Length, size: int) -> tuple[list[float], list[float]]:
    """The width of every column and the height of every row, the header first."""
    widths = column_widths(rows, width, Pt(size), CELL * 2.5)
    heights = [max(len(wrap(text, share - 2 * CELL, Pt(size), bold=True)) or 1
                   for text, share in zip(texts, widths, strict=True)) * Pt(size) * LINE + Pt(5)
               for texts in (rows.columns, *rows.rows)]
    return widths, heights


def _fitting_rows(rows: Printed, width: Length, height: Length, size: int) -> int:
    """How many of the rows fit, at least one."""
    _, heights = _layout(rows, width, size)
    used = heights[0]
    for place, high in enumerate(heights[1:]):
        used += high
        if used > height - REMARK:
            return max(place, 1)
    return len(rows.rows)
