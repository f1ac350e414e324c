"""Residents by age, sex and ethnic group: Census 2011, Census 2021 and mid-year estimates (ONS).

Every Census 2021 table is perturbed on its own, so counts of different tables are never combined; ``census_table``
keeps them apart. Mid-year estimates for 2012 to 2020 were rolled forward from 2011 and are too high for Coventry;
``basis`` keeps them apart from the estimates that rest on Census 2021.
"""

from __future__ import annotations

import pandas as pd

from data.pipeline.census import (
    nomis_ethnicity_district,
    nomis_ethnicity_lsoa,
    ons_age_district,
    ons_age_lsoa,
    ons_ethnicity_district,
)
from data.pipeline.errors import RawDataError
from data.pipeline.raw import AREAS, DISTRICTS, LSOA, RawFile, RawFolder, choice, code, whole

LEVELS = ("district", "county", "region", "country")
SIX_AGES = ("0-15", "16-24", "25-34", "35-49", "50-64", "65+")
SEXES = {"persons": "all", "male": "male", "female": "female"}
MAX_PERSONS = 70_000_000
BROAD_2021 = {
    "Asian, Asian British or Asian Welsh": "asian",
    "Black, Black British, Black Welsh, Caribbean or African": "black",
    "Mixed or Multiple ethnic groups": "mixed",
    "White": "white",
    "Other ethnic group": "other",
}
BROAD_2011 = {"Asian/Asian British": "asian", "Black/African/Caribbean/Black British": "black",
              "Mixed/multiple ethnic group": "mixed", "White": "white", "Other ethnic group": "other"}
# What follows the broad group in the publisher's label; the two censuses word some groups differently.
DETAIL = {
    "Indian": "indian", "Pakistani": "pakistani", "Bangladeshi": "bangladeshi", "Chinese": "chinese",
    "Other Asian": "other", "African": "african", "Caribbean": "caribbean", "Other Black": "other",
    "White and Asian": "white_asian", "White and Black African": "white_black_african",
    "White and Black Caribbean": "white_black_caribbean", "Other Mixed or Multiple ethnic groups": "other",
    "Other Mixed": "other", "English, Welsh, Scottish, Northern Irish or British": "british",
    "English/Welsh/Scottish/Northern Irish/British": "british", "Irish": "irish", "Roma": "roma",
    "Gypsy or Irish Traveller": "gypsy_or_irish_traveller", "Other White": "other", "Arab": "arab",
    "Any other ethnic group": "any",
}
BASES = {
    "Census-based (2001 and 2011)": "mid_year_2001_2011_based",
    "original (2011-Census-based, NOT rebased)": "mid_year_not_rebased",
    "Census-2021-based": "mid_year_2021_based",
    "rebased to Census 2021 (ONS mid-2011 to mid-2023 detailed time series)": "mid_year_rebased",
}
PERSONS = whole(0, MAX_PERSONS)

AGE_LSOA = RawFile("census_2021_age_lsoa", {
    "lsoa21_code": code(LSOA), "age_band": choice(SIX_AGES), "usual_residents": PERSONS,
}, key=("lsoa21_code", "age_band"), originals=(ons_age_lsoa(),))
AGE_DISTRICT = RawFile("census_2021_age_district", {
    "area_code": choice(AREAS), "area_level": choice(LEVELS), "age_band": choice(SIX_AGES),
    "usual_residents": PERSONS, "area_total": PERSONS,
}, key=("area_code", "age_band"), originals=(ons_age_district(),))
ETHNICITY_LSOA = RawFile("census_2021_ethnicity_lsoa", {
    "lsoa21_code": code(LSOA), "ethnic_group": choice(list(BROAD_2021)), "count": PERSONS, "total": PERSONS,
}, key=("lsoa21_code", "ethnic_group"), originals=(nomis_ethnicity_lsoa(),))
ETHNICITY_DISTRICT = RawFile("census_2021_ethnicity_district", {
    "area_code": choice(AREAS), "area_level": choice(LEVELS), "ethnic_group5": choice(list(BROAD_2021)),
    "ethnic_group_detail": choice([f"{broad}: {detail}" for broad in BROAD_2021 for detail in DETAIL]),
    "count": PERSONS, "total": PERSONS,
}, key=("area_code", "ethnic_group_detail"), originals=(ons_ethnicity_district(), nomis_ethnicity_district()))
AGE_SEX_2011 = RawFile("census_2011_age_sex_district", {
    "area_code": choice(AREAS), "area_level": choice(LEVELS), "sex": choice(list(SEXES)),
    "age_band": code(r"\d\d-\d\d|90\+"), "population": PERSONS,
}, key=("area_code", "sex", "age_band"))
ETHNICITY_2011 = RawFile("census_2011_ethnicity_age_district", {
    "area_code": choice(AREAS), "area_level": choice(LEVELS), "sex": choice(list(SEXES)),
    "age_group": code(r"all ages|\d{1,2}(?:-\d\d)?|\d-\d|85\+"),
    "ethnic_level": choice(["all", "group5", "group18"]),
    "ethnic_group": choice(["All", *BROAD_2011, *(f"{broad}: {detail}" for broad in BROAD_2011 for detail in DETAIL)]),
    "count": PERSONS,
}, key=("area_code", "sex", "age_group", "ethnic_level", "ethnic_group"))
SINGLE_YEAR = RawFile("mye_single_year", {
    "area_code": choice(AREAS), "area_level": choice(LEVELS), "year": whole(2015, 2024), "basis": choice(list(BASES)),
    "sex": choice(list(SEXES)), "age": code(r"all|\d|[1-8]\d|90\+"), "population": PERSONS,
}, key=("area_code", "year", "sex", "age"))
TOTALS = RawFile("mye_totals", {
    "area_code": choice(AREAS), "area_level": choice(LEVELS), "year": whole(2001, 2024), "basis": choice(list(BASES)),
    "population": PERSONS,
}, key=("area_code", "year"))
CHILDREN_REBASED = RawFile("mye_children_rebased", {
    "area_code": choice([DISTRICTS[0], "E10000031"]), "area_level": choice(LEVELS), "year": whole(2011, 2023),
    "basis": choice(list(BASES)), "age_band": choice(["0-4", "0-18"]), "population": PERSONS,
}, key=("area_code", "year", "age_band"))


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Table ``population``: one row per area, year, age, sex, ethnic group, basis and publisher's table."""
    return {"population": pd.concat([
        _age_2021(raw), _ethnicity_2021_lsoa(raw), _ethnicity_2021_district(raw),
        _age_sex_2011(raw), _ethnicity_2011(raw), _mid_year(raw),
    ])}


def _rows(declared: RawFile, frame: pd.DataFrame, **columns: object) -> pd.DataFrame:
    """Rows of the table; what a frame does not split is "all"."""
    split = {"age_band": "all", "sex": "all", "ethnic_group": "all"} | columns
    if "area_level" in frame:
        split |= {"area_code": frame["area_code"], "area_type": frame["area_level"]}
    return pd.DataFrame(split, index=frame.index).assign(source_id=declared.source_id)


def _check_total(raw: RawFolder, declared: RawFile, frame: pd.DataFrame, area: str, part: str, total: str) -> None:
    """Raise RawDataError where the parts of an area do not add up to the total printed beside them."""
    wrong = frame.index[frame.groupby(area)[part].transform("sum") != frame[total]]
    if len(wrong):
        first = frame.loc[[wrong[0]]].iloc[0]
        raise RawDataError(f"{raw.sources[declared.source_id].file}, row {wrong[0]}, column {total}: the groups of "
                           f"{first[area]} do not add up to {first[total]:,.0f}")


def _age_2021(raw: RawFolder) -> pd.DataFrame:
    small, large = raw.read(AGE_LSOA), raw.read(AGE_DISTRICT)
    _check_total(raw, AGE_DISTRICT, large, "area_code", "usual_residents", "area_total")
    census = {"year": 2021, "basis": "census_2021", "census_table": "age_6"}
    return pd.concat([
        _rows(AGE_LSOA, small, area_code=small["lsoa21_code"], area_type="lsoa21", age_band=small["age_band"],
              persons=small["usual_residents"], **census),
        _rows(AGE_DISTRICT, large, age_band=large["age_band"], persons=large["usual_residents"], **census),
    ])


def _ethnicity_2021_lsoa(raw: RawFolder) -> pd.DataFrame:
    frame = raw.read(ETHNICITY_LSOA)
    _check_total(raw, ETHNICITY_LSOA, frame, "lsoa21_code", "count", "total")
    return _rows(ETHNICITY_LSOA, frame, area_code=frame["lsoa21_code"], area_type="lsoa21", year=2021,
                 basis="census_2021", census_table="TS021", ethnic_group=frame["ethnic_group"].map(BROAD_2021),
                 persons=frame["count"])


def _ethnicity_2021_district(raw: RawFolder) -> pd.DataFrame:
    """Nineteen groups as printed, and the five broad groups as sums of them."""
    frame = raw.read(ETHNICITY_DISTRICT)
    _check_total(raw, ETHNICITY_DISTRICT, frame, "area_code", "count", "total")
    detail = frame.assign(ethnic_group=_detailed(frame["ethnic_group_detail"], BROAD_2021))
    broad = frame.assign(ethnic_group=frame["ethnic_group5"].map(BROAD_2021)).groupby(
        ["area_code", "area_level", "ethnic_group"], as_index=False)["count"].sum()
    both = pd.concat([detail, broad])
    return _rows(ETHNICITY_DISTRICT, both, year=2021, basis="census_2021", census_table="TS021",
                 ethnic_group=both["ethnic_group"], persons=both["count"])


def _detailed(labels: pd.Series, broad: dict[str, str]) -> pd.Series:
    """Codes of detailed groups: "Asian/Asian British: Indian" is asian_indian; a broad label keeps its own code."""
    codes = {f"{group}: {detail}": f"{broad[group]}_{word}" for group in broad for detail, word in DETAIL.items()}
    return labels.map(broad | codes)


def _age_sex_2011(raw: RawFolder) -> pd.DataFrame:
    frame = raw.read(AGE_SEX_2011)
    return _rows(AGE_SEX_2011, frame, year=2011, basis="census_2011", census_table="age_5_sex",
                 age_band=frame["age_band"].str.replace(r"\b0(?=\d)", "", regex=True), sex=frame["sex"].map(SEXES),
                 persons=frame["population"])


def _ethnicity_2011(raw: RawFolder) -> pd.DataFrame:
    """Both sexes together: five and eighteen groups, for all ages and by age."""
    frame = raw.read(ETHNICITY_2011)
    frame = frame[(frame["sex"] == "persons") & (frame["ethnic_level"] != "all")]
    return _rows(ETHNICITY_2011, frame, year=2011, basis="census_2011", census_table="DC2101EW",
                 age_band=frame["age_group"].replace({"all ages": "all"}),
                 ethnic_group=_detailed(frame["ethnic_group"], BROAD_2011), persons=frame["count"])


def _mid_year(raw: RawFolder) -> pd.DataFrame:
    ages, totals, children = raw.read(SINGLE_YEAR), raw.read(TOTALS), raw.read(CHILDREN_REBASED)

    def estimates(declared: RawFile, frame: pd.DataFrame, table: str, **split: pd.Series) -> pd.DataFrame:
        return _rows(declared, frame, year=frame["year"], basis=frame["basis"].map(BASES), census_table=table,
                     persons=frame["population"], **split)

    return pd.concat([
        estimates(SINGLE_YEAR, ages, "MYE2", age_band=ages["age"], sex=ages["sex"].map(SEXES)),
        estimates(TOTALS, totals, "MYE4"),
        estimates(CHILDREN_REBASED, children, "children_rebased", age_band=children["age_band"]),
    ])
