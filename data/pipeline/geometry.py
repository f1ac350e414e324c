"""Static map geometry: one GeoJSON a layer, with a content hash in its name, fetched once by the browser.

Each feature carries ``i`` (its position, which the map's fill expression looks up), ``code``, ``name`` and ``v0``,
``v1`` …: the values shown on hover, one for each hover column of the layer in the manifest.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from dashboard.registry import load_registry
from dashboard.store import Store

STATIC = Path(__file__).parents[2] / "static"
METRES, DEGREES = 27700, 4326
# Tolerance in metres: small against the smallest neighbourhood, and shared edges stay shared.
TOLERANCE = {"lsoa21": 20, "lsoa11": 20, "msoa21": 30, "msoa11": 30, "ward25": 30, "district": 40, "place": 40}
DECIMALS = 5
FINE = ("lsoa21", "lsoa11", "msoa21", "msoa11", "ward25")  # a map zooms to districts and places, not to these


def write_geometry(data: Path, static: Path) -> dict[str, Any]:
    """Write every layer's file into ``static``; returns for each layer its file, codes and hover columns."""
    static.mkdir(parents=True, exist_ok=True)
    store = Store.open(data, verify=False)
    return {layer: _write_layer(store, data, static, layer) for layer in TOLERANCE}


def _write_layer(store: Store, data: Path, static: Path, layer: str) -> dict[str, Any]:
    outline = gpd.read_parquet(data / f"boundaries_{layer}.parquet").sort_values("area_code", ignore_index=True)
    simple = shapely.coverage_simplify(outline.to_crs(METRES).geometry.to_list(), TOLERANCE[layer])
    # Drawings project on the sphere, where an outer ring must run clockwise or it means the rest of the world.
    shapes = gpd.GeoSeries(simple, crs=METRES).to_crs(DEGREES).map(_clockwise)
    names = store.query("area_names", area_type=layer).set_index("area_code")["area_name"]
    hover = _hover(store, layer, outline["area_code"])
    features = [{
        "type": "Feature",
        "properties": {"i": i, "code": code, "name": names[code],
                       **{f"v{column}": shown for column, shown in enumerate(hover[code])}},
        "geometry": _rounded(shapely.geometry.mapping(shape)),
    } for i, (code, shape) in enumerate(zip(outline["area_code"], shapes, strict=True))]
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":"))
    name = f"{layer}-{hashlib.sha256(text.encode()).hexdigest()[:12]}.geojson"
    (static / name).write_text(text, encoding="utf-8")
    bounds = {} if layer in FINE else {code: [round(edge, 4) for edge in shape.bounds]
                                       for code, shape in zip(outline["area_code"], shapes, strict=True)}
    return {"file": name, "codes": outline["area_code"].to_list(), "hover": list(hover.index), "bounds": bounds}


def _hover(store: Store, layer: str, codes: pd.Series) -> pd.DataFrame:
    """Shown values, one row a column key ("imd|2025|all|all"), one column an area."""
    registry = load_registry()
    rows = store.query("observations_of_layer", area_type=layer)
    rows["key"] = rows["indicator"] + "|" + rows["period"] + "|" + rows["dimension"] + "|" + rows["group_code"]
    rows["shown"] = [registry[indicator].show(value) if status in ("value", "zero") else status.replace("_", " ")
                     for indicator, value, status in zip(rows["indicator"], rows["value"], rows["status"], strict=True)]
    table = rows.pivot(index="key", columns="area_code", values="shown") if len(rows) else pd.DataFrame()
    return table.reindex(columns=codes).fillna("not published")


def _clockwise(shape: shapely.Geometry) -> shapely.Geometry:
    if shape.geom_type == "MultiPolygon":
        return shapely.MultiPolygon([shapely.geometry.polygon.orient(part, -1.0) for part in shape.geoms])
    return shapely.geometry.polygon.orient(shape, -1.0)


def _rounded(geometry: dict[str, Any]) -> dict[str, Any]:
    def walk(part: Any) -> Any:
        return round(part, DECIMALS) if isinstance(part, float) else [walk(inner) for inner in part]

    return {"type": geometry["type"], "coordinates": walk(geometry["coordinates"])}
