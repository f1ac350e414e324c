"""A figure card on the screen: always the same parts in the same order, and never without a source."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import pydeck as pdk
import streamlit as st

from dashboard import reader, taking
from dashboard.basket import MOST
from dashboard.choices import SITE
from dashboard.figure import TABLE_ROWS, Figure
from dashboard.html_legend import html_legend
from dashboard.html_table import html_table
from dashboard.registry import ROOT, load_sources
from dashboard.still import still
from dashboard.text import plain, source_line

if TYPE_CHECKING:
    from dashboard.page import Page

PRESENTED_ROWS = 12
OPEN, OPEN_COMPACT, DOWNLOADS = ("Table, pictures, Word and Excel", "Source, limits, table and downloads",
                                 "Word, Excel and other downloads")
copies = st.components.v2.component(
    "copies", html='<div class="copies"></div>', js=(ROOT / "assets" / "page.js").read_text(encoding="utf-8"),
    css=(ROOT / "assets" / "page.css").read_text(encoding="utf-8"))

keys = st.components.v2.component("keys", js=(ROOT / "assets" / "keys.js").read_text(encoding="utf-8"))


def show(page: Page, figure: Figure, *, key: str, on_select: Callable[[str], None] | None = None,
         compact: bool = False) -> None:
    """Put the card on the page: finding, measure, graphic, caveat, source; its table and downloads when opened.

    ``on_select`` makes the graphic clickable and is called with ``key``. A ``compact`` card folds caveat and source
    away with the table. What most readers leave shut is built and sent only when somebody opens it; what is open
    stands in the address, so that a link shows it.
    """
    kept = f"{page.choices} {page.linked} {page.opened} {figure.id} {key}"
    with st.container(border=True, key=f"figure-{figure.id}"):
        if on_select is None:
            still(f"{kept} card", lambda: _card(page, figure, key, compact=compact, fold=True))
        else:
            still(f"{kept} head", lambda: _say(figure))
            _graphic(page, figure, key=key, on_select=lambda: on_select(key))
            still(f"{kept} foot", lambda: _explain(page, figure, compact=compact, fold=True))
        if figure.id in page.opened:
            with st.container(key=f"opened-{figure.id}"):
                if not _is_table(figure):
                    still(f"{kept} table", lambda: _tell(page, figure, compact=compact))
                _take(page, figure)


def _fold(page: Page, figure: Figure, *, compact: bool) -> str:
    """Markdown: the way to open or shut what is folded away. The stylesheet knows it as the one bold link."""
    label = OPEN_COMPACT if compact else DOWNLOADS if _is_table(figure) else OPEN
    return f"**[{'Close: ' if figure.id in page.opened else ''}{label}]({page.turn(figure.id)})**"


def present(page: Page, figure: Figure, link: str = "") -> None:
    """Show the figure alone in large type, or (with the ``link`` to its page) as part of another site's page."""
    large = not link
    with st.container(key="presented" if large else "embedded"):
        still(f"{page.choices} {figure.id} presented", lambda: _presented(page, figure, link))
    if large:
        keys(key="arrow-keys", data={"keys": {"ArrowLeft": ".st-key-before a", "ArrowRight": ".st-key-after a",
                                              "Escape": ".st-key-leave a"}})


def _presented(page: Page, figure: Figure, link: str) -> None:
    _card(page, replace(figure, thumbnail=""), f"graphic-{figure.id}", compact=True)
    if figure.graphic is None:
        st.html(html_table(figure.table().head(PRESENTED_ROWS), figure.title))
    _write(_cited(page, figure))
    if link:
        st.markdown(f"[More on this, with its rows and limits, on *{SITE}*]({link}#{figure.id})")


def _is_table(figure: Figure) -> bool:
    """Whether the figure is a table that stands open on the page."""
    return figure.graphic is None and not figure.folded


def _card(page: Page, figure: Figure, key: str, *, compact: bool, fold: bool = False) -> None:
    _say(figure)
    _graphic(page, figure, key=key)
    if _is_table(figure):
        _table(figure)
    _explain(page, figure, compact=compact, fold=fold)


def _say(figure: Figure) -> None:
    st.header(plain(figure.title), anchor=figure.id)
    st.markdown(plain(figure.subtitle))


def _graphic(page: Page, figure: Figure, **options: Any) -> None:
    if figure.thumbnail:
        st.markdown(figure.thumbnail)
    elif isinstance(figure.graphic, pdk.Deck):
        st.pydeck_chart(figure.graphic, height=figure.height, alt=figure.alt_text, **options)
    elif figure.graphic is not None:
        # A chart whose description is as it was takes its new rows without being made anew in the browser.
        st.vega_lite_chart(spec=figure.specification(page.mode), alt=figure.alt_beside_title, **options)


def _explain(page: Page, figure: Figure, *, compact: bool, fold: bool) -> None:
    """The legend, and in one text, because each text is an element to draw, the caveat, source and way to the rest."""
    if figure.legend is not None and not figure.thumbnail:
        st.html(html_legend(figure.legend))
    said = [] if compact else _cited(page, figure)
    if fold:
        said.append(_fold(page, figure, compact=compact))
    if said:
        _write(said)


def _write(paragraphs: list[str]) -> None:
    st.markdown("\n\n".join(paragraphs))


def _cited(page: Page, figure: Figure) -> list[str]:
    """Paragraphs of Markdown: the caveat, the source, and the abbreviations in plain words."""
    sources = " ".join(source_line(load_sources()[source]) for source in dict.fromkeys(figure.sources))
    letters = page.explain(" ".join((figure.title, figure.subtitle, *figure.notes, *figure.columns.values())))
    said = (plain(" ".join(figure.notes)), f"Source: {sources} [Copy link]({page.link(dated=True)}#{figure.id})",
            letters)
    return [part for part in said if part]


def _tell(page: Page, figure: Figure, *, compact: bool) -> None:
    if compact:
        _write(_cited(page, figure))
    _table(figure)


def _table(figure: Figure) -> None:
    if len(figure.data) <= TABLE_ROWS:
        st.html(html_table(figure.table(), figure.title))
    else:
        st.dataframe(figure.table(), hide_index=True, height=420, alt=f"Table: {figure.title}")


def _take(page: Page, figure: Figure) -> None:
    """The ways to take the figure out of the dashboard."""
    today = datetime.date.today().isoformat()
    base = reader.base_address()
    taken = taking.taken(page, figure, base)
    with st.container(horizontal=True, key=f"take-{figure.id}", gap="small"):
        for offer in taking.offers(page, figure, taken):
            st.download_button(offer.label, offer.make, mime=offer.mime, on_click="ignore", file_name=offer.file_name,
                               key=f"{offer.ending}-{figure.id}")
        pick = taking.pick(page, figure)
        chosen, full = pick in reader.basket(), len(reader.basket()) >= MOST
        label = "Take out of the briefing" if chosen else "The briefing is full" if full else "Add to a briefing"
        st.button(label, key=f"pick-{figure.id}", icon=":material/remove:" if chosen else ":material/add:",
                  disabled=full and not chosen, on_click=partial(_turn, pick))
    copies(key=f"copies-{figure.id}", data={"copies": page.keep(
        f"copies of {figure.id} for {base} on {today}", lambda: taking.copies(page, taken, base, today))})


def _turn(pick: str) -> None:
    """Put a figure into the reader's basket, or take it out again."""
    basket = reader.basket()
    reader.keep_basket([one for one in basket if one != pick] if pick in basket else [*basket, pick])
