"""What readers ask: every query of the pages, once for each choice that its answer depends on.

The store keeps results, so this is what it has to work out when nothing is kept yet: each question once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

from dashboard.care_waits import EATING_DISORDERS
from dashboard.choices import AREA_LABELS, DOCUMENTS, PLACES
from dashboard.filters import Filters, resolve
from dashboard.registry import load_groups, load_registry
from dashboard.store import QUERIES, Store, statement

Question = tuple[str, dict[str, Any]]
BUILD_ONLY = {"observations_of_layer"}  # asked when map outlines are written, never by a page
UPPER = ("E08000026", "E10000031")
PARTS = tuple(place for place in PLACES if place != "all")
# The values that a reader can choose, by the name of the parameter.
CHOICES: dict[str, tuple[Any, ...]] = {
    "area": tuple(AREA_LABELS), "district": tuple(AREA_LABELS),
    "area_code": (*(code for code in AREA_LABELS if code != "all"), "E54000018"),
    "area_type": ("lsoa21", "msoa21", "ward25", "district", "place"), "basis": ("national", "local"),
    "prices": ("cash", "real"), "per": ("total", "child"), "joint": ("apart", "allocated"), "split": ("all", "sex"),
    "document": ("all", *DOCUMENTS), "ethnic_group": ("all", *load_groups()["ethnic_group"]),
    "places": (*((place,) for place in PARTS), PARTS, PARTS[1:]), "areas": (*((code,) for code in UPPER), UPPER),
    "period": ("2025", "2024/25", "2021"), "indicator": tuple(load_registry())}
MONEY_AREAS = ("all", *UPPER)
LARGE = ("icb", "peer_icb", "nhs_region", "country")


def questions(store: Store) -> list[Question]:
    """Every question of the pages, in no order that favours any."""
    asked = [*_plain(), *_of_indicators(store), *_of_gaps(store)]
    names = {path.stem for path in QUERIES.glob("*.sql")}
    left_out = names - BUILD_ONLY - {name for name, _ in asked}
    if left_out:
        raise ValueError(f"say in {__name__} with which choices readers ask {sorted(left_out)}")
    return list({(name, tuple(sorted(params.items()))): (name, params) for name, params in asked}.values())


def _plain() -> Iterator[Question]:
    """Queries that depend on nothing, or on choices that go with all others."""
    own = {"map_values", "trend", "latest_values", "care_groups", "gap_rows", "gap_members", "gap_finder",
           "strategy_points", "concentration", "care_series", *BUILD_ONLY}
    for name in sorted(path.stem for path in QUERIES.glob("*.sql")):
        if name not in own:
            params = re.findall(r"^-- param +(\w+)", statement(name), re.MULTILINE)
            options = [MONEY_AREAS if name.startswith("funding") and param == "area" else CHOICES[param]
                       for param in params]
            yield from ((name, dict(zip(params, chosen, strict=True))) for chosen in product(*options))
    groups = load_groups()
    for basis, dimension in product(CHOICES["basis"], ("all", "ethnic_group", "age_band")):
        codes = {"age_band": ["0-15"]}.get(dimension, list(groups[dimension]))
        yield from (("concentration", {"basis": basis, "dimension": dimension, "group_code": code}) for code in codes)


def _of_indicators(store: Store) -> Iterator[Question]:
    """Each indicator as the pages Map and Trends open it: its newest period, everyone, the finest kind of area."""
    for indicator in load_registry():
        cut = resolve(store.query("coverage", indicator=indicator).to_dict("records"), Filters())
        if cut:
            chosen = {"indicator": indicator, "dimension": cut.dimension, "group_code": cut.group_code}
            yield "map_values", chosen | {"area_type": cut.level, "period": cut.period}
            yield "latest_values", chosen | {"area_types": LARGE, "period": cut.period}
    for indicator in (*EATING_DISORDERS, "cyp_second_contact_wait"):
        yield "care_series", {"indicator": indicator}
    for indicator in store.query("trend_indicators")["indicator"]:
        yield "trend", {"indicator": indicator, "dimension": "all", "group_code": "all"}
    for target in store.query("strategy_targets").dropna(subset=["indicator"]).itertuples():
        yield "strategy_points", {"indicator": target.indicator, "area_code": target.indicator_area}


def _of_gaps(store: Store) -> Iterator[Question]:
    """Each comparison that the page Gaps offers, and the groups of each gap of the first page."""
    for row in store.query("gap_choices").itertuples():
        yield "gap_rows", {"indicator": row.indicator, "dimension": row.dimension, "area_code": row.area_code}
        if row.area_code == "E54000018" and row.dimension == "ethnic_group":
            yield "care_groups", {"indicator": row.indicator, "dimension": row.dimension}
    for theme in (None, *{indicator.theme for indicator in load_registry().values()}):
        for dimension in (None, "ethnic_group", "deprivation_decile", "district"):
            yield "gap_finder", {"area_code": "E54000018", "dimension": dimension, "theme": theme}
    for gap in store.query("gaps").itertuples():
        yield "gap_members", {"indicator": gap.indicator, "across": gap.dimension, "period": gap.period,
                              "district": "all"}
