"""One opened promise: where it stands, what would show it, its figure over time and its inequality."""

import streamlit as st

from dashboard import strategy_figures, strategy_record, strategy_words
from dashboard.figure import Figure
from dashboard.frame import Page, columns
from dashboard.registry import load_registry
from dashboard.strategy_record import Held, Opened
from dashboard.text import plain
from dashboard.vocabulary import load_words
from pages.sections.belonging import draw_rest

GAPS, TRENDS = "pages/inequality_gaps.py", "pages/trends.py"


def draw_opened(page: Page) -> None:
    """Everything about the commitment of this address."""
    found = page.keep("record", lambda: strategy_record.opened(page.store, page.filters.record))
    draw_head(page, found)
    indicator = strategy_record.indicator_of(found)
    if indicator is not None:
        page.draw("measure", lambda: Figure(**strategy_record.measure(page.store, indicator, page.mode)))
    for held in found.held:
        if not held.groups.empty:
            page.draw("whom", lambda held=held: Figure(**strategy_figures.group_figure(
                held.target, held.groups, page.mode)))
    draw_rest(page, found)


def draw_head(page: Page, found: Opened) -> None:
    """The promise, where it stands and what would show it."""
    row = found.commitment
    st.markdown(page.way("← Back to the commitments", record=""))
    st.header(plain(row.promise), anchor="promise")
    st.markdown(plain(strategy_words.kind_words(row)))
    st.markdown(plain(f"{load_words()['theme'][row.theme]} · {strategy_words.people_words(row)}"))
    if found.parent is not None:
        st.markdown(page.way(f"Part of: {plain(found.parent.promise)}", record=found.parent.id))
    left, right = columns(1, 1)
    with left, st.container(border=True, key="standing"):
        draw_standing(found)
    with right, st.container(border=True, key="showing"):
        draw_showing(page, found)


def draw_standing(found: Opened) -> None:
    """Where it stands, who leads and when it is due."""
    row = found.commitment
    st.subheader("Where does it stand?", anchor="standing")
    st.markdown(strategy_words.badge(row.state))
    for sentence in (strategy_words.reported(row), f"Due: {strategy_words.due_sentence(row)}", f"Lead: {row.lead}.",
                     row.note):
        if sentence:
            st.markdown(plain(sentence))


def draw_showing(page: Page, found: Opened) -> None:
    """How anyone would know: the target with its figure, or what would measure it and who holds that."""
    row = found.commitment
    st.subheader("How would we know?", anchor="showing")
    st.markdown(f"{plain(load_words()['measurable'][row.measurable])}.")
    for held in found.held:
        draw_target(page, held, row.note)
    if not found.held and row.indicator:
        st.markdown(plain(f"No number is promised. {load_registry()[row.indicator].label} measures it here. "
                          f"{row.indicator_note}"))
        draw_links(page, row.indicator, "")
    if not found.held and row.would_measure:
        st.markdown(f"What would measure it: {plain(row.would_measure)}.")
    if not found.held and row.holder:
        st.markdown(f"Who holds that: {plain(row.holder)}.")


def draw_target(page: Page, held: Held, said: str) -> None:
    """A target beside its figure, whom it is not met for, and when it is met at the current pace; not what is said."""
    target = held.target
    st.markdown(f"**{plain(target.what)}: {plain(target.promised)}**")
    st.markdown(f"{strategy_words.verdict_badge(target)} {plain(target.sentence)}")
    if not held.groups.empty:
        st.markdown(f"Not met for: {plain(strategy_figures.whom(held.groups))}.")
    elif target.indicator and target.value is not None:
        st.markdown("It is published for everyone together only, so whether some groups fall short is not known.")
    if held.forecast is not None:
        st.markdown(plain(held.forecast.words))
    if target.note and target.note != said:
        st.markdown(plain(target.note))
    if target.indicator:
        draw_links(page, target.indicator, "" if held.groups.empty else str(held.groups["dimension"].iloc[0]))


def draw_links(page: Page, indicator: str, dimension: str) -> None:
    """The ways to an indicator over time and, where it is published by group, to its inequality."""
    label = plain(load_registry()[indicator].label)
    ways = [page.way(f"Over time: {label}", TRENDS, indicator=indicator, record="")]
    if dimension:
        ways.append(page.way(f"By group: {label}", GAPS, indicator=indicator, record="", dimension=dimension))
    page.entries(f"list-away-{indicator}", ways)
