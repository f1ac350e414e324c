"""A page on the screen: set-up, navigation, filters from and to the web address, and the foot."""

from __future__ import annotations

import gc
import os
from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from threading import BoundedSemaphore
from typing import Any, Literal

import streamlit as st

from dashboard import reader
from dashboard.boundaries import STATIC
from dashboard.card import copies
from dashboard.choices import AREA_LABELS, PAGES, SITE, Control
from dashboard.gather import gather
from dashboard.html_menu import html_menu
from dashboard.page import GLOSSARY, OPENER, Page
from dashboard.reader import Reader
from dashboard.registry import ROOT
from dashboard.scales import Mode
from dashboard.share import draw_since, share
from dashboard.store import DataError, Store
from dashboard.text import join, plain, spell_date

__all__ = ["AREA_LABELS", "Control", "Page", "columns", "filter_row", "list_height", "open_page", "session_value"]
HELP = ("**In a crisis:** call **NHS 111** and choose the mental health option. If life is at risk call **999**. "
        "**Samaritans** listen day and night on **116 123**. This site gives figures; it is not a clinical service.")

ROW, HEAD = 35, 38  # pixels of a row of a list and of its head, as the framework draws them
# Read once: both are part of every run.
ICON = "data:image/png;base64," + b64encode((ROOT / "assets" / "favicon.png").read_bytes()).decode()
STYLE = f"<style>{(ROOT / 'assets' / 'style.css').read_text(encoding='utf-8')}</style>"
# No more runs at once than there are cores. The framework starts a thread for every reader who changes something; a
# hundred of them pass the interpreter's lock round until none gets anything done.
_turns = BoundedSemaphore(os.cpu_count() or 1)


@st.cache_resource(show_spinner="Opening the figures …")
def open_store() -> Store:
    """The one store of this server, opened once."""
    store = Store.open(outlines=STATIC)
    # Libraries and tables stay for good. Nobody need look through them for garbage again, which held all readers up for
    # a fifth of a second each time.
    gc.collect()
    gc.freeze()
    return store


def on_phone() -> bool:
    """Whether the browser says that it is a phone's."""
    return "Mobi" in st.context.headers.get("User-Agent", "")


@contextmanager
def open_page(path: str, title: str, *, lead: str = "", heading: bool = True, bare: bool = False,
              indicator: str = "imd") -> Iterator[Page]:
    """Set up a page, draw its head, hand over to the body, and draw its foot; without ``heading`` the body writes one.

    A ``bare`` page has neither head nor foot: it is for a large screen or another site's page.

    ``indicator`` is the one the page opens with. Stops with a clear message, and draws no body, where the bundled data
    is missing or damaged.
    """
    opener = OPENER.get()
    if opener is not None:
        yield opener(path, title, indicator)
        return
    with _turns:
        page, reading = _set_up(path, title, indicator)
        if bare:
            yield page
            return
        _head(page)
        if heading:
            st.title(title, anchor=False)
        if lead:
            st.markdown(lead)
        if reading.linked:
            draw_since(page, reading.linked)
        if reading.ignored:
            st.warning(f"Ignored in the link: {plain(join(reading.ignored))}. The page shows its default instead.")
        yield page
        page.still("foot", lambda: _foot(page))


def _set_up(path: str, title: str, indicator: str) -> tuple[Page, Reader]:
    """Open the store, and the page with what its reader has chosen."""
    st.set_page_config(page_title=f"{title} · {SITE}", page_icon=ICON, layout="wide",
                       initial_sidebar_state="collapsed")
    st.html(STYLE)
    try:
        store = open_store()
    except DataError as error:
        st.title("The figures cannot be shown")
        st.error(f"{error}")
        st.stop()
    reading = reader.current(path, store)
    mode: Mode = "dark" if st.context.theme.type == "dark" else "light"
    return Page(path, title, reading.filters, store, mode, on_phone(), indicator,
                partial(gather, path, reading.filters, store), reading.opened, reading.linked), reading


@contextmanager
def filter_row(page: Page) -> Iterator[None]:
    """The place for a page's filters: a row on a wide screen, folded behind one button on a phone."""
    row = partial(st.container, horizontal=True, vertical_alignment="bottom")
    if not page.phone:
        with row(key="filters"):
            yield
        return
    with st.container(key="filters"), st.expander("Filters"), row():
        yield


def _head(page: Page) -> None:
    with st.container(horizontal=True, key="navigation", vertical_alignment="center"):
        page.still("navigation", lambda: _navigation(page))
        share(page)
        copies(key="copies-of-links")


def _navigation(page: Page) -> None:
    st.html(html_menu(SITE, {label: page.link(path) for path, label in PAGES.items()}, PAGES.get(page.path, "")))


def _foot(page: Page) -> None:
    words = page.way("Words and abbreviations in plain English", GLOSSARY, chapter="glossary")
    with st.container(key="foot"):
        st.markdown(f"{HELP}\n\n{words}\n\nData version {page.store.data_version}, built "
                    f"{spell_date(page.store.manifest['built'])}. Code: MIT licence. Figures: their publishers' "
                    "licences, named under each; mostly the Open Government Licence v3.0. "
                    "Every figure's source, method and limits are on *Data and sources*.")


def session_value(key: str) -> Any:
    """What a widget of this session holds (a map selection, in a callback)."""
    return st.session_state.get(key)


def list_height(rows: int, most: int) -> int:
    """Pixels of a list with its head that shows all its rows, or ``most`` of them and scrolls inside itself."""
    return min(rows, most) * ROW + HEAD


def columns(*widths: int, gap: Literal["small", "medium"] = "medium") -> Sequence[Any]:
    """Columns side by side on a wide screen, stacked on a phone."""
    return st.columns(widths, gap=gap)
