"""The section of *Data and sources* that answers "can I filter this by district or ethnic group?"."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard import availability_tables as tables
from dashboard.availability import matrix
from dashboard.availability_rules import AREAS, GROUPS
from dashboard.availability_words import Answer, answer
from dashboard.figure import TABLE_ROWS
from dashboard.frame import Control, Page, filter_row, list_height
from dashboard.registry import Indicator
from dashboard.text import file_name, plain

PINNED, CELL = (260, 150), 116
ROWS_IN_VIEW = 20


def draw_availability(page: Page, found: Mapping[str, Indicator]) -> None:
    """The question with its answer, all there is of that figure, and the matrix of the theme."""
    theme, codes, code, group = draw_filters(page, found)
    cells = matrix(page.store)
    draw_answer(page, found[code], group)
    page.still(f"availability-figure {code}", lambda: draw_figure(page, found[code], group))
    page.still("availability-theme", lambda: draw_theme(page, theme, codes, group))
    st.download_button("Download the whole matrix, every figure (CSV)", lambda: tables.matrix_csv(cells),
                       f"{file_name('availability', f'data-{page.store.data_version}')}.csv", "text/csv",
                       on_click="ignore")
    page.still("availability-marks", lambda: draw_marks(page, codes))


def draw_filters(page: Page, found: Mapping[str, Indicator]) -> tuple[str, tuple[str, ...], str, str]:
    """The question as four choices; returns the theme, its figures, the figure asked about and the group."""
    themes = {"all": "All themes"} | {row.theme: row.theme for row in found.values()}
    theme = page.filters.theme if page.filters.theme in themes else "all"
    labels = {code: row.label for code, row in found.items() if theme in ("all", row.theme)}
    # A page that shows fifths of deprivation hands over its own word for deprivation.
    own = page.filters.dimension if page.filters.dimension.startswith("deprivation") else "deprivation_decile"
    groups = {own if code == "deprivation_decile" else code: words.capitalize()
              for code, words in GROUPS.items()}
    with filter_row(page):
        page.ask(Control("theme", "Theme", themes, width=220))
        page.ask(Control("indicator", "Can I see …", labels, width=380))
        page.ask(Control("geography", "… by area", {name: area.label for name, area in AREAS.items()}, width=240))
        page.ask(Control("dimension", "… and by group", groups, width=170))
    code = page.filters.indicator if page.filters.indicator in labels else next(iter(labels))
    group = page.filters.dimension if page.filters.dimension in groups else "all"
    return theme, tuple(labels), code, "deprivation_decile" if group == own else group


def draw_answer(page: Page, indicator: Indicator, group: str) -> None:
    """The finding, a line for each part of the question, and links to where it can be seen."""
    found = page.keep(f"availability-answer {indicator.id}", lambda: answer(
        matrix(page.store), indicator.id, page.filters.geography, group,
        set(page.store.query("mapped_indicators")["indicator"])))
    with st.container(border=True, key="answer"):
        page.still(f"availability-lines {indicator.id}", lambda: draw_lines(indicator, found))
        with st.container(horizontal=True, vertical_alignment="center", key="ways"):
            for way in found.ways:
                if way.page == page.path:
                    st.button(way.label, type="tertiary", icon=":material/arrow_forward:", key=f"way-{way.label}",
                              on_click=page.choose, kwargs=dict(way.choices))
                else:
                    st.page_link(way.page, label=plain(way.label), icon=":material/arrow_forward:", width="content",
                                 query_params=page.filters.set(**way.choices).query())


def draw_lines(indicator: Indicator, found: Answer) -> None:
    """The words of an answer."""
    st.header(f"{plain(indicator.label)}: {found.finding}", anchor="answer")
    with st.container(key="under-answer"):
        for line in found.lines:
            st.markdown(line)


def draw_figure(page: Page, indicator: Indicator, group: str) -> None:
    """All there is of one figure: kinds of area by group, with years; on a phone the chosen group beside everyone."""
    st.subheader(f"Everything there is: {plain(indicator.label)}", anchor="figure")
    groups = ("all", group) if page.phone else tuple(GROUPS)
    st.table(tables.one_indicator(matrix(page.store), indicator.id, groups), hide_index=True, border="horizontal")


def draw_theme(page: Page, theme: str, codes: tuple[str, ...], group: str) -> None:
    """How many cells of the theme hold figures, and its matrix for the chosen group."""
    held, every = tables.held_and_all(matrix(page.store), codes)
    st.header(f"{plain('All themes' if theme == 'all' else theme)}: {held:,} of {every:,} combinations of figure, area "
              "and group hold figures", anchor="theme")
    who = "everyone together" if group == "all" else f"people by {GROUPS[group]}"
    shown = f" {AREAS[page.filters.geography].asked}" if page.phone else ""
    st.markdown(f"For **{who}**{shown}; choose others above. The years are those with figures, first to last.")
    areas = (page.filters.geography,) if page.phone else tuple(AREAS)
    rows = tables.of_theme(matrix(page.store), codes, group, areas)
    if len(rows) <= TABLE_ROWS:
        st.table(rows, hide_index=True, border="horizontal")
        return
    columns = {name: st.column_config.TextColumn(width=CELL) for name in rows.columns[1:]}
    st.dataframe(rows, hide_index=True, height=list_height(len(rows), ROWS_IN_VIEW), column_config={
        rows.columns[0]: st.column_config.TextColumn(width=PINNED[page.phone], pinned=True), **columns},
        alt=f"For {who}: one row a figure, one column a kind of area; years held, or why there are none.")


def draw_marks(page: Page, codes: tuple[str, ...]) -> None:
    """What the marks mean, and how many cells of the theme have each."""
    st.subheader("What the marks mean", anchor="marks")
    st.markdown(tables.marks(matrix(page.store), codes))
