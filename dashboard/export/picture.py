"""Pictures of a figure, drawn without a browser: chart or map with its legend, under its finding, over its sources."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

import vl_convert

from dashboard.charts import legend_chart
from dashboard.choices import SITE
from dashboard.export.chart import FONT, SIMILAR, Drawing, draw
from dashboard.export.lettering import allowed, shorten, wrap
from dashboard.export.taken import Taken
from dashboard.figure import Figure, specify
from dashboard.registry import Source
from dashboard.scales import MUTED, TEXT
from dashboard.text import LICENCES, spell_date

WIDTH, MARGIN = 800, 24
ROOM = WIDTH - 2 * MARGIN
LONGEST_NOTE = 900  # characters; a longer one is cut, and the reader sent to the link
LINE = 1.35  # of the type size
INK, GREY = TEXT["light"], MUTED["light"]
SCALE = 2.0  # pixels of a PNG for each pixel of the page: sharp in print at 16 cm


class NoPicture(ValueError):
    """The figure is a table only, so there is nothing to draw."""


@dataclass
class _Sheet:
    """A picture as it grows downwards."""

    width: float
    parts: list[str] = field(default_factory=list)
    height: float = 0.0

    def write(self, text: str, size: float, *, bold: bool = False, colour: str = INK, link: str = "") -> None:
        """Add a paragraph."""
        for line in wrap(allowed(text).translate(SIMILAR), self.width - 2 * MARGIN, size, bold=bold):
            self.height += size * LINE
            words = (f'<text x="{MARGIN}" y="{self.height - size * 0.3:.1f}" font-size="{size:g}" fill="{colour}"'
                     f'{" font-weight=" + quoteattr("bold") if bold else ""}>{escape(line)}</text>')
            self.parts.append(f"<a href={quoteattr(allowed(link))}>{words}</a>" if link else words)

    def space(self, pixels: float) -> None:
        """Leave room."""
        self.height += pixels

    def place(self, drawing: Drawing) -> None:
        """Add a drawing, made smaller where it is wider than the room."""
        room = self.width - 2 * MARGIN
        scale = min(1.0, room / drawing.width)
        left = MARGIN + (room - drawing.width * scale) / 2
        self.parts.append(f'<g transform="translate({left:.1f},{self.height:.1f}) scale({scale:.4f})">'
                          f"{drawing.body}</g>")
        self.height += drawing.height * scale

    def rule(self) -> None:
        """Add a line across."""
        self.parts.append(f'<path d="M{MARGIN},{self.height:.1f}h{self.width - 2 * MARGIN:g}" stroke="{GREY}" '
                          'stroke-width="0.6"/>')


def svg(taken: Taken) -> bytes:
    """The complete picture as SVG (UTF-8), in the colours for white paper. Raises NoPicture for a figure of rows."""
    figure = taken.figure
    sheet = _Sheet(WIDTH, height=MARGIN - 6)
    sheet.write(figure.title, 20, bold=True)
    sheet.space(4)
    sheet.write(figure.subtitle, 14)
    if taken.choices:
        sheet.space(2)
        sheet.write(in_force(taken), 12, colour=GREY)
    sheet.space(14)
    for drawing in _drawings(figure, ROOM):
        sheet.place(drawing)
    sheet.space(12)
    sheet.rule()
    sheet.space(6)
    _foot(sheet, taken)
    return _document(sheet, figure)


def png(taken: Taken, scale: float = SCALE) -> bytes:
    """The complete picture as PNG, ``scale`` times 800 pixels wide. Raises NoPicture for a figure of rows."""
    return pixels(svg(taken), scale)


def pixels(document: bytes, scale: float = SCALE) -> bytes:
    """An SVG picture as PNG, ``scale`` times its size."""
    drawn: bytes = vl_convert.svg_to_png(document.decode(), scale=scale)
    return drawn


def is_drawn(figure: Figure) -> bool:
    """Whether there is a picture of the figure; without one it is a table."""
    return figure.graphic is not None or figure.drawing is not None


def chart_png(figure: Figure, width: int = 720, scale: float = SCALE) -> bytes | None:
    """The bare chart or map with its legend as PNG, ``scale`` times ``width`` pixels wide; None for a figure of rows.

    ``width`` sets how large the letters are beside the chart: they stay 11 to 13 pixels.
    """
    try:
        drawings = _drawings(figure, width)
    except NoPicture:
        return None
    sheet = _Sheet(width + 2 * MARGIN)
    for drawing in drawings:
        sheet.place(drawing)
    return pixels(_document(sheet, figure, crop=MARGIN), scale)


def in_force(taken: Taken) -> str:
    """The filters in force as one line: "Area: Rugby · Ethnic group: All"."""
    return " · ".join(f"{label}: {choice}" for label, choice in taken.choices.items())


def source_words(source: Source) -> str:
    """Who published what when, and the licence, as plain text."""
    published = f", published {spell_date(source.published)}" if source.published else ""
    return f"{source.title}, {source.publisher}{published}. {LICENCES.get(source.licence, source.licence)}."


def _drawings(figure: Figure, width: int) -> list[Drawing]:
    specification = figure.picture("light")
    if specification is None:
        raise NoPicture(f"“{figure.title}” is a table, so there is no picture of it: take its rows.")
    drawings = [draw(specification, width, "chart")]
    if figure.legend is not None:
        drawings.append(draw(specify(legend_chart(figure.legend, "light"), "light"), width, "legend"))
    return drawings


def _foot(sheet: _Sheet, taken: Taken) -> None:
    notes = [shorten(note, LONGEST_NOTE) for note in taken.notes]
    if notes:
        sheet.write(" ".join(notes), 11, colour=GREY)
        sheet.space(4)
    for source in taken.sources:
        sheet.write(f"Source: {source_words(source)}", 11)
    sheet.space(4)
    sheet.write(f"{SITE}, page “{taken.page}”. Data version {taken.version}, built {spell_date(taken.built)}.", 11)
    sheet.write(taken.link, 11, link=taken.link)
    sheet.space(MARGIN - 8)


def _document(sheet: _Sheet, figure: Figure, crop: float = 0) -> bytes:
    width, height = sheet.width - 2 * crop, round(sheet.height)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" '
            f'width="{width:g}" height="{height}" viewBox="{crop:g} 0 {width:g} {height}" role="img" '
            f'aria-labelledby="finding" aria-describedby="said" font-family={quoteattr(FONT)}>'
            f'<title id="finding">{escape(allowed(figure.title))}</title>'
            f'<desc id="said">{escape(allowed(figure.alt_text))}</desc>'
            f'<rect x="{crop:g}" width="{width:g}" height="{height}" fill="#ffffff"/>'
            f'{"".join(sheet.parts)}</svg>').encode()
