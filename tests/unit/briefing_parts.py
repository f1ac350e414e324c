"""A small briefing for tests of documents and slides: a chart, a long table, a missing figure, one more chart."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from dashboard.export.briefing import Briefing, Part
from dashboard.export.taken import Taken
from dashboard.figure import Figure

LINK = "https://example.org/trends?district=E07000220#bars"
TOWNS = pd.DataFrame({"area": ["Coventry", "Rugby", "Warwick"], "rate": [1234.5, 36.0, float("nan")],
                      "year": [2021, 2022, 2023]})
LONG = pd.DataFrame({"Area": ["Coventry"] * 40 + ["Rugby"] * 10, "Rank": range(1, 51), "Nothing": [""] * 50})
MARKUP = "<b>bold</b> & [link](http://x) **stars** {braces}"
HEBREW = "שלום לכולם"
NOTE = f"{MARKUP}\n\n😀 and e\u0301\x00\x0b\ufffe done\n{HEBREW}"


def figure(**changes: Any) -> Figure:
    """A bar chart of three towns with these parts changed."""
    parts: dict[str, Any] = {
        "id": "bars", "title": "Coventry is highest", "subtitle": "Rate · every town · 2023",
        "graphic": alt.Chart(TOWNS).mark_bar().encode(x="rate:Q", y="area:N"), "alt_text": "Three bars & a gap.",
        "data": TOWNS, "sources": ("iod_2025",), "notes": ("No figure for Warwick.",),
        "columns": {"area": "Area", "rate": "Rate", "year": "Year"}}
    return Figure(**parts | changes)


def taken(shown: Figure, area: str = "Rugby") -> Taken:
    """The figure as taken from the page of trends."""
    return Taken(shown, "Trends", {"Area": area, "Age": "All ages"}, LINK, "abc1234567", "2026-11-22")


def table(**changes: Any) -> Figure:
    """A figure of fifty rows without a graphic."""
    parts: dict[str, Any] = {
        "id": "rows", "title": "Fifty rows", "subtitle": "All of them", "graphic": None, "data": LONG, "columns": {},
        "alt_text": "Fifty rows", "sources": ("iod_2019", "iod_2025"), "notes": ()}
    return figure(**parts | changes)


def briefing(**changes: Any) -> Briefing:
    """The small briefing with these parts changed."""
    parts: dict[str, Any] = {
        "title": "A briefing", "place": "Rugby", "version": "abc1234567", "built": "2026-11-22",
        "link": "https://example.org/briefing?figures=trends.bars", "introduction": "Why we ask.\nAnd what for.",
        "parts": (Part("Deprivation", NOTE, taken(figure())), Part("Deprivation", "", taken(table())),
                  Part("", "Still wanted.", None, "The page “Trends” shows no figure “pie”."),
                  Part("", "", taken(figure(title="Coventry is still highest"))))}
    return Briefing(**parts | changes)
