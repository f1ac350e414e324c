"""What a page works with: the reader's choices, the store, the colours, and the ways to ask, to say and to show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from textwrap import indent
from threading import Condition
from typing import Any, TypeVar
from urllib.parse import urlencode

import streamlit as st
from cachetools import LRUCache, cached

from dashboard import glossary, reader
from dashboard.card import show
from dashboard.choices import Control
from dashboard.figure import Figure
from dashboard.filters import LONGEST_VALUE, Filters
from dashboard.maps import PICTURE
from dashboard.registry import Indicator, load_registry
from dashboard.scales import Mode
from dashboard.still import still
from dashboard.store import Store

T = TypeVar("T")
Opener = Callable[[str, str, str], "Page"]
# Who opens pages in place of a browser, to take their figures out: given path, title and the page's own indicator.
OPENER: ContextVar[Opener | None] = ContextVar("opener", default=None)
GLOSSARY = "pages/how_it_is_run.py"
PHONE_PICTURE = (300, 430)


@dataclass(frozen=True)
class Gathered:
    """What a page shows for one set of choices: its title, its figures in order, and the choices in readers' words."""

    title: str
    figures: Mapping[str, Figure]
    choices: Mapping[str, str]


@cached(LRUCache(1024), key=lambda key, build: key, condition=Condition())
def _kept(key: str, build: Callable[[], Any]) -> Any:
    """What a page has built for one set of choices, kept for all readers who make the same ones; built once at a time.

    The framework's own cache takes a hundred times as long to find what it holds.
    """
    return build()


@dataclass(frozen=True)
class Page:
    """One open page. ``offered`` fills, as the page asks, with each filter and what it stands at in readers' words.

    ``again`` makes the page's figures once more in the light colours, for white paper. ``opened`` are the figures whose
    table and downloads are open, ``linked`` is the data version that the reader's link names.
    """

    path: str
    title: str
    filters: Filters
    store: Store
    mode: Mode
    phone: bool
    usual: str = "imd"
    again: Callable[[], Gathered] | None = None
    opened: tuple[str, ...] = ()
    linked: str = ""
    offered: dict[str, str] = field(default_factory=dict)

    @property
    def picture(self) -> tuple[int, int]:
        """Width and height, in pixels, that a large map is fitted to."""
        return PHONE_PICTURE if self.phone else PICTURE

    @cached_property
    def choices(self) -> str:
        """All that what is drawn depends on: data, page, colours, kind of screen and the reader's choices."""
        kind = "phone" if self.phone else "laptop"
        return f"{self.store.data_version} {self.path} {self.mode} {kind} {urlencode(self.filters.query())}"

    @property
    def indicator(self) -> Indicator:
        """The chosen indicator, or the one this page opens with."""
        return load_registry()[self.filters.indicator or self.usual]

    def link(self, path: str | None = None, *, dated: bool = False, **changes: str) -> str:
        """A relative address of a page with these choices; ``dated`` names the data that it was made with."""
        target = path or self.path
        query = self.filters.set(**changes).query()
        if dated:
            query[reader.VERSION] = self.store.data_version
        return reader.address("" if target == "app.py" else Path(target).stem, list(query.items()))

    def way(self, label: str, path: str | None = None, *, anchor: str = "", **changes: str) -> str:
        """Markdown: a link to a page with these choices, or to the part of it with this ``anchor``.

        ``label`` is Markdown too, so what is not ours comes escaped.
        """
        return f"[{label}]({self.link(path, dated=False, **changes)}{'#' if anchor else ''}{anchor})"

    def entries(self, key: str, entries: Iterable[str]) -> None:
        """Draw Markdown entries as one list, whose looks the stylesheet gives by its ``key``.

        One list is one element to send, to draw and to read out, however long it is.
        """
        with st.container(key=key):
            st.markdown("\n".join("- " + indent(entry, "  ").lstrip() for entry in entries))

    def draw(self, name: str, build: Callable[[], Figure], *, key: str = "",
             on_select: Callable[[str], None] | None = None, compact: bool = False) -> None:
        """Show the figure that ``build`` makes; it is made once for each set of choices, whoever makes them.

        ``on_select`` is called with ``key`` when something in the graphic is clicked.
        """
        self.show(self.keep(name, build), key=key, on_select=on_select, compact=compact)

    def keep(self, name: str, build: Callable[[], T], *, of: str | None = None) -> T:
        """What ``build`` makes, made once for each set of choices; it is shared, so nobody may change it.

        ``of`` says what it depends on beside data and colours, where that is less than all choices.
        """
        depends = self.choices if of is None else f"{self.store.data_version} {self.path} {self.mode} of {of}"
        kept: T = _kept(f"{depends} {name}", build)
        return kept

    def show(self, figure: Figure, *, key: str = "", on_select: Callable[[str], None] | None = None,
             compact: bool = False) -> None:
        """Show a figure card that the page has kept itself."""
        show(self, figure, key=key or f"graphic-{figure.id}", on_select=on_select, compact=compact)

    def offer(self, name: str, build: Callable[[], Figure]) -> None:
        """A figure that the page shows in another form than a card: it can be taken out, presented and compared."""

    def explain(self, text: str) -> str:
        """Markdown: the abbreviations that occur in a text, each with a link to its entry; "" where there is none."""
        return glossary.explained(glossary.entries(self.store), text, lambda term: self.link(
            GLOSSARY, chapter="glossary", term=term, words="", document="all"))

    def turn(self, figure_id: str) -> str:
        """The address of this view with a figure's table and downloads opened, or shut if they are open."""
        opened = [name for name in self.opened if name != figure_id] if figure_id in self.opened else \
            [*self.opened, figure_id]
        query = [*self.filters.query().items(), *((reader.VERSION, self.linked),) * bool(self.linked),
                 *((reader.OPEN, name) for name in opened)]
        return reader.address("" if self.path == "app.py" else Path(self.path).stem, query)

    def body(self, name: str, draw: Callable[[], Any]) -> None:
        """Draw a part of the page with its figures, in which nothing is pressed but links; it is sent again as it was
        while no figure is open, for an open one has buttons."""
        if self.opened:
            draw()
        else:
            still(f"{self.choices} {self.linked} {name}", draw)

    def still(self, name: str, draw: Callable[[], Any]) -> None:
        """Draw a part that these choices settle and that nobody presses: text, links, charts; recorded once."""
        still(f"{self.choices} {name}", draw)

    def ask(self, control: Control) -> None:
        """Draw one filter, standing where the reader's choice stands; a change updates choice and address."""
        key = f"choose-{control.field}"
        options = list(control.options)
        code = self.note(control.field, control.label, control.options, control.fallback)
        reader.stand(key, code, control.options[code])
        st.selectbox(control.label, options, key=key, format_func=lambda code: control.options[code],
                     help=control.help, width=control.width, on_change=_changed, args=(control.field, key),
                     label_visibility="collapsed" if control.hidden else "visible")

    def search(self, label: str, hint: str = "", width: int = 300) -> None:
        """Draw the box for words to search, standing where the reader's words stand."""
        if self.filters.words:
            self.offered[label] = self.filters.words
        reader.stand("search-words", self.filters.words)
        st.text_input(label, key="search-words", max_chars=LONGEST_VALUE, placeholder=hint, width=width,
                      on_change=_changed, args=("words", "search-words"))

    def switch(self, field: str, label: str, options: Mapping[str, str]) -> None:
        """Draw a choice of two or three as buttons side by side."""
        key = f"switch-{field}"
        code = self.note(field, label, options)
        reader.stand(key, code, options[code])
        st.segmented_control(label, list(options), key=key, format_func=lambda code: options[code], required=True,
                             on_change=_changed, args=(field, key))

    def note(self, field: str, label: str, options: Mapping[str, str], fallback: str = "") -> str:
        """The code that a filter stands at, noted in ``offered`` in readers' words: the reader's choice where it is
        among the options, else ``fallback``, else the first."""
        code: str = next((code for code in (getattr(self.filters, field), fallback) if code in options),
                         next(iter(options)))
        self.offered[label] = options[code]
        return code

    def choose(self, **changes: str) -> None:
        """Change choices from a callback of the page (a click on the map)."""
        reader.remember(st.session_state["filters"].set(**changes))


def _changed(field: str, key: str) -> None:
    changes = {field: st.session_state[key]}
    if field == "indicator":
        changes |= {"period": "latest", "level": "finest", "area": ""}
    if field in ("level", "period"):
        changes["area"] = ""
    reader.remember(st.session_state["filters"].set(**changes))
