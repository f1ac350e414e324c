"""Waits of children and young people for their second contact (NHS Digital, experimental), 2019/20 to 2021/22."""

from __future__ import annotations

import pandas as pd

from data.pipeline.published import (
    ORGANISATIONS,
    SAME_PEOPLE,
    organisation_areas,
    period_end,
    split_year,
    statuses,
    translate,
)
from data.pipeline.raw import RawFile, RawFolder, choice, code, number, text

SERVICES = {"all (MH, LD and autism services)": "all", "mental health services": "mental_health",
            "learning disability and autism services": "learning_disability_autism"}
QUARTERS = {"April": "Q1", "July": "Q2", "October": "Q3", "January": "Q4"}
WAITS = RawFile("cyp_waits_second_contact", {
    "year": code(r"\d{4}-\d{2}"), "period": text(), "frequency": choice(["annual", "quarter"]),
    "counted": choice(["people", "referrals"]), "services": choice(tuple(SERVICES)),
    "org_code": choice([*ORGANISATIONS, *SAME_PEOPLE]), "measure": code(r"[a-z0-9_]+"),
    "value": number(0, 2_000_000, nullable=True), "unit": choice(["people", "referrals", "%", "days"]),
}, key=("year", "period", "counted", "services", "org_code", "measure"))


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Table ``cyp_waits``: one row per area, period, unit counted, services and measure.

    ``series`` is the year: the publisher says that years must not be compared.
    """
    frame = organisation_areas(raw.read(WAITS))
    year = frame["year"].map(split_year)
    quarter = translate(frame["period"].str.split(" ").str[0], QUARTERS, raw.sources[WAITS.source_id].file)
    period = year.where(frame["frequency"] == "annual", quarter + " " + year)
    return {"cyp_waits": pd.DataFrame({
        "area_code": frame["area_code"], "area_type": frame["area_type"],
        "period": period, "period_end": period.map(period_end), "frequency": frame["frequency"],
        "counted": frame["counted"], "services": frame["services"].map(SERVICES), "measure": frame["measure"],
        "value": frame["value"], "unit": frame["unit"], "status": statuses(frame["value"]),
        "series": year, "source_id": WAITS.source_id,
    })}
