"""At a glance: where inequality is greatest, whether promises are kept, what is new and what cannot be known yet."""

import streamlit as st

from dashboard import charts, glance, strategy, strategy_words, targets, thumbnails, views
from dashboard.figure import Figure
from dashboard.filters import Filters, resolve
from dashboard.frame import AREA_LABELS, Control, Page, columns, open_page
from dashboard.registry import load_registry
from dashboard.text import plain
from pages.sections.first_page import draw_help, draw_news

CARDS = 4
MAP_INDICATOR = "imd"
SMALL = (330, 205)  # pixels of the small map
BARS = (84, 40)  # and of a gap's bars


def widest_gaps(page: Page) -> list[glance.Gap]:
    """The widest gaps: within the whole area, or where the chosen district does worst or worse than England."""
    district, names = page.filters.district, AREA_LABELS | {"E92000001": "England"}
    rows = page.store.query("gaps")
    if district != "all":
        rows = glance.worst_first(page.store.query("gaps_against_england", district=district),
                                  rows[rows["worst_code"] == district])
    return [glance.read_gap(row, names) for _, row in rows.head(CARDS).iterrows()]


def gap_entry(page: Page, gap: glance.Gap) -> str:
    """A gap as an entry of a list: number, the way to its page, sentence with its date, and the shape of the gap."""
    rows = page.store.query("gap_members", indicator=gap.indicator.id, across=gap.dimension, period=gap.period,
                            district=page.filters.district)
    way = page.way(f"**{plain(gap.indicator.label)}**", gap.page, period="latest", **gap.choices)
    groups = zip(rows["name"], rows["value"].map(gap.indicator.show), strict=True)
    bars = plain("Bars: " + ", ".join(f"{name} {shown}" for name, shown in groups))
    picture = f"![{bars}]({thumbnails.bars(rows, page.mode, gap.worst_code, *BARS)})"
    return f"**{plain(gap.number)}** {picture} {way}  \n{plain(gap.sentence)} ({plain(gap.when)})"


def map_figure(page: Page) -> Figure:
    """The neighbourhoods by deprivation, small; it leads to the map page."""
    indicator = load_registry()[MAP_INDICATOR]
    cut = resolve(page.store.query("coverage", indicator=MAP_INDICATOR).to_dict("records"), Filters())
    view = views.map_view(page.store, indicator, cut, page.filters.district, page.mode)
    title = views.map_title(view)
    alt = views.map_alt(view, title)
    picture = f"![{plain(alt)}]({thumbnails.small_map(view, *SMALL)})"
    return Figure(
        "where", title, f"Deprivation of neighbourhoods, IMD {cut.period}",
        views.map_graphic(view, "", page.filters.view == "drawing"), alt,
        view.listed, tuple(view.rows["source_id"].unique()), views.map_notes(view), view.columns, page.picture[1],
        charts.legend(view.scale, indicator, page.mode), drawing=lambda: views.map_drawing(view, ""),
        thumbnail=page.way(picture, "pages/inequality_map.py", indicator=MAP_INDICATOR))


def draw_gaps(page: Page, gaps: list[glance.Gap], place: str) -> None:
    """The widest gaps, then what is new and what is unknown."""
    with st.container(gap="xsmall", key="gaps"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="xsmall",
                          key="heading-gaps"):
            st.header(glance.gaps_title(gaps, place), anchor="gaps", width="content")
            # Gaps between districts stand among those of the whole area, whatever the district.
            st.markdown(page.way("All gaps, ranked", "pages/inequality_gaps.py", part="finder", district="all",
                                 theme="all", split="all"), width="content")
        if gaps:
            page.entries("widest-gaps", (gap_entry(page, gap) for gap in gaps))
        else:
            st.markdown(f"No share or rate held here, of the last five years, is clearly worse in {plain(place)} than "
                        "in England. *Map* shows the differences inside it.")
        draw_news(page)


def draw_promises(page: Page) -> None:
    """Every measurable standard on a line of its own, those not met first."""
    promises = glance.promises(page.store)
    st.header(glance.promises_title(promises), anchor="promises")
    lines = []
    for promise in promises:
        badge = f":{'blue' if promise.met else 'orange'}-badge[{'✓' if promise.met else '▼'} {promise.state}]"
        way = page.way(f"{plain(promise.label)}: {plain(promise.sentence)}, {promise.when}", promise.page,
                       anchor=promise.anchor, **promise.choices)
        lines.append(f"{badge} {way}")
    page.entries("promises", lines)
    own = strategy_words.own_targets(targets.read(page.store.query("strategy_targets")))
    # Counted for every area, so the chosen one does not go along.
    page.entries("own-targets", [page.way(own, "pages/strategy.py", anchor="known-targets",
                                          **strategy.cleared() | {"board": "targets"})])


def draw_glance(page: Page, gaps: list[glance.Gap], place: str) -> None:
    """The map beside the gaps, the promises, and the way to help."""
    left, right = columns(4, 7)
    with left:
        page.draw("where", lambda: map_figure(page), compact=True)
    with right:
        draw_gaps(page, gaps, place)
    draw_promises(page)
    draw_help(page, place)


with open_page("app.py", "At a glance", heading=False) as page:
    gaps = page.keep("gaps", lambda: widest_gaps(page))
    place = AREA_LABELS[page.filters.district]
    title, control = columns(11, 3)
    with title, st.container(key="headline"):
        st.title(plain(glance.headline(gaps, place)), anchor=False)
    with control:
        page.ask(Control("district", "Area", AREA_LABELS, width=300))
    page.body("glance", lambda: draw_glance(page, gaps, place))
    if gaps:
        page.offer("gaps", lambda: Figure("gaps", *glance.gap_parts(gaps, place)))
    page.offer("promises", lambda: Figure("promises", *glance.promise_parts(page.store)))
