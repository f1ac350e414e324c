"""What shall go into the report? Figures picked from any page, in order, with words of one's own, as Word or slides."""

import streamlit as st

from dashboard import reader
from dashboard.allowed import allowed
from dashboard.basket import Pick, Words, read, write
from dashboard.briefings import Ready, load_briefings
from dashboard.frame import Control, Page, filter_row, open_page
from dashboard.text import join, plain
from pages.sections.briefing_file import draw_making
from pages.sections.briefing_order import draw_order, found_titles

PATH = "pages/briefing.py"
LEAD = ("Open *Table, pictures, Word and Excel* under any figure and press *Add to a briefing*; or take a ready-made "
        "one, as it is or to change. The order is in the address, so a copied link gives a colleague the same figures; "
        "headings and notes stay with you until you close the page.")
OWN = "My own briefing"


def own_picks(page: Page) -> list[Pick]:
    """The reader's picks; what of a link cannot be read is named."""
    picks, ignored = read(reader.basket(), allowed(page.store))
    if ignored:
        st.warning(f"Left out of the briefing: {join(ignored)}.")
    return picks


def take_over(ready: Ready) -> None:
    """Make a ready-made briefing the reader's own, to change."""
    written = write(ready.picks)
    for pick, text in zip(ready.picks, written, strict=True):
        reader.write_words(text, Words(ready.headings.get(pick, ""), ready.notes.get(pick, "")))
    reader.keep_basket(written)
    st.session_state["briefing-title"] = ready.title
    reader.remember(st.session_state["filters"].set(ready=""))


def draw_ready(page: Page, ready: Ready) -> None:
    """A ready-made briefing: what is in it, and its file."""
    st.markdown(plain(ready.introduction))
    titles = found_titles(page, ready.picks)
    st.markdown("\n".join(f"{place}. {plain(title)}" for place, title in enumerate(titles.values(), 1)))
    st.button("Make it mine and change it", on_click=take_over, args=(ready,))
    draw_making(page, ready.title, ready.introduction, ready.picks, tuple(
        Words(ready.headings.get(pick, ""), ready.notes.get(pick, "")) for pick in ready.picks))


def draw_own(page: Page) -> None:
    """The reader's own briefing: title, order, words, and its file."""
    picks = own_picks(page)
    if not picks:
        st.info("No figure is picked yet. Open a figure's *Table, pictures, Word and Excel* on any page and press *Add "
                "to a briefing*, or choose a ready-made briefing above.")
        return
    st.session_state.setdefault("briefing-title", OWN)
    title = st.text_input("Title", st.session_state["briefing-title"], max_chars=200)
    st.session_state["briefing-title"] = title
    draw_order(page, picks)
    draw_making(page, title, "", tuple(picks), tuple(reader.words_of(text) for text in write(picks)))


with open_page(PATH, "What shall go into the report?", lead=LEAD) as page:
    with filter_row(page):
        own = f"{OWN} ({len(reader.basket())})" if reader.basket() else OWN
        page.ask(Control("ready", "Briefing", {"": own} | {
            name: ready.title for name, ready in load_briefings().items()}, width=460))
    if page.filters.ready:
        draw_ready(page, load_briefings()[page.filters.ready])
    else:
        draw_own(page)
