"""The Word document of a briefing: headings, contents, pictures, tables, sources and notes, read back from the file."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import docx as reader
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm
from PIL import Image

from dashboard.export.briefing import Cancelled, Part
from dashboard.export.word import docx
from tests.unit.briefing_parts import HEBREW, LINK, MARKUP, briefing, figure, table, taken

HEADINGS = [
    ("Heading 1", "Deprivation"), ("Heading 2", "Figure 1: Coventry is highest"), ("Heading 2", "Figure 2: Fifty rows"),
    ("Heading 1", "Not shown"), ("Heading 2", "Figure 3: not shown"),
    ("Heading 1", "Trends"), ("Heading 2", "Figure 4: Coventry is still highest"),
    ("Heading 1", "Not known yet"), ("Heading 1", "Sources"),
    ("Heading 1", "If somebody needs help now"),
]


@pytest.fixture(scope="module")
def content() -> bytes:
    return docx(briefing())


@pytest.fixture(scope="module")
def document(content: bytes) -> Document:
    return reader.Document(io.BytesIO(content))


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def part(content: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(content)).read(name).decode()


def test_headings_are_real_and_a_section_is_headed_once(document: Document) -> None:
    assert [(line.style.name, line.text) for line in document.paragraphs
            if line.style.name.startswith("Heading")] == HEADINGS


def test_the_first_page_says_what_where_and_from_which_data(document: Document) -> None:
    assert texts(document)[:6] == ["A briefing", "Rugby", "Data version abc1234567, built 22 November 2026.",
                                   "Open this briefing in the dashboard", "Why we ask.", "And what for."]
    assert document.paragraphs[0].style.name == "Title"
    assert document.paragraphs[3].hyperlinks[0].address == "https://example.org/briefing?figures=trends.bars"


def test_contents_hold_every_heading_and_lead_to_it(document: Document, content: bytes) -> None:
    entries = [line for line in document.paragraphs if line.style.name.startswith("toc")]
    assert [(line.style.name[-1], line.text.strip()) for line in entries] == [
        (style[-1], text) for style, text in HEADINGS]
    marks = {mark.get(qn("w:name")) for mark in document.element.body.iter(qn("w:bookmarkStart"))}
    led = [link.anchor for link in document.element.body.iter(qn("w:hyperlink")) if link.anchor]
    assert len(led) == len(set(led)) == len(HEADINGS)
    assert set(led) == marks
    assert 'TOC \\o "1-2" \\h' in part(content, "word/document.xml")


def test_fields_are_closed_and_none_prompts_the_reader(content: bytes) -> None:
    body = part(content, "word/document.xml")
    assert body.count('w:fldCharType="begin"') == body.count('w:fldCharType="end"') == len(HEADINGS) + 1
    assert "w:dirty" not in body
    assert "updateFields" not in part(content, "word/settings.xml")


def test_the_footer_counts_pages(document: Document) -> None:
    footer = document.sections[0].footer
    words = [word.text for word in footer._element.iter(qn("w:instrText"))]
    assert words == [" PAGE ", " NUMPAGES "]
    assert footer.paragraphs[0].text.startswith("Mental health in Coventry and Warwickshire · data version abc1234567")


def test_every_picture_has_its_alternative_text_and_a_number_of_its_own(document: Document) -> None:
    said = [shape._inline.docPr for shape in document.inline_shapes]
    assert [one.get("descr") for one in said] == ["Three bars & a gap.", "Three bars & a gap."]
    assert len({one.get("id") for one in said}) == 2


def test_pictures_fit_the_page_and_are_not_squashed(document: Document) -> None:
    page = document.sections[0]
    assert (round(page.page_width.cm, 1), round(page.page_height.cm, 1)) == (21.0, 29.7)
    for shape in document.inline_shapes:
        blip = shape._inline.graphic.graphicData.pic.blipFill.blip.embed
        wide, high = Image.open(io.BytesIO(document.part.related_parts[blip].blob)).size
        assert shape.width <= Cm(17)
        assert shape.width / shape.height == pytest.approx(wide / high, rel=0.01)


def test_a_table_is_a_table_whose_header_row_repeats(document: Document) -> None:
    first = document.tables[0]
    assert [[cell.text for cell in row.cells] for row in first.rows] == [
        ["Area", "Rate", "Year"], ["Coventry", "1,234.5", "2021"], ["Rugby", "36", "2022"], ["Warwick", "–", "2023"]]
    for made in document.tables:
        assert [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in made.rows] == [
            True, *[False] * (len(made.rows) - 1)]
        assert sum(column.width for column in made.columns) <= Cm(17.01)
    assert "“–” stands where there is no figure." in texts(document)


def test_a_long_table_begins_with_the_chosen_area_and_says_what_is_left(document: Document) -> None:
    long = document.tables[1]
    assert [cell.text for cell in long.rows[0].cells] == ["Area", "Rank"]  # a column without any entry is left out
    assert [row.cells[0].text for row in long.rows[1:]] == ["Rugby"] * 10 + ["Coventry"] * 5
    assert "These are 15 of 50 rows, those of Rugby first. All of it is at the link." in texts(document)


def test_a_table_with_too_many_columns_names_those_left_out() -> None:
    wide = table(data=table().data.assign(**{f"Column {number}": number for number in range(1, 10)}))
    document = reader.Document(io.BytesIO(docx(briefing(parts=(Part("", "", taken(wide)),)))))
    assert len(document.tables[0].columns) == 9
    assert "There was no room for 2 more columns: Column 8 and Column 9." in " ".join(texts(document))


def test_each_figure_says_measure_filters_notes_source_and_link(document: Document) -> None:
    said = texts(document)
    assert "Rate · every town · 2023\n\n" in said  # its picture stands below in the same paragraph
    place = said.index("Notes: No figure for Warwick.")
    assert said[place - 1] == "Page “Trends”, with these filters: Area: Rugby · Age: All ages"
    cited = next(line for line in said if line.startswith("Source: "))
    assert cited.endswith("Open Government Licence v3.0. Open figure 1 in the dashboard")
    linked = [link.address for line in document.paragraphs for link in line.hyperlinks
              if "Open figure" in link.text]
    assert linked == [LINK] * 3


def test_sources_stand_once_each_with_licence_and_address(document: Document) -> None:
    said = texts(document)
    listed = said[said.index("Sources", 30) + 1:said.index("If somebody needs help now", 30)]
    assert len(listed) == 2  # two sources in three figures
    assert [bool(re.search(r"Open Government Licence v3\.0\. https://\S+", line)) for line in listed] == [True, True]


def test_limits_and_help_close_the_document(document: Document) -> None:
    said = " ".join(texts(document))
    assert "Which schools have a Mental Health Support Team? Not published at this level. Who would know:" in said
    assert texts(document)[-1].startswith("In a crisis: call NHS 111")
    assert "**" not in texts(document)[-1]


def test_a_missing_figure_is_said(document: Document) -> None:
    said = texts(document)
    place = said.index("The page “Trends” shows no figure “pie”.")
    assert said[place + 1] == "Still wanted."


def test_notes_keep_markup_emoji_and_direction_and_lose_what_xml_forbids(document: Document) -> None:
    said = texts(document)
    place = said.index(MARKUP)
    assert said[place + 1:place + 3] == ["😀 and e\u0301 done", HEBREW]
    backward = [line.text for line in document.paragraphs if line._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None]
    assert backward == [HEBREW]


def test_a_note_of_ten_thousand_characters_is_kept() -> None:
    long = "ab😀d " * 2000
    made = reader.Document(io.BytesIO(docx(briefing(parts=(Part("", long, taken(figure())),)))))
    assert long.strip() in texts(made)


def test_a_heading_from_the_right_and_with_markup_is_kept() -> None:
    made = reader.Document(io.BytesIO(docx(briefing(parts=(
        Part("<h1>&", "", taken(table())), Part(HEBREW, "", taken(table())))))))
    assert [line.text for line in made.paragraphs if line.style.name == "Heading 1"][:2] == ["<h1>&", HEBREW]


def test_a_link_too_long_for_word_is_said() -> None:
    made = reader.Document(io.BytesIO(docx(briefing(link="https://example.org/" + "x" * 2000))))
    assert texts(made)[3].startswith("The link to the whole briefing is too long for Word to follow")


def test_language_and_properties_are_set(document: Document, content: bytes) -> None:
    found = document.core_properties
    assert (found.title, found.subject, found.language) == ("A briefing", "Rugby", "en-GB")
    assert found.created.date().isoformat() == found.modified.date().isoformat() == "2026-11-22"
    assert set(re.findall(r'<w:lang w:val="([^"]+)"', part(content, "word/styles.xml"))) == {"en-GB"}


def test_a_tall_picture_is_cut_where_it_is_blank(monkeypatch: pytest.MonkeyPatch) -> None:
    image = Image.new("RGB", (720, 1500), "white")
    for top in range(0, 1500, 100):
        image.paste((0, 0, 0), (10, top + 20, 700, top + 80))
    made = io.BytesIO()
    image.save(made, "PNG")
    monkeypatch.setattr("dashboard.export.word.chart_png", lambda figure: made.getvalue())
    document = reader.Document(io.BytesIO(docx(briefing(parts=(Part("", "", taken(figure())),)))))
    said = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert said == [f"Part {number} of 4 of the picture. Three bars & a gap." for number in range(1, 5)]


def test_the_same_briefing_gives_the_same_bytes(content: bytes) -> None:
    assert docx(briefing()) == content
    assert docx(briefing(title="Another")) != content


def test_progress_is_told_and_the_work_can_be_stopped() -> None:
    told: list[Any] = []
    docx(replace(briefing(), parts=briefing().parts[1:3]), lambda *said: told.append(said[:2]))
    assert told == [(0, 2), (1, 2), (2, 2)]
    with pytest.raises(Cancelled):
        docx(briefing(), cancelled=lambda: True)
