"""The register of what cannot be filtered: kinds of area and groups to ask for, reasons for blanks, declared rules."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.registry import ROOT, Indicator, RegistryError, load_registry

RULES_FILE = ROOT / "data" / "availability.toml"


@dataclass(frozen=True)
class Area:
    """A kind of area to ask for: its names in a table and in sentences, and the kinds of the data it stands for.

    ``asked`` follows "can I see it …"; ``plural`` follows a number; ``kinds`` are ours, ``beside`` stand next to them
    (a trust, areas like ours) and never for them.
    """

    label: str
    asked: str
    plural: str
    kinds: tuple[str, ...]
    beside: tuple[str, ...] = ()


AREAS = {
    "lsoa": Area("Neighbourhood (LSOA)", "by neighbourhood", "neighbourhoods", ("lsoa21", "lsoa11")),
    "msoa": Area("Larger neighbourhood (MSOA)", "by larger neighbourhood", "larger neighbourhoods",
                 ("msoa21", "msoa11")),
    "ward": Area("Ward", "by ward", "wards", ("ward25",)),
    "place": Area("Place of the local plan", "by place of the local plan", "places", ("place",)),
    "district": Area("District", "by district", "districts", ("district",)),
    "county": Area("Warwickshire", "for Warwickshire as a whole", "Warwickshire as a whole", ("county",)),
    "icb": Area("Coventry and Warwickshire", "for Coventry and Warwickshire together",
                "Coventry and Warwickshire together", ("icb",), ("provider", "peer_icb")),
    "region": Area("Region", "for the region", "the region", ("region", "nhs_region")),
    "country": Area("England", "for England", "England", ("country",)),
}
GROUPS = {"all": "everyone", "ethnic_group": "ethnic group", "deprivation_decile": "deprivation", "age_band": "age",
          "sex": "sex"}
DIMENSIONS = {"detailed_ethnic_group": "ethnic_group", "deprivation_fifth": "deprivation_decile",
              "deprivation_fifth_local": "deprivation_decile"}


@dataclass(frozen=True)
class Reason:
    """Why a cell is blank: the mark and word in a table, the words after "By district:", and what it means."""

    mark: str
    short: str
    words: str
    meaning: str


# From the hardest: of two reasons for one cell the harder one holds.
REASONS = {
    "not_meaningful": Reason("–", "does not apply", "no, it does not apply", "there can be no such figure"),
    "not_collected": Reason("□", "not collected", "no, it was not collected", "nobody recorded it"),
    "suppressed": Reason("□", "suppressed", "no, it is suppressed",
                         "collected, and withheld because it counts too few people"),
    "not_published": Reason("□", "not published", "no, not published at this level",
                            "the publisher gives it for other areas or groups only"),
    "not_found": Reason("?", "not found", "no; it is not in this product, and we have not found it published",
                        "not in this product, and we have not found it published; it may exist, so ask the publisher"),
    "not_in_product": Reason("◇", "not here yet", "no; it is published, but not in this product yet",
                             "published, but not in this product yet"),
    "elsewhere": Reason("→", "another figure", "no, but as another figure",
                        "in this product in another form; the answer to the question says where"),
}
NOT_FOUND = "not_found"
HELD_BY = {"not_meaningful": "No one: there is no such figure", "not_collected": "No one: it was not recorded",
           "elsewhere": "This product"}


@dataclass(frozen=True)
class Blank:
    """A reason for blank cells: which cells, why, who holds the figure, how that is known and what to see instead."""

    figures: tuple[str, ...]
    reason: str
    why: str
    holder: str = ""
    areas: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    later: bool = False
    known_from: tuple[str, ...] = ()
    figure: str = ""
    table: str = ""
    page: str = ""

    def fits(self, indicator: Indicator) -> bool:
        """Whether the rule is about this indicator."""
        return bool({indicator.id, indicator.query, "*"} & set(self.figures))

    @property
    def hardness(self) -> int:
        """Where its reason stands among all, the hardest first."""
        return list(REASONS).index(self.reason)


@cache
def load_rules(path: Path = RULES_FILE) -> tuple[Blank, ...]:
    """All declared reasons, in the order in which they are tried. Raises RegistryError naming rule and field."""
    return tuple(_rule(place, row) for place, row in
                 enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["blank"], 1))


@cache
def rules_of(code: str) -> tuple[Blank, ...]:
    """The rules about one indicator, in their order."""
    return tuple(rule for rule in load_rules() if rule.fits(load_registry()[code]))


def _rule(place: int, row: Mapping[str, Any]) -> Blank:
    where = f"availability.toml, rule {place} ({', '.join(row.get('figures', ['no figures']))})"
    try:
        given: dict[str, Any] = {name: tuple(cell) if isinstance(cell, list) else cell for name, cell in row.items()}
        rule = Blank(**given)
    except TypeError as error:
        raise RegistryError(f"{where}: {error}") from error
    for name, values, known in (("reason", (rule.reason,), REASONS), ("areas", rule.areas, AREAS),
                               ("groups", rule.groups, GROUPS)):
        unknown = sorted(set(values) - set(known))
        if unknown:
            raise RegistryError(f"{where}: {name} {unknown} is none of {list(known)}")
    if not (rule.areas or rule.groups or rule.periods or rule.later):
        raise RegistryError(f"{where}: none of areas, groups, periods and later")
    if not (rule.holder or rule.reason in HELD_BY):
        raise RegistryError(f"{where}: holder is missing")
    return replace(rule, holder=rule.holder or HELD_BY[rule.reason])
