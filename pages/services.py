"""What help is there, and for whom? Every service that the documents name, by age, area, tier, need and way in."""

import streamlit as st

from dashboard import service_list, service_words
from dashboard.frame import AREA_LABELS, Control, Page, filter_row, open_page
from dashboard.service_finder import Found, find
from dashboard.services import Directory, load_directory
from dashboard.vocabulary import load_words
from pages.sections import service_cards

HINT = "Such as self-harm, Kooth"


def draw_question(page: Page) -> None:
    """The first control: a sentence whose age and area the reader fills in."""
    with st.container(horizontal=True, key="looking", vertical_alignment="center", gap="small"):
        st.markdown("**I am looking for help for someone aged**", width="content")
        page.ask(Control("age", "Age", service_words.age_options(page.filters.age), width=130, hidden=True))
        st.markdown("**in**", width="content")
        page.ask(Control("district", "Area", AREA_LABELS, width=260, hidden=True))


def draw_filters(page: Page, directory: Directory) -> None:
    """Every filter here acts on the list, on the grid and on the table."""
    labels = load_words()
    with filter_row(page):
        page.search("Words, spelt as you can", HINT, 205)
        page.ask(Control("need", "Need", {"all": "Any need"} | labels["need"], width=175))
        page.ask(Control("tier", "Tier", {"all": "Any tier", **labels["tier"], "not_stated": "Not stated"}, width=190))
        page.ask(Control("route", "How to get in", {"all": "Any way in"} | labels["route"], width=170))
        page.ask(Control("provider", "Run by", page.keep("providers", lambda: service_list.provider_options(
            directory, page.filters)), width=190))
        page.ask(Control("elsewhere", "Other places", {"off": "Left out", "on": "Shown"}, width=105))


def draw_found(page: Page, directory: Directory, found: Found) -> None:
    """The count in words, the cards, what the tiers mean, where nothing is listed, and the list as a table."""
    listed = found.listed(elsewhere=page.filters.elsewhere == "on")
    service_cards.draw_counts(page, directory, found, listed)
    if not listed:
        return
    service_cards.draw_parts(page, directory, found)
    service_cards.draw_tiers(page, directory)
    page.draw("gaps", lambda: service_list.gaps_figure(directory, page.filters, page.mode,
                                                          narrow=page.phone))
    page.draw("list", lambda: service_list.list_figure(directory, found, page.filters, listed))


with open_page("pages/services.py", "What help is there, and for whom?") as page:
    directory = load_directory(page.store)
    draw_question(page)
    if page.filters.record:
        page.still("record", lambda: service_cards.draw_record(page, directory))
    else:
        draw_filters(page, directory)
        page.body("found", lambda: draw_found(page, directory, page.keep(
            "listed", lambda: find(directory, page.filters))))
