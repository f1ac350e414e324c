"""The ways to take a whole page to others, and what has changed since a link was made."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from urllib.parse import quote, urljoin

import segno
import streamlit as st

from dashboard import archive, reader, since, taking
from dashboard.card import copies
from dashboard.choices import AREA_LABELS, PAGES
from dashboard.export import pack
from dashboard.gather import gather
from dashboard.page import Page
from dashboard.store import DataError, Store
from dashboard.text import file_name, join, plain, spell_date

BRIEFING = "pages/briefing.py"
MOST_ROWS = 12


def share(page: Page) -> None:
    """A button that opens the ways to share this page; nothing of them is made before."""
    with st.popover("Share", key="share", on_change="rerun", type="tertiary") as opened:
        if opened.open:
            _ways(page)


def _ways(page: Page) -> None:
    link = urljoin(reader.base_address(), _address(page))
    stem = Path(page.path).stem
    copies(key="copies-page", data={"copies": [
        {"label": "link to this page", "text": link},
        {"label": "code to embed it", "text": taking.embedding(page, reader.base_address())}]})
    with st.container(key="rows-present"):
        st.page_link(reader.PRESENT, label="Present it: one figure at a time, in large type",
                     query_params=page.filters.set(of=stem, figure="").query())
    st.button("Add all figures of this page to the briefing", on_click=partial(_add_all, page))
    if reader.basket():
        with st.container(key="rows-briefing"):
            st.page_link(BRIEFING, label=f"Open the briefing ({len(reader.basket())})",
                         query_params=page.filters.query())
    st.download_button("All figures of this page (zip)", partial(_pack, page, reader.base_address()), on_click="ignore",
                       mime="application/zip", file_name=file_name(
                           PAGES[page.path], AREA_LABELS[page.filters.district],
                           f"data-{page.store.data_version}") + ".zip")
    st.markdown("To print, or to keep as PDF, use the browser’s own *Print*: the page is laid out for A4.")
    st.image(segno.make(link, micro=False).svg_inline(scale=4, border=3, light="white"), width=220,
             alt="A code that a phone reads as the address of this view")
    st.markdown("Point a phone at the code to open this view.")


def _address(page: Page) -> str:
    """The page's address with the data version and what is open; that of the briefing holds its figures too."""
    picks = reader.basket() if page.path == BRIEFING and not page.filters.ready else ()
    figures = "".join(f"&{reader.BASKET}={quote(pick, safe='~')}" for pick in picks)
    return page.link(dated=True) + figures + "".join(f"&{reader.OPEN}={name}" for name in page.opened)


def _add_all(page: Page) -> None:
    figures = gather(page.path, page.filters, page.store).figures.values()
    picks = [taking.pick(page, figure) for figure in figures]
    reader.keep_basket(list(dict.fromkeys([*reader.basket(), *picks])))


def _pack(page: Page, base: str) -> bytes:
    found = gather(page.path, page.filters, page.store)
    return pack.pack([taking.taken(page, figure, base) for figure in found.figures.values()])


@st.cache_resource(max_entries=1, show_spinner="Opening the earlier figures …")
def _older(version: str) -> Store | None:
    return archive.open_version(version)


def draw_since(page: Page, version: str) -> None:
    """What has changed on this page since the data version that its link names; nothing where that is today's."""
    if version == page.store.data_version:
        return
    now = f"data version {page.store.data_version}, built {spell_date(page.store.manifest['built'])}"
    try:
        older = _older(version)
        if older is None:
            st.info(f"The link was made with data version {version}, which is not kept here, so what has changed since "
                    f"cannot be shown. The figures below are of {now}.")
            return
        found = page.keep(f"since {version}", lambda: since.changes(
            gather(page.path, page.filters, older).figures, gather(page.path, page.filters, page.store).figures))
    except DataError as error:
        st.info(f"The link was made with data version {version}, from which this page can no longer be made: {error}")
        return
    then = f"data version {version}, built {spell_date(older.manifest['built'])}"
    _say(found, then, now)


def _say(found: list[since.Change], then: str, now: str) -> None:
    moved = [change for change in found if change.state != "unchanged"]
    if not moved:
        st.info(f"The link was made with {then}. No figure on this page has changed since." if found else
                f"The link was made with {then}. This page has no figure that could be compared.")
        return
    with st.container(border=True, key="since"):
        count = "the figure on this page has changed" if len(found) == 1 else \
            f"{len(moved)} of the {len(found)} figures on this page {'has' if len(moved) == 1 else 'have'} changed"
        st.markdown(f"**The link was made with {then}. Since then {count}.** Shown below is {now}.")
        for change in moved:
            st.markdown(f"- {plain(change.sentence)}. {plain(change.subtitle)}")
            if not change.rows.empty:
                st.table(change.rows.head(MOST_ROWS), hide_index=True, border="horizontal")
            if len(change.rows) > MOST_ROWS:
                st.markdown(f"The first {MOST_ROWS} of {len(change.rows)} cells that differ.")
        same = [f"“{change.now}”" for change in found if change.state == "unchanged"]
        if same:
            st.markdown(plain(f"Unchanged: {join(same)}."))
