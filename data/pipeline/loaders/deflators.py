"""GDP deflators by financial year (OBR) and by calendar year (HM Treasury): cash × 100 / index gives real terms."""

from __future__ import annotations

import pandas as pd

from data.pipeline.raw import RawFile, RawFolder, choice, code, number

BASES = {"financial year": "financial_year", "calendar year": "calendar_year"}
STATUSES = {"outturn": "outturn", "OBR forecast": "forecast"}
# A new vintage is a new line here, so that no page shows old words over new figures.
VINTAGES = {
    "OBR EFO November 2025 detailed economy table 1.7 (via REAL Centre)":
        "Office for Budget Responsibility, November 2025",
    "HM Treasury GDP deflators, Quarterly National Accounts December 2025 (via greenbook; calendar 2024 = 100)":
        "HM Treasury, December 2025",
}
INDEX = number(20, 200, nullable=True)

DEFLATORS = RawFile("gdp_deflators", {
    "basis": choice(list(BASES)), "period": code(r"\d{4}(?:-\d\d)?"), "index_2024_25_100": INDEX,
    "index_2023_24_100": INDEX, "index_calendar_2024_100": INDEX, "status": choice(list(STATUSES)),
    "source": choice(list(VINTAGES)),
}, key=("basis", "period"))


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Table ``deflators``: one row per basis and period; an index of the other basis is blank."""
    frame = raw.read(DEFLATORS)
    return {"deflators": pd.DataFrame({
        "basis": frame["basis"].map(BASES),
        "period": frame["period"].str.replace("-", "/"),
        "index_2024_25": frame["index_2024_25_100"],
        "index_2023_24": frame["index_2023_24_100"],
        "index_calendar_2024": frame["index_calendar_2024_100"],
        "status": frame["status"].map(STATUSES),
        "vintage": frame["source"].map(VINTAGES),
        "source_id": DEFLATORS.source_id,
    })}
