"""The twin of a map: its areas found by name, one read among all, and all in order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from dashboard import reader, thumbnails, views
from dashboard.frame import Page, list_height, session_value

LIST, FIND = "areas-in-order", "find-area"
ROWS_IN_VIEW = 12
LIST_WIDTHS = ({"width": 46}, {"width": 66}, {"width": 282})


def picked_in_list(page: Page, codes: Sequence[str]) -> None:
    """A row of the ranked list chooses its area."""
    rows = session_value(LIST)["selection"]["rows"]
    page.choose(area=codes[rows[0]] if rows else "")


def found_by_name(page: Page) -> None:
    """The box with the areas' names chooses one from the keyboard."""
    page.choose(area=session_value(FIND) or "")


def draw_list(page: Page, view: views.MapView) -> None:
    """The map's twin: find an area by name, read it in a sentence, see it among all, and the areas in order."""
    ranked = page.keep("ranked", lambda: views.ranked(view))
    reader.stand(FIND, page.filters.area if page.filters.area in ranked.names else None)
    st.selectbox("Choose an area by name", list(ranked.names), index=None, key=FIND, placeholder="Type a name …",
                 format_func=ranked.names.__getitem__, on_change=partial(found_by_name, page))
    page.still("chosen", lambda: draw_chosen(page, view))
    st.dataframe(ranked.table, hide_index=True, key=LIST, selection_mode="single-row",
                 height=list_height(len(ranked.codes), ROWS_IN_VIEW),
                 column_config=dict(zip(ranked.table.column_names, LIST_WIDTHS, strict=True)),
                 on_select=partial(picked_in_list, page, ranked.codes),
                 alt="Areas ranked from the highest value to the lowest; tick a row to choose its area.")


def draw_chosen(page: Page, view: views.MapView) -> None:
    """The chosen area in a sentence and among all, over the head of the list: one text, so one element to draw."""
    said = views.chosen_sentence(view, page.filters.area) or \
        "No area is chosen. Click one on the map, tick one in the list, or type its name."
    picture = thumbnails.strip(view.known, view.indicator, view.scale, page.mode, page.filters.area)
    marked = ", the chosen one marked" if page.filters.area in set(view.known["area_code"]) else ""
    st.markdown(f"{said}\n\n![Where each of {len(view.known):,} areas lies{marked}. The list below says the same.]"
                f"({picture})\n\n### Areas in order")
