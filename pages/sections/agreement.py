"""Sections of *How it is run* about the documents themselves: do they agree, what is overtaken, what words mean."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from dashboard import glossary, governance_words, overtaken, reconciliation
from dashboard.choices import DOCUMENTS
from dashboard.figure import Figure
from dashboard.frame import Control, Page, columns, filter_row
from dashboard.glossary import Entry
from dashboard.text import plain
from pages.sections.governance import draw_table

EVERY = "all"
CHOICES = {EVERY: "All documents"} | DOCUMENTS


def draw_checks(page: Page) -> None:
    """Which statements do not fit, with both figures and the size; then those that cannot be checked or that fit."""
    with filter_row(page):
        page.ask(Control("document", "Document", CHOICES, width=330))
    rows = page.keep("checks", lambda: reconciliation.told(
        page.store.query("document_check_results", document=page.filters.document)))
    scope = "all five documents" if page.filters.document == EVERY else CHOICES[page.filters.document]
    page.still("checks-finding", lambda: draw_agreement(rows))
    for name, build in page.keep("checks-cards", lambda: reconciliation.cards(
            rows, scope, page.mode, phone=page.phone)):
        if name == "checks-words":
            draw_table(page, name, build, lambda: reconciliation.words_list(rows))
        else:
            page.draw(name, partial(lambda build: Figure(**build()), build))


def draw_agreement(rows: overtaken.Rows) -> None:
    """How many statements fit, in all and in each document."""
    st.header(plain(reconciliation.headline(rows)), anchor="checks")
    if rows["document"].nunique() > 1:
        st.markdown(reconciliation.by_document(rows))


def draw_overtaken(page: Page) -> None:
    """Each figure of the documents beside the newest one held here, with its caution."""
    with filter_row(page):
        page.ask(Control("document", "Document", CHOICES, width=330))
    rows = page.keep("overtaken", lambda: overtaken.told(
        page.store.query("overtaken"), page.store.query("overtaken_facts"), page.filters.document))
    if rows.empty:
        st.info("No figure of this document has a newer one here.")
        st.markdown(f"[Show all documents]({page.link(document=EVERY)})")
        return
    page.still("overtaken-finding", lambda: draw_finding(rows))
    halves = page.keep("overtaken-halves", lambda: governance_words.halves(overtaken.themes(rows)))
    for column, themes in zip(columns(1, 1), halves, strict=True):
        with column:
            for theme in themes:
                page.draw(f"overtaken-{theme}", partial(lambda theme: Figure(**overtaken.theme_parts(
                    theme, rows, page.mode, phone=page.phone)), theme))


def draw_finding(rows: overtaken.Rows) -> None:
    """How many figures have moved, and what belongs to reading them."""
    st.header(plain(overtaken.headline(rows)), anchor="overtaken")
    st.markdown("A newer figure does not make the printed one wrong for its time. Each pair has its own caution: a new "
                "census, new boundaries or another way of counting can move a figure too.")


def draw_glossary(page: Page) -> None:
    """The opened term, the list of those found by letter, and all of them as a table to take away."""
    with filter_row(page):
        page.search("Search words and abbreviations", "Such as SII, looked after, or neighbourhood")
        page.ask(Control("document", "Used in", CHOICES | {EVERY: "All documents and this site"}, width=330))
    every = glossary.entries(page.store)
    if page.filters.term:
        page.still("term", lambda: draw_term(page, every))
    found, sources = page.keep("words", lambda: glossary.find(every, page.filters.words, page.filters.document))
    if not found:
        st.info(f"No term here has the words “{plain(page.filters.words)}”.")
        st.markdown(f"[Clear the search]({page.link(words='', document=EVERY)})")
        return
    page.still("terms", lambda: draw_terms(page, found))
    if sources:
        page.draw("glossary", lambda: Figure(**glossary.table_parts(found, sources)))


def draw_term(page: Page, every: Sequence[Entry]) -> None:
    """The opened term with all it stands for."""
    with st.container(border=True, key="under-term"):
        st.header(plain(page.filters.term), anchor="term")
        st.markdown(glossary.opened(every, page.filters.term, lambda term: page.link(term=term)))
        st.markdown(f"[Close]({page.link(term='')})")


def draw_terms(page: Page, found: list[Entry]) -> None:
    """The terms found, letter by letter, in two columns."""
    st.header(plain(glossary.headline(found)), anchor="terms")
    letters = [(letter, "\n".join(glossary.line(entry, lambda term: page.link(term=term)) for entry in entries),
                len(entries)) for letter, entries in glossary.by_letter(found)]
    for column, part in zip(columns(1, 1), glossary.in_two(letters), strict=True):
        column.markdown("\n\n".join(f"**{letter}**\n\n{lines}" for letter, lines, _ in part))
