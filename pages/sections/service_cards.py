"""Parts of *Services*: the counts, the cards, one service opened, and what the tiers mean."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import service_counts, service_list, service_words
from dashboard.frame import Page
from dashboard.registry import load_sources
from dashboard.service_finder import Found
from dashboard.services import Directory, Service
from dashboard.text import plain, source_line

FIRST, OTHERS = 30, 12  # cards of the first part, and of each other, before the rest is asked for


def draw_counts(page: Page, directory: Directory, found: Found, listed: Sequence[Service]) -> None:
    """The finding as a sentence, what it leaves out, and what kind of directory this is."""
    st.header(plain(service_counts.finding(found, page.filters, directory)), anchor="found")
    read = found.search.said("service") if found.search else ""
    if read:
        st.markdown(read)
    if not listed:
        st.info(service_counts.nothing(found, page.filters))
        st.markdown(page.way("Clear every filter and start again", **service_list.CLEARED))
        return
    st.markdown(" ".join(service_counts.beside(found, page.filters)))
    apart = service_words.alike(listed, directory)
    if apart:
        st.markdown(apart)
    st.markdown(service_words.standing(listed) + " Jump to: [what the tiers mean](#tiers) · [where nothing is "
                "listed](#gaps) · [the list as a table, for Excel](#list)")


def draw_parts(page: Page, directory: Directory, found: Found) -> None:
    """The list in its parts, each under its own heading with its count."""
    for part in service_list.parts(found, page.filters):
        most = OTHERS if page.phone or part.name != "open" else FIRST
        first = part.services if page.filters.length == "all" else part.services[:most]
        draw_part(page, directory, part, first)
        if len(first) < len(part.services):
            st.markdown(page.way(f"Show all {len(part.services)} here", length="all"))


def draw_part(page: Page, directory: Directory, part: service_list.Part, first: Sequence[Service]) -> None:
    """A part of the list: heading, one sentence, and its first cards two by two."""
    st.subheader(part.title, anchor=part.name)
    if part.words:
        st.markdown(part.words)
    page.entries(f"cards-{part.name}", (card(page, directory, service) for service in first))


def card(page: Page, directory: Directory, service: Service) -> str:
    """A service as an entry of a list: its name, which is its own link, and what is known of it."""
    name = page.way(f"**{plain(service.name)}**", anchor="record", record=service.id)
    return f"{name}\n\n{service_words.card(service, directory)}"


def draw_record(page: Page, directory: Directory) -> None:
    """One service opened: whether it answers the age and area, all that documents say of it, and its parts."""
    service = directory.entries.get(directory.entry_of(page.filters.record))
    if service is None:
        st.info(f"No service here has the id “{plain(page.filters.record)}”.")
        st.markdown(page.way("All services", record=""))
        return
    st.markdown(page.way("← Back to the list", record=""))
    st.header(plain(service.name), anchor="record")
    st.markdown(f"**{plain(service_words.answer(service, page.filters))}**")
    apart = service_words.alike([service], directory)
    if apart:
        st.markdown(apart)
    for account in (service, *service.accounts):
        with st.container(border=True, key=f"account-{account.id}"):
            if account is not service:
                st.subheader(plain(service_words.other_account(account)), anchor=account.id)
            st.markdown(service_words.card(account, directory, opened=True))
            st.markdown("Source: " + source_line(load_sources()[account.source_id]))
    draw_others(page, "Parts of it", [entry for entry in directory.entries.values() if service.id in entry.part_of])
    draw_others(page, "Part of", [directory.entries[whole] for whole in service.part_of])
    st.markdown(f"{service_words.standing((service,))} [Link to this service]({page.link()})")


def draw_others(page: Page, title: str, services: Sequence[Service]) -> None:
    """Links to other services, if there are any."""
    if services:
        st.subheader(title, anchor=False)
        page.entries(f"list-{title.lower().replace(' ', '-')}", (
            page.way(plain(service.name), anchor="record", record=service.id) for service in services))


def draw_tiers(page: Page, directory: Directory) -> None:
    """The four-tier model, once."""
    st.header("What the tiers mean", anchor="tiers")
    st.markdown(service_counts.tiers_explained(directory))
    st.markdown(page.way("Money, staff and waits by tier in 2016: How it is run", "pages/how_it_is_run.py"))
