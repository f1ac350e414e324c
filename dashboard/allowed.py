"""Which values a link may carry: what is not known is named on the page and its default stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from dashboard import glossary, strategy
from dashboard.boundaries import LEVELS
from dashboard.briefings import load_briefings
from dashboard.catalogue import load_tables
from dashboard.choices import AREA_LABELS, DOCUMENTS, PLACES, STEMS, TOGGLES
from dashboard.registry import load_groups, load_registry
from dashboard.services import load_directory
from dashboard.store import Store
from dashboard.vocabulary import load_words

OLDEST = 120  # years
RECORD = re.compile(r"(d00[0-4]_[a-z0-9_]+)?")  # ids of the record of strategies, or none
FIGURE = re.compile(r"[a-z0-9-]*")  # ids of figures; whether a page has it is seen when the page is gathered


def allowed(store: Store) -> dict[str, Callable[[str], bool]]:
    """For each field of ``Filters`` whether a value is one that the bundled data knows."""
    groups = load_groups()
    registry = load_registry()
    rules: dict[str, Callable[[str], bool]] = {
        "district": AREA_LABELS.__contains__,
        "place": PLACES.__contains__,
        "ethnic_group": lambda code: code == "all" or code in groups["ethnic_group"],
        "age_band": lambda code: code == "all" or code in groups["age_band"],
        "indicator": lambda code: code == "" or code in registry,
        "compare": lambda code: code == "" or code in registry,
        "period": lambda period: period == "latest" or not store.query("period_known", period=period).empty,
        "level": lambda level: level == "finest" or level in LEVELS,
        "area": lambda code: code == "" or not store.query("area_known", area_code=code).empty,
        "dimension": groups.__contains__,
        "split": lambda name: name == "all" or name in groups,
        "against": lambda code: code == "" or code in AREA_LABELS,
        "theme": lambda theme: theme == "all" or theme in {row.theme for row in registry.values()},
        "document": lambda code: code == "all" or code in DOCUMENTS,
        "age": lambda age: age == "" or (age.isdecimal() and str(int(age)) == age and int(age) <= OLDEST),
        "words": lambda text: text.isprintable(),
        "term": lambda term: term == "" or term in glossary.terms(store),
        "body": lambda code: code == "" or code in set(store.query("governance_bodies", document="all")["id"]),
        "record": lambda name: RECORD.fullmatch(name) is not None,
        "tier": lambda tier: tier in ("all", "not_stated") or tier in load_words()["tier"],
        "need": lambda need: need == "all" or need in load_words()["need"],
        "route": lambda route: route == "all" or route in load_words()["route"],
        "provider": lambda code: code in ("all", "not_stated") or code in load_directory(store).provider_names,
        "of": lambda stem: stem == "" or stem in STEMS,
        "figure": lambda name: FIGURE.fullmatch(name) is not None,
        "ready": lambda name: name == "" or name in load_briefings(),
        "table": lambda name: name == "" or name in load_tables(),
        **{field: partial(strategy.known, store, field) for field in strategy.CODED},
    }
    return rules | {field: words.__contains__ for field, words in TOGGLES.items()}
