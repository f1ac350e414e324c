"""One opened commitment: its parts, its targets, its figure over time, and the services it belongs with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import pandas as pd

from dashboard import charts_trend, targets, trend_words, trends
from dashboard.filters import Filters
from dashboard.forecast import Forecast
from dashboard.registry import Indicator, load_registry
from dashboard.scales import Mode
from dashboard.store import Store
from dashboard.strategy import Commitment, load
from dashboard.strategy_figures import Parts
from dashboard.strategy_words import chapter
from dashboard.targets import Target

PLACE = "Coventry and Warwickshire"
# Themes that are a need of the directory of services; the others are of no one need.
NEEDS = {"crisis": "crisis", "eating_disorders": "eating_disorders", "schools": "school_support",
         "early_psychosis": "psychosis", "justice": "offending", "housing": "housing", "employment": "employment",
         "suicide_prevention": "self_harm_suicide", "perinatal": "perinatal", "physical_health": "physical_health",
         "learning_disability_autism": "learning_disability"}
MEASURE_TABLE = {"line": "Area", "period": "Period", "shown": "Value", "lower": "Lower 95%", "upper": "Upper 95%",
                 "lowest": "Lowest of the others", "highest": "Highest of the others", "peers": "Number of others",
                 "numerator": "Numerator", "denominator": "Denominator", "state": "State", "series": "Series"}


@dataclass(frozen=True)
class Held:
    """A target with what follows from its figure: groups held to it, and the forecast (None without a figure)."""

    target: Target
    groups: pd.DataFrame
    forecast: Forecast | None


@dataclass(frozen=True)
class Services:
    """Services that belong with a commitment, names by id: of the same part of its document, and for its need.

    ``money`` is what is stated of the first.
    """

    need: str
    nearby: Mapping[str, str]
    needed: Mapping[str, str]
    money: tuple[str, ...]


@dataclass(frozen=True)
class Opened:
    """Everything an opened commitment leads to."""

    commitment: Commitment
    parent: Commitment | None
    parts: tuple[Commitment, ...]
    held: tuple[Held, ...]
    services: Services


@lru_cache(maxsize=4)
def load_targets(store: Store) -> tuple[Held, ...]:
    """Every target of the record with its groups and forecast, in the order of the documents."""
    found = targets.read(store.query("strategy_targets"))
    return tuple(Held(target, targets.by_group(store, target), targets.forecast_of(store, target)) for target in found)


def first_targets(store: Store) -> dict[str, Target]:
    """The target of each commitment that a list may show beside it: the first one that a figure is held of."""
    found: dict[str, Target] = {}
    for held in load_targets(store):
        if held.target.value is not None:
            found.setdefault(held.target.commitment_id, held.target)
    return found


def opened(store: Store, record: str) -> Opened:
    """The commitment of this id with everything it leads to."""
    rows = load(store)
    commitment = next(row for row in rows if row.id == record)
    return Opened(
        commitment, next((row for row in rows if row.id == commitment.parent), None),
        tuple(row for row in rows if row.parent == record),
        tuple(held for held in load_targets(store) if held.target.commitment_id == record),
        services_of(store.query("strategy_services"), commitment))


def services_of(rows: pd.DataFrame, commitment: Commitment) -> Services:
    """The services of ``queries/strategy_services.sql`` that belong with a commitment."""
    need, here = NEEDS.get(commitment.theme, ""), rows[rows["here"]]
    near = here[(here["document"] == commitment.document)
                & here["section"].map(lambda section: _together(section, commitment))]
    needed = here[here["needs"].map(lambda needs: bool(need) and need in needs.split(";"))
                  & ~here["entry"].isin(near["entry"])].drop_duplicates("entry")
    money = [f"{name}: {stated}" for name, stated in zip(near["name"], near["money"], strict=True) if pd.notna(stated)]
    return Services(need, dict(zip(near["entry"], near["name"], strict=True)),
                    dict(zip(needed["entry"], needed["name"], strict=True)), tuple(money))


def is_service(store: Store, record: str) -> bool:
    """Whether an id is that of a service, which another page opens."""
    return record in set(store.query("strategy_services")["id"])


def _together(section: str, commitment: Commitment) -> bool:
    """Whether a service stands in the commitment's section or in the part of the document with the same name."""
    part = chapter(commitment)[1].split(": ")[-1]
    return section == commitment.section or bool(part and re.search(re.escape(part) + r"(?!\w)", section))


def indicator_of(found: Opened) -> Indicator | None:
    """The indicator of the commitment or its first target; its target is the promise, where it measures just that."""
    with_figure = next((held.target for held in found.held if held.target.indicator), None)
    code = with_figure.indicator if with_figure else found.commitment.indicator
    if not code:
        return None
    indicator = load_registry()[code]
    if with_figure is None or with_figure.verdict == targets.UNKNOWN:
        return replace(indicator, target=None)
    return replace(indicator, target=with_figure.target_value, target_label="promise")


def measure(store: Store, indicator: Indicator, mode: Mode) -> Parts:
    """The figure over time of what measures a commitment, with the number promised."""
    trend = trends.trend_of(store, indicator, Filters(indicator=indicator.id))
    title = trend_words.finding(trend)
    graphic = None
    if trend.known["period"].nunique() > 1:
        graphic = charts_trend.trend_lines(trend.rows, indicator, mode, coloured=trend.coloured, breaks=trend.breaks,
                                           break_note=indicator.break_note or trend_words.NEW_SERIES)
    return {"id": "measure", "title": title, "subtitle": trend_words.subtitle(trend, PLACE), "graphic": graphic,
            "alt_text": trend_words.alt_text(trend, title), "data": trend.rows,
            "sources": tuple(trend.known["source_id"].unique()), "notes": trend_words.notes(trend, intervals=False),
            "columns": {name: label for name, label in MEASURE_TABLE.items() if name == "shown" or (
                trend.rows[name].notna() & (trend.rows[name].astype(str) != "")).any()}}
