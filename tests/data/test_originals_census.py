"""The publisher's own Census 2021 tables give the rows that are shipped; a wrong or partial one stops the build."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from extracts import assert_as_shipped, folder, lines, zipped
from observed import table

from data.pipeline.census import BROAD, DETAILED, WEST_MIDLANDS
from data.pipeline.errors import RawDataError
from data.pipeline.loaders import population as loader
from data.pipeline.raw import DISTRICTS, RawFolder

NOMIS = ["date", "geography", "geography code", "Ethnic group: Total: All usual residents",
         *(f"Ethnic group: {group}" for group in BROAD)]
COVENTRY_014A = [2021, "Coventry 014A", "E01009522", 1910, 190, 84, 58, 1311, 267]
NORTH_WARWICKSHIRE_005A = [2021, "North Warwickshire 005A", "E01031005", 1614, 24, 5, 19, 1562, 4]
ELSEWHERE = [2021, "Cardiff 001A", "W01001730", 1, 1, 0, 0, 0, 0]
AGES = ["Lower layer Super Output Areas Code", "Lower layer Super Output Areas", "Age (6 categories) Code",
        "Age (6 categories)", "Observation"]
BANDS = ("Aged 15 years and under", "Aged 16 to 24 years", "Aged 25 to 34 years", "Aged 35 to 49 years",
         "Aged 50 to 64 years", "Aged 65 years and over")
BIRMINGHAM, LONDON_BOROUGH = "E08000025", "E09000001"
COUNT = "persons"


def ages(*counts: object) -> list[list[object]]:
    return [["E01009522", "Coventry 014A", code + 1, BANDS[code], count] for code, count in enumerate(counts)]


def districts(category: str, groups: dict[str, str], census_table: str) -> dict[tuple[str, str], int]:
    """Counts by district and group that add up to the shipped county, region and England.

    Birmingham stands for the rest of the region and one London borough for the rest of England, so every other
    district is empty.
    """
    shipped = table("population")
    shipped = shipped[(shipped["census_table"] == census_table) & shipped[category].isin(groups.values())]
    shipped = shipped.set_index(["area_code", category])[COUNT]
    others = [*WEST_MIDLANDS, *(f"E0900{n:04d}" for n in range(2, 280))]
    counts = {}
    for label, group in groups.items():
        ours = {area: int(shipped[area, group]) for area in DISTRICTS}
        region, england = int(shipped["E12000005", group]), int(shipped["E92000001", group])
        counts |= {(area, label): 0 for area in others} | {(area, label): ours[area] for area in DISTRICTS}
        counts |= {(BIRMINGHAM, label): region - sum(ours.values()), (LONDON_BOROUGH, label): england - region}
    return counts


def ages_by_district() -> list[list[object]]:
    codes = {str(number + 1): band for number, band in enumerate(loader.SIX_AGES)}
    return [[area, "a district", code, BANDS[int(code) - 1], count]
            for (area, code), count in districts("age_band", codes, "age_6").items()]


def ethnicity_by_district() -> dict[tuple[str, str], int]:
    groups = dict(zip(DETAILED, loader._detailed(pd.Series(DETAILED), loader.BROAD_2021), strict=True))
    return districts("ethnic_group", groups, "TS021")


def small_ethnicity(tmp_path: Path, name: str, content: str | bytes) -> pd.DataFrame:
    return loader._ethnicity_2021_lsoa(folder(tmp_path, census_2021_ethnicity_lsoa=(name, content)))


@pytest.mark.parametrize("packed", [False, True], ids=["the file", "the zip it comes in"])
def test_nomis_s_bulk_file_of_ethnic_groups_gives_the_shipped_rows(tmp_path: Path, packed: bool) -> None:
    content = lines(NOMIS, ELSEWHERE, COVENTRY_014A, NORTH_WARWICKSHIRE_005A)
    name = "census2021-ts021-lsoa.csv"
    other = {"census2021-ts021-ctry.csv": lines(NOMIS, ELSEWHERE)}
    made = (small_ethnicity(tmp_path, "census2021-ts021.zip", zipped({name: content} | other)) if packed
            else small_ethnicity(tmp_path, name, content))
    assert len(made) == 2 * len(BROAD)
    assert_as_shipped("population", made)


@pytest.mark.parametrize(("wrong", "message"), [
    (lines(NOMIS, [*COVENTRY_014A[:4], "190.5", *COVENTRY_014A[5:]]),
     r"ts021-lsoa\.csv, row 2, column Ethnic group: Asian, Asian British or Asian Welsh: “190\.5” breaks the rule"),
    (lines(NOMIS, ELSEWHERE, [*COVENTRY_014A[:5], "c", *COVENTRY_014A[6:]]),
     r"ts021-lsoa\.csv, row 3, column Ethnic group: Black, .* African: “c” is not a number"),
    (lines(NOMIS, [*COVENTRY_014A[:8], 266]), r"ts021-lsoa\.csv, row 2, column total: the groups of E01009522 do not"),
    (lines(NOMIS[:-1], COVENTRY_014A[:-1]), r"row 1: column Ethnic group: Other ethnic group is missing"),
    (lines(NOMIS, COVENTRY_014A, COVENTRY_014A), r"row 3, columns lsoa21_code, ethnic_group: .* a second time"),
    (lines(NOMIS, ELSEWHERE), "none of its rows is of Coventry, Warwickshire"),
], ids=["not whole", "not a number", "wrong total", "missing column", "twice", "none of ours"])
def test_a_wrong_bulk_file_stops_the_build(tmp_path: Path, wrong: str, message: str) -> None:
    with pytest.raises(RawDataError, match=message):
        small_ethnicity(tmp_path, "census2021-ts021-lsoa.csv", wrong)


def test_a_zip_without_the_table_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(RawDataError, match=r"ts030\.zip: none of its files .* it has census2021-ts030-lsoa\.csv"):
        small_ethnicity(tmp_path, "ts030.zip", zipped({"census2021-ts030-lsoa.csv": "date\n2021\n"}))


def test_a_custom_dataset_of_ages_gives_the_shipped_rows(tmp_path: Path) -> None:
    small = lines(AGES, *ages(505, 133, 276, 335, 335, 327), ["E01009522", "Coventry 014A", -8, "Does not apply", 0],
                  ["W01001730", "Cardiff 001A", 1, BANDS[0], 7])
    made = loader._age_2021(age_folder(tmp_path, small, lines(DISTRICT_AGES, *ages_by_district())))
    assert made["area_type"].value_counts().to_dict() == {
        "district": 36, "lsoa21": 6, "county": 6, "region": 6, "country": 6}
    assert_as_shipped("population", made)


DISTRICT_AGES = ["Lower tier local authorities Code", "Lower tier local authorities", *AGES[2:]]


def age_folder(tmp_path: Path, small: str, large: str) -> RawFolder:
    return folder(tmp_path, census_2021_age_lsoa=("ages-lsoa.csv", small),
                  census_2021_age_district=("ages-ltla.csv", large))


def test_a_wrong_age_stops_the_build(tmp_path: Path) -> None:
    raw = age_folder(tmp_path, lines(AGES, *ages(505, 133), ["E01009522", "Coventry 014A", 7, "Aged 99", 1]), "")
    with pytest.raises(RawDataError, match=r"ages-lsoa\.csv, row 4, column Age \(6 categories\) Code: “7” breaks"):
        raw.read(loader.AGE_LSOA)


def test_a_table_without_every_district_stops_the_build_as_its_sums_would_be_too_low(tmp_path: Path) -> None:
    without = [row for row in ages_by_district() if row[0] != "E06000051"]
    raw = age_folder(tmp_path, "", lines(DISTRICT_AGES, *without))
    with pytest.raises(RawDataError, match=r"ages-ltla\.csv: 308 English districts, E06000051 not among them"):
        raw.read(loader.AGE_DISTRICT)


def test_the_ons_table_of_ethnic_groups_by_district_gives_the_shipped_rows(tmp_path: Path) -> None:
    heads = ["Lower Tier Local Authorities Code", "Lower Tier Local Authorities", "Ethnic group (20 categories) Code",
             "Ethnic group (20 categories)", "Observation"]
    rows = [[area, "a district", 1 + DETAILED.index(label), label, count]
            for (area, label), count in ethnicity_by_district().items()]
    content = lines(heads, *rows, [BIRMINGHAM, "a district", -8, "Does not apply", 0])
    made = loader._ethnicity_2021_district(folder(tmp_path, census_2021_ethnicity_district=("TS021.csv", content)))
    assert len(made) == 9 * (len(DETAILED) + len(BROAD))
    assert_as_shipped("population", made)


def nomis_by_district() -> pd.DataFrame:
    wide = pd.Series(ethnicity_by_district()).unstack()[list(DETAILED)].add_prefix("Ethnic group: ")
    wide.insert(0, "Ethnic group: Total: All usual residents", wide.sum(axis=1))
    return wide.rename_axis("geography code").reset_index()


def test_nomis_s_bulk_file_by_district_gives_the_shipped_rows(tmp_path: Path) -> None:
    content = zipped({"census2021-ts021-ltla.csv": nomis_by_district().to_csv(index=False),
                      "census2021-ts021-lsoa.csv": lines(NOMIS, COVENTRY_014A)})
    made = loader._ethnicity_2021_district(folder(tmp_path, census_2021_ethnicity_district=("ts021.zip", content)))
    assert_as_shipped("population", made)


def test_a_district_whose_groups_do_not_add_up_stops_the_build(tmp_path: Path) -> None:
    wrong = nomis_by_district()
    wrong.loc[3, "Ethnic group: White: Roma"] += 1
    raw = folder(tmp_path, census_2021_ethnicity_district=("ts021-ltla.csv", wrong.to_csv(index=False)))
    with pytest.raises(RawDataError, match=r"ts021-ltla\.csv, row 5, column Ethnic group: Total: .* do not add up"):
        raw.read(loader.ETHNICITY_DISTRICT)
