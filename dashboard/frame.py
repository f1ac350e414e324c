"""A page on the screen: set-up, navigation, filters from and to the web address, and the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any, Literal

import streamlit as st

from dashboard import reader
from dashboard.card import copies
from dashboard.choices import AREA_LABELS, PAGES, SITE, Control
from dashboard.gather import gather
from dashboard.page import GLOSSARY, OPENER, Page
from dashboard.registry import ROOT
from dashboard.share import draw_since, share
from dashboard.store import DataError, Store
from dashboard.text import join, spell_date

__all__ = ["AREA_LABELS", "Control", "Page", "columns", "filter_row", "open_page", "session_value"]
HELP = ("**In a crisis:** call **NHS 111** and choose the mental health option. If life is at risk call **999**. "
        "**Samaritans** listen day and night on **116 123**. This site gives figures; it is not a clinical service.")


@st.cache_resource(show_spinner="Opening the figures …")
def open_store() -> Store:
    """The one store of this server, opened once."""
    return Store.open()


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
    st.set_page_config(page_title=f"{title} · {SITE}", page_icon=str(ROOT / "assets" / "favicon.png"), layout="wide",
                       initial_sidebar_state="collapsed")
    st.html(ROOT / "assets" / "style.css")
    try:
        store = open_store()
    except DataError as error:
        st.title("The figures cannot be shown")
        st.error(f"{error}")
        st.stop()
    reading = reader.current(path, store)
    page = Page(path, title, reading.filters, store, "dark" if st.context.theme.type == "dark" else "light",
                on_phone(), indicator, partial(gather, path, reading.filters, store),
                reading.opened, reading.linked)
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
        st.warning(f"Ignored in the link: {join(reading.ignored)}. The page shows its default instead.")
    yield page
    _foot(store)


@contextmanager
def filter_row(page: Page) -> Iterator[None]:
    """The place for a page's filters: a row on a wide screen, folded behind one button on a phone."""
    with st.container(key="filters"):
        outer = st.expander("Filters") if page.phone else st.container()
        with outer, st.container(horizontal=True, vertical_alignment="bottom"):
            yield


def _head(page: Page) -> None:
    with st.container(horizontal=True, key="navigation", vertical_alignment="center"):
        st.markdown(f"**{SITE}**", width="content")
        for path, label in PAGES.items():
            if path == page.path:
                with st.container(key="here", width="content"):
                    st.page_link(path, label=label, query_params=page.filters.query())
            else:
                st.page_link(path, label=label, query_params=page.filters.query())
        share(page)
        copies(key="copies-of-links")


def _foot(store: Store) -> None:
    with st.container(key="foot"):
        st.markdown(HELP)
        st.page_link(GLOSSARY, label="Words and abbreviations in plain English", query_params={"chapter": "glossary"})
        st.markdown(f"Data version {store.data_version}, built {spell_date(store.manifest['built'])}. "
                    "Code: MIT licence. Figures: their publishers' licences, named under each; mostly the Open "
                    "Government Licence v3.0. "
                    "Every figure's source, method and limits are on *Data and sources*.")


def session_value(key: str) -> Any:
    """What a widget of this session holds (a map selection, in a callback)."""
    return st.session_state.get(key)


def columns(*widths: int, gap: Literal["small", "medium"] = "medium") -> Sequence[Any]:
    """Columns side by side on a wide screen, stacked on a phone."""
    return st.columns(widths, gap=gap)
