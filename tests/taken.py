"""Figures on their way out, for tests: those of every page, and one whose words are as bad as words can be."""

from __future__ import annotations

from functools import cache
from typing import Any

import pandas as pd

from dashboard.choices import PAGES
from dashboard.export.taken import Taken
from dashboard.figure import Figure
from dashboard.filters import Filters
from dashboard.gather import gather
from dashboard.store import Store

SITE_ADDRESS = "https://dashboard.example.org/"
VERSION, BUILT, TODAY = "92e851abd1", "2026-11-21", "2026-11-22"
RIGHT_TO_LEFT, EMOJI = "בריאות הנפש الصحة النفسية", "😀👩‍👩‍👧"
BAD = f"<b>&amp; \"bold\"</b> [link](javascript:x) {EMOJI} {RIGHT_TO_LEFT} \x0b\x1f ]]>"
FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "＝1+1", "=HYPERLINK(\"http://x\")", "#N/A")
COMPOSED = "pages/briefing.py"  # shows figures of other pages


@cache
def of_page(path: str, **choices: str) -> dict[str, Taken]:
    """The figures that a page shows for these choices, ready to be taken."""
    store = _store()
    found = gather(path, Filters(**choices), store)
    return {name: Taken(figure, PAGES[path], found.choices, f"{SITE_ADDRESS}{path}?data={store.data_version}#{name}",
                        store.data_version, store.manifest["built"]) for name, figure in found.figures.items()}


@cache
def everything() -> list[Taken]:
    """The figures of all pages with their default filters."""
    return [one for path in PAGES if path != COMPOSED for one in of_page(path).values()]


@cache
def _store() -> Store:
    return Store.open()


def taken(**changes: Any) -> Taken:
    """A small figure without a graphic on its way out, with these parts of it changed."""
    parts: dict[str, Any] = {
        "id": "groups", "title": "Coventry is highest", "subtitle": "Share of adults · Coventry · 2024/25",
        "graphic": None, "alt_text": "Coventry is highest, Rugby lowest.", "sources": ("iod_2025",),
        "notes": ("Small numbers.",), "columns": {"area": "Area", "shown": "Value", "count": "Number"},
        "data": pd.DataFrame({"area": ["Coventry", "Rugby"], "shown": ["36.5%", "−1.2%"], "count": [1204, -3]})}
    return Taken(Figure(**parts | changes), "Gaps", {"Area": "Rugby", "Ethnic group": "All"},
                 f"{SITE_ADDRESS}gaps?district=E07000220#groups", VERSION, BUILT)


def awful() -> Taken:
    """A figure whose words hold markup, signs that are not letters, formulas, and ten thousand letters."""
    rows = pd.DataFrame({"words": FORMULAS, "number": [-1.5, 2, None, *range(len(FORMULAS) - 3)],
                         "status": ["value", "value", "suppressed", *["value"] * (len(FORMULAS) - 3)]})
    return taken(title=f"=Finding {BAD}", subtitle=f"Measure {BAD} · 2025", alt_text=BAD, data=rows,
                 notes=(BAD, "long " * 2000), columns={"words": "=Words", "number": "Number"})
