"""A part of a page that is drawn once for each set of choices, and then sent again as it was.

The framework's own cache of elements (``st.cache_resource``) does the same, but makes, measures and names every message
anew each time, which was a third of the work of a page that had nothing to work out. Here the messages themselves are
kept. They are sent by three parts of the framework that it does not document: the container that is being written to
and its cursor, and the run's ``enqueue``. ``tests/app/test_still.py`` holds that a part sent again is, message for
message, the part that was drawn, wherever on the page it stands.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from threading import Lock
from typing import Any

import streamlit as st
from cachetools import LRUCache
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner import get_script_run_ctx

MOST = 128 * 2**20  # bytes
# What may be sent again: what is only looked at, and links; a block is no element.
SHOWN = {"", "heading", "markdown", "html", "code", "alert", "page_link", "table", "dataframe", "vega_lite_chart",
         "deck_gl_json_chart"}


@dataclass(frozen=True)
class Part:
    """What a part sent: the messages, with paths from where it began, and how many places it takes there."""

    messages: tuple[ForwardMsg, ...]
    places: int

    @property
    def size(self) -> int:
        """Bytes of the messages as they are sent."""
        return sum(message.ByteSize() for message in self.messages)


_parts: LRUCache[str, Part] = LRUCache(MOST, getsizeof=lambda part: part.size)
_lock = Lock()
_keeping: ContextVar[bool] = ContextVar("keeping", default=False)


def still(key: str, draw: Callable[[], Any]) -> None:
    """Draw what is the same for all who make the choices in ``key``: drawn once, then sent again as it was.

    ``draw`` may hold text, charts, tables and links, but nothing that a reader can press. A part inside a part is kept
    with that one only.
    """
    run, cursor = get_script_run_ctx(), st._main._active_dg._cursor
    if run is None or cursor is None or _keeping.get():  # nobody is there to send to, or the part around this is kept
        draw()
        return
    with _lock:
        part = _parts.get(key)
    begun = list(cursor.delta_path)
    if part is None:
        part = _record(run, draw, begun, lambda: cursor.index)
        with _lock:
            _parts[key] = part
        return
    for message in part.messages:
        again = ForwardMsg()
        again.CopyFrom(message)
        path = message.metadata.delta_path
        again.metadata.delta_path[:] = [*begun[:-1], begun[-1] + path[0], *path[1:]]
        run.enqueue(again)
    for _ in range(part.places):
        cursor.lock_element()


def _record(run: Any, draw: Callable[[], Any], begun: list[int], place: Callable[[], int]) -> Part:
    """Draw, and keep a copy of every message that is sent meanwhile."""
    messages: list[ForwardMsg] = []
    send = run.enqueue

    def keep(message: ForwardMsg) -> None:
        kind = message.delta.new_element.WhichOneof("type") or ""
        if kind not in SHOWN:
            raise RuntimeError(f"A part that is sent again holds a {kind}, which would not answer when it is pressed: "
                               "draw it outside of the part.")
        send(message)  # which names it by its content
        copy = ForwardMsg()
        copy.CopyFrom(message)
        path = list(message.metadata.delta_path)[len(begun) - 1:]
        copy.metadata.delta_path[:] = [path[0] - begun[-1], *path[1:]]
        copy.metadata.ClearField("agent_props")  # it belongs to the one session
        messages.append(copy)

    run.enqueue = keep
    token = _keeping.set(True)
    try:
        draw()
    finally:
        _keeping.reset(token)
        run.enqueue = send
    return Part(tuple(messages), place() - begun[-1])
