"""The slides of a briefing: one figure a slide, nothing squashed or past the edge, rows and sources for the speaker."""

from __future__ import annotations

import io
import re
import zipfile

import pptx as reader
import pytest
from PIL import Image
from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.util import Pt

from dashboard.export.briefing import Cancelled, Part
from dashboard.export.slides import pptx
from dashboard.export.slides_look import ROOM, TITLE_HEIGHT, TITLE_SIZES, fits, fitting
from dashboard.registry import load_sources
from tests.unit.briefing_parts import HEBREW, LINK, MARKUP, NOTE, briefing, figure, table, taken


@pytest.fixture(scope="module")
def content() -> bytes:
    return pptx(briefing())


@pytest.fixture(scope="module")
def slides(content: bytes) -> Presentation:
    return reader.Presentation(io.BytesIO(content))


def opened(**changes: object) -> Presentation:
    return reader.Presentation(io.BytesIO(pptx(briefing(**changes))))


def said(slide: Slide) -> list[str]:
    """The paragraphs of a slide, its title first."""
    return [line.text for shape in slide.shapes if shape.has_text_frame for line in shape.text_frame.paragraphs]


def pictures(slide: Slide) -> list:
    return [shape for shape in slide.shapes if shape.shape_type == 13]


def test_there_is_a_title_slide_a_slide_for_each_figure_and_an_end(slides: Presentation) -> None:
    assert [slide.shapes.title.text_frame.text for slide in slides.slides] == [
        "A briefing", "Coventry is highest", "Fifty rows", "A figure that is not shown", "Coventry is still highest",
        "Not known yet", "Sources", "If somebody needs help now"]


def test_slides_are_wide_and_nothing_stands_past_their_edge(slides: Presentation) -> None:
    assert slides.slide_width / slides.slide_height == pytest.approx(16 / 9, rel=0.001)
    for slide in slides.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= slides.slide_width
            assert shape.top + shape.height <= slides.slide_height


def test_the_title_slide_says_where_and_from_which_data(slides: Presentation) -> None:
    assert said(slides.slides[0]) == ["A briefing", "Rugby", "Data version abc1234567, built 22 November 2026",
                                      "Open this briefing in the dashboard", "Why we ask.", "And what for."]


def test_a_picture_has_its_alternative_text_and_is_not_squashed(slides: Presentation) -> None:
    for slide in (slides.slides[1], slides.slides[4]):
        [shape] = pictures(slide)
        assert shape._element.nvPicPr.cNvPr.get("descr") == "Three bars & a gap."
        wide, high = Image.open(io.BytesIO(shape.image.blob)).size
        assert shape.width / shape.height == pytest.approx(wide / high, rel=0.01)


def test_a_figure_without_a_picture_is_a_real_table_with_a_header_row(slides: Presentation) -> None:
    [frame] = [shape for shape in slides.slides[2].shapes if shape.has_table]
    assert frame.table.first_row
    assert [cell.text for cell in frame.table.rows[0].cells] == ["Area", "Rank"]
    assert frame.table.cell(1, 0).text == "Rugby"  # the chosen area first
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == "Fifty rows. All of them"
    shown = len(frame.table.rows) - 1
    assert f"These are {shown} of 50 rows, those of Rugby first. All of it is at the link." in said(slides.slides[2])


def test_every_figure_has_a_source_line_that_can_be_read(slides: Presentation) -> None:
    for place in (1, 2, 4):
        lines = [line for shape in slides.slides[place].shapes if shape.has_text_frame
                 for line in shape.text_frame.paragraphs if line.text.startswith("Source: ")]
        assert [line.runs[0].font.size >= Pt(10) for line in lines] == [True]
        assert "Open Government Licence v3.0." in lines[0].text


def test_the_speaker_has_the_rows_the_source_and_the_link(slides: Presentation) -> None:
    notes = slides.slides[1].notes_slide.notes_text_frame.text
    for line in ("Area | Rate | Year", "Coventry | 1,234.5 | 2021", "Warwick | – | 2023", LINK,
                 "Notes: No figure for Warwick.", "Page “Trends”. Area: Rugby · Age: All ages"):
        assert line in notes.split("\n")
    assert "Source: English Indices of Deprivation 2025" in notes


def test_notes_keep_markup_emoji_and_direction(slides: Presentation) -> None:
    assert [line in said(slides.slides[1]) for line in (MARKUP, "😀 and e\u0301 done", HEBREW)] == [True] * 3
    backward = [line.text for shape in slides.slides[1].shapes if shape.has_text_frame
                for line in shape.text_frame.paragraphs if line._p.pPr is not None and line._p.pPr.get("rtl") == "1"]
    assert backward == [HEBREW]


def test_a_long_note_begins_on_the_slide_and_is_whole_in_the_speaker_s_notes() -> None:
    slide = opened(parts=(Part("", "many 😀 words " * 700, taken(figure())),)).slides[1]
    shown = said(slide)
    assert "The whole note is in the speaker’s notes." in shown
    assert max(map(len, shown)) <= 330
    assert ("many 😀 words " * 700).strip() in slide.notes_slide.notes_text_frame.text


@pytest.mark.parametrize("length", [40, 90, 160, 250])
def test_a_long_title_is_made_smaller_until_it_fits(length: int) -> None:
    title = ("Residents of somewhere fare " * 10)[:length].strip()
    slide = opened(parts=(Part("", "", taken(table(title=title))),)).slides[1]
    run = slide.shapes.title.text_frame.paragraphs[0].runs[0]
    assert run.text == title
    assert fits(title, ROOM, TITLE_HEIGHT, run.font.size.pt, bold=True)


def test_the_largest_size_that_fits_is_taken() -> None:
    assert fitting("Short", ROOM, TITLE_HEIGHT, TITLE_SIZES, bold=True) == 28
    assert fitting("word " * 40, ROOM, TITLE_HEIGHT, TITLE_SIZES, bold=True) < 28


def test_many_sources_are_shortened_on_the_slide_and_listed_at_the_end() -> None:
    many = tuple(load_sources())[:14]
    slides = opened(parts=(Part("", "", taken(table(sources=many))),))
    [line] = [line for line in said(slides.slides[1]) if line.startswith("Source: ")]
    assert re.search(r"And \d+ more, in the notes and on the last slides\.$", line)
    listed = [line for slide in slides.slides if slide.shapes.title.text_frame.text.startswith("Sources")
              for line in said(slide) if any(line.startswith(load_sources()[source].title) for source in many)]
    assert len(listed) == 14


def test_a_missing_figure_has_a_slide_that_says_so(slides: Presentation) -> None:
    assert "The page “Trends” shows no figure “pie”." in said(slides.slides[3])
    assert "Still wanted." in said(slides.slides[3])


@pytest.mark.parametrize(("height", "shown"), [(1700, 1), (2400, 0)])
def test_a_picture_too_tall_to_be_read_gives_way_to_its_rows(
        monkeypatch: pytest.MonkeyPatch, height: int, shown: int) -> None:
    made = io.BytesIO()
    Image.new("RGB", (1440, height), "white").save(made, "PNG")
    monkeypatch.setattr("dashboard.export.slides.chart_png", lambda figure: made.getvalue())
    slide = opened(parts=(Part("", "", taken(figure())),)).slides[1]
    assert len(pictures(slide)) == shown
    assert len([shape for shape in slide.shapes if shape.has_table]) == 1 - shown


def test_slides_are_numbered_in_british_english_with_their_properties(slides: Presentation, content: bytes) -> None:
    found = slides.core_properties
    assert (found.title, found.subject, found.language) == ("A briefing", "Rugby", "en-GB")
    assert found.created.date().isoformat() == "2026-11-22"
    files = zipfile.ZipFile(io.BytesIO(content))
    for name in files.namelist():
        if name.startswith(("ppt/slides/slide", "ppt/notesSlides/notesSlide")):
            assert set(re.findall(r'<a:rPr[^>]* lang="([^"]+)"', files.read(name).decode())) == {"en-GB"}
    assert 'type="slidenum"' in files.read("ppt/slides/slide2.xml").decode()


def test_every_shape_of_a_slide_has_a_number_of_its_own(slides: Presentation) -> None:
    for slide in slides.slides:
        numbers = [shape.shape_id for shape in slide.shapes]
        assert len(numbers) == len(set(numbers))


def test_the_same_briefing_gives_the_same_bytes(content: bytes) -> None:
    assert pptx(briefing()) == content
    assert pptx(briefing(place="Warwick")) != content


def test_the_work_can_be_stopped() -> None:
    with pytest.raises(Cancelled):
        pptx(briefing(parts=(Part("", NOTE, taken(table())),)), cancelled=lambda: True)
