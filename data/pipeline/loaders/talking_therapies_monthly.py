"""NHS Talking Therapies, monthly (NHS England): two runs with measures of different names, 26 months apart."""

from __future__ import annotations

import pandas as pd

from data.pipeline.published import SAME_PEOPLE, organisation_areas, statuses
from data.pipeline.raw import RawFile, RawFolder, choice, code, number, text

RUNS = {
    "NHS Digital IAPT monthly time series Feb 2019-Feb 2020": "February 2019 to February 2020",
    "NHS Talking Therapies monthly (healthyr extract)": "May 2022 to May 2023",
}
MONTHLY = RawFile("talking_therapies_monthly", {
    "org_code": choice(["ENGLAND", "RYG", *SAME_PEOPLE]), "month": code(r"20\d{2}-(0[1-9]|1[0-2])"),
    "measure": text(), "value": number(0, 1_000_000, nullable=True), "unit": choice(["referrals", "%"]),
    "source": choice(tuple(RUNS)),
}, key=("org_code", "month", "measure", "source"))


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Table ``talking_therapies_monthly``: one row per area, month and measure; ``series`` keeps the runs apart.

    The sub-ICB B2M3M covers the whole of the local NHS area and stands for it; former CCGs are left out.
    """
    frame = raw.read(MONTHLY)
    frame = organisation_areas(frame.assign(org_code=frame["org_code"].replace({"B2M3M": "QWU"})))
    return {"talking_therapies_monthly": pd.DataFrame({
        "area_code": frame["area_code"], "area_type": frame["area_type"],
        "period": frame["month"], "period_end": _last_day(frame["month"]),
        "measure": frame["measure"], "value": frame["value"], "unit": frame["unit"],
        "status": statuses(frame["value"]), "series": frame["source"].map(RUNS), "source_id": MONTHLY.source_id,
    })}


def _last_day(month: pd.Series) -> pd.Series:
    return pd.PeriodIndex(month, freq="M").to_timestamp(how="end").strftime("%Y-%m-%d")
