"""Sections of *Data and sources* on who published the figures, and on what is not known yet."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard import catalogue, catalogue_words
from dashboard.frame import Page
from dashboard.glance import Unknown
from dashboard.registry import Source
from dashboard.text import plain

WIDE = 240


def draw_sources(page: Page, found: Mapping[str, Source]) -> None:
    """Every source found, and the lines to show when its figures are used again."""
    columns = {"Source": st.column_config.TextColumn(width=WIDE), "Address": st.column_config.LinkColumn()}
    st.dataframe(catalogue.source_table(tuple(found)), hide_index=True, column_config=columns,
                 alt="One row a source: publisher, dates, licence, address, raw file and checksum.")
    st.subheader("Lines to show when you use the figures", anchor="attribution")
    st.markdown("\n".join(f"- {plain(line)}" for line in dict.fromkeys(row.attribution for row in found.values())))


def draw_unknown(page: Page, found: Mapping[str, Unknown]) -> None:
    """What cannot be known from published figures, why, and who would know."""
    st.markdown(catalogue_words.unknowns(found.values()))
