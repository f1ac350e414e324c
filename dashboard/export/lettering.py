"""Lines of text for pictures: how wide words are, and where a line breaks."""

from __future__ import annotations

import re
import unicodedata

# Thousandths of the type size in the face of the pictures (Liberation Sans, Arial); other characters are estimated.
_WIDTHS = {
    191: "'", 222: "ijl‘’", 260: "|", 278: " !,./:;I[\\]ft·", 333: "()-`r°“”", 355: '"', 389: "*", 469: "^",
    500: "Jcksvxyz", 556: "#$0123456789?L_abdeghnopqu£–", 584: "+<=>~×−", 611: "FTZ", 667: "&ABEKPSVXY",
    722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%", 944: "W", 1000: "—…", 1015: "@",
}
WIDTHS = {character: width / 1000 for width, characters in _WIDTHS.items() for character in characters}
BOLD = 1.08  # bold letters are up to this much wider
UNKNOWN, WIDE = 0.6, 1.0
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text in pixels at this type size; never much less than it will be."""
    return sum(_width(character) for character in text) * size * (BOLD if bold else 1)


def _width(character: str) -> float:
    if character in WIDTHS:
        return WIDTHS[character]
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    wide = unicodedata.east_asian_width(character) in ("W", "F") or unicodedata.category(character) == "So"
    return WIDE if wide else UNKNOWN


def wrap(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """The text in lines no wider than ``room`` pixels, broken between words, or inside one that is wider itself."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width_of(longer, size, bold=bold) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, room, size, bold)
        lines += full
    return [*lines, line] if line else lines


def _pieces(word: str, room: float, size: float, bold: bool) -> list[str]:
    pieces, piece, used = [], "", 0.0
    for character in word:
        width = width_of(character, size, bold=bold)
        if piece and used + width > room:
            pieces.append(piece)
            piece, used = "", 0.0
        piece, used = piece + character, used + width
    return [*pieces, piece]


def shorten(text: str, most: int) -> str:
    """The text, cut between two words and marked as cut where it has more than ``most`` characters."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    cut = text[:most - 1].rsplit(" ", 1)[0] if " " in text[:most - 1] else text[:most - 1]
    return cut.rstrip(" ,;:.") + "…"


def allowed(text: str) -> str:
    """The text without the characters that XML, and so every document and picture, forbids."""
    return _FORBIDDEN.sub("", text)
