"""What was promised, by when, how would we know, and where does it stand? The five strategy documents as one record."""

import streamlit as st

from dashboard import strategy, strategy_figures, strategy_words
from dashboard.choices import DOCUMENTS
from dashboard.figure import Figure
from dashboard.frame import AREA_LABELS, Control, Page, filter_row, open_page
from dashboard.search import Search
from dashboard.strategy import Tally
from dashboard.strategy_record import is_service
from dashboard.strategy_search import search
from dashboard.text import plain, spell_date
from pages.sections.documents import draw_documents
from pages.sections.promise import draw_opened
from pages.sections.promises import PATH, draw_board, draw_list, draw_timeline
from pages.sections.targets import draw_targets

VIEWS = {"list": "List by theme", "board": "Board by standing", "timeline": "Timeline", "targets": "Targets",
         "document": "Document by document"}


def draw_filters(page: Page) -> None:
    """Every filter acts on the counts and on whatever view is chosen."""
    offered = strategy.offered(page.store)
    page.ask(Control("document", "Document", {"all": "All five documents"} | DOCUMENTS, width=330))
    page.ask(Control("promise_theme", "Theme", offered["promise_theme"]))
    page.ask(Control("people", "Group of people", offered["people"]))
    page.ask(Control("district", "Area", AREA_LABELS))
    for field, label, width in (("lead", "Lead", 210), ("due", "Due", 140), ("measurable", "Measurable", 180),
                                ("status", "Standing", 210)):
        page.ask(Control(field, label, offered[field], width=width))
    page.search("Words, spelt as you can", "For example: dementia")


def draw_head(page: Page, tally: Tally) -> None:
    """The counts in large numbers, each with the way to what it counts; then the same for each document in a line."""
    page.entries("tiles-counts", ("\n- ".join([f"**{count.number}** {plain(count.sentence)}", *(
        page.way(label, **changes) for label, changes in count.ways.items())])
        for count in strategy_words.counters(tally)))
    if len(tally.documents) > 1 and not page.phone:
        page.entries("lines-documents", (document_line(page, document, part)
                                         for document, part in tally.documents.items()))


def document_line(page: Page, document: str, part: Tally) -> str:
    """The way to a document's own commitments, and its counts."""
    way = page.way(f"**{plain(DOCUMENTS[document])}**", anchor="document", document=document, board="document")
    return f"{way} {plain(strategy_words.document_line(part))}"


def draw_found(page: Page, tally: Tally, found: Search | None) -> None:
    """How many answer the choices, how words were read, what an area takes in, and the way to clear the choices."""
    total, shown = len(strategy.load(page.store)), tally.rows
    st.markdown(strategy_words.found_words(shown, total, page.filters))
    if found and (read := found.said("commitment")):
        st.markdown(read)
    if note := strategy_words.area_note(page.filters, shown):
        st.markdown(plain(note))
    if strategy.active(page.filters):
        st.markdown(page.way(f"Clear these choices and show all {strategy_words.commitments(total)}",
                             **strategy.cleared()))
    if not tally.total:
        st.info("Nothing in the record answers all of these choices.")


def draw_view(page: Page, tally: Tally) -> None:
    """The view that was chosen, and how the documents compare."""
    if page.filters.board == "targets":
        draw_targets(page, tally.rows)
        return
    {"list": draw_list, "board": draw_board, "timeline": draw_timeline, "document": draw_documents}[
        page.filters.board](page, tally)
    page.draw("documents", lambda: Figure(**strategy_figures.by_document(tally)))


def draw_record(page: Page) -> None:
    """Counts, filters, view, and how the documents compare."""
    found = page.keep("search", lambda: search(page.store, page.filters.words))
    tally = page.keep("tally", lambda: Tally(strategy.chosen(strategy.load(page.store), page.filters,
                                                             strategy.day_of(page.store), found)))
    if tally.total:
        page.still("head", lambda: draw_head(page, tally))
    with filter_row(page):
        draw_filters(page)
    page.still("found", lambda: draw_found(page, tally, found))
    if tally.total:
        page.switch("board", "Show as", VIEWS)
        page.body("view", lambda: draw_view(page, tally))


LEAD = ("Five strategy documents as one record, in our words. Standings are as last reported in these documents, due "
        "dates are held to {day}, the day this data was put together.")

with open_page(PATH, "What was promised, and where does it stand?") as page:
    page.still("lead", lambda: st.markdown(LEAD.format(day=spell_date(strategy.day_of(page.store)))))
    if strategy.is_record(page.store, page.filters.record):
        page.body("opened", lambda: draw_opened(page))
    else:
        if page.filters.record and not is_service(page.store, page.filters.record):
            st.info("The link names a commitment that the record does not hold, so the whole record is shown.")
        draw_record(page)
