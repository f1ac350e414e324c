"""Children's measures by upper-tier authority (Department for Education, Local Authority Interactive Tool)."""

from __future__ import annotations

import re

import pandas as pd

from data.pipeline.errors import RawDataError
from data.pipeline.published import ACADEMIC, FINANCIAL, GSS_AREAS, period_end, statuses, year_ending
from data.pipeline.raw import RawFile, RawFolder, choice, code, number, text

YEAR_TYPES = ("Financial Year", "Academic Year", "Calendar Year", "Annual", "Annual - January")
POLARITY = {"Low": "high_is_bad", "High": "high_is_good", "-": "no_judgement"}
NEIGHBOUR = "DfE statistical neighbour 2025"
VALUES = RawFile("lait_children_indicators", {
    "topic": text(), "measure_code": text(), "measure": text(), "unit": text(),
    "polarity": choice(tuple(POLARITY), nullable=True), "area": text(),
    "gss_code": choice(tuple(GSS_AREAS), nullable=True), "la_number": code(r"\d{3}"),
    "scope": choice(["own", "England/region", NEIGHBOUR]),
    "year": code(r"\d{4}|\d{4}[-/]\d{2}|\d{4}/\d{2}-\d{2}/\d{2}"), "year_type": choice(YEAR_TYPES),
    "value": number(0, 20_000_000, nullable=True), "value_note": choice(["-"], nullable=True),
}, key=("measure_code", "la_number", "year"))
DICTIONARY = RawFile("lait_dictionary", {
    "Measure_short": text(), "y_axis_name": text(), "Year_Type": choice(YEAR_TYPES), "Last Update": text(),
}, key=("Measure_short",))
# Named and labelled as a share, but its values are numbers of deaths: nothing may show it as a percentage.
WRONG_UNIT = ("PreChildDea",)
# Returns on education, health and care plans changed in 2023: 2022 belongs safely to neither side.
CHANGED_RETURN = ("SEN_EHC_Excpt_20wks", "SEN_EHC_All_20wks", "EHCP_Initial_req_refused")

# Sessions missed because of the coronavirus were not counted as absence in 2020/21, so that year joins no other.
ABSENCE = ("TotPerAbNew", "TotSevPerAbNew", "LAC_Pers_Abs")


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Table ``children_indicators``: one row per measure, area and year; the year's form and type are kept.

    A statistical neighbour goes by the department's own three-figure number, as the file gives it no other code.
    """
    frame = raw.read(VALUES)
    described = raw.read(DICTIONARY).set_index("Measure_short")
    _check_described(frame, described, raw.sources[VALUES.source_id].file)
    period = pd.Series([_period(*row) for row in zip(frame["year"], frame["year_type"], strict=True)], frame.index)
    table = pd.DataFrame({
        "area_code": frame["gss_code"].fillna(frame["la_number"]), "area_name": frame["area"],
        "area_type": frame["gss_code"].map(GSS_AREAS).fillna("neighbour"),
        "topic": frame["topic"], "measure_code": frame["measure_code"], "measure": frame["measure"],
        "unit": frame["unit"], "polarity": frame["polarity"].map(POLARITY).fillna("no_judgement"),
        "year": frame["year"], "year_type": frame["year_type"], "period": period,
        "period_end": [_end(*row) for row in zip(period, frame["year_type"], strict=True)],
        "value": frame["value"], "usable": ~frame["measure_code"].isin(WRONG_UNIT),
        "updated": frame["measure_code"].map(described["Last Update"]), "source_id": VALUES.source_id,
    })
    nowhere = table["value"].isna().groupby([table["measure_code"], table["year"]]).transform("all")
    table["status"] = statuses(table["value"], "not_published").mask(nowhere, "not_collected")
    return {"children_indicators": table.assign(series=_series(table, nowhere))}


def _check_described(frame: pd.DataFrame, described: pd.DataFrame, file: str) -> None:
    for row, measure, unit, kind in frame[["measure_code", "unit", "year_type"]].itertuples():
        if measure not in described.index or described.at[measure, "y_axis_name"] != unit \
                or described.at[measure, "Year_Type"] != kind:
            raise RawDataError(f"{file}, row {row}, column measure_code: {measure} ({unit}, {kind}) is not described "
                               f"so in the dictionary")


def _period(year: str, year_type: str) -> str:
    """A year as we write it. A plain year of a financial or academic measure is the one it ends in."""
    years = year_type in ("Financial Year", "Academic Year")
    if re.fullmatch(r"\d{4}/\d{2}-\d{2}/\d{2}", year):
        first, last = year.split("-")
        return f"{first} to {year[:2]}{last}"
    if re.fullmatch(r"\d{4}", year):
        return year_ending(int(year)) if years else year
    if years:
        return f"{year[:4]}/{year[-2:]}"
    return f"{year[:4]} to {year[:2]}{year[-2:]}"


def _end(period: str, year_type: str) -> str:
    """Last day of the period; counts of one day fall on 31 March, or in January where the type says so."""
    if year_type == "Annual":
        return f"{period}-03-31"
    if year_type == "Annual - January":
        return f"{period}-01-31"
    return period_end(period, ACADEMIC if year_type == "Academic Year" else FINANCIAL)


def _series(table: pd.DataFrame, nowhere: pd.Series) -> pd.Series:
    """The run a row belongs to: a measure breaks after a year no area has, and where its collection changed."""
    years = table[["measure_code", "period_end", "period"]].assign(gap=nowhere).drop_duplicates(
        ["measure_code", "period_end"]).sort_values(["measure_code", "period_end"])
    changed = years["measure_code"].isin(CHANGED_RETURN) & years["period"].isin(["2022", "2023"])
    changed |= years["measure_code"].isin(ABSENCE) & years["period"].isin(["2020/21", "2021/22"])
    after_gap = years.groupby("measure_code")["gap"].shift(fill_value=False)
    years["run"] = (changed | after_gap).groupby(years["measure_code"]).cumsum()
    years["series"] = "from " + years.groupby(["measure_code", "run"])["period"].transform("first")
    named = years.set_index(["measure_code", "period_end"])["series"]
    return pd.Series(named.loc[pd.MultiIndex.from_frame(table[["measure_code", "period_end"]])].to_numpy(), table.index)
