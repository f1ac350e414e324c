"""Where does each figure come from? Every figure, table and source, what can be filtered, and proof of the sums."""

import streamlit as st

from dashboard import catalogue, catalogue_words
from dashboard.frame import Page, open_page
from dashboard.text import plain
from pages.sections.availability import draw_availability
from pages.sections.proof import draw_proof
from pages.sections.registers import draw_indicators, draw_tables
from pages.sections.sources import draw_sources, draw_unknown

REGISTERS = {"indicators": draw_indicators, "tables": draw_tables, "sources": draw_sources, "unknown": draw_unknown}
SECTIONS = {"indicators": "Figures", "availability": "What can be filtered", "tables": "Tables", "sources": "Sources",
            "unknown": "Not known yet", "proof": "Proof of the arithmetic"}


def draw_version(page: Page) -> None:
    """Which data these are, and how to build them again."""
    st.subheader("This version of the data, and how to build it again", anchor="version")
    st.markdown(catalogue_words.version(page.store.manifest))


with open_page("pages/data_and_sources.py", "Where does each figure come from?", lead="Find a figure and see what it "
               "means, who published it, how it is worked out, for which areas and groups there is one, and what is "
               "missing; take any table away.") as page:
    page.search("Search figures, tables and sources", "Words from a name or definition, such as self-harm or ethnic",
                width=700)
    text = page.filters.words
    found = catalogue.search(text)
    page.switch("section", "Show", {
        name: f"{label} ({len(found[name])})" if name in found else label for name, label in SECTIONS.items()})
    section = page.filters.section
    if section == "proof":
        draw_proof(page, text)
    elif not found["indicators" if section == "availability" else section]:
        st.info(f"Nothing here has the words “{plain(text)}”.")
    elif section == "availability":
        draw_availability(page, found["indicators"])
    else:
        REGISTERS[section](page, found[section])
    page.still("version", lambda: draw_version(page))
