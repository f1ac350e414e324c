"""Is it getting better, and where? One indicator over time beside wider areas, and its latest value everywhere."""

import pandas as pd
import streamlit as st

from dashboard import charts_latest, charts_trend, latest_words, trend_words, trends
from dashboard.figure import Figure
from dashboard.frame import AREA_LABELS, Control, Page, columns, filter_row, open_page
from dashboard.registry import load_groups, load_registry

TABLE = {"line": "Area", "period": "Period", "shown": "Value", "lower": "Lower 95%", "upper": "Upper 95%",
         "lowest": "Lowest of the others", "highest": "Highest of the others", "peers": "Number of others",
         "numerator": "Numerator", "denominator": "Denominator", "state": "State", "series": "Series"}
LATEST_TABLE = {"area_name": "Area", "period": "Period", "shown": "Value", "lower": "Lower 95%", "upper": "Upper 95%",
                "numerator": "Numerator", "denominator": "Denominator", "state": "State", "area_code": "Code"}


def controls(page: Page) -> list[Control]:
    """The filters with what each offers for the chosen indicator."""
    coverage = page.store.query("coverage", indicator=page.indicator.id)
    coverage = coverage[coverage["area_type"].isin(trends.LEVELS)]
    offered = dict.fromkeys([page.indicator.id, *page.store.query("trend_indicators")["indicator"]])
    found = [Control("indicator", "Indicator", {code: row.label for code, row in load_registry().items()
                                                if code in offered}, width=330, fallback=page.indicator.id),
             Control("district", "Area", AREA_LABELS)]
    for field, label, everyone in (("ethnic_group", "Ethnic group", "All"), ("age_band", "Age", "All ages")):
        held = set(coverage.loc[coverage["dimension"] == field, "group_code"])
        found.append(Control(field, label, {"all": everyone if held else f"{everyone} (not published)"} | {
            code: group.label for code, group in load_groups()[field].items() if code in held}))
    return found


def in_use(columns: dict[str, str], rows: pd.DataFrame, trend: trends.Trend) -> dict[str, str]:
    """The columns of a table that hold anything; what stands beside a rank is no count above and below a line."""
    left_out = ("numerator", "denominator") if trend.indicator.kind == "rank" else ()
    return {name: label for name, label in columns.items() if name not in left_out and (
        name == "shown" or (rows[name].notna() & (rows[name].astype(str) != "")).any())}


def trend_figure(page: Page, trend: trends.Trend) -> Figure:
    """The lines over time."""
    title = trend_words.finding(trend)
    graphic = charts_trend.trend_lines(
        trend.rows, trend.indicator, page.mode, coloured=trend.coloured, breaks=trend.breaks,
        break_note=trend.indicator.break_note or trend_words.NEW_SERIES, intervals=page.filters.intervals == "on")
    return Figure(
        "trend", title, trend_words.subtitle(trend, AREA_LABELS[page.filters.district]), graphic,
        trend_words.alt_text(trend, title), trend.rows, tuple(trend.known["source_id"].unique()),
        trend_words.notes(trend, intervals=page.filters.intervals == "on"), in_use(TABLE, trend.rows, trend))


def latest_figure(page: Page, trend: trends.Trend, rows: pd.DataFrame) -> Figure:
    """The latest value of every area as ranked bars."""
    looks = charts_trend.line_looks(trend.coloured, trend.coloured, page.mode, trend.indicator.target is not None)
    title = latest_words.latest_finding(rows, trend)
    return Figure(
        "latest", title, latest_words.latest_subtitle(rows, trend),
        charts_latest.latest_bars(rows, trend.indicator, page.mode, reference="England",
                                  focus={name: str(look["colour"]) for name, look in looks.items()}),
        f"{title}. Ranked bars for {len(rows)} areas; the table under the chart has them all.", rows,
        tuple(rows["source_id"].unique()), latest_words.latest_notes(rows, trend), in_use(LATEST_TABLE, rows, trend))


def draw_body(page: Page, trend: trends.Trend) -> None:
    """The switches, and the figures as they stand."""
    one_period, limits = page.keep("kinds", lambda: (trend.known["period"].nunique() == 1,
                                                     trend.known["lower"].notna().any()))
    with st.container(horizontal=True):
        if limits:
            page.switch("intervals", "95% limits in the chart", {"off": "Hide", "on": "Show"})
        if trend.dimension == "sex":
            page.switch("sex", "Sex", {code: load_groups()["sex"][code].label for code in ("female", "male")})
    page.body("figures", lambda: draw_figures(page, trend, one_period=one_period))


def draw_figures(page: Page, trend: trends.Trend, *, one_period: bool) -> None:
    """What could not be met, and both figures; without lines where there is one period only."""
    if trend.unmet:
        st.info(" ".join(trend.unmet))
    latest = page.keep("latest-rows", lambda: trends.latest_of(page.store, trend))
    if one_period:
        st.info(f"{trend.indicator.label} has been published for one period only, so there is no trend yet.")
        if not latest.empty:
            page.draw("latest", lambda: latest_figure(page, trend, latest))
    elif latest.empty:
        page.draw("trend", lambda: trend_figure(page, trend))
        st.markdown("A number published only for Coventry and Warwickshire as a whole: areas of different size are not "
                    "ranked by it.")
    else:
        left, right = columns(3, 2)
        with left:
            page.draw("trend", lambda: trend_figure(page, trend))
        with right:
            page.draw("latest", lambda: latest_figure(page, trend, latest))


with open_page("pages/trends.py", "Is it getting better, and where?", indicator="tt_recovery") as page:
    with filter_row(page):  # every filter acts on both figures; where one can't, the page says so above them
        for control in page.keep("controls", lambda: controls(page), of=page.indicator.id):
            page.ask(control)
    if not page.keep("published", lambda: trends.published(page.store.query("coverage", indicator=page.indicator.id))):
        st.info(f"{page.indicator.label} is not published for districts or larger areas, so it has no trend here. "
                "*Map* shows it by neighbourhood or place.")
    else:
        draw_body(page, page.keep("rows", lambda: trends.trend_of(page.store, page.indicator, page.filters)))
