"""Health Index for England 2015 to 2021 (Office for National Statistics): its underlying figures by district."""

from __future__ import annotations

import pandas as pd

from data.pipeline.published import gss_areas, statuses
from data.pipeline.raw import RawFile, RawFolder, choice, code, number, text, whole

INDEX = RawFile("health_index", {
    "area_code": code(r"E\d{8}"), "year": whole(2015, 2021), "indicator": text(),
    "value": number(0, 5_000, nullable=True), "unit_assumed": text(),
    "identical_to_previous_year": choice(["True", "False"]),
}, key=("area_code", "year", "indicator"))
UNIT_NOT_GIVEN = "see ONS Health Index metadata"


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Table ``health_index``: one row per district, indicator and year; ``carried`` marks values that were repeated."""
    frame = gss_areas(raw.read(INDEX))
    unit = frame["unit_assumed"]
    return {"health_index": pd.DataFrame({
        "area_code": frame["area_code"], "area_type": frame["area_type"], "indicator": frame["indicator"],
        "year": frame["year"], "value": frame["value"], "unit": unit.where(unit != UNIT_NOT_GIVEN, None),
        "carried": _carried(frame), "status": statuses(frame["value"], "not_published"),
        "source_id": INDEX.source_id,
    })}


def _carried(frame: pd.DataFrame) -> pd.Series:
    """Whether a value was repeated from another year.

    The file marks repeats of the year before. Where a run of equal values opens the series, its first year is a
    repeat too (carried back from a later year), though the file has no earlier year to mark it by.
    """
    rows = frame.sort_values("year")
    marked = rows["identical_to_previous_year"] == "True"
    keys = [rows["area_code"], rows["indicator"]]
    opens_run = (rows["year"] == rows["year"].min()) & marked.groupby(keys).shift(-1, fill_value=False)
    return (marked | opens_run).reindex(frame.index)
