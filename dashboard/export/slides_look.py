"""How slides look: 16:9, one plain face, a title that fits, footer with slide numbers, British English."""

from __future__ import annotations

import copy

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Slides
from pptx.shapes.placeholder import LayoutPlaceholder, MasterPlaceholder
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Cm, Emu, Length, Pt

from dashboard.choices import SITE
from dashboard.export.lettering import wrap
from dashboard.export.printed import clean, leftward
from dashboard.scales import FOCUS, MUTED, TEXT

LANGUAGE, FACE = "en-GB", b"Arial"
WIDTH, HEIGHT, MARGIN = Cm(33.867), Cm(19.05), Cm(1.2)
ROOM = Emu(WIDTH - 2 * MARGIN)
COVER, TITLED = 0, 5  # of the layouts of the library's template; the others are taken out
TITLE_TOP, TITLE_HEIGHT = Cm(1.3), Cm(2.2)
FOOT_TOP, FOOT_HEIGHT = Cm(18.1), Cm(0.7)
NUMBER_WIDTH = Cm(3)
TITLE_SIZES, COVER_SIZES = (28, 26, 24, 22, 20, 18, 16), (40, 36, 32, 28, 24, 20)
LINE = 1.2  # of the type size
INK, GREY, BLUE = (RGBColor.from_string(colour["light"].lstrip("#").upper()) for colour in (TEXT, MUTED, FOCUS))
_BOXES = {  # by the kind of a layout's placeholder
    "title": (MARGIN, TITLE_TOP, ROOM, TITLE_HEIGHT), "ctrTitle": (MARGIN, Cm(3.2), ROOM, Cm(4.2)),
    "subTitle": (MARGIN, Cm(7.8), ROOM, Cm(8.6)), "body": (MARGIN, Cm(5.2), ROOM, Cm(11)),
    "ftr": (MARGIN, FOOT_TOP, Emu(ROOM - NUMBER_WIDTH), FOOT_HEIGHT),
    "sldNum": (Emu(WIDTH - MARGIN - NUMBER_WIDTH), FOOT_TOP, NUMBER_WIDTH, FOOT_HEIGHT),
}


def blank(title: str, place: str, version: str) -> Slides:
    """Slides without any, 16:9, in our look, with their properties filled in."""
    slides = Presentation()
    slides.slide_width, slides.slide_height = WIDTH, HEIGHT
    slides.element.sldSz.attrib.pop("type", None)  # else programs go by the template's 4:3
    for place_in, layout in reversed(list(enumerate(slides.slide_layouts))):
        if place_in not in (COVER, TITLED):
            slides.slide_layouts.remove(layout)
    for holder in (slides.slide_master, *slides.slide_layouts):
        for placeholder in holder.placeholders:
            _place(placeholder)
    theme = slides.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = theme.blob.replace(b'typeface="Calibri"', b'typeface="' + FACE + b'"')
    for name, relation in list(slides.part.package._rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:  # a small picture of the template
            slides.part.package._rels.pop(name)
    properties = slides.core_properties
    properties.title, properties.subject, properties.language = title, place, LANGUAGE
    properties.author = properties.last_modified_by = SITE
    properties.keywords, properties.comments, properties.revision = f"data version {version}", "", 1
    return slides


def _place(placeholder: LayoutPlaceholder | MasterPlaceholder) -> None:
    kind = placeholder.element.ph.get("type", "body")
    if kind in _BOXES:
        placeholder.left, placeholder.top, placeholder.width, placeholder.height = _BOXES[kind]
    elif kind == "dt":  # a date is said in words on the first slide
        placeholder.element.getparent().remove(placeholder.element)


def add(slides: Slides, title: str, version: str) -> Slide:
    """A further slide with its title, made smaller where it is long, its number and the footer."""
    slide = slides.slides.add_slide(slides.slide_layouts.get_by_name("Title Only") or slides.slide_layouts[1])
    fill_title(slide, title, TITLE_SIZES, ROOM, TITLE_HEIGHT)
    for placeholder in slide.slide_layout.placeholders:
        if placeholder.element.ph.get("type") in ("ftr", "sldNum"):
            _foot(slide, placeholder, version)
    return slide


def fill_title(slide: Slide, title: str, sizes: tuple[int, ...], width: Length, height: Length) -> None:
    """Put the title into its place, in the largest size that fits."""
    shape = slide.shapes.title
    assert shape is not None
    shape.text_frame.word_wrap, shape.text_frame.vertical_anchor = True, MSO_ANCHOR.BOTTOM
    for margin in ("margin_left", "margin_right", "margin_top", "margin_bottom"):
        setattr(shape.text_frame, margin, 0)
    paragraph(shape.text_frame, title, fitting(title, width, height, sizes, bold=True), bold=True, colour=BLUE,
              first=True)


def _foot(slide: Slide, placeholder: LayoutPlaceholder, version: str) -> None:
    made = copy.deepcopy(placeholder.element)
    made.nvSpPr.cNvPr.set("id", str(max(shape.shape_id for shape in slide.shapes) + 1))
    slide.shapes._spTree.append(made)
    if placeholder.element.ph.get("type") == "ftr":
        frame = slide.shapes[-1].text_frame
        paragraph(frame, f"{SITE} · data version {version}", 10, colour=GREY, first=True)


def box(slide: Slide, left: Length, top: Length, width: Length, height: Length) -> TextFrame:
    """A box for text without inner margins, whose lines are broken."""
    frame = slide.shapes.add_textbox(left, top, width, height).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return frame


def paragraph(frame: TextFrame, text: str, size: float, *, bold: bool = False, colour: RGBColor = INK,
              first: bool = False, link: str = "") -> None:
    """Write a paragraph into a text frame, from right to left where its words read so."""
    made = frame.paragraphs[0] if first else frame.add_paragraph()
    made._p.get_or_add_endParaRPr().set("sz", str(round(size * 100)))  # else an empty cell is as high as 18 points
    if not text:
        return
    run = made.add_run()
    run.text = clean(text).replace("\n", " ")
    run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, colour
    if link:
        run.hyperlink.address = link
    backward = leftward(text)
    made.alignment = PP_ALIGN.RIGHT if backward else PP_ALIGN.LEFT
    if backward:
        made._p.get_or_add_pPr().set("rtl", "1")


def fitting(text: str, width: Length, height: Length, sizes: tuple[int, ...], *, bold: bool = False) -> int:
    """The largest of ``sizes``, in points, at which the text fits; the smallest where it fits at none."""
    return next((size for size in sizes if fits(text, width, height, size, bold=bold)), sizes[-1])


def fits(text: str, width: Length, height: Length, size: float, *, bold: bool = False) -> bool:
    """Whether a text of this size, in points, fits into a box."""
    return bool(len(wrap(text, width.pt, size, bold=bold)) * size * LINE <= height.pt)


def speak_british(slides: Slides) -> None:
    """Mark every word of the slides and their notes as British English."""
    for slide in slides.slides:
        for part in (slide, slide.notes_slide):
            for run in part.element.iter(qn("a:r")):
                run.get_or_add_rPr()
            for properties in part.element.iter(qn("a:rPr"), qn("a:endParaRPr")):
                properties.set("lang", LANGUAGE)
