"""Personal well-being (Office for National Statistics, Annual Population Survey): four questions, with limits."""

from __future__ import annotations

import pandas as pd

from data.pipeline.originals import Original
from data.pipeline.published import GSS_AREAS, gss_areas, period_end, statuses
from data.pipeline.raw import RawFile, RawFolder, choice, code, number, text

MEASURES = {"wellbeing-satisfaction": "satisfaction", "wellbeing-worthwhile": "worthwhile",
            "wellbeing-happiness": "happiness", "wellbeing-anxiety": "anxiety"}
# The publisher's own dataset: its names of the questions, and of the row that holds a mean.
QUESTIONS = {"Life satisfaction": "wellbeing-satisfaction", "Worthwhile": "wellbeing-worthwhile",
             "Happiness": "wellbeing-happiness", "Anxiety": "wellbeing-anxiety"}
MEAN = "average-mean"
DATASET = Original(
    sign="wellbeing-estimate",
    columns={"v4_3": number(0, 10, nullable=True), "Lower limit": number(0, 10, nullable=True),
             "Upper limit": number(0, 10, nullable=True), "yyyy-yy": code(r"\d{4}-\d{2}"),
             "administrative-geography": text(), "MeasureOfWellbeing": choice(tuple(QUESTIONS)),
             "wellbeing-estimate": text()},
    ours=lambda frame: frame["administrative-geography"].isin(GSS_AREAS) & (frame["wellbeing-estimate"] == MEAN),
    tidy=lambda frame, name: frame.assign(
        slug=frame["MeasureOfWellbeing"].map(QUESTIONS), period=frame["yyyy-yy"].str.replace("-", "/")).rename(
        columns={"administrative-geography": "area_code", "v4_3": "value", "Lower limit": "lci",
                 "Upper limit": "uci"}))
WELLBEING = RawFile("personal_wellbeing", {
    "slug": choice(tuple(MEASURES)), "area_code": code(r"[EK]\d{8}"), "period": code(r"\d{4}/\d{2}"),
    "value": number(0, 10, nullable=True), "lci": number(0, 10, nullable=True), "uci": number(0, 10, nullable=True),
}, key=("slug", "area_code", "period"), originals=(DATASET,))


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Table ``wellbeing``: one row per area, year and question: mean score out of ten with its 95% limits."""
    frame = gss_areas(raw.read(WELLBEING))
    return {"wellbeing": pd.DataFrame({
        "area_code": frame["area_code"], "area_type": frame["area_type"],
        "measure": frame["slug"].map(MEASURES), "period": frame["period"],
        "period_end": frame["period"].map(period_end),
        "value": frame["value"], "lower": frame["lci"], "upper": frame["uci"],
        "status": statuses(frame["value"], "not_published"), "source_id": WELLBEING.source_id,
    })}
