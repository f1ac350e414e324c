"""Where nothing is listed: services counted by age, area and tier, so that what the documents leave empty shows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from dashboard.charts_services import GRID_ALT, grid
from dashboard.choices import AREA_LABELS
from dashboard.filters import Filters
from dashboard.scales import Mode
from dashboard.service_counts import chosen
from dashboard.service_finder import CITY, COUNTY, DISTRICTS, NOT_STATED, reaches, takes
from dashboard.service_words import place, years
from dashboard.services import Directory, Service
from dashboard.text import join
from dashboard.vocabulary import load_words

# Youngest and oldest of each age band; they break where services here begin and end (school, 16, 18, 25).
BANDS = ((0, 4), (5, 10), (11, 15), (16, 17), (18, 18), (19, 25), (26, 64), (65, 100))
SILENT = "no age stated"
TIERS = ("1", "2", "3", "4")
NO_TIER = "Tier not stated"


@dataclass(frozen=True)
class Grid:
    """The grid as a figure card takes it: finding, measure, chart, alternative text, table, notes, its columns."""

    title: str
    subtitle: str
    graphic: alt.TopLevelMixin
    alt_text: str
    table: pd.DataFrame
    sources: tuple[str, ...]
    notes: tuple[str, ...]


def band(limits: tuple[int, int]) -> str:
    """An age band in words: "0–4", "18", "65+"."""
    youngest, oldest = limits
    if oldest == BANDS[-1][1]:
        return f"{youngest}+"
    return str(youngest) if youngest == oldest else f"{youngest}–{oldest}"


def count(services: Collection[Service], areas: Sequence[str], tiers: Sequence[str]) -> pd.DataFrame:
    """A row a cell: tier, area, age (words), services listed, and whether the cell has an age and a tier.

    A service counts where it is in place, surely reaches the area, and takes at least one age of the band.
    """
    rows = []
    for tier in tiers:
        of_tier = [service for service in services if service.stage == "in_place" and (
            not service.every("tiers") if tier == NOT_STATED else tier in service.every("tiers"))]
        for area in areas:
            here = [service for service in of_tier if reaches(service, area) == "yes"]
            for limits in (*BANDS, None):
                inside = [service for service in here if _takes_some(service, limits)]
                rows.append((tier, area, SILENT if limits is None else band(limits), len(inside),
                             tier != NOT_STATED and limits is not None))
    return pd.DataFrame(rows, columns=["tier", "area", "age", "services", "whole"])


def _takes_some(service: Service, limits: tuple[int, int] | None) -> bool:
    if limits is None:
        return not service.states_ages
    return any(takes(service, age) == "yes" for age in range(limits[0], limits[1] + 1))


def areas_of(district: str) -> tuple[str, ...]:
    """The districts that the rows of the grid stand for."""
    return {"all": (CITY, *DISTRICTS), COUNTY: DISTRICTS}.get(district, (district,))


def draw(services: Collection[Service], directory: Directory, filters: Filters, mode: Mode, *,
         narrow: bool = False) -> Grid:
    """The grid of all services that answer the filters; age and area choose what is marked and which rows there are.

    Those of ``services`` that are not in place, or may not reach an area, are counted nowhere.
    """
    tiers = (filters.tier,) if filters.tier != "all" else (*TIERS, NOT_STATED)
    areas = areas_of(filters.district)
    cells = count(services, areas, tiers).assign(
        area_name=lambda rows: rows["area"].map(AREA_LABELS), tier_name=lambda rows: rows["tier"].map(tier_words))
    age = next((band(limits) for limits in BANDS if filters.age and limits[0] <= int(filters.age) <= limits[1]), "")
    whole = cells[cells["whole"]]
    empty = int((whole["services"] == 0).sum())
    title = _finding(whole, empty, filters, silent=bool(cells.loc[~cells["whole"], "services"].sum()))
    told = chosen(filters, directory)
    subtitle = (f"Services in place, by age, area and tier, as named in documents of {years(services)} · "
                f"{place(filters.district)}{' · ' + '; '.join(told) if told else ''} · nothing listed does not mean "
                "that no service exists")
    alt_text = GRID_ALT.format(title=title, empty=empty, cells=len(whole),
                               most=int(cells["services"].max()) if len(cells) else 0)
    return Grid(title, subtitle, grid(cells, mode, chosen=age, narrow=narrow), alt_text, _table(cells),
                tuple(dict.fromkeys(service.source_id for service in services)), _notes())


def tier_words(tier: str) -> str:
    """A tier as the head of its rows."""
    return load_words()["tier"].get(tier, NO_TIER)


def _finding(whole: pd.DataFrame, empty: int, filters: Filters, *, silent: bool) -> str:
    """Which ages have nothing with a tier anywhere, or how many cells are empty."""
    if whole.empty:
        return f"Services that state no tier, by age and area, in {place(filters.district)}"
    counted = whole.groupby("age", sort=False)["services"].sum()
    if not counted.sum() and not silent:
        return f"No service in place is listed for this choice in {place(filters.district)}"
    none = [str(age) for age, services in counted.items() if services == 0]
    if none and len(none) < len(counted):
        # The last bands read as one: "from age 19".
        last = list(counted.index[-len(none):]) == none
        youngest = next(limits[0] for limits in BANDS if band(limits) == none[0])
        ages = f"from age {youngest}" if last else f"at ages {join(none)}"
        what = f"in tier {filters.tier}" if filters.tier in TIERS else "with a tier"
        return f"Nothing {what} is listed {ages} in {place(filters.district)}"
    if len(none) == len(counted):
        return f"None of the services found for {place(filters.district)} states both an age and a tier"
    return f"Nothing is listed in {empty} of {len(whole)} combinations of age, area and tier"


def _table(cells: pd.DataFrame) -> pd.DataFrame:
    """A row a tier and area, a column an age: the grid to read."""
    wide = cells.pivot(index=["tier", "area"], columns="age", values="services")
    order = cells[["tier", "area", "tier_name", "area_name"]].drop_duplicates()
    ages = list(dict.fromkeys(cells["age"]))
    rows = order.merge(wide[ages].reset_index(), on=["tier", "area"])
    short = rows["tier_name"].str.split(":").str[0]
    return rows.assign(tier_name=short)[["tier_name", "area_name", *ages]].rename(
        columns={"tier_name": "Tier", "area_name": "Area", **{age: _column(age) for age in ages}})


def _column(age: str) -> str:
    return "Ages not stated" if age == SILENT else f"Aged {age}"


def _notes() -> tuple[str, ...]:
    return ("“Nothing listed” (0) means that these documents name no such service, not that none exists.",
            "A service counts in an age band if it takes at least one age of it; parts count on their own.",
            "The four-tier model is the children's: adult services here state no tier, so they stand in the last rows.",
            "Services that were only planned, or may not reach the area, are left out.")
