"""The registry: what each indicator is, declared as data in ``data/indicators.toml``."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

ROOT = Path(__file__).parents[1]
REGISTRY_FILE = ROOT / "data" / "indicators.toml"
GROUPS_FILE = ROOT / "data" / "groups.toml"
SOURCES_FILE = ROOT / "data" / "sources.toml"

Polarity = Literal["high_is_bad", "high_is_good", "no_judgement"]
POLARITIES = ("high_is_bad", "high_is_good", "no_judgement")


class RegistryError(ValueError):
    """An indicator is declared wrongly; the message names the indicator and the field."""


@dataclass(frozen=True)
class Indicator:
    """One indicator as the reader meets it.

    ``unit`` follows the number in a sentence ("% of …", "per 100,000 people"); ``short_unit`` follows it in a table
    or axis ("%", ""), where ``prefix`` stands before it ("£"). ``query`` names the file in ``queries/indicators``
    that yields its rows, with ``params``. ``breaks`` are fixed class limits for maps (None: natural breaks).
    ``target`` is a published standard in the indicator's unit. ``top_class`` ends the sentence "12 of 40
    neighbourhoods are …" for the highest class of ``breaks``. ``aside`` is the limit that must stand
    beside the number wherever it is told in a sentence ("crude rate"). ``rounded_to`` is the base that local counts
    are rounded to (0: exact).
    """

    id: str
    label: str
    theme: str
    unit: str
    short_unit: str
    decimals: int
    polarity: Polarity
    query: str
    definition: str
    caveat: str
    params: dict[str, Any] = field(default_factory=dict)
    breaks: tuple[float, ...] | None = None
    target: float | None = None
    target_label: str = ""
    break_note: str = ""
    kind: str = "rate"
    top_class: str = ""
    prefix: str = ""
    aside: str = ""
    rounded_to: int = 0

    def show(self, value: float | None) -> str:
        """The value as words: "1,234", "36.5%", "£43.32"; "not known" for none.

        A share that is not quite none or all is never rounded to it: "<1%", ">99%". Where the publisher prints whole
        percentages of rounded counts, no decimal is added; where rounding would carry a value over the border of a
        class on the map, it keeps the decimals that leave it on its side: "79.7%" below "80% and over".
        """
        if value is None or value != value:
            return "not known"
        step = 10.0 ** -self.decimals
        if self.short_unit == "%" and 0 < value < step / 2:
            return f"<{step:.{self.decimals}f}%"
        if self.short_unit == "%" and 100 - step / 2 <= value < 100:
            return f">{100 - step:.{self.decimals}f}%"
        decimals = 0 if self.rounded_to and self.short_unit == "%" and value == int(value) else self.decimals
        borders = self.breaks or ()
        while bisect_right(borders, round(value, decimals)) != bisect_right(borders, value):
            decimals += 1
        return f"{self.prefix}{value:,.{decimals}f}{self.short_unit}"


@cache
def load_registry(path: Path = REGISTRY_FILE) -> dict[str, Indicator]:
    """All indicators by id, in the order of the file. Raises RegistryError naming indicator and field."""
    return {name: _indicator(name, row) for name, row in tomllib.loads(path.read_text(encoding="utf-8")).items()}


def _indicator(name: str, row: dict[str, Any]) -> Indicator:
    row = {"id": name, **row}
    if "breaks" in row:
        row["breaks"] = tuple(row["breaks"])
    try:
        indicator = Indicator(**row)
    except TypeError as error:
        raise RegistryError(f"indicators.toml, {name}: {error}") from error
    if indicator.polarity not in POLARITIES:
        raise RegistryError(f"indicators.toml, {name}: polarity “{indicator.polarity}” is none of {POLARITIES}")
    return indicator


@dataclass(frozen=True)
class Group:
    """A group of people within a dimension: its code, its label in the standard list, its place in the order."""

    dimension: str
    code: str
    label: str
    position: int


@cache
def load_groups(path: Path = GROUPS_FILE) -> dict[str, dict[str, Group]]:
    """Groups by dimension and code, in the order to show them."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {dimension: {code: Group(dimension, code, label, position)
                        for position, (code, label) in enumerate(row["groups"].items())}
            for dimension, row in table.items()}


@cache
def dimension_labels(path: Path = GROUPS_FILE) -> dict[str, str]:
    """The name of each dimension as shown: "ethnic group", "deprivation decile"."""
    return {dimension: row["label"] for dimension, row in tomllib.loads(path.read_text(encoding="utf-8")).items()}


@dataclass(frozen=True)
class Source:
    """One published file or document: who published it, when, under which licence, and its checksum."""

    source_id: str
    title: str
    publisher: str
    url: str
    licence: str
    attribution: str
    published: str
    retrieved: str
    period: str
    file: str
    sha256: str
    copy: str
    caveat: str


@cache
def load_sources(path: Path = SOURCES_FILE) -> dict[str, Source]:
    """All sources by id. Raises RegistryError naming the source and the field."""
    sources = {}
    for source_id, row in tomllib.loads(path.read_text(encoding="utf-8")).items():
        try:
            sources[source_id] = Source(source_id, **row)
        except TypeError as error:
            raise RegistryError(f"sources.toml, {source_id}: {error}") from error
    return sources
