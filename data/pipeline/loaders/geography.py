"""Areas, their parents and their outlines (ONS Open Geography Portal, House of Commons Library, Ordnance Survey)."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import shapely

from data.pipeline.errors import RawDataError
from data.pipeline.raw import DISTRICTS, LSOA, MSOA, WARD, RawFile, RawFolder, choice, code, number, text, whole

WARWICKSHIRE = "E10000031"
ICB = "E54000018"
METRES = 27700  # British National Grid
DEGREES = 4326

LSOA_2021 = RawFile("lookup_lsoa_2021", {
    "lsoa21cd": code(LSOA), "lsoa21nm": text(), "msoa21cd": code(MSOA), "msoa21hclnm": text(),
    "lad24cd": choice(DISTRICTS), "wd24cd": code(WARD), "icb24cd": choice([ICB]),
    "ruc21_urban_rural": choice(["Urban", "Rural"]), "pwc_lon": number(-3, 0), "pwc_lat": number(51, 54),
    "parent_lsoa11cd": code(LSOA),
}, key=("lsoa21cd",))
LSOA_2011 = RawFile("lookup_lsoa_2011", {
    "lsoa11cd": code(LSOA), "lsoa11nm": text(), "msoa11cd": code(MSOA), "msoa11hclnm": text(),
    "lad19cd": choice(DISTRICTS), "label_lon": number(-3, 0), "label_lat": number(51, 54),
    "ruc11_urban_rural": choice(["Urban", "Rural"]),
}, key=("lsoa11cd",))
MSOA_BOTH = RawFile("lookup_msoa_2011_and_2021", {
    "vintage": whole(2011, 2021), "msoacd": code(MSOA), "msoahclnm": text(), "ladcd": choice(DISTRICTS),
    "label_lon": number(-3, 0), "label_lat": number(51, 54),
}, key=("vintage", "msoacd"))
PLACES = RawFile("places_os_open_names", {
    "name": text(), "local_type": text(), "lon": number(-4, 1), "lat": number(51, 54), "os_id": text(),
    "lad24cd": choice(DISTRICTS, nullable=True), "requested_label": whole(0, 1, nullable=True),
    "in_area": whole(0, 1),
}, key=("os_id",))

# layer: source, code column, name column, district column, the area type
BOUNDARIES = {
    "lsoa21": ("boundaries_lsoa_2021", "LSOA21CD", 557),
    "lsoa11": ("boundaries_lsoa_2011", "LSOA11CD", 534),
    "msoa21": ("boundaries_msoa_2021", "MSOA21CD", 109),
    "msoa11": ("boundaries_msoa_2011", "MSOA11CD", 108),
    "ward25": ("boundaries_ward_2025", "WD25CD", 126),
    "district": ("boundaries_lad_2024", "LAD24CD", 6),
}
# The four places the plan and the Integrated Care System work in; South Warwickshire is never split.
PLACES_OF_PLAN = {
    "coventry": ("Coventry", ("E08000026",)),
    "north_warwickshire": ("North Warwickshire", ("E07000218",)),
    "nuneaton_and_bedworth": ("Nuneaton and Bedworth", ("E07000219",)),
    "rugby": ("Rugby", ("E07000220",)),
    "south_warwickshire": ("South Warwickshire", ("E07000221", "E07000222")),
}
# Areas without an outline here: comparators and NHS organisations, named once.
OTHER_AREAS = {
    "E12000005": ("West Midlands", "region"),
    "E92000001": ("England", "country"),
    "Y60": ("Midlands (NHS region)", "nhs_region"),
    "RYG": ("Coventry and Warwickshire Partnership NHS Trust", "provider"),
    "QGH": ("Herefordshire and Worcestershire", "peer_icb"), "QHL": ("Birmingham and Solihull", "peer_icb"),
    "QJ2": ("Derby and Derbyshire", "peer_icb"), "QJM": ("Lincolnshire", "peer_icb"),
    "QK1": ("Leicester, Leicestershire and Rutland", "peer_icb"),
    "QNC": ("Staffordshire and Stoke-on-Trent", "peer_icb"),
    "QOC": ("Shropshire, Telford and Wrekin", "peer_icb"), "QPM": ("Northamptonshire", "peer_icb"),
    "QT1": ("Nottingham and Nottinghamshire", "peer_icb"), "QUA": ("Black Country", "peer_icb"),
}


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Tables ``areas``, ``map_labels`` and ``boundaries_*`` (GeoParquet, EPSG:4326)."""
    outlines = {layer: _outline(raw, layer) for layer in BOUNDARIES}
    outlines |= _dissolved(outlines["district"])
    return {
        "areas": pd.concat([_lsoa_2021(raw), _lsoa_2011(raw), _msoa(raw), _wards(outlines["ward25"]),
                            _larger(outlines)]),
        "map_labels": _labels(raw),
    } | {f"boundaries_{layer}": frame for layer, frame in outlines.items()}


def _county(district: pd.Series) -> pd.Series:
    return district.where(district == "E08000026", WARWICKSHIRE)


def _areas(frame: pd.DataFrame, **columns: object) -> pd.DataFrame:
    table = frame.assign(**columns)
    for column in ("msoa_code", "ward_code", "parent_code", "rural_urban"):
        if column not in table:
            table[column] = None
    return table.assign(upper_tier_code=_county(table["district_code"]))


def _lsoa_2021(raw: RawFolder) -> pd.DataFrame:
    frame = raw.read(LSOA_2021)
    return _areas(pd.DataFrame({
        "area_code": frame["lsoa21cd"], "area_name": frame["msoa21hclnm"] + " (" + frame["lsoa21nm"] + ")",
        "district_code": frame["lad24cd"], "msoa_code": frame["msoa21cd"], "ward_code": frame["wd24cd"],
        "parent_code": frame["parent_lsoa11cd"], "rural_urban": frame["ruc21_urban_rural"],
        "longitude": frame["pwc_lon"], "latitude": frame["pwc_lat"],
    }), area_type="lsoa21", source_id=LSOA_2021.source_id)


def _lsoa_2011(raw: RawFolder) -> pd.DataFrame:
    frame = raw.read(LSOA_2011)
    return _areas(pd.DataFrame({
        "area_code": frame["lsoa11cd"], "area_name": frame["msoa11hclnm"] + " (" + frame["lsoa11nm"] + ")",
        "district_code": frame["lad19cd"], "msoa_code": frame["msoa11cd"],
        "rural_urban": frame["ruc11_urban_rural"], "longitude": frame["label_lon"], "latitude": frame["label_lat"],
    }), area_type="lsoa11", source_id=LSOA_2011.source_id)


def _msoa(raw: RawFolder) -> pd.DataFrame:
    frame = raw.read(MSOA_BOTH)
    return _areas(pd.DataFrame({
        "area_code": frame["msoacd"], "area_name": frame["msoahclnm"], "district_code": frame["ladcd"],
        "area_type": frame["vintage"].map({2011: "msoa11", 2021: "msoa21"}),
        "longitude": frame["label_lon"], "latitude": frame["label_lat"],
    }), source_id=MSOA_BOTH.source_id)


def _wards(outline: gpd.GeoDataFrame) -> pd.DataFrame:
    points = outline.geometry.representative_point()
    return _areas(pd.DataFrame({
        "area_code": outline["area_code"], "area_name": outline["area_name"],
        "district_code": outline["district_code"], "longitude": points.x, "latitude": points.y,
    }), area_type="ward25", source_id="boundaries_ward_2025")


def _larger(outlines: dict[str, gpd.GeoDataFrame]) -> pd.DataFrame:
    rows = []
    for layer in ("district", "county", "icb", "place"):
        outline = outlines[layer]
        points = outline.geometry.representative_point()
        rows.append(pd.DataFrame({
            "area_code": outline["area_code"], "area_name": outline["area_name"], "area_type": layer,
            "district_code": outline["area_code"] if layer == "district" else None,
            "longitude": points.x, "latitude": points.y, "source_id": outline["source_id"],
        }))
    others = pd.DataFrame([(area_code, name, area_type) for area_code, (name, area_type) in OTHER_AREAS.items()],
                          columns=["area_code", "area_name", "area_type"])
    rows.append(others.assign(district_code=None, longitude=None, latitude=None, source_id="lookup_lsoa_2021"))
    table = _areas(pd.concat(rows))
    return table.assign(upper_tier_code=table["upper_tier_code"].where(table["area_type"] == "district", None))


def _outline(raw: RawFolder, layer: str) -> gpd.GeoDataFrame:
    source_id, code_column, expected = BOUNDARIES[layer]
    frame = gpd.read_file(raw.path(source_id))
    name = raw.sources[source_id].file
    stem = code_column[:-2]
    district = next((column for column in frame if column.startswith("LAD") and column.endswith("CD")), None)
    for column in (code_column, f"{stem}NM", district):
        if column not in frame:
            raise RawDataError(f"{name}: property {column or 'LAD..CD'} is missing")
    if len(frame) != expected or frame[code_column].duplicated().any() or not frame.geometry.is_valid.all():
        raise RawDataError(f"{name}, property {code_column}: expected {expected} valid outlines with a code each, "
                           f"found {frame[code_column].nunique()} codes in {len(frame)} outlines")
    return gpd.GeoDataFrame({
        "area_code": frame[code_column], "area_name": frame[f"{stem}NM"], "district_code": frame[district],
        "source_id": source_id,
    }, geometry=frame.geometry, crs=DEGREES).sort_values("area_code", ignore_index=True)


def _dissolved(district: gpd.GeoDataFrame) -> dict[str, gpd.GeoDataFrame]:
    """County, ICB and place outlines: the union of their districts, so that they share every vertex."""
    def union(layer: str, members: dict[str, tuple[str, tuple[str, ...]]]) -> gpd.GeoDataFrame:
        shapes = [shapely.union_all(district.loc[district["area_code"].isin(codes)].geometry.to_list())
                  for _, codes in members.values()]
        return gpd.GeoDataFrame({
            "area_code": list(members), "area_name": [name for name, _ in members.values()],
            "district_code": None, "source_id": "boundaries_lad_2024",
        }, geometry=shapes, crs=DEGREES)

    return {
        "county": union("county", {WARWICKSHIRE: ("Warwickshire", DISTRICTS[1:])}),
        "icb": union("icb", {ICB: ("Coventry and Warwickshire", DISTRICTS)}),
        "place": union("place", PLACES_OF_PLAN),
    }


def _labels(raw: RawFolder) -> pd.DataFrame:
    frame = raw.read(PLACES)
    towns = frame[(frame["requested_label"] == 1) & (frame["in_area"] == 1)]
    return pd.DataFrame({
        "name": towns["name"].replace({"Royal Leamington Spa": "Leamington Spa"}), "district_code": towns["lad24cd"],
        "settlement": towns["local_type"], "longitude": towns["lon"], "latitude": towns["lat"],
        "source_id": PLACES.source_id,
    })
