"""How unequal is it, and for whom? One comparison measured in full, and every gap ranked."""

from functools import partial

import pandas as pd
import streamlit as st

from dashboard import gap_choice, gap_doubts, gap_figures, gap_finder, gap_trend, gaps
from dashboard.figure import Figure
from dashboard.frame import AREA_LABELS, Control, Page, columns, filter_row, open_page
from dashboard.registry import load_registry
from dashboard.text import plain
from pages.sections.ranked_gaps import draw_rows

DEFAULT = "detentions"
ONE_PERIOD = "**Is the gap growing?** This product holds one period on this footing, so that cannot be said."
PARTS = {"measure": "One measure", "finder": "All gaps, ranked"}
RANKS = {"ratio": "How many times as high", "points": "Percentage points (shares only)"}
SIDES = {"absolute": "In absolute terms: how far apart", "relative": "In relative terms: how many times as high"}


def whole_area(page: Page) -> str:
    """The chosen area's code, the NHS's own for all of Coventry and Warwickshire."""
    return gaps.WHOLE if page.filters.district == "all" else page.filters.district


def ask_measure(page: Page, choices: pd.DataFrame) -> gap_choice.Choice:
    """The filters of one comparison, and the comparison they ask for."""
    registry = load_registry()
    options = page.keep("options", lambda: {code: registry[code].label for code in dict.fromkeys(choices["indicator"])},
                        of="no choice")
    known = page.filters.indicator in options
    chosen = page.keep("choice", lambda: gap_choice.choose(
        choices, page.filters.indicator if known else DEFAULT, page.filters.dimension, whole_area(page),
        local=page.filters.basis == "local"))
    with filter_row(page):
        page.ask(Control("indicator", "Indicator", options, width=420, fallback=DEFAULT))
        page.ask(Control("dimension", "Compare by", {code: gaps.DIMENSIONS[code] for code in chosen.dimensions},
                         fallback=chosen.dimensions[0]))
        page.ask(Control("district", "Area", AREA_LABELS))
        if chosen.both_fifths:
            page.switch("basis", "Fifths of the neighbourhoods of", {"national": "England",
                                                                   "local": "Coventry and Warwickshire"})
    if not known and page.filters.indicator:
        st.info(f"{registry[page.filters.indicator].label} is not published by group or for several districts, so it "
                f"cannot be compared here. {registry[DEFAULT].label} is shown.")
    for note in chosen.notes:
        st.info(note)
    return chosen


def draw_summary(found: gaps.Comparison) -> None:
    """Absolute beside relative measures, and how sure."""
    for side, told in gap_figures.summary(found).items():
        with st.container(border=True, key=f"card-{side}"):
            st.subheader(SIDES[side], anchor=side)
            for number, sentence in told:
                st.markdown(f"**{plain(number)}** {plain(sentence)}")
            if not told:
                key = "gap" if side == "absolute" else "ratio"
                st.markdown(plain(str(found.measures[key])))
    with st.container(border=True, key="card-sure"):
        st.subheader("How sure are we?", anchor="sure")
        for sentence in (gap_doubts.sure(found), gap_doubts.unknown(found), gap_doubts.blank(found),
                         gap_doubts.small(found)):
            if sentence:
                st.markdown(plain(sentence))


def draw_measure(page: Page) -> None:
    """One comparison, chosen and shown."""
    chosen = ask_measure(page, page.store.query("gap_choices"))
    page.body("measure", lambda: draw_comparison(page, chosen))


def draw_comparison(page: Page, chosen: gap_choice.Choice) -> None:
    """The comparison's groups, its measures in words, its trend, and all measures in a table."""
    place = AREA_LABELS["all" if chosen.area_code == gaps.WHOLE else chosen.area_code]
    periods = page.keep("periods", lambda: gap_choice.over_periods(page.store, chosen, place))
    left, right = columns(1, 1)
    with left:
        page.draw("groups", lambda: Figure("groups", *gap_figures.groups(periods[-1], page.mode)))
    with right:
        draw_summary(periods[-1])
    over_time = page.keep("over time", lambda: gap_trend.trend(periods, page.mode))
    if over_time is None:
        st.markdown(ONE_PERIOD)
    else:
        page.draw("trend", lambda: Figure("trend", *over_time))
    page.draw("measures", lambda: Figure("measures", *gap_figures.measures(periods[-1]),
                                           folded=True))


def draw_finder(page: Page) -> None:
    """Every gap ranked, by area, kind of group and theme."""
    themes = dict.fromkeys(row.theme for row in load_registry().values())
    with filter_row(page):
        page.ask(Control("district", "Area", AREA_LABELS))
        page.ask(Control("split", "Compare by", {"all": "Every way"} | gaps.DIMENSIONS))
        page.ask(Control("theme", "Theme", {"all": "All themes"} | {theme: theme for theme in themes}))
        page.switch("rank", "Rank by", RANKS)
    asked = {name: None if value == "all" else value for name, value in (
        ("dimension", page.filters.split), ("theme", page.filters.theme))}
    rows = page.keep("ranked", lambda: gap_finder.ranked(
        page.store.query("gap_finder", area_code=whole_area(page), **asked), page.filters.rank, page.filters.split))
    if rows.empty:
        st.info("No gap can be measured with these choices. Choose every way, all themes or the whole area.")
        return
    page.body("gaps", partial(draw_rows, page, rows))


with open_page("pages/inequality_gaps.py", "How unequal is it, and for whom?") as page:
    page.switch("part", "Show", PARTS)
    (draw_finder if page.filters.part == "finder" else draw_measure)(page)
