"""NHS Talking Therapies, yearly (NHS England): referrals, courses finished and results, by group of people.

Deprivation tenths are turned round here: the publisher's 10 is the most deprived, ours is 1.
"""

from __future__ import annotations

import re

import pandas as pd

from data.pipeline.errors import RawDataError
from data.pipeline.originals import Original
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

MEASURES = ("referrals_received", "finished_course_treatment", "at_caseness", "not_at_caseness", "recovery",
            "reliable_recovery", "improvement", "deterioration", "no_reliable_change")
ETHNIC_GROUPS = {
    "Asian or Asian British": "asian", "Black or Black British": "black", "Mixed": "mixed", "White": "white",
    "Other Ethnic Groups": "other", "Not stated/Not known/Invalid": "unknown",
}
LEAST_TO_MOST = ("01 Least deprived", "02 Less deprived", "03 Less deprived", "04 Less deprived", "05 Less deprived",
                 "06 More deprived", "07 More deprived", "08 More deprived", "09 More deprived", "10 Most deprived")
DECILES = {word: str(10 - i) for i, word in enumerate(LEAST_TO_MOST)} | {"Not stated/Not known/Invalid": "unknown"}
# Bands changed in 2021-22, so the two sets have codes of their own and never share a line.
AGE_BANDS = {
    "Under 16": "0-15", "16 to 17": "16-17", "18 to 35": "18-35", "36 to 64": "36-64", "65 and over": "65+",
    "Under 18": "0-17", "18 to 25": "18-25", "26 to 64": "26-64", "65 to 74": "65-74", "75 to 89": "75-89",
    "90 and over": "90+",
}
SEXES = {"Female": "female", "Male": "male", "Not stated/Not known/Invalid": "unknown",
         "Indeterminate (unable to be classified as male or female)": "other"}
WAITS = {"First treatment": "first_treatment", "Accessing services": "accessing_services",
         "First to Second Treatment": "first_to_second_treatment",
         "First to Second treatment": "first_to_second_treatment"}
# Publisher's breakdown: our dimension and its groups. Breakdowns no page asks for are left in the raw file.
DIMENSIONS = {
    "Total": ("all", {"all": "all"}), "Ethnic Group": ("ethnic_group", ETHNIC_GROUPS),
    "Indices of Deprivation Decile": ("deprivation_decile", DECILES), "Age Group": ("age_band", AGE_BANDS),
    "Gender": ("sex", SEXES), "Waiting Time": ("waiting", WAITS),
}
OTHER_BREAKDOWNS = ("BME Group", "Disability Type", "Long Term Condition Status", "Presenting Complaint",
                    "Problem Descriptor", "Religion", "Sexual Orientation Type", "Stepped Care Pathway")
ORG_TYPES = ("England", "Commissioning Region", "STP", "ICB", "CCG", "Provider")
# Most of 2020-21's activity is recorded against no code or another's for these, so no figure of theirs can be used.
UNUSABLE = {("2020-21", "QWU"): "unusable: most activity of the year not attributed to this code"}
# The yearly main data file has a column for each measure and no year: that is in the file's name.
MEASURE_HEADS = {
    "Count_ReferralsReceived": "referrals_received", "Count_FinishedCourseTreatment": "finished_course_treatment",
    "Count_AtCaseness": "at_caseness", "Count_NotAtCaseness": "not_at_caseness",
    **{f"{statistic}_{head}": ours for statistic in ("Count", "Percentage") for head, ours in {
        "Recovery": "recovery", "ReliableRecovery": "reliable_recovery", "Improvement": "improvement",
        "Deterioration": "deterioration", "NoReliableChange": "no_reliable_change"}.items()},
}
ORGANISATION = {"OrgType": "org_type", "OrgCode": "org_code", "VariableType": "variable_type",
                "VariableA": "variable_a", "VariableB": "variable_b"}


def _ours(frame: pd.DataFrame) -> pd.Series:
    """Rows of our organisations and the breakdowns that are shown."""
    return ((frame["OrgType"] == "England") | frame["OrgCode"].isin(ORGANISATIONS)) & frame["OrgType"].isin(
        ORG_TYPES) & frame["VariableType"].isin(DIMENSIONS)


def _tidy(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    year = re.search(r"20\d\d-\d\d(?!\d)", name.rsplit("/", 1)[-1])
    if year is None:
        raise RawDataError(f"{name}: the file's name has no year such as 2024-25; keep the publisher's own name")
    long = frame.rename(columns=ORGANISATION).melt(
        id_vars=list(ORGANISATION.values()), var_name="head", ignore_index=False)
    org = long["org_code"].mask(long["org_type"] == "England", "ENGLAND")
    return long.assign(
        reporting_period=year[0], org_code=org, variable_a=long["variable_a"].mask(long["variable_type"] == "Total"),
        measure_name=long["head"].map(MEASURE_HEADS), measure_statistic=long["head"].str.partition("_")[0].str.lower(),
        quality_flag=org.map({code: flag for (unusable, code), flag in UNUSABLE.items() if unusable == year[0]}))


YEARLY = Original(
    sign="VariableType", tidy=_tidy, ours=_ours, blanks=("*", "NULL"),
    headers={head.replace("_", ""): head for head in MEASURE_HEADS}, members=r".*20\d\d-\d\d-main.*\.csv",
    columns={
        "OrgType": choice(ORG_TYPES), "OrgCode": text(nullable=True), "VariableType": choice(tuple(DIMENSIONS)),
        "VariableA": text(nullable=True), "VariableB": text(nullable=True),
        **{head: number(0, 3_000_000 if head.startswith("Count") else 100, nullable=True) for head in MEASURE_HEADS}})
ANNUAL = RawFile("talking_therapies_annual", {
    "reporting_period": code(r"\d{4}-\d{2}"),
    "org_type": choice(ORG_TYPES),
    "org_code": choice([*ORGANISATIONS, *SAME_PEOPLE]),
    "variable_type": choice([*DIMENSIONS, *OTHER_BREAKDOWNS]),
    "variable_a": text(nullable=True), "variable_b": text(nullable=True),
    "measure_name": choice(MEASURES), "measure_statistic": choice(["count", "percentage"]),
    "value": number(0, 3_000_000, nullable=True), "quality_flag": text(nullable=True),
}, key=("reporting_period", "org_code", "variable_type", "variable_a", "variable_b", "measure_name",
        "measure_statistic"), originals=(YEARLY,))
LOCAL = ("E54000018", "RYG")


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Table ``talking_therapies``: one row per area, year, group of people, measure and statistic."""
    frame = organisation_areas(raw.read(ANNUAL))
    frame = frame[frame["variable_type"].isin(DIMENSIONS)]
    file = raw.sources[ANNUAL.source_id].file
    parts = [_dimension(published, frame[frame["variable_type"] == published], file) for published in DIMENSIONS]
    return {"talking_therapies": pd.concat(parts)}


def _dimension(published: str, rows: pd.DataFrame, file: str) -> pd.DataFrame:
    dimension, groups = DIMENSIONS[published]
    period = rows["reporting_period"].map(split_year)
    return pd.DataFrame({
        "area_code": rows["area_code"], "area_type": rows["area_type"],
        "period": period, "period_end": period.map(period_end),
        "dimension": dimension,
        "group_code": translate(rows["variable_a"].fillna("all"), groups, file),
        "detail_group": _detail(rows["variable_b"]),
        "measure": rows["measure_name"], "statistic": rows["measure_statistic"],
        "value": rows["value"], "status": statuses(rows["value"]),
        "usable": rows["quality_flag"].isna(),
        "series": _series(rows, period),
        "source_id": ANNUAL.source_id,
    })


def _detail(published: pd.Series) -> pd.Series:
    """The sub-group, spelt one way: the publisher changed from "Any Other … Background" to "Any other … background"."""
    words = published.fillna("all").replace({"All": "all"})
    return words.str.replace("Any Other", "Any other").str.replace("Background", "background")


def _series(rows: pd.DataFrame, period: pd.Series) -> pd.Series:
    """The run a row belongs to.

    Our area breaks at 2020/21, when most activity was recorded against no code or another's. Peers break where STPs
    became ICBs, since some took in or lost places. Referrals of 2021/22 are out of line locally and stand alone.
    """
    series = pd.Series("yearly", index=rows.index)
    icb, peer = rows["area_type"] == "icb", rows["area_type"] == "peer_icb"
    series = series.mask(icb & (period <= "2019/20"), "to 2019/20").mask(icb & (period == "2020/21"), "2020/21")
    series = series.mask(icb & (period >= "2021/22"), "from 2021/22")
    series = series.mask(peer & (rows["org_type"] == "STP"), "STP").mask(peer & (rows["org_type"] == "ICB"), "ICB")
    referrals = (rows["measure_name"] == "referrals_received") & rows["area_code"].isin(LOCAL)
    series = series.mask(referrals & (period <= "2020/21") & ~icb, "to 2020/21")
    series = series.mask(referrals & (period == "2021/22"), "2021/22")
    return series.mask(referrals & (period >= "2022/23"), "from 2022/23")
