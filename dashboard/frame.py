"""A page on the screen: set-up, navigation, filters from and to the web address, and the foot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, TypeVar
from urllib.parse import urlencode

import altair as alt
import streamlit as st

from dashboard import glossary
from dashboard.allowed import allowed
from dashboard.choices import AREA_LABELS, PAGES, SITE, Control
from dashboard.figure import Figure, show, specify, still
from dashboard.filters import LONGEST_VALUE, Filters, read_query
from dashboard.maps import PICTURE
from dashboard.registry import ROOT, Indicator, load_registry
from dashboard.scales import Mode
from dashboard.store import DataError, Store
from dashboard.text import join, spell_date

__all__ = ["AREA_LABELS", "Control", "Page", "columns", "filter_row", "open_page", "session_value"]
T = TypeVar("T")
GLOSSARY = "pages/how_it_is_run.py"
PHONE_PICTURE = (300, 430)
HELP = ("**In a crisis:** call **NHS 111** and choose the mental health option. If life is at risk call **999**. "
        "**Samaritans** listen day and night on **116 123**. This site gives figures; it is not a clinical service.")


@st.cache_resource(show_spinner="Opening the figures …")
def open_store() -> Store:
    """The one store of this server, opened once."""
    return Store.open()


def on_phone() -> bool:
    """Whether the browser says that it is a phone's."""
    return "Mobi" in st.context.headers.get("User-Agent", "")


@st.cache_resource(max_entries=1024, show_spinner=False)
def _kept(key: tuple[str, ...], _build: Callable[[], Any]) -> Any:
    """What a page has built for one set of choices, kept for all readers who make the same ones."""
    return _build()


@dataclass(frozen=True)
class Page:
    """What a page works with: the reader's choices, the store, the colours, and a way to show figures."""

    path: str
    filters: Filters
    store: Store
    mode: Mode
    phone: bool
    usual: str = "imd"

    @property
    def picture(self) -> tuple[int, int]:
        """Width and height, in pixels, that a large map is fitted to."""
        return PHONE_PICTURE if self.phone else PICTURE

    @cached_property
    def choices(self) -> tuple[str, ...]:
        """All that what is drawn depends on: data, page, colours, kind of screen and the reader's choices."""
        chosen = (f"{field}={value}" for field, value in self.filters.query().items())
        return (self.store.data_version, self.path, self.mode, str(self.picture), *chosen)

    @property
    def indicator(self) -> Indicator:
        """The chosen indicator, or the one this page opens with."""
        return load_registry()[self.filters.indicator or self.usual]

    def link(self, path: str | None = None, **changes: str) -> str:
        """A relative address of a page with these choices."""
        target = path or self.path
        name = "" if target == "app.py" else Path(target).stem
        query = urlencode(self.filters.set(**changes).query())
        return f"{name or '.'}?{query}" if query else name or "./"

    def draw(self, name: str, build: Callable[[], Figure], *, key: str = "",
             on_select: Callable[[str], None] | None = None, compact: bool = False) -> None:
        """Show the figure that ``build`` makes; it is made once for each set of choices, whoever makes them.

        ``on_select`` is called with ``key`` when something in the graphic is clicked.
        """
        self.show(self.keep(name, build), key=key, on_select=on_select, compact=compact)

    def keep(self, name: str, build: Callable[[], T]) -> T:
        """What ``build`` makes, made once for each set of choices; it is shared, so nobody may change it."""
        kept: T = _kept((*self.choices, name), build)
        return kept

    def show(self, figure: Figure, *, key: str = "", on_select: Callable[[str], None] | None = None,
             compact: bool = False) -> None:
        """Show a figure card that the page has kept itself."""
        show(figure, link=self.link(), version=self.store.data_version, key=key or f"graphic-{figure.id}",
             mode=self.mode, choices=self.choices, on_select=on_select, compact=compact, explain=self.explain)

    def explain(self, text: str) -> str:
        """Markdown: the abbreviations that occur in a text, each with a link to its entry; "" where there is none."""
        return glossary.explained(glossary.entries(self.store), text, lambda term: self.link(
            GLOSSARY, chapter="glossary", term=term, words="", document="all"))

    def chart(self, name: str, build: Callable[[], alt.TopLevelMixin], words: str) -> None:
        """Show a chart that is no figure of its own (a strip, small bars), with its alternative text."""
        self.still(name, lambda: st.vega_lite_chart(spec=specify(build(), self.mode), key=f"chart-{name}", alt=words))

    def still(self, name: str, draw: Callable[[], Any]) -> None:
        """Draw a part that these choices settle and that nobody presses: text, links, charts; recorded once."""
        still((*self.choices, name), draw)

    def ask(self, control: Control) -> None:
        """Draw one filter, standing where the reader's choice stands; a change updates choice and address."""
        key = f"choose-{control.field}"
        options = list(control.options)
        current = getattr(self.filters, control.field)
        st.session_state[key] = current if current in options else control.fallback or options[0]
        st.selectbox(control.label, options, key=key, format_func=lambda code: control.options[code],
                     help=control.help, width=control.width, on_change=_changed, args=(control.field, key),
                     label_visibility="collapsed" if control.hidden else "visible")

    def search(self, label: str, hint: str = "", width: int = 300) -> None:
        """Draw the box for words to search, standing where the reader's words stand."""
        st.session_state["search-words"] = self.filters.words
        st.text_input(label, key="search-words", max_chars=LONGEST_VALUE, placeholder=hint, width=width,
                      on_change=_changed, args=("words", "search-words"))

    def switch(self, field: str, label: str, options: Mapping[str, str]) -> None:
        """Draw a choice of two or three as buttons side by side."""
        key = f"switch-{field}"
        current = getattr(self.filters, field)
        st.session_state[key] = current if current in options else next(iter(options))
        st.segmented_control(label, list(options), key=key, format_func=lambda code: options[code], required=True,
                             on_change=_changed, args=(field, key))

    def choose(self, **changes: str) -> None:
        """Change choices from a callback of the page (a click on the map)."""
        _remember(st.session_state["filters"].set(**changes))


def _changed(field: str, key: str) -> None:
    changes = {field: st.session_state[key]}
    if field == "indicator":
        changes |= {"period": "latest", "level": "finest", "area": ""}
    if field in ("level", "period"):
        changes["area"] = ""
    _remember(st.session_state["filters"].set(**changes))


def _remember(filters: Filters) -> None:
    st.session_state["filters"] = filters
    st.session_state["ignored"] = []


@contextmanager
def open_page(path: str, title: str, *, lead: str = "", heading: bool = True,
              indicator: str = "imd") -> Iterator[Page]:
    """Set up a page, draw its head, hand over to the body, and draw its foot; without ``heading`` the body writes one.

    ``indicator`` is the one the page opens with. Stops with a clear message, and draws no body, where the bundled data
    is missing or damaged.
    """
    st.set_page_config(page_title=f"{title} · {SITE}", page_icon=str(ROOT / "assets" / "favicon.png"), layout="wide",
                       initial_sidebar_state="collapsed")
    st.html(ROOT / "assets" / "style.css")
    try:
        store = open_store()
    except DataError as error:
        st.title("The figures cannot be shown")
        st.error(f"{error}")
        st.stop()
    filters = _current(path, store)
    page = Page(path, filters, store, "dark" if st.context.theme.type == "dark" else "light", on_phone(),
                indicator)
    _head(page)
    if heading:
        st.title(title, anchor=False)
    if lead:
        st.markdown(lead)
    if st.session_state["ignored"]:
        st.warning(f"Ignored in the link: {join(st.session_state['ignored'])}. The page shows its default instead.")
    yield page
    _foot(store)


@contextmanager
def filter_row(page: Page) -> Iterator[None]:
    """The place for a page's filters: a row on a wide screen, folded behind one button on a phone."""
    with st.container(key="filters"):
        outer = st.expander("Filters") if page.phone else st.container()
        with outer, st.container(horizontal=True, vertical_alignment="bottom"):
            yield


def _current(path: str, store: Store) -> Filters:
    """The reader's choices: the address wins if it is not what we last wrote, unless it is empty on a new page."""
    state = st.session_state
    params = {name: st.query_params.get_all(name) for name in st.query_params}
    arrived = state.get("page") != path
    led = "filters" not in state or (params != state.get("written") and not (arrived and not params))
    if led:
        state["filters"], state["ignored"] = read_query(params, allowed(store))
    elif arrived:
        state["ignored"] = []
    state["page"] = path
    filters: Filters = state["filters"]
    query = filters.query()
    # A link to the page that the reader is on leaves the browser's address as it was unless we write it.
    if {name: [value] for name, value in query.items()} != params or (led and not arrived):
        st.query_params.from_dict(query)
    state["written"] = {name: [value] for name, value in query.items()}
    return filters


def _head(page: Page) -> None:
    with st.container(horizontal=True, key="navigation", vertical_alignment="center"):
        st.markdown(f"**{SITE}**", width="content")
        for path, label in PAGES.items():
            if path == page.path:
                with st.container(key="here", width="content"):
                    st.page_link(path, label=label, query_params=page.filters.query())
            else:
                st.page_link(path, label=label, query_params=page.filters.query())


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
