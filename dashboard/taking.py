"""What a reader can take from a card: files, texts for the clipboard, and the figure's place in a briefing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from dashboard.basket import Pick, write
from dashboard.choices import PAGES
from dashboard.export import citation, naming, pack, picture, rows, sheet
from dashboard.export.taken import Taken
from dashboard.figure import Figure
from dashboard.reader import PRESENT

if TYPE_CHECKING:
    from dashboard.page import Page

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Offer:
    """A file that a button makes when it is pressed."""

    label: str
    ending: str
    mime: str
    file_name: str
    make: Callable[[], bytes]


def taken(page: Page, figure: Figure, base: str) -> Taken:
    """The figure with its page, choices in words, address below ``base``, and data, as it stands on the page."""
    return Taken(figure, PAGES.get(page.path, page.title), dict(page.offered),
                 f"{urljoin(base, page.link(dated=True))}#{figure.id}",
                 page.store.data_version, page.store.manifest["built"])


def offers(page: Page, figure: Figure, found: Taken) -> list[Offer]:
    """The files on offer: pictures where the figure has a graphic, rows, spreadsheet, and all of it at once."""
    def in_light() -> Taken:
        """Pictures are for white paper, whatever the colours of the screen."""
        if page.mode == "light" or page.again is None:
            return found
        return replace(found, figure=page.again().figures.get(figure.id, figure))

    pictures = [("Picture (PNG)", "png", "image/png", lambda: picture.png(in_light())),
                ("Picture (SVG)", "svg", "image/svg+xml", lambda: picture.svg(in_light()))]
    files: list[tuple[str, str, str, Callable[[], bytes]]] = [
        *(pictures if picture.is_drawn(figure) else []),
        ("Rows (CSV)", "csv", "text/csv", lambda: rows.csv(found)),
        ("Spreadsheet (Excel)", "xlsx", SPREADSHEET, lambda: sheet.xlsx(found)),
        ("All of it (zip)", "zip", "application/zip", lambda: pack.pack([in_light()]))]
    return [Offer(label, ending, mime, naming.file_name(found, ending), make) for label, ending, mime, make in files]


def embedding(page: Page, base: str, figure_id: str = "") -> str:
    """The code that shows a figure of the page (its first where none is named) on another site's page."""
    stem = "app" if page.path == "app.py" else page.path.removeprefix("pages/").removesuffix(".py")
    address = urljoin(base, page.link(PRESENT, of=stem, figure=figure_id)) + "&embed=true"
    return (f'<iframe src="{escape(address)}" title="{escape(PAGES.get(page.path, page.title))}" width="100%" '
            'height="640" style="border:0"></iframe>')


def copies(page: Page, found: Taken, base: str, today: str) -> list[dict[str, str]]:
    """What the clipboard can take: label, plain text, and the same as HTML where that says more."""
    return [{"label": "link", "text": found.link},
            {"label": "code to embed it", "text": embedding(page, base, found.figure.id)},
            {"label": "table", "text": rows.tsv(found.figure), "html": rows.html_table(found.figure)},
            {"label": "sentence with its source", "text": citation.sentence(found, today)}]


def pick(page: Page, figure: Figure) -> str:
    """The figure as one value of a basket's address."""
    return write([Pick(page.path, figure.id, page.filters)])[0]
