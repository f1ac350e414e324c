"""One indicator over time: which areas, groups and series answer the reader's choices."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from dashboard.change import Change, changes
from dashboard.filters import Filters
from dashboard.registry import Indicator, load_groups
from dashboard.store import Store
from dashboard.text import status_words

COVENTRY, WARWICKSHIRE, PEERS = "E08000026", "E10000031", "peers"
LEVELS = ("district", "county", "icb", "region", "country", "nhs_region")
COLOURS = 4  # lines in colour, at most
MANY = 3  # from so many areas on, the finding is about all of them together


@dataclass(frozen=True)
class Trend:
    """The rows of a trend and how to draw them.

    ``rows`` has one row a mark, with its ``line``; ``focus`` are the lines that the finding is about, ``coloured``
    those in colour, ``breaks`` the days (ordinal) at which a series of the focus ends; ``unmet`` says which choices
    could not be met.
    """

    indicator: Indicator
    dimension: str
    group_code: str
    rows: pd.DataFrame
    focus: tuple[str, ...]
    coloured: tuple[str, ...]
    breaks: tuple[int, ...]
    unmet: tuple[str, ...]

    @cached_property
    def known(self) -> pd.DataFrame:
        """The rows with a value."""
        return self.rows[self.rows["value"].notna()]

    @cached_property
    def focus_rows(self) -> pd.DataFrame:
        """The rows with a value of the areas that the finding is about, oldest first."""
        return self.known[self.known["line"].isin(self.focus)].sort_values("period_end", kind="stable")

    @cached_property
    def changes(self) -> list[Change]:
        """What changed in each area that the finding is about."""
        return changes(self.focus_rows)

    @property
    def group_name(self) -> str:
        """The group of people the rows are about."""
        return load_groups()[self.dimension][self.group_code].label


def trend_of(store: Store, indicator: Indicator, filters: Filters) -> Trend:
    """The trend of an indicator for the reader's area and group, with the areas to compare it with."""
    coverage = store.query("coverage", indicator=indicator.id)
    dimension, group_code, unmet = _group(coverage, filters)
    rows = store.query("trend", indicator=indicator.id, dimension=dimension, group_code=group_code)
    rows = rows.assign(shown=rows["value"].map(indicator.show), state=rows["status"].map(status_words),
                       day=[end.toordinal() for end in rows["period_end"]], line=rows["area_name"])
    known = rows[rows["value"].notna()]
    codes, where = focus_areas(known, filters.district)
    beside = [] if indicator.kind == "count" else compared(known, codes, filters.district)
    drawn = rows[rows["area_code"].isin([*codes, *beside])]
    drawn = _by_series(drawn) if len(codes) == 1 and overlapping(known[known["area_code"] == codes[0]]) else drawn
    newest = drawn[drawn["area_code"].isin(codes)].sort_values("day", ascending=False, kind="stable")
    focus = tuple(newest["line"].unique())
    others = [drawn.loc[drawn["area_code"] == code, "line"].iloc[0] for code in beside]
    apart = len(codes) == len(focus)
    coloured = _coloured(drawn, focus, others, len(codes))
    return Trend(indicator, dimension, group_code, _ordered(drawn, focus), focus, coloured,
                 _breaks(drawn, codes) if apart else (), (*unmet, *where))


def published(coverage: pd.DataFrame) -> bool:
    """Whether an indicator has a figure for a district or larger area."""
    return bool((coverage["area_type"].isin(LEVELS) & (coverage["known"] > 0)).any())


def _group(coverage: pd.DataFrame, filters: Filters) -> tuple[str, str, tuple[str, ...]]:
    """The group of people to show, and what to say of a choice that cannot be met."""
    held = coverage[coverage["area_type"].isin(LEVELS) & (coverage["known"] > 0)]
    groups = set(zip(held["dimension"], held["group_code"], strict=True))
    chosen: tuple[str, str] | None = None
    notes = []
    for field, words in (("ethnic_group", "ethnic group"), ("age_band", "age")):
        wanted = (field, getattr(filters, field))
        if wanted[1] == "all":
            continue
        if wanted in groups and chosen is None:
            chosen = wanted
        elif wanted in groups:
            notes.append(f"Not published by ethnic group and {words} together; {words} is left out.")
        elif any(dimension == field for dimension, _ in groups):
            notes.append(f"Not published for this {words}, so the figures are for everyone.")
        else:
            notes.append(f"Not published by {words}, so the figures are for everyone.")
    if chosen is None:
        chosen = next((group for group in (("all", "all"), ("sex", filters.sex)) if group in groups), min(groups))
    return *chosen, tuple(notes)


def focus_areas(known: pd.DataFrame, district: str) -> tuple[list[str], tuple[str, ...]]:
    """The codes of the areas the reader asked for, or the next larger ones that are published, with a note."""
    held = {kind: list(rows["area_code"].unique()) for kind, rows in known.groupby("area_type")}
    districts, county, icb = held.get("district", []), held.get("county", []), held.get("icb", [])
    upper = [code for code in (COVENTRY, WARWICKSHIRE) if code in districts + county]
    inside = [code for code in districts if district == "all" or code != COVENTRY]
    if district in districts + county:
        return [district], ()
    if district in ("all", WARWICKSHIRE) and len(inside) > 1:
        return inside, ()
    if district == "all" and upper:
        return upper, ("Published for Coventry and for Warwickshire as a whole, not by district.",)
    if WARWICKSHIRE in county and district != COVENTRY:
        return county, ("Published for Warwickshire as a whole, not for its districts.",)
    if icb:
        return icb, ("The NHS publishes this for Coventry and Warwickshire as a whole, not by district.",)
    return [known["area_code"].iloc[0]], ("Not published for this area.",)


def compared(known: pd.DataFrame, focus: Sequence[str], district: str) -> list[str]:
    """The codes of the areas to draw beside the focus, the nearest first."""
    held = dict(zip(known["area_code"], known["area_type"], strict=True))
    first = {kind: code for code, kind in held.items()}
    if held[focus[0]] == "icb":
        return [first[kind] for kind in ("nhs_region", "country", PEERS) if kind in first]
    if len(focus) >= MANY:
        wanted = next((kind for kind in ("country", "region", "icb") if kind in first), None)
        return [first[wanted]] if wanted else []
    own = [first["county"]] if "county" in first and COVENTRY not in focus and WARWICKSHIRE not in focus else []
    wider = [first[kind] for kind in ("region", "country") if kind in first]
    if not wider and "icb" in first:
        wider = [first["icb"]]
    rest = [code for code, kind in held.items() if kind == "district" and code != COVENTRY]
    return [*own, *wider, *(rest if district == WARWICKSHIRE and len(rest) > 1 else [])]


def overlapping(rows: pd.DataFrame) -> bool:
    """Whether two series of one area cover the same time, so that they are drawn as lines of their own."""
    spans = sorted((part["day"].min(), part["day"].max()) for _, part in rows.groupby("series"))
    return any(later[0] <= earlier[1] for earlier, later in itertools.pairwise(spans))


def _by_series(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(line=rows["series"].str[:1].str.upper() + rows["series"].str[1:])


def _ordered(rows: pd.DataFrame, focus: Sequence[str]) -> pd.DataFrame:
    """The focus first, line by line, the newest period first."""
    lines = [*focus, *(line for line in rows["line"].unique() if line not in focus)]
    return rows.assign(order=rows["line"].map(lines.index)).sort_values(
        ["order", "period_end"], ascending=[True, False], kind="stable").drop(columns="order").reset_index(drop=True)


def _coloured(rows: pd.DataFrame, focus: Sequence[str], others: Sequence[str], areas: int) -> tuple[str, ...]:
    """At most four lines in colour: the chosen ones and those beside them; of many, those that changed and the ends."""
    if areas < MANY:
        plain = [line for line in others if rows.loc[rows["line"] == line, "area_type"].iloc[0] not in
                 (PEERS, "district")]
        return (*focus, *plain)[:COLOURS]
    known = rows[rows["value"].notna() & rows["line"].isin(focus)].sort_values("period_end", kind="stable")
    last = known.groupby("line").tail(1).sort_values("value", kind="stable")
    moved = [change.name for change in changes(known) if change.clear]
    own = list(dict.fromkeys([*moved, last["line"].iloc[-1], last["line"].iloc[0]]))
    return (*own[:COLOURS - len(others)], *others)


def _breaks(rows: pd.DataFrame, codes: Sequence[str]) -> tuple[int, ...]:
    """The days halfway between the last point of a series and the first of the next, over the areas asked for."""
    own = rows[rows["area_code"].isin(codes) & rows["value"].notna()].sort_values(["area_code", "day"], kind="stable")
    areas, series, days = own["area_code"].to_list(), own["series"].to_list(), own["day"].to_list()
    return tuple(sorted({(days[at - 1] + days[at]) // 2 for at in range(1, len(days))
                         if areas[at] == areas[at - 1] and series[at] != series[at - 1]}))


def latest_of(store: Store, trend: Trend) -> pd.DataFrame:
    """The latest value of the focus's kind of area and of the larger ones, highest first.

    Empty for a number of people published only for the ICB: areas of different size are not ranked by it.
    """
    last = trend.focus_rows.iloc[-1]
    if last["area_type"] == "icb" and trend.indicator.kind == "count":
        return pd.DataFrame()
    if trend.indicator.kind == "count":
        kinds: tuple[str, ...] = ("district",)
    else:
        kinds = ("icb", "peer_icb", "nhs_region", "country") if last["area_type"] == "icb" else \
            ("district", "county", "region", "country", *(["icb"] if "icb" in set(trend.rows["area_type"]) else []))
    rows = store.query("latest_values", indicator=trend.indicator.id, period=last["period"], area_types=kinds,
                       dimension=trend.dimension, group_code=trend.group_code)
    return rows.assign(shown=rows["value"].map(trend.indicator.show), state=rows["status"].map(status_words),
                       period=last["period"], period_end=last["period_end"])
