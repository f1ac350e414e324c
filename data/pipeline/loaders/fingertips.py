"""Fingertips profiles as of May 2019 (now Office for Health Improvement and Disparities): back series to 2018."""

from __future__ import annotations

import pandas as pd

from data.pipeline.originals import Original
from data.pipeline.published import FINANCIAL, GSS_AREAS, gss_areas, period_end, statuses, translate
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
SIGNIFICANCE = ("Better", "Similar", "Worse", "Not compared")
# The publisher's number of each indicator, with the name and kind of rate it goes by here.
INDICATORS = {
    "90813": ("Hospital admissions as a result of self-harm (10-24 years)", "Age standardised rate per 100,000"),
    "21001": ("Emergency Hospital Admissions for Intentional Self-Harm", "Age standardised rate per 100,000"),
    "91096": ("Excess under 75 mortality rate in adults with serious mental illness", "Indirectly standardised ratio"),
    "92949": ("Estimated dementia diagnosis rate (aged 65 and over)", "Proportion"),
    "91414": ("Alcohol related admissions (narrow measure)", "Standardised rate per 100,000"),
    "10101": ("Children in low income families", "Percentage"),
    "90803": ("Children in care: rate per 10,000 population aged < 18", "per 10,000"),
    "92901": ("Inequality in life expectancy at birth", "Slope Index of Inequality"),
}
BY_SEX = ("92901",)  # published for each sex; of the others only the rows for everyone are read
COMPARED = "Compared to England value or percentiles"


def _ours(frame: pd.DataFrame) -> pd.Series:
    """Rows of our areas and indicators, without the publisher's splits of an area (by deprivation, say)."""
    each_sex = frame["Indicator ID"].isin(BY_SEX)
    return (frame["Area Code"].isin(GSS_AREAS) & frame["Indicator ID"].isin(INDICATORS) & frame["Category Type"].isna()
            & ((frame["Sex"] == "Persons") != each_sex))


def _tidy(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    return frame.rename(columns={"Area Code": "area_code", "Value": "value", COMPARED: "significance"}).assign(
        period=frame["Time period"].str.replace(" - ", "-"), group=frame["Sex"].mask(frame["Sex"] == "Persons"),
        indicator=frame["Indicator ID"].map({number: row[0] for number, row in INDICATORS.items()}),
        measure=frame["Indicator ID"].map({number: row[1] for number, row in INDICATORS.items()}))


EXPORT = Original(
    sign="Indicator ID", tidy=_tidy, ours=_ours, members=r".*\.csv",
    repeats=True,  # an area is printed under each of its parents, and England in every file
    columns={
        "Indicator ID": choice(tuple(INDICATORS)), "Area Code": code(r"E\d{8}"),
        "Sex": choice(["Persons", "Female", "Male"]), "Category Type": text(nullable=True), "Time period": text(),
        "Value": number(0, 3_000, nullable=True), COMPARED: choice(SIGNIFICANCE)})
PROFILES = RawFile("fingertips_2006_2018", {
    "area_code": code(r"E\d{8}"), "period": code(r"\d{4}|\d{4}/\d{2}|\d{4}-\d{2}"),
    "value": number(0, 3_000, nullable=True), "indicator": choice(tuple(MEASURES)), "measure": text(),
    "significance": choice(SIGNIFICANCE),
    "group": choice(["Female", "Male"], nullable=True),
}, key=("indicator", "area_code", "period", "group"), originals=(EXPORT,))


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
