"""The first page's ways onward: help by age, what is new, and what cannot be known yet."""

import streamlit as st

from dashboard import glance
from dashboard.frame import Page, columns
from dashboard.text import plain, spell_period

NEW, UNKNOWN = 3, 3
AGES = ("4", "8", "13", "16", "17", "18", "21", "25", "40", "70")  # about the turns at which services begin and end


def draw_help(page: Page, place: str) -> None:
    """The way to what somebody of a given age can use in the chosen place."""
    st.header(f"What help is there in {plain(place)} for somebody aged …", anchor="help")
    with st.container(horizontal=True, key="rows-help"):
        for age in AGES:
            st.page_link("pages/services.py", label=age, query_params=page.filters.set(age=age).query(),
                         help=f"Services open to somebody aged {age}")


def draw_news(page: Page) -> None:
    """What is newest, and what cannot be known yet."""
    left, right = columns(4, 5, gap="small")
    with left, st.container(gap=None, key="news"):
        st.header("What is new", anchor="new")
        for _, row in page.store.query("newest").drop_duplicates("source_id").head(NEW).iterrows():
            st.page_link("pages/trends.py", query_params=page.filters.set(indicator=row["indicator"]).query(),
                         label=f"{plain(row['label'])}: {plain(spell_period(row['period'], row['period_end']))}")
    with right, st.container(gap=None, key="unknown"):
        st.header("What we cannot know yet", anchor="unknown")
        for unknown in glance.load_unknowns()[:UNKNOWN]:
            st.page_link("pages/data_and_sources.py", query_params=page.filters.set(section="unknown").query(),
                         label=f"{plain(unknown.question)} *{plain(unknown.why.capitalize())}.*")
