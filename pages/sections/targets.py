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

GAPS = "pages/inequality_gaps.py"
ORDER = {SHORT: 0, MET: 1, UNKNOWN: 2}


def draw_targets(page: Page, shown: Sequence[Commitment]) -> None:
    """The targets of the commitments shown: met or not, for whom not, and the complete table."""
    wanted = {row.id for row in shown}
    found = page.keep("targets", lambda: [held for held in load_targets(page.store)
                                          if held.target.commitment_id in wanted])
    if not found:
        st.info("None of these commitments has a target with a number.")
        return
    draw_known(page, found)
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
    page.entries("list-targets", (known_target(page, held) for held in known))


def known_target(page: Page, held: Held) -> str:
    """One target as an entry of a list: the way to its record, its figure, and the way to whom it is not met for."""
    target = held.target
    way = page.way(f"**{plain(target.what)}**: {plain(target.promised)}", anchor="promise", record=target.commitment_id)
    said = [way, f"{strategy_words.verdict_badge(target)} {plain(target.sentence)}"]
    if held.forecast is not None:
        said.append(plain(held.forecast.words))
    if not held.groups.empty:
        said.append(page.way(f"Not met for: {plain(strategy_figures.whom(held.groups))}", GAPS, record="",
                             indicator=target.indicator, dimension=str(held.groups["dimension"].iloc[0])))
    return "  \n".join(said)
