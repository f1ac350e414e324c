"""Sections of *Data and sources* that show the registers of figures and tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Sized

import streamlit as st

from dashboard import catalogue, catalogue_words
from dashboard.catalogue import Table
from dashboard.frame import Control, Page, list_height, session_value
from dashboard.registry import Indicator, load_sources
from dashboard.store import statement
from dashboard.text import file_name, plain

LIST, ROWS_IN_VIEW = "catalogue", 11
NARROW, SHORT_WORD, WIDE = (50, 62), 4, 240


def picked(page: Page, field: str, codes: Sequence[str]) -> None:
    """A ticked row opens its indicator or table."""
    rows = session_value(LIST)["selection"]["rows"]
    if rows:
        page.choose(**{field: codes[rows[0]]})


def draw_list(page: Page, rows: Sized, field: str, codes: Sequence[str], chosen: str,
              columns: Mapping[str, object]) -> None:
    """A list of which one row is open; its tick stands where the reader's choice stands."""
    st.session_state[LIST] = {"selection": {"rows": [codes.index(chosen)] if chosen in codes else [], "columns": []}}
    st.dataframe(rows, hide_index=True, key=LIST, height=list_height(len(rows), ROWS_IN_VIEW),
                 column_config=dict(columns), on_select=lambda: picked(page, field, codes), selection_mode="single-row",
                 alt=f"One row for each of {len(rows)}; tick a row to open it, or choose it by name below.")


def draw_indicators(page: Page, found: Mapping[str, Indicator]) -> None:
    """Every indicator found with its coverage, and the open one in full."""
    rows = catalogue.listing(page.store, tuple(found))
    opened = page.filters.indicator if page.filters.indicator in found else next(iter(found))
    page.still("squares", lambda: st.markdown(
        f"{catalogue.FULL} held for that kind of area or those groups; one bar for each year with a figure. "
        "Why a square is blank, and who has the figure: *What can be filtered*, above."))
    draw_list(page, rows, "indicator", tuple(found), opened,
              page.keep("columns", lambda: list_columns(rows.column_names[-1]), of=rows.column_names[-1]))
    page.ask(Control("indicator", "Open an indicator", {code: row.label for code, row in found.items()}, width=420))
    draw_indicator(page, found[opened])


def list_columns(years: str) -> dict[str, object]:
    """How the list of indicators shows its columns; ``years`` is the one with a bar a year."""
    text, squares = st.column_config.TextColumn, (*catalogue.LEVELS, *catalogue.SPLITS)
    return {"Indicator": text(width=WIDE), "From, to": text(width=84),
            years: st.column_config.BarChartColumn(y_min=0, y_max=1, width=92)} | {
        heading: text(help=f"Held for {words}", width=NARROW[len(heading) > SHORT_WORD])
        for heading, words, _ in squares}


def draw_indicator(page: Page, indicator: Indicator) -> None:
    """One indicator: what it is, what there is of it, its rows to take away, who published it, how it is made."""
    name = f"{file_name(indicator.id, f'data-{page.store.data_version}')}.csv"
    page.still(f"facts of {indicator.id}", lambda: draw_facts(page, indicator))
    st.download_button("Download all its figures (CSV)", lambda: catalogue.observations_csv(page.store, indicator),
                       name, "text/csv", on_click="ignore")
    page.still(f"method of {indicator.id}", lambda: draw_method(page, indicator))


def draw_method(page: Page, indicator: Indicator) -> None:
    """Who published an indicator, and how it is worked out."""
    st.subheader("Who published it", anchor="published")
    for source_id in page.store.query("indicator_sources", indicator=indicator.id)["source_id"]:
        facts = catalogue_words.source_facts(load_sources()[source_id])
        st.container(border=True, key=f"under-{source_id}").markdown(facts)
    st.subheader("How it is worked out", anchor="method")
    st.markdown(catalogue_words.method(indicator, lambda name: page.link(section="tables", table=name)))
    st.expander("The query, word for word (SQL)").code(statement(f"indicators/{indicator.query}"), language="sql")


def draw_facts(page: Page, indicator: Indicator) -> None:
    """What an indicator is, its abbreviations, each a link to its entry, and how many areas have a figure."""
    st.header(plain(indicator.label), anchor="indicator")
    st.markdown(catalogue_words.indicator_facts(indicator))
    if letters := page.explain(f"{indicator.label} {indicator.definition} {indicator.caveat} {indicator.unit}"):
        st.markdown(letters)
    st.subheader("What there is", anchor="coverage")
    st.markdown(f"How many areas have a figure. {catalogue.KEY}")
    grid = catalogue.grid(page.store, indicator.id)
    st.dataframe(grid, hide_index=True, height=list_height(len(grid), ROWS_IN_VIEW),
                 alt=f"{indicator.label}: areas with a figure, by kind of area, group and period.")


def draw_tables(page: Page, found: Mapping[str, Table]) -> None:
    """Every table found, and the open one with its columns and downloads."""
    draw_list(page, catalogue.table_list(page.store, tuple(found)), "table", tuple(found), page.filters.table,
              {"What it holds": st.column_config.TextColumn(width=WIDE * 2),
               "Rows": st.column_config.NumberColumn(format="localized")})
    page.ask(Control("table", "Open a table", {"": "None"} | {name: name for name in found}, width=420))
    if page.filters.table in found:
        draw_table(page, found[page.filters.table])


def draw_table(page: Page, table: Table) -> None:
    """One table: what a row is, its key, caveat, columns and downloads."""
    stem = file_name(table.name, f"data-{page.store.data_version}")
    st.header(plain(table.name), anchor="table")
    st.markdown(catalogue_words.table_facts(table, page.store.manifest["tables"][table.name]))
    with st.container(horizontal=True):
        st.download_button("Download the table (parquet)", table.path.read_bytes, f"{stem}.parquet",
                           "application/vnd.apache.parquet", on_click="ignore")
        st.download_button("Download the table (CSV)", lambda: catalogue.table_csv(table), f"{stem}.csv", "text/csv",
                           on_click="ignore")
    st.dataframe(catalogue.column_list(table.name), hide_index=True, height="content", alt=f"Columns of {table.name}")
