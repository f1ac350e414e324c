"""Sections of *How it is run* that tell who runs what: bodies, the alliance, tiers and the region."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard import alliance, governance, governance_words, regional, tiers
from dashboard.choices import DOCUMENTS
from dashboard.figure import Figure
from dashboard.frame import Control, Page, columns, filter_row
from dashboard.text import plain

EVERY = "all"
STRATEGY = "pages/strategy.py"


def draw_bodies(page: Page) -> None:
    """One document's governance: the opened body, the diagram, the list; on a phone the list leads."""
    documents = page.store.query("governance_documents")
    labels = {code: label for code, label in DOCUMENTS.items() if code in set(documents["document"])}
    most = documents.sort_values("bodies", ascending=False, kind="stable")["document"].iloc[0]
    chosen = page.filters.document if page.filters.document in labels else str(most)
    bodies = page.store.query("governance_bodies", document=chosen)
    with filter_row(page):
        page.ask(Control("document", "Document", labels, width=330, fallback=chosen))
        names = dict(zip(bodies["id"], bodies["name"], strict=True))
        page.ask(Control("body", "Open a body", {"": "None"} | names, width=420))
    page.still("overview", lambda: st.markdown(
        "The documents are of different years and are kept apart. Who runs what, as each tells it:\n\n"
        + governance_words.overview(documents, lambda document: page.link(document=document, body=""), chosen)))
    if page.filters.body:
        page.still("body", lambda: draw_body(page))
    show = [partial(page.draw, "governance", lambda: Figure(**governance_words.diagram_parts(
        bodies, lambda body: page.link(body=body), page.mode, phone=page.phone))),
        partial(page.still, "bodies", lambda: draw_list(page, chosen))]
    for part in reversed(show) if page.phone else show:
        part()


def draw_body(page: Page) -> None:
    """The opened body: what it does, its members, those above and below it, its document."""
    bodies = page.store.query("governance_bodies", document=EVERY)
    body = bodies[bodies["id"] == page.filters.body].iloc[0]
    with st.container(border=True, key="under-body"):
        st.header(plain(body["name"]), anchor="body")
        st.markdown(governance_words.opened(body, bodies, lambda other: page.link(body=other)))
        st.markdown(f"[Close]({page.link(body='')})")


def draw_list(page: Page, document: str) -> None:
    """The twin of the diagram: every body by kind, with its stated tie; each name opens it."""
    bodies = page.store.query("governance_bodies", document=document)
    found, names = governance.ties(bodies), dict(zip(bodies["id"], bodies["name"], strict=True))
    link = partial(lambda body: page.link(body=body, document=document))
    st.header("The same as a list", anchor="list")
    kinds = [(len(rows), governance_words.listed(label, rows, found, names, link))
             for label, rows in governance.by_kind(governance.governing(bodies))]
    halves = columns(1, 1) if len(kinds) > 1 else [st.container()]
    for half, texts in zip(halves, governance_words.halves(kinds), strict=False):
        half.markdown("\n\n".join(texts))
    seats = [governance_words.listed(label, rows, found, names, link)
             for label, rows in governance.by_kind(bodies, governance.SEATS)]
    if seats:
        with st.expander("Organisations and offices that the document names"):
            st.markdown("\n\n".join(seats))


def draw_alliance(page: Page) -> None:
    """The alliance's timeline and lessons."""
    rows = page.store.query("alliance_lessons")
    page.draw("timeline", lambda: Figure(**alliance.timeline_parts(
        page.store.query("alliance_timeline"), page.mode, phone=page.phone)))
    page.draw("lessons", lambda: Figure(**alliance.lessons_parts(rows)))
    page.still("lessons-link", lambda: st.markdown(alliance.lessons_link(
        rows, page.link(STRATEGY, document="003"))))


def draw_tiers(page: Page) -> None:
    """Money, staff, waits and activity by tier."""
    rows = page.store.query("tier_figures")
    left, right = columns(1, 1)
    with left:
        page.draw("tier-money", lambda: Figure(**tiers.money_parts(rows, page.mode)))
    with right:
        page.draw("tier-staff", lambda: Figure(**tiers.staff_parts(rows, page.mode)))
        page.draw("tier-waits", lambda: Figure(**tiers.wait_parts(rows, page.mode)))
    page.draw("tier-activity", lambda: Figure(**tiers.activity_parts(rows)))


def draw_region(page: Page) -> None:
    """The regional plan's figures: costs, then a table a subject, then the rest."""
    rows = page.keep("region", lambda: regional.told(page.store.query("regional_figures")))
    page.still("region-finding", lambda: st.header(regional.finding(rows), anchor="region"))
    page.draw("region-costs", lambda: Figure(**regional.cost_parts(rows, page.mode)))
    for card in regional.CARDS:
        page.draw(f"region-{card}", partial(lambda card: Figure(**regional.group_parts(card, rows)), card))
    page.draw("region-elsewhere", lambda: Figure(**regional.elsewhere_parts(rows)))
