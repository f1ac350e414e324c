"""Who gets help, and how long do they wait? Access, recovery, detention, waits and staff."""

from collections.abc import Sequence

import streamlit as st

from dashboard import care, care_eating, care_groups, care_staff, care_waits
from dashboard.figure import Figure
from dashboard.frame import AREA_LABELS, Control, Page, columns, filter_row, open_page
from dashboard.registry import load_groups, load_registry
from dashboard.scales import Mode
from dashboard.store import Store

INTERVALS = {"off": "Hide", "on": "Show"}
REACH = ("These choices act on the two figures below. The other figures on this page are published for everyone "
         "together, not by group.")


def for_everyone(store: Store, mode: Mode) -> dict[str, Figure]:
    """The figures that no choice changes, by id."""
    query, waited = store.query, load_registry()["cyp_second_contact_wait"]
    series = {code: query("care_series", indicator=code) for code in care_waits.EATING_DISORDERS}
    made = (care.access(query("care_access"), mode),
            care_waits.second_contact(query("care_series", indicator=waited.id), query("care_still_waiting"), waited,
                                      mode),
            care_waits.standards(query("promises"), mode),
            care_eating.eating_disorder_waits(series, mode),
            care_eating.demand(query("care_eating_disorders"), mode),
            care_staff.staff(query("care_staff"), mode),
            care_staff.turnover(query("care_turnover"), mode))
    return {parts["id"]: Figure(**parts) for parts in made}


def by_group(store: Store, mode: Mode, dimension: str, choice: str, intervals: bool) -> list[Figure]:
    """Recovery and detention by group of people."""
    registry = load_registry()
    recovered, finished, detained = (store.query("care_groups", indicator=indicator, dimension=dimension)
                                     for indicator in ("tt_recovery", "tt_finished", "detentions"))
    everyone, courses = (store.query("care_groups", indicator=indicator, dimension="all")
                         for indicator in ("detentions", "tt_finished"))
    return [
        Figure(**care_groups.recovery(recovered, finished, courses["value"].iloc[0], registry["tt_recovery"], dimension,
                                      choice, mode, intervals)),
        Figure(**care_groups.detentions(detained, everyone, registry["detentions"], dimension, choice, mode,
                                        intervals)),
    ]


def draw_pair(page: Page, figures: Sequence[Figure], left: int = 1, right: int = 1) -> None:
    """Two cards side by side on a wide screen."""
    for column, figure in zip(columns(left, right), figures, strict=True):
        with column:
            page.show(figure)


def everyone(page: Page) -> dict[str, Figure]:
    """The figures that no choice changes, made once for each version of the data."""
    return page.keep("everyone", lambda: for_everyone(page.store, page.mode), of="no choice")


def draw_reach(page: Page) -> None:
    """What is published for which area, and whether children and young people are reached."""
    figures = everyone(page)
    st.markdown(care.where_published(page.filters, AREA_LABELS))
    st.header("Are children and young people reached?", anchor="reach")
    draw_pair(page, (figures["access"], figures["second-contact"]), 3, 2)
    st.header("Does help work for everyone, and who is detained?", anchor="groups")


def draw_by_group(page: Page) -> None:
    """The choices that act on the figures by group, these figures, and all below them."""
    dimension = page.filters.dimension if page.filters.dimension in care.DIMENSIONS else next(iter(care.DIMENSIONS))
    with filter_row(page):
        page.switch("dimension", "Compare people by", care.DIMENSIONS)
        page.ask(Control("ethnic_group", "Mark an ethnic group", {"all": "None"} | {
            code: group.label for code, group in load_groups()["ethnic_group"].items()}, width=330))
        page.switch("intervals", "Margins of error", INTERVALS)
    page.body("by group", lambda: draw_rest(page, dimension))


def draw_rest(page: Page, dimension: str) -> None:
    """The figures by group, the waits and the staff."""
    figures = everyone(page)
    st.markdown(f"{REACH}\n\n{care.choice_notice(page.filters, dimension)}".strip())
    draw_pair(page, page.keep("by group", lambda: by_group(
        page.store, page.mode, dimension, care.chosen_group(page.filters, dimension), page.filters.intervals == "on")))
    st.header("Are waits within the national standards?", anchor="waits")
    page.show(figures["standards"])
    draw_pair(page, (figures["eating-disorder-waits"], figures["eating-disorder-demand"]))
    st.header("Is the workforce growing as planned?", anchor="workforce")
    draw_pair(page, (figures["staff"], figures["turnover"]))


with open_page("pages/access_and_care.py", "Who gets help, and how long do they wait?") as page:
    page.body("reach", lambda: draw_reach(page))
    draw_by_group(page)
