"""How does one district compare? Every measure against wider areas and the other districts, and estimated need."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from dashboard import need, profile_choice, profile_findings, profile_neighbourhoods, profile_words
from dashboard import profile_figures as figures
from dashboard.figure import Figure
from dashboard.frame import AREA_LABELS, Control, Page, columns, filter_row, open_page
from dashboard.profile import WARWICKSHIRE, Measure, in_theme, profile, themes
from dashboard.profile_choice import EVERY, Choice, Group
from dashboard.text import plain

PATH, TRENDS = "pages/district_profile.py", "pages/trends.py"
LEAD = "Every measure that is published for districts, in its newest figures, beside other areas."


def draw_filters(page: Page, offered: Sequence[str]) -> None:
    """Area, second area and theme act on all measures; the estimate says that no theme acts on it."""
    area = page.filters.district
    page.ask(Control("district", "Area", AREA_LABELS))
    page.ask(Control("against", "Compare with", {"": "Choose an area first"} if area == EVERY else {
        "": "No other area"} | {code: label for code, label in AREA_LABELS.items() if code not in (EVERY, area)}))
    page.ask(Control("theme", "Theme", {EVERY: "All themes"} | {theme: theme for theme in offered}))


def draw_findings(choice: Choice, measures: Sequence[Measure]) -> None:
    """The finding in large type and what belongs to it."""
    if choice.area == EVERY:
        headline, lines = profile_findings.overview(measures), (
            profile_findings.tally_words(measures), "**Choose an area above** to see its profile in full.")
    else:
        headline, lines = profile_words.headline(measures, choice.theme), tuple(map(plain, (
            *(profile_findings.pair(measures, choice.second) if choice.second else ()),
            *profile_words.findings(measures))))
    st.header(plain(headline), anchor="finding")
    st.markdown("\n".join(f"- {line}" for line in lines if line))


def draw_groups(page: Page, choice: Choice, measures: Sequence[Measure]) -> None:
    """How to read the rows, and the measures theme by theme in two columns."""
    st.markdown(profile_words.places_key(choice.benchmark) if choice.area == EVERY else profile_words.key(
        measures[0].own.name, choice.benchmark, AREA_LABELS.get(choice.second, "")))
    halves = profile_choice.halves(measures)
    for column, part in zip(columns(*[1] * len(halves)), halves, strict=True):
        with column:
            for theme, found in part:
                make, option = (figures.places_parts, choice.benchmark) if choice.area == EVERY else \
                    (figures.theme_parts, choice.second)
                page.draw(f"theme-{theme}", partial(figure, make, theme, found, option, page))
    draw_links(page, "See a measure over time", sum(halves, ()), choice.area)


def figure(make: figures.Parts, name: str, rows: object, option: str, page: Page) -> Figure:
    """A card from the parts that ``make`` returns."""
    return Figure(**make(name, rows, option, page.mode, page.link))


def draw_links(page: Page, label: str, groups: Sequence[Group], district: str) -> None:
    """Each measure's name as a link to its trend: the names in the charts are links too, but not for the keyboard."""
    def linked(measure: Measure) -> str:
        code, words = measure.indicator.id, plain(measure.indicator.label)
        return f"[{words}]({page.link(TRENDS, indicator=code, district=district)})"

    with st.expander(label):
        st.markdown("\n\n".join(f"**{plain(theme)}** · {' · '.join(map(linked, found))}" for theme, found in groups))


def draw_neighbourhoods(page: Page, choice: Choice, name: str) -> None:
    """Where the area's neighbourhoods lie among all, a card a theme."""
    rows = page.keep("strips", lambda: profile_neighbourhoods.strip_rows(
        page.store, choice.area, AREA_LABELS, choice.second))
    found = [theme for theme in dict.fromkeys(rows["theme"]) if choice.theme in (EVERY, theme)]
    if not found:
        return
    st.header("Where the neighbourhoods lie", anchor="neighbourhoods")
    for column, theme in zip(columns(*[1] * len(found)), found, strict=True):
        with column:
            page.draw(f"strips-{theme}", lambda theme=theme: Figure(**figures.strip_parts(
                theme, rows[rows["theme"] == theme], name, AREA_LABELS.get(choice.second, ""), page.mode, page.link)))


def draw_elsewhere(page: Page, choice: Choice, name: str) -> None:
    """What is not published for this area: for Warwickshire as a whole, and what else, with the reason."""
    whole = page.keep("upper", lambda: in_theme(profile_choice.published_above(page.store, choice), choice.theme))
    if whole:
        page.draw("upper-tier", lambda: Figure(**figures.upper_parts(whole, name)))
        draw_links(page, "See one of these over time", [(whole[0].own.name, whole)], WARWICKSHIRE)
    lines = profile_findings.elsewhere(page.store.query("profile_missing", area=choice.area), choice.theme)
    if lines:
        with st.expander("Measures that are not in this profile, and why"):
            st.markdown("\n\n".join(lines))


def draw_profile(page: Page, choice: Choice, measures: Sequence[Measure], name: str) -> None:
    """The measures, the neighbourhoods, what is not published for the area, and the estimated need."""
    draw_groups(page, choice, measures)
    draw_neighbourhoods(page, choice, name)
    draw_elsewhere(page, choice, name)
    st.header("Estimated need", anchor="estimated-need")
    page.draw("need", lambda: Figure(**need.parts(page.store, choice.area, choice.second, page.mode)))
    st.markdown(need.seen(page.store))


with open_page(PATH, "How does one district compare?", lead=LEAD) as page:
    offered = page.keep("themes", lambda: themes(profile(page.store, page.filters.district)))
    choice = profile_choice.choose(page.filters, offered)
    with filter_row(page):
        draw_filters(page, offered)
    for note in choice.notes:
        st.info(note)
    measures = page.keep("measures", lambda: profile_choice.shown(page.store, choice))
    name = "" if choice.area == EVERY else measures[0].own.name
    page.still("findings", lambda: draw_findings(choice, measures))
    page.switch("benchmark", "Judge against", profile_choice.benchmarks(choice.area))
    page.body("profile", lambda: draw_profile(page, choice, measures, name))
