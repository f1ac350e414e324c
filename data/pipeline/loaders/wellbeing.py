"""Personal well-being (Office for National Statistics, Annual Population Survey): four questions, with limits."""

from __future__ import annotations

import pandas as pd

from data.pipeline.published import gss_areas, period_end, statuses
from data.pipeline.raw import RawFile, RawFolder, choice, code, number

MEASURES = {"wellbeing-satisfaction": "satisfaction", "wellbeing-worthwhile": "worthwhile",
            "wellbeing-happiness": "happiness", "wellbeing-anxiety": "anxiety"}
WELLBEING = RawFile("personal_wellbeing", {
    "slug": choice(tuple(MEASURES)), "area_code": code(r"[EK]\d{8}"), "period": code(r"\d{4}/\d{2}"),
    "value": number(0, 10, nullable=True), "lci": number(0, 10, nullable=True), "uci": number(0, 10, nullable=True),
}, key=("slug", "area_code", "period"))


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
