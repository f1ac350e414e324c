"""How a Word document looks: A4, plain type, headings, contents, footer with page numbers, British English."""

from __future__ import annotations

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from dashboard.choices import SITE
from dashboard.export.word_marks import field
from dashboard.scales import FOCUS, MUTED, TEXT

LANGUAGE = "en-GB"
FONT = "Arial"
TODAY = "15"  # the mode of Word since 2013; a lower one opens the document as an old one
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = Cm(21.0), Cm(29.7), Cm(2.0)
ROOM = Emu(PAGE_WIDTH - 2 * MARGIN)
HIGHEST = Cm(21.5)  # of a picture, so that heading and finding stand on the same page
INK, GREY, BLUE = (RGBColor.from_string(colour["light"].lstrip("#").upper()) for colour in (TEXT, MUTED, FOCUS))
SIDES, LINES = ("top", "left", "bottom", "right", "insideH", "insideV"), "B8C2CC"
# name: (size, bold, colour, space before, space after, stays with what follows)
STYLES = {
    "Normal": (10.5, False, INK, 0, 6, False), "Title": (26, True, BLUE, 24, 6, True),
    "Subtitle": (16, False, INK, 0, 12, False), "TOC Heading": (16, True, BLUE, 18, 6, True),
    "Heading 1": (16, True, BLUE, 20, 4, True), "Heading 2": (12.5, True, INK, 12, 3, True),
    "Measure": (10.5, False, GREY, 0, 3, True), "Filters": (9, False, GREY, 3, 3, False),
    "Picture": (10.5, False, INK, 4, 4, False), "Small": (9, False, INK, 3, 3, False),
    "Before Table": (9, True, INK, 4, 3, True), "After Table": (9, False, INK, 4, 6, False),
    "Table Text": (9, False, INK, 1, 1, False),
    "toc 1": (10.5, True, INK, 6, 1, False), "toc 2": (10.5, False, INK, 0, 1, False),
    "Footer": (9, False, GREY, 0, 0, False),
}


def blank(title: str, place: str, version: str) -> Document:
    """An empty A4 document in our styles, with page numbers in its footer and its properties filled in."""
    document = docx.Document()
    _page(document)
    _language(document)
    for name, look in STYLES.items():
        _style(document, name, *look)
    _style_rest(document)
    _properties(document, title, place, version)
    _footer(document, version)
    return document


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = PAGE_WIDTH, PAGE_HEIGHT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN


def _language(document: Document) -> None:
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), LANGUAGE)
    for lang in document.settings.element.iter(qn("w:themeFontLang")):
        lang.set(qn("w:val"), LANGUAGE)
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), TODAY)


def _style(document: Document, name: str, size: float, bold: bool, colour: RGBColor, before: float, after: float,
           stays: bool) -> None:
    known = [style.name for style in document.styles]
    style = document.styles[name] if name in known else document.styles.add_style(
        name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.startswith("toc"))
    assert isinstance(style, ParagraphStyle)
    style.font.size, style.font.bold, style.font.italic, style.font.color.rgb = Pt(size), bold, False, colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.keep_with_next = Pt(before), Pt(after), stays
    # Wider lines would leave a gap over each picture, because they are wider in proportion to its height.
    shape.line_spacing, shape.widow_control = 1.0 if size >= 12 or name in ("Measure", "Picture") else 1.15, True
    shape.keep_together = stays
    if name == "toc 2":
        shape.left_indent = Cm(0.6)
    if name.startswith("toc"):
        shape.right_indent = Cm(1.0)
        shape.tab_stops.add_tab_stop(ROOM, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.SPACES)
    for border in style.element.findall(f"{qn('w:pPr')}/{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _style_rest(document: Document) -> None:
    style = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    style.font.color.rgb, style.font.underline = BLUE, True
    for border in document.styles["Table Grid"].element.iter(*(qn(f"w:{side}") for side in SIDES)):
        border.set(qn("w:color"), LINES)


def _properties(document: Document, title: str, place: str, version: str) -> None:
    relations = document.part.package.rels
    for name in [name for name, relation in relations.items() if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[name]  # a small picture of the template
    properties = document.core_properties
    properties.title, properties.subject, properties.language = title, place, LANGUAGE
    properties.author = properties.last_modified_by = SITE
    properties.keywords, properties.comments, properties.revision = f"data version {version}", "", 1


def _footer(document: Document, version: str) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    document.styles["Footer"].element.pPr.remove(document.styles["Footer"].element.pPr.find(qn("w:tabs")))
    paragraph.paragraph_format.tab_stops.add_tab_stop(ROOM, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{SITE} · data version {version}\tPage ")
    field(paragraph, "PAGE", "1")
    paragraph.add_run(" of ")
    field(paragraph, "NUMPAGES", "1")
