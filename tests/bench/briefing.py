"""A district briefing from nothing: its figures gathered, drawn and written, with no result of an earlier one."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any

import streamlit as st

from dashboard.briefings import load_briefings
from dashboard.export.briefing import Briefing, assemble
from dashboard.export.slides import pptx
from dashboard.export.word import docx
from dashboard.store import Store

ROUNDS, BRIEFING, BASE = 3, "district_rugby", "https://example.org/"
BUDGET = 15.0  # seconds on two cores


def measure() -> list[dict[str, Any]]:
    """Median seconds of a district briefing as a Word document and as slides, each with cold caches."""
    figures = len(load_briefings()[BRIEFING].picks)
    return [{"what": f"district briefing, {figures} figures, as {name}", "unit": "s", "budget": BUDGET,
             "value": statistics.median(_timed(write) for _ in range(ROUNDS))}
            for name, write in (("Word document", docx), ("slides", pptx))]


def _timed(write: Callable[[Briefing], bytes]) -> float:
    ready = load_briefings()[BRIEFING]
    st.cache_resource.clear()
    store = Store.open()
    start = time.perf_counter()
    write(assemble(ready.title, ready.picks, ready.headings, ready.notes, store, BASE,
                   introduction=ready.introduction))
    return time.perf_counter() - start
