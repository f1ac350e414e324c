"""The figures of a page without a browser: what is taken out, put into a briefing, or held against older data."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from types import CodeType
from typing import Any

from dashboard.choices import Control
from dashboard.figure import Figure
from dashboard.filters import Filters
from dashboard.page import OPENER, Gathered, Page
from dashboard.registry import ROOT
from dashboard.scales import Mode
from dashboard.store import Store

__all__ = ["Gathered", "gather"]
# A page run for nobody would warn of it once for each element; other threads' warnings stay.
for _name in ("scriptrunner_utils.script_run_context", "state.session_state_proxy"):
    logging.getLogger(f"streamlit.runtime.{_name}").addFilter(lambda record: OPENER.get() is None)


@dataclass(frozen=True)
class _Unseen(Page):
    """A page that nobody looks at: it keeps its figures in place of showing them."""

    figures: dict[str, Figure] = field(default_factory=dict)

    def show(self, figure: Figure, **_options: Any) -> None:
        """Keep the figure in place of showing it."""
        self.figures[figure.id] = figure

    def offer(self, name: str, build: Callable[[], Figure]) -> None:
        """Keep what the page shows in another form."""
        self.show(self.keep(f"offered {name}", build))

    def body(self, name: str, draw: Callable[[], Any]) -> None:
        """Run the part for its figures."""
        draw()

    def still(self, name: str, draw: Callable[[], Any]) -> None:
        """Text and links are no figures."""

    def ask(self, control: Control) -> None:
        """Note what the filter stands at."""
        self.note(control.field, control.label, control.options, control.fallback)

    def switch(self, field: str, label: str, options: Mapping[str, str]) -> None:
        """Note what the switch stands at."""
        self.note(field, label, options)

    def search(self, label: str, hint: str = "", width: int = 300) -> None:
        """Note the words searched for."""
        if self.filters.words:
            self.offered[label] = self.filters.words


def gather(path: str, filters: Filters, store: Store, mode: Mode = "light") -> Gathered:
    """The figures that the page at ``path`` ("pages/trends.py") shows for these choices and this store.

    The page itself is run, so what is taken out is what is shown. Figures that the app has made already are not made
    again. Raises what the page raises: a DataError where an older store lacks a table.
    """
    # A thread of its own has no browser session and no caller's context, so that nothing of the page reaches the
    # reader's screen, nor what the framework is recording for a cache.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(_run, path, filters, store, mode).result()


def _run(path: str, filters: Filters, store: Store, mode: Mode) -> Gathered:
    opened: list[_Unseen] = []

    def opener(found: str, title: str, indicator: str) -> Page:
        opened.append(_Unseen(found, title, filters, store, mode, phone=False, usual=indicator))
        return opened[0]

    token = OPENER.set(opener)
    try:
        exec(_code(path), {"__name__": "__main__"})  # a page of our own, as the framework runs it
    finally:
        OPENER.reset(token)
    return Gathered(opened[0].title, opened[0].figures, opened[0].offered)


@cache
def _code(path: str) -> CodeType:
    return compile((ROOT / path).read_text(encoding="utf-8"), path, "exec")
