"""The record of promises as a list by theme, a board by standing, or a timeline."""

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard import strategy_figures, strategy_words
from dashboard.figure import Figure
from dashboard.frame import Page, columns
from dashboard.strategy import Commitment, Tally, day_of
from dashboard.strategy_record import first_targets
from dashboard.targets import Target
from dashboard.text import plain
from dashboard.vocabulary import load_words

PATH = "pages/strategy.py"
FOLDED_FROM = 80  # from so many commitments on, a list shows its themes and opens one at a time
CARDS, ABREAST = 6, 4  # commitments of a standing on the board, and standings side by side


def draw_list(page: Page, tally: Tally) -> None:
    """The commitments by theme; a long list shows the themes, each a link to its commitments."""
    themes, labels = tally.themes, load_words()["theme"]
    if tally.total >= FOLDED_FROM and len(themes) > 1:
        draw_themes(page, tally)
        return
    held = first_targets(page.store)
    for theme, part in themes.items():
        draw_group(page, labels[theme], theme, part, held)


def draw_themes(page: Page, tally: Tally) -> None:
    """Each theme with how its commitments stand, as a link to them."""
    st.header("By theme", anchor="themes")
    st.markdown("Choose a theme to read its commitments, or narrow the record with the filters.")
    page.entries("lines-themes", (theme_line(page, theme, part) for theme, part in tally.themes.items()))


def theme_line(page: Page, theme: str, part: Tally) -> str:
    """A theme as a line of a list: the way to its commitments, and how they stand."""
    label = f"**{plain(load_words()['theme'][theme])}**: {strategy_words.commitments(part.total)}"
    way = page.way(label, anchor=anchor(theme), promise_theme=theme)
    return f"{way} {plain(strategy_words.standing(part))}."


def anchor(theme: str) -> str:
    """Where a theme stands on the page."""
    return f"theme-{theme.replace('_', '-')}"


def draw_group(page: Page, title: str, key: str, part: Tally, held: Mapping[str, Target]) -> None:
    """A theme with its commitments."""
    st.header(f"{plain(title)}: {part.total}", anchor=anchor(key))
    draw_rows(page, f"theme-{key}", part.rows, held)


def draw_rows(page: Page, key: str, rows: Sequence[Commitment], held: Mapping[str, Target]) -> None:
    """Commitments as rows: the promise as a link to its record, and how it stands, who leads and when it is due."""
    page.entries(f"list-{key}", (f"{promise(page, row)}  \n{strategy_words.line(row, held.get(row.id))}"
                                 for row in rows))


def promise(page: Page, row: Commitment) -> str:
    """A commitment as the way to its record."""
    return page.way(plain(row.promise), PATH, anchor="promise", record=row.id)


def draw_board(page: Page, tally: Tally) -> None:
    """The commitments by standing, the soonest due first, as many of each as fit; the rest are a link away."""
    labels = load_words()["state"]
    states = [state for state in strategy_words.BOARD if tally.states[state]]
    for first in range(0, len(states), ABREAST):
        across = states[first:first + ABREAST]
        for column, state in zip(columns(*[1] * ABREAST), across, strict=False):
            with column, st.container(border=True, key=f"board-{state}"):
                rows = sorted((row for row in tally.rows if row.state == state), key=lambda row: row.due or "9999")
                st.header(f"{strategy_words.STATE_MARKS[state]} {plain(labels[state])}: {len(rows)}",
                          anchor=f"board-{state.replace('_', '-')}")
                lines = [f"{promise(page, row)}  \n{plain(load_words()['theme'][row.theme])} · "
                         f"{strategy_words.due_words(row)}" for row in rows[:CARDS]]
                if len(rows) > CARDS:
                    every = f"**See all {len(rows)}: {plain(labels[state]).lower()}**"
                    lines.append(page.way(every, board="list", status=state))
                page.entries(f"list-board-{state}", lines)


def draw_timeline(page: Page, tally: Tally) -> None:
    """The commitments on their due dates."""
    parts = page.keep("timeline", lambda: strategy_figures.timeline(tally, page.mode, day_of(page.store)))
    if parts is None:
        st.info("None of these commitments has a due date, so there is nothing to place in time.")
        return
    page.draw("timeline-card", lambda: Figure(**parts))
