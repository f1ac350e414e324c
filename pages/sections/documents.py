"""One page for each document: its commitments under its own headings and numbers."""

import streamlit as st

from dashboard import strategy_words
from dashboard.choices import DOCUMENTS
from dashboard.frame import Page
from dashboard.strategy import Tally
from dashboard.text import plain


def draw_documents(page: Page, tally: Tally) -> None:
    """The documents to choose from, or one of them from its first section to its last."""
    if page.filters.document == "all":
        draw_choice(page, tally)
    else:
        draw_document(page, tally)


def draw_choice(page: Page, tally: Tally) -> None:
    """Each document as a link to its one page."""
    st.header("Choose a document", anchor="choose-document")
    lines = []
    for _, row in page.store.query("strategy_documents").iterrows():
        part = tally.documents.get(row["document"])
        number = strategy_words.commitments(part.total) if part else "no commitments that answer the choices"
        way = page.way(f"**{plain(DOCUMENTS[row['document']])}**", anchor="document", document=row["document"])
        lines.append(f"{way}  \n{plain(row['about'])}: {number}.")
    page.entries("list-documents", lines)


def draw_document(page: Page, tally: Tally) -> None:
    """A document's commitments under its own headings and numbers, parts under what they are parts of."""
    row = page.store.query("strategy_documents").set_index("document").loc[page.filters.document]
    chapters = strategy_words.in_order(tally.rows)
    st.header(plain(row["title"]), anchor="document")
    st.markdown(f"{plain(row['publisher'])}, {plain(row['as_at_stated'])}. {plain(strategy_words.standing(tally))}.")
    if len(chapters) > 1:
        st.markdown("\n".join(f"- [{plain(name)}](#chapter-{place}): {sum(map(len, parts.values()))}"
                              for place, (name, parts) in enumerate(chapters.items(), 1)))
    for place, (name, parts) in enumerate(chapters.items(), 1):
        st.header(plain(name), anchor=f"chapter-{place}")
        for number, (part, rows) in enumerate(parts.items()):
            if part:
                st.subheader(plain(part), anchor=False)
            page.entries(f"list-chapter-{place}-{number}", (
                page.way(strategy_words.entry(commitment), anchor="promise", record=commitment.id)
                for commitment in rows))
