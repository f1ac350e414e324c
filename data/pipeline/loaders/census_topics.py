"""Topics of Census 2021 as counts: disability, religion, tenure, overcrowding, household deprivation and more (ONS).

Some tables count residents, some residents aged 16 and over, some households. Every table is perturbed on its own, so
a share is made within one table, and its parts are held here to the total printed beside them.
"""

from __future__ import annotations

import pandas as pd

from data.pipeline.errors import RawDataError
from data.pipeline.raw import AREAS, LSOA, RawFile, RawFolder, choice, code, text, whole

YEAR = 2021
LEVELS = ("district", "county", "region", "country")
TABLES = ("TS011", "TS030", "TS038", "TS044", "TS052", "TS054")
DISTRICT_TABLES = (*TABLES, "TS002", "TS077")  # partnership and sexual orientation are not here for neighbourhoods
UNITS = ("usual residents", "usual residents aged 16+", "households")
COUNT = whole(0, 70_000_000)
SHAPE = {"topic": text(), "unit": choice(UNITS), "category": text(), "count": COUNT, "total": COUNT}

SMALL = RawFile("census_2021_topics_lsoa", {"lsoa21_code": code(LSOA), "table": choice(TABLES), **SHAPE},
                key=("lsoa21_code", "table", "category"))
LARGE = RawFile("census_2021_topics_district", {
    "area_code": choice(AREAS), "area_level": choice(LEVELS), "table": choice(DISTRICT_TABLES), **SHAPE,
}, key=("area_code", "table", "category"))


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Table ``census_topics``: one row per area, census table and category."""
    small, large = raw.read(SMALL), raw.read(LARGE)
    return {"census_topics": pd.concat([
        _rows(raw, SMALL, small.assign(area_code=small["lsoa21_code"], area_type="lsoa21")),
        _rows(raw, LARGE, large.assign(area_type=large["area_level"])),
    ])}


def _rows(raw: RawFolder, declared: RawFile, frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of the table. Raises RawDataError where categories do not add up, or an area lacks one."""
    name = raw.sources[declared.source_id].file
    within = frame.groupby(["area_code", "table"])
    wrong = frame.index[within["count"].transform("sum") != frame["total"]]
    if len(wrong):
        first = frame.loc[wrong[0]]
        raise RawDataError(f"{name}, row {wrong[0]}, column total: the categories of {first['table']} in "
                           f"{first['area_code']} do not add up to {first['total']:,.0f}")
    fewer = within["category"].transform("size") < frame.groupby("table")["category"].transform("nunique")
    if fewer.any():
        first = frame.loc[frame.index[fewer][0]]
        raise RawDataError(f"{name}, row {frame.index[fewer][0]}, column category: {first['area_code']} lacks a "
                           f"category of {first['table']}")
    return pd.DataFrame({
        "area_code": frame["area_code"], "area_type": frame["area_type"], "census_table": frame["table"],
        "topic": frame["topic"], "unit": frame["unit"], "category": frame["category"], "count": frame["count"],
        "total": frame["total"], "year": YEAR, "source_id": declared.source_id,
    })
