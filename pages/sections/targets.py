"""Every target with a number: those with a figure as rows, and all of them as a table to take away."""

from collections.abc import Sequence

import streamlit as st

from dashboard import strategy_figures, strategy_words
from dashboard.figure import Figure
from dashboard.frame import Page
from dashboard.strategy import Commitment
from dashboard.strategy_record import Held, load_targets
from dashboard.targets import MET, SHORT, UNKNOWN
from dashboard.text import plain

PATH, GAPS = "pages/strategy.py", "pages/inequality_gaps.py"
ORDER = {SHORT: 0, MET: 1, UNKNOWN: 2}


def draw_targets(page: Page, shown: Sequence[Commitment]) -> None:
    """The targets of the commitments shown: met or not, for whom not, and the complete table."""
    wanted = {row.id for row in shown}
    found = page.keep("targets", lambda: [held for held in load_targets(page.store)
                                          if held.target.commitment_id in wanted])
    if not found:
        st.info("None of these commitments has a target with a number.")
        return
    page.still("target-rows", lambda: draw_known(page, found))
    page.draw("target-table", lambda: Figure(**strategy_figures.target_table(
        [held.target for held in found],
        {held.target.id: held.groups for held in found if not held.groups.empty},
        {held.target.id: held.forecast for held in found}, page.link)))


def draw_known(page: Page, found: Sequence[Held]) -> None:
    """The targets that a figure is held of, those fallen short first."""
    known = sorted((held for held in found if held.target.value is not None),
                   key=lambda held: ORDER[held.target.verdict])
    st.header(plain(strategy_words.targets_finding([held.target for held in found])), anchor="known-targets")
    if not known:
        st.markdown("No figure is held here of any of these targets. The table says what would measure each.")
    with st.container(key="rows-targets"):
        for held in known:
            draw_known_target(page, held)


def draw_known_target(page: Page, held: Held) -> None:
    """One target: the way to its record, its figure, and the way to whom it is not met for."""
    target = held.target
    with st.container(key=f"entry-{target.id}"):
        draw_sentences(page, held)


def draw_sentences(page: Page, held: Held) -> None:
    """What is said of one target."""
    target = held.target
    st.page_link(PATH, label=f"**{plain(target.what)}**: {plain(target.promised)}",
                 query_params=page.filters.set(record=target.commitment_id).query())
    st.markdown(f"{strategy_words.verdict_badge(target)} {plain(target.sentence)}")
    if held.forecast is not None:
        st.markdown(plain(held.forecast.words))
    if not held.groups.empty:
        st.page_link(GAPS, label=f"Not met for: {plain(strategy_figures.whom(held.groups))}",
                     query_params=page.filters.set(indicator=target.indicator, record="", dimension=str(
                         held.groups["dimension"].iloc[0])).query())
