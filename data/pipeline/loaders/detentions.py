"""Detentions under the Mental Health Act, 2023/24 (NHS England): all detentions, by group of people.

Deprivation tenths are turned round here: the publisher's 10 is the most deprived, ours is 1.
"""

from __future__ import annotations

import pandas as pd

from data.pipeline.loaders.talking_therapies import DECILES, ETHNIC_GROUPS
from data.pipeline.published import organisation_areas, period_end, statuses, translate
from data.pipeline.raw import RawFile, RawFolder, choice, code, number, text

AGE_BANDS = {"15 and under": "0-15", "16 to 17": "16-17", "18 to 34": "18-34", "35 to 49": "35-49",
             "50 to 64": "50-64", "65 and over": "65+", "Unknown": "unknown"}
# Small and partly withheld, so the publisher's own words are kept as detail and never added up.
SEXES = {"Female": "female", "Male": "male", "Non-binary": "other", "Other": "other", "Not stated": "unknown",
         "Missing": "unknown"}
ETHNIC_DETAIL = {
    "African": "black", "Caribbean": "black", "Any Other Black background": "black", "Indian": "asian",
    "Pakistani": "asian", "Bangladeshi": "asian", "Any Other Asian background": "asian", "British": "white",
    "Irish": "white", "Any Other White background": "white", "White and Asian": "mixed",
    "White and Black African": "mixed", "White and Black Caribbean": "mixed", "Any Other Mixed background": "mixed",
    "Chinese": "other", "Any Other Ethnic Group": "other", "Not Known": "unknown", "Not Stated": "unknown",
}
DIMENSIONS = {
    "All": ("all", {"All": "all"}), "Age": ("age_band", AGE_BANDS), "Gender": ("sex", SEXES),
    "IMD": ("deprivation_decile", DECILES),
    "Ethnicity": ("ethnic_group", ETHNIC_GROUPS | {"Unknown": "unknown"} | ETHNIC_DETAIL),
}
DETAIL = {"Ethnicity": ETHNIC_DETAIL, "Gender": {word: SEXES[word] for word in SEXES if word not in ("Female", "Male")}}
WHOLE_DIMENSION = ("All", "All genders")
DETENTIONS = RawFile("mha_detentions_2023_24", {
    "year": choice(["2023/24"]), "measure": text(), "measure_subcategory": text(),
    "demographic": choice(tuple(DIMENSIONS)), "demographic_breakdown": text(), "org_type": text(),
    "data_source": choice(["MHSDS", "Both", "ECDS"]), "org_code": code(r"[A-Z0-9]{3,7}|All prov"),
    "total_count": number(0, 100_000, nullable=True), "crude_rate_per_100k": number(0, 2_000, nullable=True),
    "standardised_rate_per_100k": number(0, 2_000, nullable=True), "confidence_interval": number(0, 500, nullable=True),
}, key=("measure", "measure_subcategory", "demographic", "demographic_breakdown", "org_type", "data_source",
        "org_code"))


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Table ``detentions``: one row per area and group of people, from mental-health services' own returns."""
    frame = raw.read(DETENTIONS)
    frame = frame[(frame["measure"] == "All detentions") & (frame["measure_subcategory"] == "All")]
    frame = organisation_areas(frame)
    frame = frame[_one_row_each(frame)]
    file = raw.sources[DETENTIONS.source_id].file
    parts = [_dimension(published, frame[frame["demographic"] == published], file) for published in DIMENSIONS]
    return {"detentions": pd.concat(parts)}


def _one_row_each(frame: pd.DataFrame) -> pd.Series:
    """Which rows to keep, so that England is counted as our own area is.

    England's total is the one by area (50,437), to which the tenths add up: the larger 52,458 adds general hospitals'
    returns, which no area's figure has. England's totals repeated within a breakdown are dropped.
    """
    repeated = frame["demographic_breakdown"].isin(WHOLE_DIMENSION) & (frame["demographic"] != "All")
    whole = frame["demographic"] == "All"
    by_area = frame["org_type"].isin(["ICB"]) | (frame["area_type"] == "provider")
    return ~repeated & (~whole | by_area)


def _dimension(published: str, rows: pd.DataFrame, file: str) -> pd.DataFrame:
    dimension, groups = DIMENSIONS[published]
    detail = rows["demographic_breakdown"].where(rows["demographic_breakdown"].isin(DETAIL.get(published, {})), "all")
    return pd.DataFrame({
        "area_code": rows["area_code"], "area_type": rows["area_type"],
        "period": rows["year"], "period_end": rows["year"].map(period_end),
        "dimension": dimension,
        "group_code": translate(rows["demographic_breakdown"], groups, file), "detail_group": detail,
        "detentions": rows["total_count"], "crude_rate": rows["crude_rate_per_100k"],
        "standardised_rate": rows["standardised_rate_per_100k"],
        "standardised_half_width": rows["confidence_interval"],
        "status": statuses(rows["total_count"]), "source_id": DETENTIONS.source_id,
    })
