"""NHS Mental Health Dashboard to Q4 2021/22 (NHS England): published measures; and children's access from it."""

from __future__ import annotations

import pandas as pd

from data.pipeline.errors import RawDataError
from data.pipeline.published import ORGANISATIONS, SAME_PEOPLE, organisation_areas, period_end, statuses
from data.pipeline.raw import RawFile, RawFolder, choice, code, text

DASHBOARD = RawFile("nhs_mh_dashboard", {
    "indicator_code": text(), "indicator": text(), "org_code": choice([*ORGANISATIONS, *SAME_PEOPLE]),
    "period": text(), "value": code(r"-?\d+(\.\d+)?(E-?\d+)?|Y|N", nullable=True), "unit": text(),
    "standard": text(nullable=True), "in_published_metadata": choice(["True", "False"]),
    "quality_flag": text(nullable=True),
}, key=("indicator_code", "org_code", "period"))
UNITS = {"proportion (0-1)": "proportion", "proportion": "proportion", "count": "count", "people": "count",
         "attendances": "count", "episodes": "count", "WTE": "wte", "GBP": "gbp", "rate per 100,000": "per_100000",
         "standardised rate per 100,000": "per_100000_standardised"}
YES_OR_NO = "Y/N"
ENTERING_TREATMENT = "IAPT(i_a)"  # a share of estimated need to 2018/19, people from 2019/20, all marked as people
PLANNED = " planned"
RUNNING_TOTAL = ("ES(i)", "ES(i)_target")  # counted afresh from each April
ACCESS = "CYP(i_a)"
ONE_MEASURE = ["indicator_code", "area_code", "kind", "unit", "usable"]


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Table ``nhs_dashboard``, and the dashboard's rows of table ``access``.

    Left out: rows of hidden worksheets, yes-or-no answers, and three national positions whose year is not given.
    """
    frame = organisation_areas(raw.read(DASHBOARD))
    frame = frame[(frame["in_published_metadata"] == "True") & (frame["unit"] != YES_OR_NO)]
    frame = frame[~frame["period"].str.startswith("End of ")]
    table = _table(frame)
    _check_proportions(table, raw.sources[DASHBOARD.source_id].file)
    table["series"] = _series(table)
    return {"nhs_dashboard": table, "access": _access(table)}


def _table(frame: pd.DataFrame) -> pd.DataFrame:
    value = pd.to_numeric(frame["value"])
    period = frame["period"].str.removesuffix(PLANNED)
    share = (frame["indicator_code"] == ENTERING_TREATMENT) & (period.str[-7:] < "2019/20")
    kind = pd.Series("year", frame.index).mask(period.str.startswith("Q"), "quarter")
    return pd.DataFrame({
        "area_code": frame["area_code"], "area_type": frame["area_type"],
        "indicator_code": frame["indicator_code"], "indicator": frame["indicator"],
        "period": period, "period_end": period.map(period_end),
        "kind": kind.mask(frame["period"].str.endswith(PLANNED), "plan"),
        "value": value, "unit": frame["unit"].map(UNITS).mask(share, "proportion"),
        "standard": frame["standard"].str.replace(r"\s+", " ", regex=True), "status": statuses(value),
        "usable": frame["quality_flag"].isna(), "quality_note": frame["quality_flag"],
        "source_id": DASHBOARD.source_id,
    })


def _check_proportions(table: pd.DataFrame, file: str) -> None:
    wrong = table.index[(table["unit"] == "proportion") & table["usable"] & (table["value"] > 1)]
    if len(wrong):
        raise RawDataError(f"{file}, row {wrong[0]}, column value: {table.at[wrong[0], 'value']} is no proportion")


def _series(table: pd.DataFrame) -> pd.Series:
    """The run a row belongs to: usable quarters or years that follow on one another, named by the first of them.

    Plans are a run of their own; running totals start again every April.
    """
    end = pd.PeriodIndex(table["period_end"], freq="Q").astype("int64")
    step = table["kind"].map({"quarter": 1, "year": 4, "plan": 4})
    runs = table.assign(end=end, step=step).sort_values("end")
    breaks = runs.groupby(ONE_MEASURE)["end"].diff() != runs["step"]
    runs["run"] = breaks.groupby([runs[column] for column in ONE_MEASURE]).cumsum()
    first = runs.groupby([*ONE_MEASURE, "run"])["period"].transform("first").reindex(table.index)
    yearly = table["indicator_code"].isin(RUNNING_TOTAL) & (table["kind"] == "quarter")
    return ("from " + first).mask(yearly, "running total " + table["period"].str[-7:]).mask(
        table["kind"] == "plan", "plan")


def _access(table: pd.DataFrame) -> pd.DataFrame:
    """Our area's children seen at least once in twelve months; the period says whether it is a quarter or a year."""
    rows = table[(table["indicator_code"] == ACCESS) & (table["area_type"] == "icb") & table["usable"]]
    return pd.DataFrame({
        "area_code": rows["area_code"], "area_type": rows["area_type"],
        "measure": "cyp_access_one_contact_dashboard", "period": rows["period"], "period_end": rows["period_end"],
        "people": rows["value"], "expected": pd.Series(None, rows.index, dtype="float64"),
        "status": rows["status"], "source_id": DASHBOARD.source_id,
    })
