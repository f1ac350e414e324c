"""Who gets help, and how long do they wait? Access, recovery, detention, waits and staff."""

import streamlit as st

from dashboard import care, care_eating, care_groups, care_staff, care_waits
from dashboard.figure import Figure
from dashboard.frame import AREA_LABELS, Control, Page, columns, filter_row, open_page
from dashboard.registry import load_groups, load_registry

INTERVALS = {"off": "Hide", "on": "Show"}


def draw_reach(page: Page) -> None:
    """Children and young people: how many are seen, and how long until they are seen again."""
    st.header("Are children and young people reached?", anchor="reach")
    waited = load_registry()["cyp_second_contact_wait"]
    left, right = columns(3, 2)
    with left:
        page.show(Figure(**care.access(page.store.query("care_access"), page.mode)))
    with right:
        page.show(Figure(**care_waits.second_contact(
            page.store.query("care_series", indicator=waited.id), page.store.query("care_still_waiting"), waited,
            page.mode)))


def draw_groups(page: Page, dimension: str) -> None:
    """Recovery and detention by group of people, side by side."""
    query, registry, choice = page.store.query, load_registry(), care.chosen_group(page.filters, dimension)
    intervals = page.filters.intervals == "on"
    recovered, finished, detained = (query("care_groups", indicator=indicator, dimension=dimension)
                                     for indicator in ("tt_recovery", "tt_finished", "detentions"))
    total = query("care_groups", indicator="tt_finished", dimension="all")["value"].iloc[0]
    everyone = query("care_groups", indicator="detentions", dimension="all")
    left, right = columns(1, 1)
    with left:
        page.show(Figure(**care_groups.recovery(recovered, finished, total, registry["tt_recovery"], dimension, choice,
                                                page.mode, intervals)))
    with right:
        page.show(Figure(**care_groups.detentions(detained, everyone, registry["detentions"], dimension, choice,
                                                  page.mode, intervals)))


def draw_by_group(page: Page) -> None:
    """The choices that act on the figures by group, and the figures."""
    st.header("Does help work for everyone, and who is detained?", anchor="groups")
    dimension = page.filters.dimension if page.filters.dimension in care.DIMENSIONS else next(iter(care.DIMENSIONS))
    with filter_row(page):
        page.switch("dimension", "Compare people by", care.DIMENSIONS)
        page.ask(Control("ethnic_group", "Mark an ethnic group", {"all": "None"} | {
            code: group.label for code, group in load_groups()["ethnic_group"].items()}, width=330))
        page.switch("intervals", "Margins of error", INTERVALS)
    st.markdown("These choices act on the two figures below. The other figures on this page are published for everyone "
                "together, not by group.")
    if notice := care.choice_notice(page.filters, dimension):
        st.markdown(notice)
    draw_groups(page, dimension)


def draw_waits(page: Page) -> None:
    """Waits against their national standards, and the eating disorder service behind two of them."""
    st.header("Are waits within the national standards?", anchor="waits")
    page.show(Figure(**care_waits.standards(page.store.query("promises"), page.mode)))
    left, right = columns(1, 1)
    with left:
        series = {code: page.store.query("care_series", indicator=code) for code in care_waits.EATING_DISORDERS}
        page.show(Figure(**care_eating.eating_disorder_waits(series, page.mode)))
    with right:
        page.show(Figure(**care_eating.demand(page.store.query("care_eating_disorders"), page.mode)))


def draw_staff(page: Page) -> None:
    """The staff in post against projection, and how many leave."""
    st.header("Is the workforce growing as planned?", anchor="staffing")
    left, right = columns(1, 1)
    with left:
        page.show(Figure(**care_staff.staff(page.store.query("care_staff"), page.mode)))
    with right:
        page.show(Figure(**care_staff.turnover(page.store.query("care_turnover"), page.mode)))


with open_page("pages/access_and_care.py", "Who gets help, and how long do they wait?") as page:
    st.markdown(care.where_published(page.filters, AREA_LABELS))
    draw_reach(page)
    draw_by_group(page)
    draw_waits(page)
    draw_staff(page)
