"""One figure at a time, in large type, for the screen in the room; embedded, the same figure on another site's page."""


import streamlit as st

from dashboard.card import present
from dashboard.choices import PAGES, STEMS
from dashboard.figure import Figure
from dashboard.frame import Page, columns, open_page
from dashboard.gather import gather

PATH = "pages/present.py"


def figures_of(page: Page) -> list[Figure]:
    """The figures of the page that is presented, maps as drawings so that they grow with the type."""
    filters = page.filters.set(of="", figure="", view="drawing")
    return page.keep("figures", lambda: list(gather(path_of(page), filters, page.store, page.mode).figures.values()))


def path_of(page: Page) -> str:
    """The page that is presented."""
    return STEMS.get(page.filters.of, "app.py")


def draw_way(page: Page, key: str, label: str, figure: Figure | None) -> None:
    """The way to the figure before or after, if there is one."""
    with st.container(key=key, width="content"):
        if figure is not None:
            st.page_link(PATH, label=label, query_params=page.filters.set(figure=figure.id).query())


def draw_ways(page: Page, shown: list[Figure], position: int) -> None:
    """Before, where we are, after, and the way back to the page."""
    with st.container(key="ways"):
        left, middle, right = columns(2, 3, 2)
    with left:
        draw_way(page, "before", "← Before", shown[position - 1] if position else None)
    with middle, st.container(horizontal=True, horizontal_alignment="center", key="leave"):
        st.markdown(f"{position + 1} of {len(shown)} on *{PAGES[path_of(page)]}*. Arrow keys turn the page.",
                    width="content")
        st.page_link(path_of(page), label="Leave (Escape)", query_params=page.filters.set(of="", figure="").query())
    with right, st.container(horizontal=True, horizontal_alignment="right"):
        draw_way(page, "after", "After →", shown[position + 1] if position + 1 < len(shown) else None)


with open_page(PATH, "On the screen", bare=True) as page:
    shown = figures_of(page)
    names = [figure.id for figure in shown]
    if page.filters.figure and page.filters.figure not in names:
        st.info(f"*{PAGES[path_of(page)]}* shows no figure of that name for these choices; its first is shown.")
    position = names.index(page.filters.figure) if page.filters.figure in names else 0
    if not shown:
        st.info(f"*{PAGES[path_of(page)]}* has no figure that can be shown alone for these choices.")
    elif st.context.is_embedded:
        present(page, shown[position], link=page.link(path_of(page), of="", figure="", dated=True))
    else:
        present(page, shown[position])
        draw_ways(page, shown, position)
