"""The figures of a briefing in order: move them, take them out, head them, note them."""

from collections.abc import Sequence

import streamlit as st

from dashboard import reader
from dashboard.basket import Pick, Words, missing, write
from dashboard.choices import PAGES
from dashboard.export.briefing import LONGEST_HEADING, LONGEST_NOTE
from dashboard.frame import Page
from dashboard.gather import gather
from dashboard.store import DataError
from dashboard.text import plain

CHOSEN = "briefing-chosen"


def found_titles(page: Page, picks: Sequence[Pick]) -> dict[Pick, str]:
    """Each pick with the page it is from and its finding, or why there is none."""
    with st.spinner("Looking the figures up …"):
        return {pick: page.keep(f"title of {text}", lambda pick=pick: _title(page, pick))
                for pick, text in zip(picks, write(picks), strict=True)}


def _title(page: Page, pick: Pick) -> str:
    try:
        found = gather(pick.path, pick.filters, page.store)
    except DataError as error:
        return f"{PAGES[pick.path]}: {error}"
    if pick.figure not in found.figures:
        return missing(pick, found.figures, found.choices)
    figure = found.figures[pick.figure]
    return f"{PAGES[pick.path]}: {figure.title} ({figure.subtitle})"


def move(text: str, places: int) -> None:
    """Move a pick of the basket towards the end (or, below zero, towards the beginning)."""
    basket = list(reader.basket())
    place = basket.index(text)
    basket.insert(max(0, place + places), basket.pop(place))
    reader.keep_basket(basket)


def take_out(text: str) -> None:
    """Take a pick out of the basket."""
    reader.keep_basket([other for other in reader.basket() if other != text])
    st.session_state.pop(CHOSEN, None)


def describe(text: str) -> None:
    """Keep the words written for a pick."""
    reader.write_words(text, Words(st.session_state[f"heading-{text}"], st.session_state[f"note-{text}"]))


def draw_order(page: Page, picks: Sequence[Pick]) -> None:
    """The list, and the tools for the figure that is chosen in it."""
    titles = dict(zip(write(picks), found_titles(page, picks).values(), strict=True))
    lines = []
    for place, (text, title) in enumerate(titles.items(), 1):
        words = reader.words_of(text)
        note = f" *(with a note of {len(words.note):,} characters)*" if words.note else ""
        lines.append(f"{place}. {f'**{plain(words.heading)}** – ' if words.heading else ''}{plain(title)}{note}")
    st.markdown("\n".join(lines))
    with st.container(border=True, key="change-one"):
        places = {text: place for place, text in enumerate(titles, 1)}
        chosen = st.selectbox("Move, take out or describe", list(titles), key=CHOSEN,
                              format_func=lambda text: f"{places[text]}. {titles[text]}")
        with st.container(horizontal=True):
            st.button("Earlier", on_click=move, args=(chosen, -1), disabled=places[chosen] == 1)
            st.button("Later", on_click=move, args=(chosen, 1), disabled=places[chosen] == len(titles))
            st.button("Take out", on_click=take_out, args=(chosen,))
            st.button("Take all out", on_click=reader.keep_basket, args=((),))
        words = reader.words_of(chosen)
        st.text_input("Heading over it", words.heading, key=f"heading-{chosen}", max_chars=LONGEST_HEADING,
                      on_change=describe, args=(chosen,))
        st.text_area("Note under it", words.note, key=f"note-{chosen}", max_chars=LONGEST_NOTE, height=110,
                     on_change=describe, args=(chosen,))
