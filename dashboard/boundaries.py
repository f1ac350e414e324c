"""Where the browser finds the outlines of a layer, and which position each area has in them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.bundle import DERIVE, DataError
from dashboard.registry import ROOT

STATIC = ROOT / "static"
LEVELS = {
    "lsoa21": "Neighbourhoods (LSOA 2021)",
    "lsoa11": "Neighbourhoods (LSOA 2011)",
    "msoa21": "Larger neighbourhoods (MSOA 2021)",
    "msoa11": "Larger neighbourhoods (MSOA 2011)",
    "ward25": "Wards (2025)",
    "district": "Districts",
    "place": "Places of the plan",
}
NOUNS = {"lsoa21": "neighbourhoods", "lsoa11": "neighbourhoods", "msoa21": "larger neighbourhoods",
         "msoa11": "larger neighbourhoods", "ward25": "wards", "district": "districts", "place": "places"}
VINTAGE = {"lsoa21": "LSOA boundaries of December 2021", "lsoa11": "LSOA boundaries of December 2011",
           "msoa21": "MSOA boundaries of December 2021", "msoa11": "MSOA boundaries of December 2011",
           "ward25": "ward boundaries of 2025", "district": "district boundaries of 2024",
           "place": "places of the 2022/23 plan, from district boundaries of 2024"}
OS_LINE = ("Source: Office for National Statistics licensed under the Open Government Licence v3.0. "
           "Contains OS data © Crown copyright and database right 2026.")
Bounds = tuple[float, float, float, float]


@dataclass(frozen=True)
class Layer:
    """One layer of outlines: its kind, address, the area at each position, and the columns baked in for hovering."""

    level: str
    url: str
    codes: tuple[str, ...]
    hover: tuple[str, ...]
    bounds: dict[str, Bounds]


def open_layer(manifest: dict[str, Any], level: str) -> Layer:
    """The layer of a kind of area. Raises KeyError for a kind without outlines."""
    entry = manifest["geometry"][level]
    return Layer(level, f"app/static/{entry['file']}", tuple(entry["codes"]), tuple(entry["hover"]),
                 {code: tuple(bounds) for code, bounds in entry["bounds"].items()})


def check_outlines(manifest: dict[str, Any], folder: Path = STATIC) -> None:
    """Raise DataError where the file of a layer is not in the folder that the browser is served from.

    Only that it is there is looked at: its name has the checksum of its content, and reading it would take time.
    """
    for level in LEVELS:
        file = manifest.get("geometry", {}).get(level, {}).get("file")
        if not file:
            raise DataError(f"data/manifest.json names no outlines of {LEVELS[level]}; a file in static/ was "
                            f"expected. Run: {DERIVE}")
        if not (folder / file).is_file():
            raise DataError(f"static/{file} is missing; the outlines of {len(manifest['geometry'][level]['codes'])} "
                            f"{NOUNS[level]} were expected. Take it from the repository again, or run: {DERIVE}")


def fit(bounds: Bounds, width: int, height: int) -> dict[str, float]:
    """Centre and zoom at which the bounds (degrees) fill a picture of this many pixels (Web Mercator)."""
    west, south, east, north = bounds

    def mercator(latitude: float) -> float:
        return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)) / (2 * math.pi)

    across = (east - west) / 360
    up = mercator(north) - mercator(south)
    zoom = min(math.log2(width / 512 / across), math.log2(height / 512 / up)) - 0.08
    middle = (mercator(north) + mercator(south)) / 2
    latitude = math.degrees(2 * math.atan(math.exp(2 * math.pi * middle)) - math.pi / 2)
    return {"longitude": (west + east) / 2, "latitude": latitude, "zoom": round(zoom, 3)}
