"""Fingertips profiles as of May 2019 (now Office for Health Improvement and Disparities): back series to 2018."""

from __future__ import annotations

import pandas as pd

from data.pipeline.published import FINANCIAL, gss_areas, period_end, statuses, translate
from data.pipeline.raw import RawFile, RawFolder, choice, code, number, text

MEASURES = {
    "Hospital admissions as a result of self-harm (10-24 years)": "self_harm_10_24",
    "Emergency Hospital Admissions for Intentional Self-Harm": "self_harm_all_ages",
    "Excess under 75 mortality rate in adults with serious mental illness": "smi_excess_mortality",
    "Estimated dementia diagnosis rate (aged 65 and over)": "dementia_diagnosis",
    "Alcohol related admissions (narrow measure)": "alcohol_admissions",
    "Children in low income families": "children_low_income",
    "Children in care: rate per 10,000 population aged < 18": "children_in_care",
    "Inequality in life expectancy at birth": "life_expectancy_slope",
}
PROFILES = RawFile("fingertips_2006_2018", {
    "area_code": code(r"E\d{8}"), "period": code(r"\d{4}|\d{4}/\d{2}|\d{4}-\d{2}"),
    "value": number(0, 3_000, nullable=True), "indicator": choice(tuple(MEASURES)), "measure": text(),
    "significance": choice(["Better", "Similar", "Worse", "Not compared"]),
    "group": choice(["Female", "Male"], nullable=True),
}, key=("indicator", "area_code", "period", "group"))


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Table ``fingertips``: one row per measure, area, period and sex; no confidence limits were drawn."""
    frame = gss_areas(raw.read(PROFILES))
    span = frame["period"].str.replace(r"^(20)(\d{2})-(\d{2})$", r"\1\2 to 20\3", regex=True)
    return {"fingertips": pd.DataFrame({
        "area_code": frame["area_code"], "area_type": frame["area_type"],
        "measure": translate(frame["indicator"], MEASURES, raw.sources[PROFILES.source_id].file),
        "unit": frame["measure"], "period": span,
        "period_end": span.map(lambda period: period_end(period, FINANCIAL)),
        "group_code": frame["group"].str.lower().fillna("all"),
        "value": frame["value"], "significance": frame["significance"],
        "status": statuses(frame["value"], "not_published"), "source_id": PROFILES.source_id,
    })}
