"""Ready-made briefings: titles, introductions and picked figures, declared as data in ``data/briefings.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.basket import FIELDS, Pick, read
from dashboard.choices import AREA_LABELS
from dashboard.registry import ROOT, RegistryError
from dashboard.text import file_name

BRIEFINGS_FILE = ROOT / "data" / "briefings.toml"
COUNTY = "E10000031"
DISTRICTS = {code: name for code, name in AREA_LABELS.items() if code not in ("all", COUNTY)}
PLACEHOLDER = "{district}"
KNOWN, KNOWN_OF_PART = {"title", "introduction", "for_each", "part"}, {"heading", "figure", "note", "only"}


@dataclass(frozen=True)
class Ready:
    """A ready-made briefing: its ``picks`` in order, with a heading each and a note where there is one."""

    id: str
    title: str
    introduction: str
    picks: tuple[Pick, ...]
    headings: Mapping[Pick, str]
    notes: Mapping[Pick, str]


@cache
def load_briefings(path: Path = BRIEFINGS_FILE) -> dict[str, Ready]:
    """All ready-made briefings by id: "district_rugby" and the other districts, "board", "funding_and_access".

    Whether the figures exist is known once they are gathered. Raises RegistryError naming briefing and part for an
    unknown field, an empty text, a figure that does not read as a pick, or one given twice.
    """
    ready: dict[str, Ready] = {}
    for name, row in tomllib.loads(path.read_text(encoding="utf-8")).items():
        _check(name, row)
        if row.get("for_each") == "district":
            ready |= {f"{name}_{file_name(place)}": _ready(f"{name}_{file_name(place)}", row, code)
                      for code, place in DISTRICTS.items()}
        else:
            ready[name] = _ready(name, row, "")
    return ready


def _check(name: str, row: Mapping[str, Any]) -> None:
    parts = row.get("part", [])
    wrong = [*(set(row) - KNOWN), *(field for part in parts for field in set(part) - KNOWN_OF_PART)]
    if wrong:
        raise RegistryError(f"briefings.toml, {name}: no field “{wrong[0]}”")
    lacks = [field for field in ("title", "introduction", "part") if not row.get(field)]
    lacks += [f"part {place}: {field}" for place, part in enumerate(parts, 1) for field in ("heading", "figure")
              if not part.get(field)]
    if lacks:
        raise RegistryError(f"briefings.toml, {name}: {lacks[0]} is missing")
    if row.get("for_each", "district") != "district":
        raise RegistryError(f"briefings.toml, {name}: for_each can be “district” only")
    if any(PLACEHOLDER in part["figure"] for part in parts) and "for_each" not in row:
        raise RegistryError(f"briefings.toml, {name}: {PLACEHOLDER} stands for nothing here")
    strange = [code for part in parts for code in part.get("only", []) if code not in DISTRICTS]
    if strange:
        raise RegistryError(f"briefings.toml, {name}: only names {strange[0]}, which is no district")


def _ready(name: str, row: Mapping[str, Any], district: str) -> Ready:
    """The briefing, for a district where its code is given."""
    place = DISTRICTS.get(district, "")
    parts = [part for part in row["part"] if not district or district in part.get("only", DISTRICTS)]
    # Whether a value is known to the data is held by a test; here only that page and filters exist.
    picks, ignored = read([part["figure"].replace(PLACEHOLDER, district) for part in parts],
                          dict.fromkeys(FIELDS, lambda value: True))
    if ignored:
        raise RegistryError(f"briefings.toml, {name}: {ignored[0]}")
    pairs = list(zip(picks, parts, strict=True))
    title, introduction = (row[field].strip().replace(PLACEHOLDER, place) for field in ("title", "introduction"))
    return Ready(name, title, introduction, tuple(picks), {pick: part["heading"] for pick, part in pairs},
                 {pick: part["note"] for pick, part in pairs if part.get("note")})
