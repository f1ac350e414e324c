"""The first page's ways onward: help by age, what is new, and what cannot be known yet."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard import glance
from dashboard.frame import Page, columns
from dashboard.text import plain, spell_period

NEW, UNKNOWN = 3, 3
AGES = ("4", "8", "13", "16", "17", "18", "21", "25", "40", "70")  # about the turns at which services begin and end


def draw_help(page: Page, place: str) -> None:
    """The way to what somebody of a given age can use in the chosen place."""
    st.header(f"What help is there in {plain(place)} for somebody aged …", anchor="help")
    page.entries("ages", (page.way(age, "pages/services.py", age=age) for age in AGES))


def draw_news(page: Page) -> None:
    """What is newest, and what cannot be known yet."""
    left, right = columns(4, 5, gap="small")
    with left:
        st.header("What is new", anchor="new")
        newest = page.store.query("newest").drop_duplicates("source_id").head(NEW)
        page.entries("news", (page.way(newest_words(row), "pages/trends.py", indicator=row["indicator"])
                              for row in newest.to_dict("records")))
    with right:
        st.header("What we cannot know yet", anchor="unknown")
        page.entries("unknown", (
            f"{page.way(plain(unknown.question), 'pages/data_and_sources.py', section='unknown')} "
            f"*{plain(unknown.why.capitalize())}.*" for unknown in glance.load_unknowns()[:UNKNOWN]))


def newest_words(row: Mapping[str, Any]) -> str:
    """A row of ``newest`` as "Deprivation, overall (IMD): 2025"."""
    return f"{plain(row['label'])}: {plain(spell_period(row['period'], row['period_end']))}"
