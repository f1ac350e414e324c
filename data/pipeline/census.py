"""The publisher's own Census 2021 tables: Nomis's bulk files, wide, and the ONS datasets with one row per category.

The county, the region and England are sums of their districts within one table, because tables are perturbed one by
one; the tables are therefore read whole, never as an extract.
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pandera.pandas as pa

from data.pipeline.errors import RawDataError
from data.pipeline.originals import Original, lsoa_district
from data.pipeline.raw import DISTRICTS, LSOA, choice, code, text, whole

WEST_MIDLANDS = (
    "E06000019", "E06000020", "E06000021", "E06000051", *(f"E070001{n}" for n in range(92, 100)), *DISTRICTS[1:],
    *(f"E070002{n}" for n in range(34, 40)), *(f"E080000{n}" for n in range(25, 32)))
ENGLISH_DISTRICTS = (309, 296)  # on census day, and since April 2023
LARGER = {"E10000031": ("county", DISTRICTS[1:]), "E12000005": ("region", WEST_MIDLANDS)}
ENGLAND = "E92000001"
PERSONS = whole(0, 70_000_000)
NOT_ASKED = "-8"  # the publisher's code for people a question does not apply to
SIX_AGES = {"1": "0-15", "2": "16-24", "3": "25-34", "4": "35-49", "5": "50-64", "6": "65+"}
ETHNIC_GROUP = "Ethnic group: "
TOTAL = f"{ETHNIC_GROUP}Total: All usual residents"
BROAD = ("Asian, Asian British or Asian Welsh", "Black, Black British, Black Welsh, Caribbean or African",
         "Mixed or Multiple ethnic groups", "White", "Other ethnic group")
DETAILED = tuple(f"{BROAD[broad]}: {detail}" for broad, details in enumerate((
    ("Bangladeshi", "Chinese", "Indian", "Pakistani", "Other Asian"),
    ("African", "Caribbean", "Other Black"),
    ("White and Asian", "White and Black African", "White and Black Caribbean",
     "Other Mixed or Multiple ethnic groups"),
    ("English, Welsh, Scottish, Northern Irish or British", "Irish", "Gypsy or Irish Traveller", "Roma", "Other White"),
    ("Arab", "Any other ethnic group"),
)) for detail in details)
LTLA, LSOA_HEAD = "Lower tier local authorities", "Lower layer Super Output Areas"
AGE, ETHNICITY = "Age (6 categories)", "Ethnic group (20 categories)"
TITLE_CASE = {"Lower Tier Local Authorities Code": f"{LTLA} Code"}


def nomis_ethnicity_lsoa() -> Original:
    """Table TS021 by LSOA as Nomis gives it in bulk, in its five broad groups; the zip it comes in is read too."""
    heads = [f"{ETHNIC_GROUP}{group}" for group in BROAD]

    def tidy(frame: pd.DataFrame, name: str) -> pd.DataFrame:
        long = _long(frame.rename(columns={"geography code": "lsoa21_code", TOTAL: "total"}), heads)
        return long.rename(columns={"category": "ethnic_group"})

    return Original(
        sign="geography code", members=r"census2021-ts021-lsoa\.csv", tidy=tidy,
        columns={"geography": text(), "geography code": code(LSOA), TOTAL: PERSONS, **dict.fromkeys(heads, PERSONS)},
        ours=lambda frame: lsoa_district(frame["geography"]).notna())


def nomis_ethnicity_district() -> Original:
    """Table TS021 by district as Nomis gives it in bulk, in its nineteen groups; it is in the same zip."""
    heads = [f"{ETHNIC_GROUP}{detail}" for detail in DETAILED]

    def tidy(frame: pd.DataFrame, name: str) -> pd.DataFrame:
        _check_total(frame, heads, name)
        long = _long(frame.rename(columns={"geography code": "area_code"}), heads)
        return _ethnicity(_with_larger_areas(long, name))

    return Original(
        sign="geography code", members=r"census2021-ts021-ltla\.csv", tidy=tidy, ours=_english("geography code"),
        columns={"geography code": code(r"E0[6-9]\d{6}"), TOTAL: PERSONS, **dict.fromkeys(heads, PERSONS)})


def ons_ethnicity_district() -> Original:
    """Table TS021 by district as the ONS site gives it, one row per district and detailed group."""
    def tidy(frame: pd.DataFrame, name: str) -> pd.DataFrame:
        frame = frame[frame[f"{ETHNICITY} Code"] != NOT_ASKED]
        named = {f"{LTLA} Code": "area_code", ETHNICITY: "category", "Observation": "count"}
        return _ethnicity(_with_larger_areas(frame.rename(columns=named), name))

    return Original(
        sign="Observation", headers=TITLE_CASE, tidy=tidy, ours=_english(f"{LTLA} Code"),
        columns={f"{LTLA} Code": code(r"E0[6-9]\d{6}"), f"{ETHNICITY} Code": code(r"-8|\d{1,2}"),
                 ETHNICITY: choice(["Does not apply", *DETAILED]), "Observation": PERSONS})


def ons_age_lsoa() -> Original:
    """A custom dataset of the ONS site: residents by LSOA and six ages."""
    return Original(
        sign="Observation",
        columns={f"{LSOA_HEAD} Code": code(LSOA), LSOA_HEAD: text(), **_AGES},
        ours=lambda frame: lsoa_district(frame[LSOA_HEAD]).notna(),
        tidy=lambda frame, name: _ages(frame).rename(columns={f"{LSOA_HEAD} Code": "lsoa21_code"}))


def ons_age_district() -> Original:
    """A custom dataset of the ONS site: residents by district and six ages."""
    def tidy(frame: pd.DataFrame, name: str) -> pd.DataFrame:
        ages = _ages(frame).rename(columns={f"{LTLA} Code": "area_code", "age_band": "category",
                                            "usual_residents": "count"})
        areas = _with_larger_areas(ages, name)
        return areas.rename(columns={"category": "age_band", "count": "usual_residents", "total": "area_total"})

    return Original(sign="Observation", headers=TITLE_CASE, tidy=tidy, ours=_english(f"{LTLA} Code"),
                    columns={f"{LTLA} Code": code(r"E0[6-9]\d{6}"), **_AGES})


_AGES: dict[str, pa.Column] = {f"{AGE} Code": choice([NOT_ASKED, *SIX_AGES]), "Observation": PERSONS}


def _ages(frame: pd.DataFrame) -> pd.DataFrame:
    frame = frame[frame[f"{AGE} Code"] != NOT_ASKED]
    return frame.assign(age_band=frame[f"{AGE} Code"].map(SIX_AGES), usual_residents=frame["Observation"])


def _long(frame: pd.DataFrame, heads: list[str]) -> pd.DataFrame:
    """One row per area and category, with the row number of the area."""
    rest = [column for column in frame.columns if column not in heads]
    long = frame.melt(id_vars=rest, value_vars=heads, var_name="category", value_name="count", ignore_index=False)
    return long.assign(category=long["category"].str.removeprefix(ETHNIC_GROUP))


def _english(column: str) -> Callable[[pd.DataFrame], pd.Series]:
    """Picks the districts of England; a row without a code is kept, for the check to name it."""
    return lambda frame: frame[column].str.startswith("E", na=True)


def _check_total(frame: pd.DataFrame, heads: list[str], name: str) -> None:
    wrong = frame.index[frame[heads].sum(axis=1) != frame[TOTAL]]
    if len(wrong):
        raise RawDataError(f"{name}, row {wrong[0]}, column {TOTAL}: the groups do not add up to it")


def _with_larger_areas(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """Our districts, and the county, region and England as sums of theirs; ``total`` is everyone in the area.

    Raises RawDataError where districts are missing, because a sum would then be too low.
    """
    present = set(frame["area_code"])
    missing = [area for area in WEST_MIDLANDS if area not in present]
    if missing or len(present) not in ENGLISH_DISTRICTS:
        raise RawDataError(f"{name}: {len(present)} English districts"
                           + (f", {missing[0]} not among them" if missing else "")
                           + f"; the whole table has {ENGLISH_DISTRICTS[0]}, or {ENGLISH_DISTRICTS[1]} since 2023")
    parts = [frame[frame["area_code"].isin(DISTRICTS)].assign(area_level="district")]
    for area, (level, members) in (LARGER | {ENGLAND: ("country", tuple(present))}).items():
        rows = frame[frame["area_code"].isin(members)]
        sums = rows.assign(row=rows.index).groupby("category", sort=False, as_index=False).agg(
            {"count": "sum", "row": "min"})
        parts.append(sums.set_index("row").assign(area_code=area, area_level=level))
    areas = pd.concat(parts)
    return areas.assign(total=areas.groupby("area_code")["count"].transform("sum"))


def _ethnicity(frame: pd.DataFrame) -> pd.DataFrame:
    frame = frame.rename(columns={"category": "ethnic_group_detail"})
    return frame.assign(ethnic_group5=frame["ethnic_group_detail"].str.partition(": ")[0])
