"""One reader's session and the web address that goes with it: the choices, the basket, and the data a link names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from dashboard.allowed import allowed
from dashboard.basket import LONGEST, MOST, Words
from dashboard.filters import Filters, read_query
from dashboard.store import Store

BASKET, VERSION, OPEN = "figures", "data", "open"  # parameters of the address that are no filters
FIGURE_NAME, MOST_OPEN = re.compile(r"[a-z0-9-]{1,80}"), 40
PRESENT = "pages/present.py"
VERSION_NAME = re.compile(r"[0-9a-f]{6,16}")


@dataclass(frozen=True)
class Reader:
    """What the reader has chosen, what of the link was ignored, the basket as written, the data that the link names,
    and the figures of the page whose table and downloads are open."""

    filters: Filters
    ignored: Sequence[str]
    basket: tuple[str, ...]
    linked: str
    opened: tuple[str, ...]


def current(path: str, store: Store) -> Reader:
    """The reader at the page ``path``: the address wins if it is not what we last wrote, unless it is empty on a new
    page. Writes the address where it lacks something."""
    state = st.session_state
    params = {name: st.query_params.get_all(name) for name in st.query_params}
    arrived = state.get("page") != path
    led = "filters" not in state or (params != state.get("written") and not (arrived and not params))
    if led:
        _follow(params, store)
    elif arrived:
        state["ignored"], state["linked"], state["opened"] = [], "", ()
    if arrived:
        state["page"], state["told"] = path, {}
    query: dict[str, str | list[str]] = {**state["filters"].query()}
    if state["basket"]:
        query[BASKET] = list(state["basket"])
    if state["linked"]:
        query[VERSION] = state["linked"]
    if state["opened"]:
        query[OPEN] = list(state["opened"])
    written = {name: value if isinstance(value, list) else [value] for name, value in query.items()}
    # A page link to the page that the reader is on leaves the browser's address as it was unless we write it: so turn
    # the figures of the screen in the room. Links in text have written it, and writing it late would undo a step back.
    if written != params or (led and not arrived and path == PRESENT):
        st.query_params.from_dict(query)
    state["written"] = written
    return Reader(state["filters"], state["ignored"], tuple(state["basket"]), state["linked"], state["opened"])


def _follow(params: dict[str, list[str]], store: Store) -> None:
    """Take over what a link says; links inside the app say nothing of the basket, which then stays."""
    state = st.session_state
    filters = {name: values for name, values in params.items() if name not in (BASKET, VERSION, OPEN)}
    state["filters"], state["ignored"] = read_query(filters, allowed(store))
    state["basket"] = _basket(params[BASKET]) if BASKET in params else state.get("basket", ())
    versions = params.get(VERSION, [])
    state["linked"] = versions[0] if len(versions) == 1 and VERSION_NAME.fullmatch(versions[0]) else ""
    names = list(dict.fromkeys(params.get(OPEN, [])))
    state["opened"] = tuple(name for name in names if FIGURE_NAME.fullmatch(name))[:MOST_OPEN]
    if len(state["opened"]) < len(names):
        state["ignored"].append(f"{OPEN} (not the name of a figure, or more than {MOST_OPEN})")
    if versions and not state["linked"]:
        state["ignored"].append(f"{VERSION} (not the name of a data version)")


def _basket(values: Sequence[str]) -> tuple[str, ...]:
    """The picks of a link, each once; too many or too long ones are named and left out."""
    picks = [value for value in dict.fromkeys(values) if len(value) <= LONGEST]
    if len(picks) > MOST:
        st.session_state["ignored"].append(f"figures beyond the first {MOST} ({len(picks)} were given)")
    if len(picks) < len(set(values)):
        st.session_state["ignored"].append("a figure of the briefing (too long to be one)")
    return tuple(picks[:MOST])


def remember(filters: Filters) -> None:
    """Make these the reader's choices; what a link said of ignored values or older data is over."""
    st.session_state["filters"] = filters
    st.session_state["ignored"], st.session_state["linked"] = [], ""


def stand(key: str, value: Any, words: str = "") -> None:
    """Have the question with this key stand at a value, said before it is drawn; ``words`` are what it shows for it.

    Said only where it does not stand there already: what is told where to stand is drawn anew with all that it offers,
    and questions were most of what a browser drew after a change. On a page that was just opened all is said, because
    the framework still holds what a question of the same key on the page before stood at; and where a value is worded
    in another way, because the browser holds the words. One that may stand at None does so by itself.
    """
    state = st.session_state
    if value is None and state.get(key) is None:
        return
    told: dict[str, str] = state.setdefault("told", {})
    if key not in state or state[key] != value or told.get(key) != words:
        state[key], told[key] = value, words


def keep_basket(basket: Sequence[str]) -> None:
    """Make these the picks of the reader's basket."""
    st.session_state["basket"] = tuple(basket)[:MOST]


def basket() -> tuple[str, ...]:
    """The picks of the reader's basket, as written in the address."""
    return tuple(st.session_state.get("basket", ()))


def words_of(pick: str) -> Words:
    """What the reader has written for a pick of the basket; kept for the session only."""
    words: Words = st.session_state.setdefault("words", {}).get(pick, Words())
    return words


def write_words(pick: str, words: Words) -> None:
    """Keep what the reader has written for a pick."""
    st.session_state.setdefault("words", {})[pick] = words


def base_address() -> str:
    """The absolute address of the app as this reader reaches it, ending in a slash; "" where no browser asks."""
    url = st.context.url or ""
    page = Path(str(st.session_state.get("page", "app.py"))).stem
    return url.removesuffix("/").removesuffix(f"/{page}") + "/" if url else ""


def address(name: str, query: Sequence[tuple[str, str]]) -> str:
    """A relative address of a page: ``name`` is its stem or "" for the first page."""
    coded = urlencode(query)
    return f"{name or '.'}?{coded}" if coded else name or "./"
