"""Sections of *How it is run* that tell who runs what: bodies, the alliance, tiers and the region."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from dashboard import alliance, governance, governance_words, regional, tiers
from dashboard.choices import DOCUMENTS
from dashboard.figure import Figure
from dashboard.frame import Control, Page, columns, filter_row
from dashboard.text import plain

EVERY = "all"
STRATEGY = "pages/strategy.py"


def draw_table(page: Page, name: str, parts: Callable[[], dict[str, Any]], listed: Callable[[], str]) -> None:
    """A figure that is a table; on a phone the table is shut and a list below says the same."""
    page.draw(name, lambda: Figure(**(parts() | ({"folded": True} if page.phone else {}))))
    if page.phone:
        page.still(f"{name}-list", lambda: st.markdown(listed()))


def draw_bodies(page: Page) -> None:
    """One document's governance: the opened body, the diagram, the list; on a phone the list leads."""
    choice = page.keep("choice", lambda: governance_words.choose(page.store, page.filters.document, DOCUMENTS))
    with filter_row(page):
        page.ask(Control("document", "Document", choice.documents, width=330, fallback=choice.document))
        page.ask(Control("body", "Open a body", {"": "None"} | choice.names, width=420))
    page.still("overview", lambda: st.markdown(governance_words.overview(
        choice, lambda document: page.link(document=document, body=""))))
    if page.filters.body:
        page.still("body", lambda: draw_body(page))
    if page.phone:
        page.still("bodies", lambda: draw_list(page, choice))
    page.draw("governance", lambda: Figure(**governance_words.diagram_parts(
        choice, lambda body: page.link(body=body), page.mode, phone=page.phone)))
    if not page.phone:
        page.still("bodies", lambda: draw_list(page, choice))


def draw_body(page: Page) -> None:
    """The opened body: what it does, its members, those above and below it, its document."""
    bodies = page.store.query("governance_bodies", document=EVERY)
    body = bodies[bodies["id"] == page.filters.body].iloc[0]
    with st.container(border=True, key="under-body"):
        st.header(plain(body["name"]), anchor="body")
        st.markdown(governance_words.opened(body, bodies, lambda other: page.link(body=other)))
        st.markdown(f"[Close]({page.link(body='')})")


def draw_list(page: Page, choice: governance_words.Choice) -> None:
    """The twin of the diagram: every body by kind, with its stated tie; each name opens it."""
    told = partial(governance_words.listed, choice, lambda body: page.link(body=body, document=choice.document))
    st.header("The same as a list", anchor="list")
    kinds = [(len(rows), told(label, rows))
             for label, rows in governance.by_kind(governance.governing(choice.bodies))]
    halves = columns(1, 1) if len(kinds) > 1 else [st.container()]
    for half, texts in zip(halves, governance_words.halves(kinds), strict=False):
        half.markdown("\n\n".join(texts))
    seats = [told(label, rows) for label, rows in governance.by_kind(choice.bodies, governance.SEATS)]
    if seats:
        with st.expander("Organisations and offices that the document names"):
            st.markdown("\n\n".join(seats))


def draw_alliance(page: Page) -> None:
    """The alliance's timeline and lessons; each lesson opens its record on *Strategy*."""
    page.draw("timeline", lambda: Figure(**alliance.timeline_parts(
        page.store.query("alliance_timeline"), page.mode, phone=page.phone)))
    page.draw("lessons", lambda: Figure(**alliance.lessons_parts(page.store.query("alliance_lessons"))))
    page.still("lessons-list", lambda: draw_lessons(page))


def draw_lessons(page: Page) -> None:
    """The lessons as two lists of links."""
    lists = alliance.lessons_list(page.store.query("alliance_lessons"), lambda record: page.link(
        STRATEGY, record=record, document="all"))
    for column, text in zip(columns(1, 1), lists, strict=True):
        column.markdown(text)


def draw_tiers(page: Page) -> None:
    """Money, staff, waits and activity by tier."""
    rows = page.store.query("tier_figures")
    left, right = columns(1, 1)
    with left:
        page.draw("tier-money", lambda: Figure(**tiers.money_parts(rows, page.mode)))
    with right:
        page.draw("tier-staff", lambda: Figure(**tiers.staff_parts(rows, page.mode)))
        page.draw("tier-waits", lambda: Figure(**tiers.wait_parts(rows, page.mode)))
    draw_table(page, "tier-activity", lambda: tiers.activity_parts(rows), lambda: tiers.activity_list(rows))


def draw_region(page: Page) -> None:
    """The regional plan's figures: costs, then a table for each group of subjects, then those for elsewhere."""
    rows = page.keep("region", lambda: regional.told(page.store.query("regional_figures")))
    page.still("region-finding", lambda: st.header(plain(regional.finding(rows)), anchor="region"))
    page.draw("region-costs", lambda: Figure(**regional.cost_parts(rows, page.mode)))
    for card in regional.CARDS:
        draw_table(page, f"region-{card}", partial(regional.group_parts, card, rows),
                   partial(regional.group_list, card, rows))
    page.draw("region-elsewhere", lambda: Figure(**regional.elsewhere_parts(rows)))
