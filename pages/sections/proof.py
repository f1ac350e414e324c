"""The section of *Data and sources* that works published examples out again with the code the pages use."""

from __future__ import annotations

import streamlit as st

from dashboard import proof_words
from dashboard.frame import Page, list_height
from dashboard.inequality import ProofRow, prove
from dashboard.text import file_name, plain

ROWS_IN_VIEW, CASE = 14, (300, 120)


def draw_proof(page: Page, text: str) -> None:
    """The finding, a row a statistic, every published result, and how to check one's own figures."""
    every = page.keep("proof", prove)
    rows = proof_words.matching(every, text)
    page.still("proof", lambda: draw_rows(page, rows))
    st.download_button("Download every result in full (CSV)", lambda: proof_words.csv(rows),
                       f"{file_name('proof-of-the-arithmetic', f'data-{page.store.data_version}')}.csv", "text/csv",
                       on_click="ignore")
    page.still("proof-check", draw_check)


def draw_rows(page: Page, rows: list[ProofRow]) -> None:
    """How many published results are reproduced, by statistic, and each of them."""
    st.header(proof_words.finding(rows), anchor="proof")
    st.markdown(f"{plain(proof_words.largest(rows))} These are examples that others published with their inputs and "
                "results, worked out again by the code that draws the pages. The published limits of the slope and "
                "relative indices were simulated, so a small part of their width is allowed.")
    if rows:
        found = proof_words.by_statistic(rows)
        st.table(found.iloc[:, :-1] if page.phone else found, hide_index=True, border="horizontal")
        st.subheader("Every published result", anchor="results")
        st.dataframe(proof_words.table(rows), hide_index=True, height=list_height(len(rows), ROWS_IN_VIEW),
                     column_config={"Case": st.column_config.TextColumn(width=CASE[page.phone])},
                     alt="One row a published result: statistic, case, expected, obtained, difference, tolerance.")


def draw_check() -> None:
    """The command with a published example, so that readers can check figures of their own."""
    st.subheader("Check your own figures", anchor="check")
    st.markdown("Write your groups to a file, most deprived first if they have an order. This is a published example, "
                "`cases.csv`:")
    st.code(proof_words.example(), language=None)
    st.markdown("Then run:")
    st.code(proof_words.COMMAND, language="sh")
    st.markdown("It prints every measure that applies, and for the others the reason. Among them are those that were "
                "published for this example:")
    st.code(proof_words.example_result(), language="json")
    st.markdown(f"`{proof_words.COMMAND.split(' --')[0]} --help` lists the columns and the choices: groups without an "
                "order, rates and proportions, other confidence levels.")
