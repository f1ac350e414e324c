"""What belongs to an opened promise: its parts, its services, the money that is stated, and its source."""

import streamlit as st

from dashboard import strategy_record
from dashboard.frame import Page
from dashboard.reader import address
from dashboard.registry import load_sources
from dashboard.strategy_record import Opened, Services
from dashboard.text import plain, source_line
from dashboard.vocabulary import load_words
from pages.sections.promises import draw_rows

SERVICES, FUNDING = "services", "funding"
NAMED = 8  # services that are named; the directory has the rest


def draw_rest(page: Page, found: Opened) -> None:
    """Its parts, the services it belongs with, and where it is taken from."""
    row = found.commitment
    if found.parts:
        st.header(f"Its parts: {len(found.parts)}", anchor="parts")
        draw_rows(page, "parts", found.parts, strategy_record.first_targets(page.store))
    st.header("Which services belong to it?", anchor="services")
    draw_services(page, found.services)
    if "children_young_people" in row.population_groups.split(";"):
        st.header("What is spent?", anchor="money")
        st.markdown(f"[Money for children's mental health here, by who pays, service and year]({FUNDING})")
    st.header("Where is it taken from?", anchor="source")
    st.markdown(f"Section “{plain(row.section)}”. {source_line(load_sources()[row.source_id])}")


def draw_services(page: Page, services: Services) -> None:
    """The services named beside the promise, those for its need, the money that is stated, and the whole directory."""
    need = plain(load_words()["need"][services.need]) if services.need else ""
    if not services.nearby:
        st.markdown("No service for people here is named in the same part of the document.")
    for names, words in ((services.nearby, "Named in the same part of the document:"),
                         (services.needed, f"For the same need ({need.lower()}), in any of the documents:")):
        if names:
            st.markdown(words)
            page.entries(f"list-services-{'near' if names is services.nearby else 'need'}", (
                f"[{plain(name)}]({address(SERVICES, [('record', record)])}#record)"
                for record, name in list(names.items())[:NAMED]))
    if services.money:
        st.markdown(f"Money stated: {plain('; '.join(services.money))}.")
    every = f"Every service listed for this need: {need.lower()}" if need else "Every service listed"
    st.markdown(f"[{every}]({address(SERVICES, [('need', services.need)] if need else [])})")
