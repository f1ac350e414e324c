"""Recorded illness modelled from practice registers, 2019/20 (House of Commons Library): estimates, not counts."""

from __future__ import annotations

import pandas as pd

from data.pipeline.raw import DISTRICTS, RawFile, RawFolder, choice, code, number, text

CONDITIONS = {"DEP": "depression", "MH": "severe_mental_illness", "DEM": "dementia", "LD": "learning_disability",
              "EP": "epilepsy"}
DISTRICT_ROWS, COUNTY_ROWS = "output_lad_prevalence.csv", "output_county_prevalence.csv"
REGION_ROWS = "output_region_prevalence.csv"
ENGLAND_DECILES, REGION_DECILES = "output_imd_prevalence.csv", "output_imd_region_prevalence.csv"
MODEL = RawFile("qof_modelled_prevalence_2019_20", {
    "table": choice([DISTRICT_ROWS, COUNTY_ROWS, REGION_ROWS, ENGLAND_DECILES, REGION_DECILES]),
    "area_code": code(r"E\d{8}", nullable=True), "area_name": text(), "group_code": choice(tuple(CONDITIONS)),
    "register": number(0, 20_000_000), "list": number(1, 100_000_000), "prevalence_pct": number(0, 100),
    "year": choice(["2019/20"]),
}, key=("table", "area_name", "group_code"))
# The file gives these rows a name alone. "West Midlands" is the region in one table and the smaller metropolitan
# county in another, so the table is part of the name.
NAMED = {(COUNTY_ROWS, "Warwickshire"): ("E10000031", "county"),
         (REGION_ROWS, "West Midlands"): ("E12000005", "region"),
         (REGION_ROWS, "England (sum of regions)"): ("E92000001", "country")}
DECILE_OF = {ENGLAND_DECILES: ("E92000001", "country"), REGION_DECILES: ("E12000005", "region")}
DECILE = r"decile (\d+) \(1=most deprived\)$"


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Table ``modelled_prevalence``: one row per area, group and condition; decile 1 is the most deprived."""
    frame = raw.read(MODEL)
    placed = [_place(*row) for row in zip(frame["table"], frame["area_code"], frame["area_name"], strict=True)]
    frame = frame.assign(area_code=[area for area, _ in placed], area_type=[kind for _, kind in placed])
    frame = frame[frame["area_type"].notna()]
    decile = frame["area_name"].str.extract(DECILE, expand=False).where(frame["table"].isin(DECILE_OF))
    return {"modelled_prevalence": pd.DataFrame({
        "area_code": frame["area_code"], "area_type": frame["area_type"], "period": frame["year"],
        "period_end": "2020-03-31",
        "dimension": decile.notna().map({True: "deprivation_decile", False: "all"}),
        "group_code": decile.fillna("all"), "condition": frame["group_code"].map(CONDITIONS),
        "prevalence_pct": frame["prevalence_pct"], "people": frame["register"], "patients": frame["list"],
        "source_id": MODEL.source_id,
    })}


def _place(table: str, area_code: str, area_name: str) -> tuple[str | None, str | None]:
    if table == DISTRICT_ROWS and area_code in DISTRICTS:
        return area_code, "district"
    return DECILE_OF.get(table, NAMED.get((table, area_name), (None, None)))
