"""A briefing as slides: one figure a slide with its finding as title, its rows and sources in the speaker's notes."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from itertools import islice

from pptx.presentation import Presentation as Slides
from pptx.slide import Slide
from pptx.util import Cm, Emu, Length, Pt

from dashboard.export import slides_look as look
from dashboard.export.briefing import NEED_HELP, SOURCES, UNKNOWN, Briefing, Cancelled, Part, Progress, never, quiet
from dashboard.export.lettering import shorten
from dashboard.export.picture import chart_png, in_force, source_words
from dashboard.export.printed import Printed, paragraphs, printed
from dashboard.export.slides_body import picture, table
from dashboard.export.slides_look import BLUE, GREY, MARGIN, ROOM, box, fits, fitting, paragraph
from dashboard.export.taken import Taken
from dashboard.export.zips import settled
from dashboard.frame import HELP
from dashboard.glance import load_unknowns
from dashboard.text import join, spell_date

SPOKEN_ROWS, SPOKEN_COLUMNS = 12, 9
SHOWN_ROWS, SHOWN_COLUMNS = 16, 9
BODY_TOP, BODY_HEIGHT = Cm(5.1), Cm(10.9)
NOTE_WIDTH, BETWEEN = Cm(9), Cm(0.7)
SOURCE_TOP, SOURCE_HEIGHT, SOURCE_SIZE = Cm(16.2), Cm(1.7), 10
LISTED = 9  # sources on a slide
LONGEST_NOTE = 330  # characters beside a picture; the whole note is in the speaker's notes


def pptx(briefing: Briefing, progress: Progress = quiet, cancelled: Callable[[], bool] = never) -> bytes:
    """The briefing as .pptx, 16:9; the same briefing gives the same bytes.

    ``progress`` is told of every figure. Raises Cancelled when ``cancelled()`` is true before a figure.
    """
    slides = look.blank(briefing.title, briefing.place, briefing.version)
    _cover(slides, briefing)
    for place, part in enumerate(briefing.parts):
        if cancelled():
            raise Cancelled
        progress(place, len(briefing.parts), f"Drawing slide {place + 1} of {len(briefing.parts)}")
        _figure(slides, part, part.figure) if part.figure else _nothing(slides, part, briefing.version)
    _ending(slides, briefing)
    look.speak_british(slides)
    made = io.BytesIO()
    slides.save(made)
    progress(len(briefing.parts), len(briefing.parts), "The slides are ready")
    return settled(made.getvalue(), briefing.built)


def _cover(slides: Slides, briefing: Briefing) -> None:
    slide = slides.slides.add_slide(slides.slide_layouts[look.COVER])
    look.fill_title(slide, briefing.title, look.COVER_SIZES, ROOM, Cm(4.2))
    frame = slide.placeholders[1].text_frame
    paragraph(frame, briefing.place, 22, first=True)
    paragraph(frame, f"Data version {briefing.version}, built {spell_date(briefing.built)}", 14, colour=GREY)
    if briefing.link:
        paragraph(frame, "Open this briefing in the dashboard", 14, colour=BLUE, link=briefing.link)
    said = paragraphs(briefing.introduction)
    if fits(" ".join(said), ROOM, Cm(4.5), 14):
        for line in said:
            paragraph(frame, line, 14)
    for line in frame.paragraphs:
        line.space_after = Pt(6)
    _speak(slide, [*said, briefing.link])


def _figure(slides: Slides, part: Part, taken: Taken) -> None:
    figure = taken.figure
    slide = look.add(slides, figure.title, taken.version)
    _above(slide, part.section)
    _under(slide, figure.subtitle, in_force(taken))
    spoken = printed(taken, SPOKEN_ROWS, SPOKEN_COLUMNS)
    note = paragraphs(part.note)
    width = Emu(ROOM - NOTE_WIDTH - BETWEEN) if note else ROOM
    png = chart_png(figure)
    if png is None or not picture(slide, png, figure.alt_text, (MARGIN, BODY_TOP, width, BODY_HEIGHT)):
        table(slide, printed(taken, SHOWN_ROWS, SHOWN_COLUMNS), f"{figure.title}. {figure.subtitle}",
              (MARGIN, BODY_TOP, width, BODY_HEIGHT))
    if note:
        _beside(slide, note)
    _source(slide, taken)
    _speak(slide, [f"{figure.title}. {figure.subtitle}.", f"Page “{taken.page}”. {in_force(taken)}", *note,
                   *_lines(spoken), f"Notes: {' '.join(taken.notes)}" if taken.notes else "",
                   "Source: " + " ".join(source_words(source) for source in taken.sources), taken.link])


def _above(slide: Slide, section: str) -> None:
    frame = box(slide, MARGIN, Cm(0.5), ROOM, Cm(0.7))
    paragraph(frame, section, fitting(section, ROOM, Cm(0.7), (12, 11, 10, 9, 8)), colour=GREY, first=True)


def _under(slide: Slide, subtitle: str, filters: str) -> None:
    frame = box(slide, MARGIN, Cm(3.7), ROOM, Cm(1.4))
    paragraph(frame, subtitle, fitting(subtitle, ROOM, Cm(0.8), (14, 13, 12, 11, 10)), first=True)
    if filters:
        paragraph(frame, filters, fitting(filters, ROOM, Cm(0.55), (11, 10, 9, 8)), colour=GREY)


def _beside(slide: Slide, note: Sequence[str]) -> None:
    """The author's note; of a long one the beginning, and where the rest is."""
    frame = box(slide, Emu(MARGIN + ROOM - NOTE_WIDTH), BODY_TOP, NOTE_WIDTH, BODY_HEIGHT)
    whole = sum(map(len, note)) <= LONGEST_NOTE and len(note) <= 6
    shown = note if whole else [shorten(" ".join(note), LONGEST_NOTE), "The whole note is in the speaker’s notes."]
    for place, line in enumerate(shown):
        paragraph(frame, line, 14, first=place == 0)


def _source(slide: Slide, taken: Taken) -> None:
    """The sources: with publisher, date and licence where there is room, else as many as fit and where the rest are."""
    frame = box(slide, MARGIN, SOURCE_TOP, ROOM, SOURCE_HEIGHT)
    said = [source_words(source) for source in taken.sources]
    for shown in range(len(said), 0, -1):
        rest = f" And {len(said) - shown} more, in the notes and on the last slides." if shown < len(said) else ""
        text = f"Source: {' '.join(said[:shown])}{rest}"
        if fits(text, ROOM, Emu(SOURCE_HEIGHT - Pt(SOURCE_SIZE * 1.3)), SOURCE_SIZE):
            break
    paragraph(frame, text, SOURCE_SIZE, first=True)
    if taken.link:
        paragraph(frame, "Open this figure in the dashboard", SOURCE_SIZE, colour=BLUE, link=taken.link)


def _nothing(slides: Slides, part: Part, version: str) -> None:
    slide = look.add(slides, "A figure that is not shown", version)
    _above(slide, part.section)
    frame = box(slide, MARGIN, BODY_TOP, ROOM, BODY_HEIGHT)
    paragraph(frame, part.missing, 18, first=True)
    note = paragraphs(part.note)
    if note:
        paragraph(frame, shorten(" ".join(note), LONGEST_NOTE), 14)
    _speak(slide, [part.missing, *note])


def _ending(slides: Slides, briefing: Briefing) -> None:
    unknowns = [f"{row.question} {row.why.capitalize()}. Who would know: {row.holder}." for row in load_unknowns()]
    _list(slides, UNKNOWN, unknowns, [], briefing.version, 15)
    listed = briefing.sources
    for start in range(0, len(listed), LISTED):
        some = list(islice(listed, start, start + LISTED))
        _list(slides, SOURCES if start == 0 else f"{SOURCES}, continued", [source_words(source) for source in some],
              [source.url for source in some], briefing.version, 12)
    _list(slides, NEED_HELP, [HELP.replace("**", "")], [], briefing.version, 20)


def _list(slides: Slides, title: str, lines: Sequence[str], links: Sequence[str], version: str, size: int) -> None:
    slide = look.add(slides, title, version)
    height: Length = Emu(SOURCE_TOP + SOURCE_HEIGHT - Cm(4))
    frame = box(slide, MARGIN, Cm(4), ROOM, height)
    for place, line in enumerate(lines):
        paragraph(frame, line, size, first=place == 0, link=links[place] if links else "")
        frame.paragraphs[-1].space_after = Pt(size / 2)
    _speak(slide, [f"{line} {link}" for line, link in zip(lines, links, strict=True)] if links else list(lines))


def _lines(rows: Printed) -> list[str]:
    """The rows for the speaker's notes, a line each."""
    if not rows.rows:
        return []
    return ["Table:", " | ".join(rows.columns), *(" | ".join(row) for row in rows.rows), rows.remark()]


def _speak(slide: Slide, lines: Sequence[str]) -> None:
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None
    frame.text = "\n".join(join(paragraphs(line)) for line in lines if line)
