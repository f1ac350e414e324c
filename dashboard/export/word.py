"""A briefing as a Word document: headings, contents, pictures with alternative text, real tables, sources once each."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from docx.document import Document
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from dashboard.export.briefing import NEED_HELP, SOURCES, UNKNOWN, Briefing, Cancelled, Part, Progress, never, quiet
from dashboard.export.picture import chart_png, in_force, source_words
from dashboard.export.printed import clean, paragraphs, printed
from dashboard.export.slices import slices
from dashboard.export.taken import Taken
from dashboard.export.word_look import HIGHEST, ROOM, blank
from dashboard.export.word_marks import (
    bookmark,
    can_follow,
    field_end,
    field_start,
    lead_to,
    link,
    number_pictures,
    picture,
    table,
    turn,
)
from dashboard.export.zips import settled
from dashboard.frame import HELP
from dashboard.glance import load_unknowns
from dashboard.text import spell_date

MOST_ROWS, MOST_COLUMNS = 15, 9
WHOLE, PART = 1.3, 0.6  # height to width of a picture that stays whole, and of the parts of a taller one
CONTENTS = 'TOC \\o "1-2" \\h \\z \\u'
GAP = Pt(5)  # between the measure and the picture
BOLD = re.compile(r"\*\*(.+?)\*\*")


@dataclass
class _Writer:
    """The document as it grows, with its headings in order: those written lead the contents to themselves."""

    document: Document
    outline: list[tuple[int, str]]
    written: int = 0
    anchors: list[str] = field(init=False)
    styles: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.anchors = [f"_Toc{number:09d}" for number in range(1, len(self.outline) + 1)]
        self.styles = {str(style.name): style.style_id for style in self.document.styles}

    def add(self, text: str = "", style: str = "Normal") -> Paragraph:
        """Add a paragraph. The library would look through all styles for each, which takes longer than all the rest."""
        paragraph = self.document.add_paragraph(text)
        paragraph._p.style = self.styles[style]
        return paragraph

    def heading(self) -> None:
        """Write the next heading of the outline."""
        level, text = self.outline[self.written]
        paragraph = self.add(text, f"Heading {level}")
        bookmark(paragraph, self.anchors[self.written], self.written)
        turn(paragraph)
        self.written += 1

    def say(self, text: str, style: str = "Normal") -> None:
        """Write a paragraph for each line of a text, marks and all as they are."""
        for line in paragraphs(text):
            turn(self.add(line, style))

    def beside(self, label: str, style: str = "Small") -> Paragraph:
        """Begin a paragraph with a label in bold."""
        paragraph = self.add(style=style)
        paragraph.add_run(label).font.bold = True
        return paragraph


def docx(briefing: Briefing, progress: Progress = quiet, cancelled: Callable[[], bool] = never) -> bytes:
    """The briefing as .docx on A4; the same briefing gives the same bytes.

    Contents lead to every heading and show page numbers once they are updated, for which nothing prompts the reader.
    ``progress`` is told of every figure. Raises Cancelled when ``cancelled()`` is true before a figure.
    """
    writer = _Writer(blank(briefing.title, briefing.place, briefing.version), _outline(briefing))
    _cover(writer, briefing)
    _contents(writer)
    section = ""
    for place, part in enumerate(briefing.parts):
        if cancelled():
            raise Cancelled
        progress(place, len(briefing.parts), f"Writing figure {place + 1} of {len(briefing.parts)}")
        if part.section != section:
            writer.heading()
            section = part.section
        writer.heading()
        _figure(writer, part.figure, part.note, place + 1) if part.figure else _nothing(writer, part)
    _ending(writer, briefing)
    number_pictures(writer.document)
    made = io.BytesIO()
    writer.document.save(made)
    progress(len(briefing.parts), len(briefing.parts), "The document is ready")
    return settled(made.getvalue(), briefing.built)


def _outline(briefing: Briefing) -> list[tuple[int, str]]:
    """Every heading in order, with its level: a section once for all parts that follow each other under it."""
    outline: list[tuple[int, str]] = []
    section = ""
    for number, part in enumerate(briefing.parts, 1):
        if part.section != section:
            outline.append((1, part.section))
            section = part.section
        outline.append((2, f"Figure {number}: {part.figure.figure.title if part.figure else 'not shown'}"))
    return [*outline, (1, UNKNOWN), (1, SOURCES), (1, NEED_HELP)]


def _cover(writer: _Writer, briefing: Briefing) -> None:
    turn(writer.add(briefing.title, "Title"))
    writer.say(briefing.place, "Subtitle")
    writer.say(f"Data version {briefing.version}, built {spell_date(briefing.built)}.")
    if can_follow(briefing.link):
        link(writer.add(), briefing.link, "Open this briefing in the dashboard")
    elif briefing.link:
        writer.say("The link to the whole briefing is too long for Word to follow; every figure has its own.")
    writer.say(briefing.introduction)


def _contents(writer: _Writer) -> None:
    writer.add("Contents", "TOC Heading")
    for place, (level, text) in enumerate(writer.outline):
        paragraph = writer.add(style=f"toc {level}")
        if place == 0:
            field_start(paragraph, CONTENTS)
        lead_to(paragraph, writer.anchors[place], text)
        if place == len(writer.outline) - 1:
            field_end(paragraph)


def _figure(writer: _Writer, taken: Taken, note: str, number: int) -> None:
    figure = taken.figure
    measure = writer.add(clean(figure.subtitle), "Measure")
    png = chart_png(figure)
    if png is not None:
        _pictures(writer, measure, png, figure.alt_text)
    writer.say(note)
    rows = printed(taken, MOST_ROWS, MOST_COLUMNS)
    if rows.rows and rows.columns:
        writer.say(f"Figure {number} as a table" if png else "Table", "Before Table")
        table(writer.document, rows, ROOM, f"{figure.title}. {figure.subtitle}")
        writer.say(rows.remark(), "After Table")
    filters = in_force(taken)
    writer.say(f"Page “{taken.page}”" + (f", with these filters: {filters}" if filters else ""), "Filters")
    if taken.notes:
        writer.beside("Notes: ").add_run(clean(" ".join(taken.notes)))
    source = writer.beside("Source: ")
    source.add_run(clean(" ".join(source_words(source) for source in taken.sources)))
    if taken.link:
        source.add_run(" ")
        link(source, taken.link, f"Open figure {number} in the dashboard")


def _pictures(writer: _Writer, measure: Paragraph, png: bytes, words: str) -> None:
    """The picture, in parts where it is too tall for one page: smaller it could not be read."""
    # In one paragraph with the measure it cannot part from it; programs lose hold of longer chains of paragraphs.
    measure.add_run().add_break()
    gap = measure.add_run()
    gap.font.size = GAP
    gap.add_break()
    parts = slices(png, WHOLE, PART)
    for number, one in enumerate(parts, 1):
        which = f"Part {number} of {len(parts)} of the picture. " if len(parts) > 1 else ""
        picture(measure if number == 1 else writer.add(style="Picture"), one, which + words, ROOM, HIGHEST)
    measure.paragraph_format.keep_with_next = False


def _nothing(writer: _Writer, part: Part) -> None:
    writer.say(part.missing)
    writer.say(part.note)


def _ending(writer: _Writer, briefing: Briefing) -> None:
    writer.heading()
    for row in load_unknowns():
        writer.beside(f"{row.question} ", "Normal").add_run(f"{row.why.capitalize()}. Who would know: {row.holder}.")
    writer.heading()
    for source in briefing.sources:
        paragraph = writer.add(f"{source_words(source)} ", "Small")
        link(paragraph, source.url, source.url)
        if source.attribution:
            paragraph.add_run(f" {clean(source.attribution)}")
    writer.heading()
    paragraph = writer.add()
    for text, bold in _bold(HELP):
        paragraph.add_run(text).font.bold = bold


def _bold(markdown: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a text with some words between two pairs of asterisks, and whether each is one of these."""
    for place, piece in enumerate(BOLD.split(markdown)):
        if piece:
            yield piece, place % 2 == 1
