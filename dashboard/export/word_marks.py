"""What Word documents are marked up with: fields, bookmarks, links, directions, pictures and tables."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu, Length, Pt
from docx.text.paragraph import Paragraph

from dashboard.export.printed import Printed, clean, column_widths, leftward

HEADER_FILL = "E8EEF4"
CELL_MARGIN = 80  # twentieths of a point, left and right of the words of a cell
CELL_MARGINS = Pt(9)  # both, with a little to spare
SMALL, SMALLEST = Pt(9), Pt(8)
SHORT = 8  # rows
ROOMY = 6  # columns that leave room for the larger type
LONGEST_LINK = 2000  # characters that Word can follow
# What a paragraph's direction has to stand before, or the document is not well formed.
AFTER_DIRECTION = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
                   "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:rPr", "w:sectPr")


def element(name: str, /, **attributes: str) -> BaseOxmlElement:
    """An element of the word-processing namespace: ``element("bookmarkStart", id="1")``."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def field(paragraph: Paragraph, instruction: str, result: str) -> None:
    """Add a field (``PAGE``) with the result that it shows until it is worked out."""
    field_start(paragraph, instruction)
    paragraph.add_run(result)
    field_end(paragraph)


def field_start(paragraph: Paragraph, instruction: str) -> None:
    """Begin a field; all that follows is its result, up to ``field_end``, which may be in a later paragraph."""
    paragraph.add_run()._r.append(element("fldChar", fldCharType="begin"))
    words = element("instrText")
    words.set(qn("xml:space"), "preserve")
    words.text = f" {instruction} "
    paragraph.add_run()._r.append(words)
    paragraph.add_run()._r.append(element("fldChar", fldCharType="separate"))


def field_end(paragraph: Paragraph) -> None:
    """End the field that was begun last."""
    paragraph.add_run()._r.append(element("fldChar", fldCharType="end"))


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Mark all of the paragraph as a place that can be led to."""
    start = element("bookmarkStart", id=str(number), name=name)
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    paragraph._p.append(element("bookmarkEnd", id=str(number)))


def lead_to(paragraph: Paragraph, name: str, text: str) -> None:
    """Add a link to a bookmark of the same document, and a field for its page that is filled when it is updated."""
    run = paragraph.add_run(clean(text))
    hyperlink = element("hyperlink", anchor=name, history="1")
    paragraph._p.append(hyperlink)
    hyperlink.append(run._r)
    paragraph.add_run("\t")
    field(paragraph, f"PAGEREF {name} \\h", "")


def link(paragraph: Paragraph, address: str, text: str) -> None:
    """Add a link to a web address; one of any other kind, or longer than Word can follow, stays plain text."""
    run = paragraph.add_run(clean(text))
    if not can_follow(address):
        return
    run._r.style = "Hyperlink"
    hyperlink = element("hyperlink", history="1")
    hyperlink.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    paragraph._p.append(hyperlink)
    hyperlink.append(run._r)


def can_follow(address: str) -> bool:
    """Whether Word can follow this address."""
    return address.startswith(("https://", "http://")) and len(address) <= LONGEST_LINK


def turn(paragraph: Paragraph) -> None:
    """Let a paragraph whose words read from right to left do so."""
    if leftward(paragraph.text):
        paragraph._p.get_or_add_pPr().insert_element_before(element("bidi"), *AFTER_DIRECTION)
        for run in paragraph.runs:
            run._r.get_or_add_rPr().append(element("rtl"))


def picture(paragraph: Paragraph, png: bytes, words: str, widest: Length, highest: Length) -> None:
    """Add a picture with its alternative text, as large as fits, never squashed."""
    shape = paragraph.add_run().add_picture(io.BytesIO(png))
    scale = min(widest / shape.width, highest / shape.height)
    shape.width, shape.height = Emu(int(shape.width * scale)), Emu(int(shape.height * scale))
    shape._inline.docPr.set("descr", clean(words))
    for side in "TBLR":  # where this is left open, some programs put a gap beside the picture
        shape._inline.set(f"dist{side}", "0")


def table(document: Document, rows: Printed, width: Length, words: str) -> None:
    """Add a table of these rows, ``width`` wide, whose header row is repeated on every page it runs over.

    ``words`` is its alternative text.
    """
    size = SMALL if len(rows.columns) <= ROOMY else SMALLEST
    widths = [Emu(int(share)).twips for share in column_widths(rows, width, size, CELL_MARGINS)]
    grid = "".join(f'<w:gridCol w:w="{share}"/>' for share in widths)
    # A short table stays on one page; of a longer one no page gets the header with a single row.
    together = len(rows.rows) - 1 if len(rows.rows) <= SHORT else 2
    head = _row(rows.columns, widths, rows.numbers, size, header=True, stays=True)
    body = "".join(_row(cells, widths, rows.numbers, size, stays=place < together)
                   for place, cells in enumerate(rows.rows))
    # Written as text: the library takes ten times as long to put a table together cell by cell.
    made = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{CELL_MARGIN}" w:type="dxa"/>'
        f'<w:right w:w="{CELL_MARGIN}" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1"/>'
        f'<w:tblCaption w:val={quoteattr(clean(words))}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>')
    document.element.body.insert_element_before(made, "w:sectPr")


def _row(cells: Sequence[str], widths: Sequence[int], numbers: Sequence[bool], size: Length, *,
         stays: bool, header: bool = False) -> str:
    repeated, shade = ("<w:tblHeader/>", f'<w:shd w:val="clear" w:color="auto" w:fill="{HEADER_FILL}"/>') \
        if header else ("", "")
    bold, kept = "<w:b/>" if header else "", "<w:keepNext/>" if stays else ""
    row = []
    for text, width, number in zip(cells, widths, numbers, strict=True):
        turned, right = ("<w:bidi/>", "<w:rtl/>") if leftward(text) else ("", "")
        side = '<w:jc w:val="right"/>' if number else ""
        row.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr><w:p><w:pPr>'
                   f'<w:pStyle w:val="TableText"/>{kept}{turned}{side}</w:pPr><w:r><w:rPr>{bold}'
                   f'<w:sz w:val="{round(size.pt * 2)}"/>{right}</w:rPr><w:t xml:space="preserve">'
                   f"{escape(clean(text))}</w:t></w:r></w:p></w:tc>")
    return f'<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{"".join(row)}</w:tr>'


def number_pictures(document: Document) -> None:
    """Give every picture a number of its own: two alike make some programs offer a repair."""
    numbers = count(1)
    for inline in document.element.body.iter(qn("wp:docPr")):
        number = next(numbers)
        inline.set("id", str(number))
        inline.set("name", f"Picture {number}")
