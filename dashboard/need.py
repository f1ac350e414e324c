"""Estimated need: the national survey's share of young people with a probable mental disorder, times residents here."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard import charts_profile
from dashboard.care import month
from dashboard.profile import COVENTRY, WARWICKSHIRE
from dashboard.registry import load_registry, load_sources
from dashboard.scales import Mode
from dashboard.store import Store
from dashboard.text import join, source_line

BOTH = "E54000018"
SURVEY = "Mental Health of Children and Young People in England"
# The plan's words for whom its table of contacts counts (section 7, above table eleven).
SEEN_AGES = "aged 0 to 25"
TABLE = {"area_name": "Area", "ages": "Ages", "residents": "Residents", "prevalence": "Survey, England",
         "people": "Estimate", "sum": "The sum"}


def estimates(store: Store) -> pd.DataFrame:
    """One row an area and age band, with the arithmetic in words, and one an area for all bands together."""
    rows = store.query("need")
    bands = rows.assign(ages=rows["ages"].str.replace("-", " to "), whole=False,
                        prevalence=rows["prevalence_pct"].map("{:.1f}%".format))
    bands["sum"] = [f"{residents:,} × {share} = {people:,.0f}" for residents, share, people in zip(
        bands["residents"], bands["prevalence"], bands["people"], strict=True)]
    totals = bands.groupby(["area_code", "area_name", "area_type"], sort=False, as_index=False).agg(
        residents=("residents", "sum"), people=("people", "sum"), survey=("survey", "first"), year=("year", "first"),
        source_id=("source_id", "first"), residents_source=("residents_source", "first"),
        sum=("people", lambda parts: " + ".join(f"{part:,.0f}" for part in parts)))
    totals["sum"] = [f"{parts} = {people:,.0f}" for parts, people in zip(totals["sum"], totals["people"], strict=True)]
    totals = totals.assign(ages=f"{bands['ages'].iloc[0].split(' ')[0]} to {bands['ages'].iloc[-1].split(' ')[-1]}",
                           whole=True, prevalence="")
    kinds = ["icb", "county", "district"]
    return pd.concat([bands, totals]).assign(kind=lambda frame: frame["area_type"].map(kinds.index)).sort_values(
        ["kind", "area_name", "whole"], kind="stable").reset_index(drop=True)


def about(people: float) -> str:
    """An estimate as words, to the nearest hundred: its limits are not known, so more figures would mislead."""
    return f"about {round(people, -2):,.0f}"


def finding(rows: pd.DataFrame, area: str) -> str:
    """The estimate for the chosen area, or for both councils together."""
    row = _total(rows, area)
    return (f"{row['area_name']}: an estimated {about(row['people']).removeprefix('about ')} people aged {row['ages']} "
            "have a probable mental disorder")


def _total(rows: pd.DataFrame, area: str) -> pd.Series:
    return rows[(rows["area_code"] == (BOTH if area == "all" else area)) & rows["whole"]].iloc[0]


def method(rows: pd.DataFrame) -> tuple[str, ...]:
    """How the estimate is made, what it assumes and what it leaves out."""
    bands = rows[~rows["whole"]].drop_duplicates("ages")
    shares = join([f"{share} of those aged {ages}" for share, ages in zip(bands["prevalence"], bands["ages"],
                                                                          strict=True)])
    year, survey = rows["year"].iloc[0], rows["survey"].iloc[0]
    return (
        f"An estimate, not a count: residents on 30 June {year} times what the survey {SURVEY} {survey} (NHS England, "
        f"wave 4) found for England: {shares}. The table shows each multiplication.",
        "It takes young people here to be as likely to have a disorder as in England, so districts differ only by how "
        "many young people live there; deprivation, students and all else local are left out.",
        "The survey's limits are not in the data here, so the estimate has none, and words round it to the nearest "
        "hundred. “Probable” rests on answers to a questionnaire; it is no diagnosis.",
        "It is not split by sex, ethnic group or deprivation, and no theme or benchmark chosen above acts on it.")


def seen(store: Store) -> str:
    """What services saw, beside the estimate of the same area, as a line of Markdown with its source."""
    known = store.query("indicator_observations", indicator="cyp_access").dropna(subset=["value"])
    last = known[known["series"].str.startswith("plan")].iloc[-1]
    total = _total(estimates(store), "all")
    return (f"**Seen by services**, for {total['area_name']} as a whole, the only level published: "
            f"**{last['value']:,.0f}** {load_registry()['cyp_access'].unit} to {month(last['period_end'])}; the plan "
            f"says {SEEN_AGES}. The estimate there is {about(total['people'])} people aged {total['ages']}. The ages, "
            "the years and what is counted differ, and people are also seen without a disorder: neither is a share of "
            f"the other, so no ratio is drawn. Source: {source_line(load_sources()[last['source_id']])}")


def _own(bars: pd.DataFrame, area: str) -> list[str]:
    """The districts of an area: itself, or those of Warwickshire; none for no area or for all."""
    return [code for code in bars["area_code"] if code == area or (area == WARWICKSHIRE and code != COVENTRY)]


def parts(store: Store, area: str, second: str, mode: Mode) -> dict[str, Any]:
    """The parts of the figure: bars a district, the chosen ones in colour, and a table that shows the arithmetic."""
    rows = estimates(store)
    bars = rows[rows["whole"] & (rows["area_type"] == "district")].sort_values(
        "people", ascending=False, kind="stable").assign(shown=lambda frame: frame["people"].map(about))
    title, year, survey = finding(rows, area), rows["year"].iloc[0], rows["survey"].iloc[0]
    return {
        "id": "need", "title": title,
        "subtitle": f"Estimated number of young people with a probable mental disorder, by district · survey of "
                    f"{survey} × residents of mid-{year}",
        "graphic": charts_profile.need_bars(bars, mode, _own(bars, area), _own(bars, second)),
        "alt_text": f"{title}. Bars for {len(bars)} districts, from {bars['shown'].iloc[-1]} in "
                    f"{bars['area_name'].iloc[-1]} to {bars['shown'].iloc[0]} in {bars['area_name'].iloc[0]}. The "
                    "table shows the multiplication for each age band.",
        "data": rows.assign(people=rows["people"].map("{:,.0f}".format), residents=rows["residents"].map(
            "{:,}".format)),
        "sources": (*rows["source_id"].unique(), *rows["residents_source"].unique()),
        "notes": method(rows), "columns": TABLE}
