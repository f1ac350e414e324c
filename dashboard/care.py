"""Access to care as a figure, and what all figures of care share: rows in, the parts of a card out. No Streamlit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

import altair as alt
import pandas as pd

from dashboard.charts_care import Label, named_lines
from dashboard.filters import Filters
from dashboard.registry import load_groups
from dashboard.scales import Mode
from dashboard.text import MONTHS, join

PLACE = "Coventry and Warwickshire"
DIMENSIONS = {"ethnic_group": "Ethnic group", "deprivation_decile": "Deprivation tenth", "age_band": "Age",
              "sex": "Sex"}
ACCESS_SERIES = {"plan": "Local plan, by month", "dashboard_quarter": "NHS dashboard, by quarter",
                 "dashboard_year": "NHS dashboard, by year"}
TABLE_BELOW = "The table under the figure says the same."


class Parts(TypedDict):
    """What ``dashboard.figure.Figure`` is made of."""

    id: str
    title: str
    subtitle: str
    graphic: alt.LayerChart
    alt_text: str
    data: pd.DataFrame
    sources: tuple[str, ...]
    notes: tuple[str, ...]
    columns: Mapping[str, str]


def month(date: object) -> str:
    """A date as its month: "June 2022"."""
    day = pd.Timestamp(str(date))
    return f"{MONTHS[day.month - 1]} {day.year}"


def capital(text: str) -> str:
    """The text with its first letter raised and the rest as it is."""
    return text[:1].upper() + text[1:]


def where_published(filters: Filters, areas: Mapping[str, str]) -> str:
    """Which places the figures are of, and, where a district was chosen elsewhere, that it cannot act here."""
    words = ("The NHS publishes these series for Coventry and Warwickshire as a whole, not by district. The former "
             "clinical commissioning groups are not districts either: one of them held Coventry and Rugby together.")
    if filters.district == "all":
        return words
    return (f"**Your choice of area, {areas[filters.district]}, cannot act on this page:** every figure is for all of "
            f"Coventry and Warwickshire. {words}")


def chosen_group(filters: Filters, dimension: str) -> str:
    """The group to mark: the chosen ethnic group where the figures are by ethnic group, else none ("all")."""
    return filters.ethnic_group if dimension == "ethnic_group" else "all"


def choice_notice(filters: Filters, dimension: str) -> str:
    """What to say on the spot where the chosen ethnic group cannot act, or ""."""
    if filters.ethnic_group == "all" or dimension == "ethnic_group":
        return ""
    group = load_groups()["ethnic_group"][filters.ethnic_group].label
    return (f"**Your choice of ethnic group, {group}, cannot act here:** the NHS does not publish these by ethnic "
            f"group and {DIMENSIONS[dimension].lower()} together, so the figures are of people of every ethnic group.")


def access(rows: pd.DataFrame, mode: Mode) -> Parts:
    """Children and young people seen in twelve months, plan and dashboard apart, against the number expected."""
    rows = rows.assign(shown=rows["people"].map("{:,.0f}".format))
    plan = rows[rows["series"] == "plan"]
    last, first = plan.iloc[-1], plan.iloc[0]
    expected = float(last["expected"])
    title = (f"{last['shown']} children and young people seen in the year to {month(last['period_end'])}, "
             f"{last['people'] / expected:.0%} of the {expected:,.0f} expected")
    span = f"{month(rows['period_end'].min())} to {month(rows['period_end'].max())}"
    return Parts(
        id="access", title=title, graphic=_access_chart(rows, mode),
        subtitle=f"Children and young people with at least one contact in twelve months · {PLACE} · each point counts "
                 f"the twelve months up to it, {span}",
        alt_text=f"{title}. In the local plan it was {first['shown']} in the year to {month(first['period_end'])}. The "
                 f"NHS dashboard is drawn apart. {TABLE_BELOW}",
        data=rows.assign(source=rows["series"].map(ACCESS_SERIES), promised=[
            "" if pd.isna(number) else f"{number:,.0f}" for number in rows["expected"]]),
        sources=tuple(rows["source_id"].unique()),
        notes=("Each figure covers twelve months, so they overlap and must not be added.", _disagreement(rows),
               "The change of definition: the plan went from counting two contacts to counting one, and gives no date "
               "for it. Its counts of two contacts are a picture without numbers, and the target it says was met the "
               "year before was counted on those, so neither can stand beside this line.",
               "The number expected is the plan’s, printed as “around” and for ages 0 to 25."),
        columns={"source": "Series", "period": "Period", "shown": "Children and young people", "promised": "Expected"})


def _access_chart(rows: pd.DataFrame, mode: Mode) -> alt.LayerChart:
    frame = rows.assign(line=rows["series"].map(ACCESS_SERIES), joined=rows["series"] != "dashboard_year",
                        ink=(rows["series"] != "plan").astype(int), value=rows["people"])
    plan, quarters, years = (frame[frame["series"] == name] for name in ACCESS_SERIES)
    last, low = plan.iloc[-1], quarters.iloc[-2:].iloc[0]
    labels = [Label(last["period_end"], last["value"], f"Local plan: {last['shown']}", 0, "right", 0, -14),
              Label(last["period_end"], low["value"], "NHS, quarterly", 1, "right", 0, 20),
              Label(years["period_end"].iloc[0], years["value"].iloc[0], "NHS, yearly", 1, "left", 0, -14)]
    marches = [day for day in frame["period_end"] if day.month == quarters["period_end"].iloc[-1].month]
    expected = float(plan["expected"].iloc[-1])
    return named_lines(frame, labels, mode, unit="People seen in twelve months", ticks=marches,
                       level=(expected, f"Expected by the plan: {expected:,.0f}"),
                       start=(plan["period_end"].iloc[0], ("The plan’s table of", "one contact starts")))


def end_labels(rows: pd.DataFrame, names: Mapping[str, str]) -> list[Label]:
    """Labels for two lines, at their ends: the short name and the last figure; the higher line's stands higher."""
    ends = rows[rows["period_end"] == rows["period_end"].max()].sort_values("value", ascending=False)
    return [Label(row["period_end"], row["value"], f"{names[row['line']]} {row['shown']}", row["ink"], "left", 8, dy)
            for (_, row), dy in zip(ends.iterrows(), (-6, 8), strict=False)]


def _disagreement(rows: pd.DataFrame) -> str:
    """Where plan and dashboard speak of the same twelve months and differ, and where they agree."""
    plan, dashboard = (rows[rows["series"] == name] for name in ("plan", "dashboard_quarter"))
    both = plan.merge(dashboard, on="period_end", suffixes=("_plan", "_dashboard"))
    same = both["people_plan"] == both["people_dashboard"]
    differ = [f"{month(row.period_end)} ({row.shown_plan} in the plan, {row.shown_dashboard} in the dashboard)"
              for row in both[~same].itertuples()]
    agree = [month(date) for date in both.loc[same, "period_end"]]
    if not differ:
        return "Plan and dashboard agree wherever they speak of the same months."
    return (f"The two sources differ for {join(differ)}, because the plan used later data"
            + (f"; they agree for {join(agree)}." if agree else "."))
