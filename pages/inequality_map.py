"""Where is it higher and where lower? Any area-level indicator on a map, beside the ranked list of its areas."""

import streamlit as st

from dashboard import charts, views
from dashboard.boundaries import LEVELS
from dashboard.figure import Figure
from dashboard.filters import Cut, resolve
from dashboard.frame import AREA_LABELS, Control, Page, columns, filter_row, open_page, session_value
from dashboard.maps import FILL_ID
from dashboard.registry import load_groups, load_registry
from dashboard.text import plain
from pages.sections.ranked_areas import draw_list

MAP, SECOND = "map", "second-map"


def picked_on_map(key: str) -> None:
    """A click on a map chooses the area everywhere; a click on the ground chooses none."""
    selection = session_value(key)["selection"]
    found = selection.get("objects", {}).get(FILL_ID) or selection.get("pick")
    page.choose(area=found[0].get("properties", found[0]).get("code", "") if found else "")


def controls(page: Page) -> tuple[Control, ...]:
    """The filters with what each offers for the chosen indicator."""
    mapped = {code: load_registry()[code].label for code in page.store.query("mapped_indicators")["indicator"]}
    coverage = page.store.query("coverage", indicator=page.indicator.id)
    coverage = coverage[coverage["area_type"].isin(LEVELS)]
    return (
        Control("indicator", "Indicator", mapped | named(page.indicator.id), width=330),
        Control("district", "Area", AREA_LABELS),
        Control("period", "Edition or period", {"latest": "Latest"} | {
            period: period for period in reversed(list(dict.fromkeys(coverage["period"])))}, width=150),
        Control("level", "Kind of area", {"finest": "Finest published"} | {
            level: label for level, label in LEVELS.items() if level in set(coverage["area_type"])}, width=260),
        Control("ethnic_group", "Ethnic group", {"all": "All"} | {
            code: group.label for code, group in load_groups()["ethnic_group"].items() if code != "unknown"}),
        Control("compare", "Second indicator, side by side",
                {"": "None"} | mapped | (named(page.filters.compare) if page.filters.compare else {}), width=330))


def named(indicator: str) -> dict[str, str]:
    """An indicator as an option; one that a link or another page brought along stands in the box even without a map."""
    return {indicator: load_registry()[indicator].label}


def no_map(indicator: str) -> None:
    """Say where an indicator without a map is shown."""
    label = plain(load_registry()[indicator].label)
    st.info(f"{label} is published for too few areas inside Coventry and Warwickshire for a map. "
            f"{page.way('See its trend', 'pages/trends.py', indicator=indicator)}.")


def map_figure(page: Page, view: views.MapView, figure_id: str) -> Figure:
    """The map as a figure card, its legend with the chosen area's class marked."""
    filters, title, row = page.filters, views.map_title(view), view.row(page.filters.area)
    schools = page.store.query("school_points", district=filters.district) if filters.schools == "on" else None
    return Figure(
        figure_id, title, views.map_subtitle(view, AREA_LABELS[filters.district]),
        views.map_graphic(view, page.filters.area, page.filters.view == "drawing", schools, page.picture),
        views.map_alt(view, title), view.listed, tuple(view.rows["source_id"].unique()), views.map_notes(view),
        view.columns, page.picture[1], charts.legend(view.scale, view.indicator, page.mode, states=view.states,
                                                      chosen=None if row is None else row["value"]),
        drawing=lambda: views.map_drawing(view, page.filters.area, schools))


def draw_map(page: Page, view: views.MapView, figure_id: str, key: str) -> None:
    """A map that can be clicked."""
    page.draw(figure_id, lambda: map_figure(page, view, figure_id), key=f"{key}-{page.filters.view}",
              on_select=picked_on_map)


def cut_of(page: Page, indicator: str) -> Cut | None:
    """The rows of an indicator that answer the choices; None where it has no map."""
    return page.keep(f"cut of {indicator}", lambda: resolve(
        page.store.query("coverage", indicator=indicator).to_dict("records"), page.filters, tuple(LEVELS))
        if indicator in set(page.store.query("mapped_indicators")["indicator"]) else None)


with open_page("pages/inequality_map.py", "Where is it higher, and where lower?") as page:
    with filter_row(page):  # every filter acts on map, list and strip; where one can't, the figure's notes say why
        for control in page.keep("controls", lambda: controls(page), of=f"{page.indicator.id} {page.filters.compare}"):
            page.ask(control)
    cut = cut_of(page, page.indicator.id)
    if cut is None:
        no_map(page.indicator.id)
    else:
        view = page.keep("view", lambda: views.map_view(
            page.store, page.indicator, cut, page.filters.district, page.mode))
        with st.container(horizontal=True):
            page.switch("view", "Show as", {"map": "Map", "drawing": "Drawing (prints; no WebGL needed)"})
            page.switch("schools", "Schools", {"off": "Hide", "on": "Show as points"})
        second = cut_of(page, page.filters.compare) if page.filters.compare else None
        if page.filters.compare and second is None:
            no_map(page.filters.compare)
        left, right = columns(3, 2) if second is None else columns(1, 1)
        with left:
            draw_map(page, view, "map", MAP)
        with right:
            if second is not None:
                draw_map(page, views.map_view(page.store, load_registry()[page.filters.compare], second,
                                              page.filters.district, page.mode), "second-map", SECOND)
            else:
                draw_list(page, view)
        if second is not None:
            draw_list(page, view)
