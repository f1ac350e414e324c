"""Education, health and care plans by primary need (Department for Education): plan holders, not all with the need."""

from __future__ import annotations

import re

import pandas as pd

from data.pipeline.errors import RawDataError
from data.pipeline.originals import Original
from data.pipeline.published import GSS_AREAS, gss_areas
from data.pipeline.raw import RawFile, RawFolder, choice, code, text

COUNTED = {"all EHC plans (January 2025)": ("held", "January 2025", "2025-01-31"),
           "new EHC plans (calendar 2024)": ("new", "2024", "2024-12-31")}
TOPICS = {"All EHC plans": "all", "Sex": "sex", "Ethnicity": "ethnicity_of_pupils", "Child or young persons age": "age"}
OTHER_TOPICS = ("Type of placement", "Years EHC plan in place")
NEEDS = ("semh", "asd", "slcn")
NUMBER = r"\d+(\.\d+)?|x"  # x: the publisher has no figure
FIGURES = {"ehc_plans": code(NUMBER)} | {f"number_{need}": code(NUMBER) for need in NEEDS} | {
    f"{need}_pc": code(NUMBER) for need in NEEDS}
# The two files of the department's release, and the period of each that is read.
FILES = {"sen_needs_all_plans.csv": ("all EHC plans (January 2025)", "202425"),
         "sen_need_newplans.csv": ("new EHC plans (calendar 2024)", "2024")}
AREA_OF = {"National": "country_code", "Regional": "region_code", "Local authority": "new_la_code"}


def _area(frame: pd.DataFrame) -> pd.Series:
    """The code of the area a row is of, which stands in another column at each level."""
    area = pd.Series(None, frame.index, dtype="str")
    for level, column in AREA_OF.items():
        area = area.mask(frame["geographic_level"] == level, frame[column])
    return area


def _tidy(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    file = name.rsplit("/", 1)[-1]
    if file not in FILES:
        raise RawDataError(f"{name}: not named as the department names it: {' or '.join(FILES)}")
    dataset, period = FILES[file]
    return frame[frame["time_period"] == period].assign(dataset=dataset, area_code=_area)


RELEASE = Original(
    sign="new_la_code", tidy=_tidy, members="|".join(map(re.escape, FILES)),
    ours=lambda frame: _area(frame).isin(GSS_AREAS) & frame["breakdown_topic"].isin(TOPICS),
    columns={"time_period": code(r"\d{4}|\d{6}"), "geographic_level": choice(tuple(AREA_OF)),
             **{column: text(nullable=True) for column in AREA_OF.values()},
             "breakdown_topic": text(), "breakdown": text(), **FIGURES})
PLANS = RawFile("ehcp_semh_2025", {
    "dataset": choice(tuple(COUNTED)), "area_code": code(r"E\d{8}"),
    "breakdown_topic": choice([*TOPICS, *OTHER_TOPICS]), "breakdown": text(), **FIGURES,
}, key=("dataset", "area_code", "breakdown_topic", "breakdown"), originals=(RELEASE,))


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Table ``ehcp``: one row per area, plans counted, group of children and primary need.

    Groups keep the department's words: its ethnic groups are not those of other tables.
    """
    frame = gss_areas(raw.read(PLANS))
    frame = frame[frame["breakdown_topic"].isin(TOPICS)]
    missing = [dataset for dataset in COUNTED if dataset not in set(frame["dataset"])]
    if missing:
        raise RawDataError(f"{raw.sources[PLANS.source_id].file}, column dataset: no row of {missing[0]}")
    return {"ehcp": pd.concat([_need(frame, need) for need in NEEDS])}


def _need(frame: pd.DataFrame, need: str) -> pd.DataFrame:
    def numbers(column: str) -> pd.Series:
        return pd.to_numeric(frame[column].where(frame[column] != "x"))

    number = numbers(f"number_{need}")
    whole = frame["breakdown_topic"] == "All EHC plans"
    return pd.DataFrame({
        "area_code": frame["area_code"], "area_type": frame["area_type"],
        "plans_counted": frame["dataset"].map({name: row[0] for name, row in COUNTED.items()}),
        "period": frame["dataset"].map({name: row[1] for name, row in COUNTED.items()}),
        "period_end": frame["dataset"].map({name: row[2] for name, row in COUNTED.items()}),
        "breakdown": frame["breakdown_topic"].map(TOPICS),
        "group_name": frame["breakdown"].where(~whole, "all"), "need": need,
        "plans": numbers("ehc_plans"), "plans_with_need": number, "share_pct": numbers(f"{need}_pc"),
        "status": pd.Series("value", frame.index).mask(number == 0, "zero").mask(number.isna(), "not_published"),
        "source_id": PLANS.source_id,
    })
