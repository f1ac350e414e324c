"""The publishers' own files give the rows that are shipped; a wrong row in one stops the build, naming it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from extracts import assert_as_shipped, folder, lines, zipped
from observed import row, table

from data.pipeline.errors import RawDataError
from data.pipeline.loaders import ehcp, fingertips, schools, talking_therapies

COVENTRY, WARWICKSHIRE, ENGLAND = "E08000026", "E10000031", "E92000001"

# ---- register of schools ----

GIAS = ["URN", "LA (code)", "LA (name)", "EstablishmentNumber", "EstablishmentName", "TypeOfEstablishment (name)",
        "EstablishmentStatus (name)", "PhaseOfEducation (name)", "NumberOfPupils", "PercentageFSM",
        "DistrictAdministrative (code)", "Easting", "Northing", "LSOA (name)", "LSOA (code)"]
INDEPENDENT = ["134464", "937", "Warwickshire", "6109", "OneSchool Global UK", "Other independent school", "Open",
               "Not applicable", "122", "", "E07000218", "431293", "297634", "North Warwickshire 003B", "E01031010"]
SPECIAL = ["149424", "331", "Coventry", "7022", "Corley Academy", "Academy special converter", "Open",
           "Not applicable", "149", "41.5", "E07000218", "429873", "285065", "North Warwickshire 007C", "E01031027"]
PRIMARY = ["150353", "937", "Warwickshire", "2012", "Arley Primary Academy", "Academy converter", "Open", "Primary",
           "207", "35.7", "E07000218", "429440", "289714", "North Warwickshire 005A", "E01031005"]
COLLEGE = ["145174", "937", "Warwickshire", "8600", "King Edward VI College", "Academy 16-19 converter", "Open",
           "16 plus", "0", "0.0", "E07000219", "436624", "291724", "Nuneaton and Bedworth 005A", "E01031043"]
NURSERY = ["125484", "937", "Warwickshire", "1000", "Atherstone Nursery School", "Local authority nursery school",
           "Open", "Nursery", "67", "0.0", "E07000218", "431028", "297953", "North Warwickshire 003C", "E01031011"]
NOWHERE = ["150777", "937", "Warwickshire", "2075", "Myton Gardens", "Free schools", "Open", "Primary", "", "",
           "E07000222", "429988", "264175", "", "999999999"]
CLOSED = ["100001", "331", "Coventry", "1", "Closed", "Community school", "Closed", "Primary", *[""] * 7]
LONDON = ["100000", "201", "City of London", "3614", "École", "A type of its own", "Open", "Primary", *[""] * 7]


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., pd.DataFrame]:
    """The table of schools, made from these rows of the register; neighbourhoods are those that are shipped."""
    def make(*rows: list[str]) -> pd.DataFrame:
        raw = folder(tmp_path, gias_2025_05=("edubasealldata20250524.csv", lines(GIAS, *rows).encode("cp1252")))
        read = raw.read
        known = table("areas").query("area_type == 'lsoa21'").rename(columns={"area_code": "lsoa21cd"})
        monkeypatch.setattr(type(raw), "read", lambda _, file: known if file is schools.LSOA_2021 else read(file))
        return schools.load(raw)["schools"]

    return make


def test_the_register_of_schools_gives_the_shipped_rows(register: Callable[..., pd.DataFrame]) -> None:
    made = register(LONDON, INDEPENDENT, CLOSED, SPECIAL, PRIMARY, COLLEGE, NURSERY)
    assert len(made) == 5
    assert_as_shipped("schools", made)


def test_a_school_without_a_neighbourhood_stands_where_the_register_says(
        register: Callable[..., pd.DataFrame]) -> None:
    made = register(NOWHERE)
    assert made["district_from"].to_list() == ["register"]
    assert_as_shipped("schools", made, "district_from")


@pytest.mark.parametrize(("place", "value", "message"), [
    (5, "Studio schools", r"row 3, column TypeOfEstablishment \(name\): “Studio schools” breaks the rule"),
    (7, "Middle", r"row 3, column PhaseOfEducation \(name\): “Middle” breaks the rule"),
    (8, "many", r"row 3, column NumberOfPupils: “many” is not a number"),
    (14, "E01099999", r"row 3, column LSOA \(code\): E01099999 is no neighbourhood of 2021"),
], ids=["type", "phase", "pupils", "neighbourhood"])
def test_a_wrong_row_of_the_register_stops_the_build(register: Callable[..., pd.DataFrame], place: int, value: str,
                                                     message: str) -> None:
    with pytest.raises(RawDataError, match=r"edubasealldata20250524\.csv, " + message):
        register(INDEPENDENT, [*PRIMARY[:place], value, *PRIMARY[place + 1:]])


# ---- Fingertips ----

EXPORT = ["Indicator ID", "Indicator Name", "Parent Code", "Parent Name", "Area Code", "Area Name", "Area Type", "Sex",
          "Age", "Category Type", "Category", "Time period", "Value",
          "Compared to England value or percentiles", "Time period Sortable"]


def exported(number: int, area: str, period: str, value: object, compared: str, sex: str = "Persons", parent: str = "",
             category: str = "") -> list[object]:
    return [number, "named by the publisher", parent, "", area, "", "", sex, "", category, category, period, value,
            compared, ""]


SELF_HARM = [exported(90813, COVENTRY, "2017/18", 387.8, "Similar"),
             exported(90813, WARWICKSHIRE, "2017/18", 477.1, "Worse")]


def test_a_fingertips_export_gives_the_shipped_rows(tmp_path: Path) -> None:
    england = exported(90813, ENGLAND, "2017/18", 421.2, "Not compared")
    counties = lines(EXPORT, england, [*england[:2], ENGLAND, *england[3:]], *SELF_HARM,
                     exported(90813, ENGLAND, "2017/18", 600, "Worse", category="Most deprived decile"),
                     exported(90813, COVENTRY, "2017/18", 500, "Worse", sex="Female"),
                     exported(92901, COVENTRY, "2015 - 17", 10.9, "Not compared", sex="Male"),
                     exported(92901, COVENTRY, "2015 - 17", 10, "Not compared", sex="Female"),
                     exported(1, COVENTRY, "2017/18", 1, "Lower"), exported(90813, "E06000001", "2017/18", 9, "Worse"))
    by_district = lines(EXPORT, england, exported(92949, COVENTRY, "2018", 58.5, "Worse"))
    content = zipped({"counties.csv": counties, "districts.csv": by_district})
    made = fingertips.load(folder(tmp_path, fingertips_2006_2018=("fingertips.zip", content)))["fingertips"]
    assert len(made) == 6
    assert_as_shipped("fingertips", made)


@pytest.mark.parametrize(("wrong", "message"), [
    (exported(90813, ENGLAND, "2017/18", "high", "Worse"), "row 4, column Value: “high” is not a number"),
    (exported(90813, ENGLAND, "2017/18", 5, "Lower"), "row 4, column Compared to England .*: “Lower” breaks the rule"),
    (exported(90813, COVENTRY, "2017/18", 500, "Similar"), "row 4, columns indicator, .* appears a second time"),
], ids=["not a number", "unknown word", "two figures"])
def test_a_wrong_row_of_an_export_stops_the_build(tmp_path: Path, wrong: list[object], message: str) -> None:
    raw = folder(tmp_path, fingertips_2006_2018=("export.csv", lines(EXPORT, *SELF_HARM, wrong)))
    with pytest.raises(RawDataError, match=r"export\.csv, " + message):
        fingertips.load(raw)


# ---- Talking Therapies ----

MAIN = ["OrgType", "OrgCode", "OrgName", "VariableType", "VariableA", "VariableB", *talking_therapies.MEASURE_HEADS]
TRUST = [29365, 10460, 10250, 205, 5310, 5045, 7575, 495, 2350, 52, 49, 72, 5, 22]
MOST_DEPRIVED = [2790, 800, 785, 15, 330, 315, 545, 35, 215, 42, 40, 68, 4, 27]
AREA_2020 = [3015, 3200, 3105, 90, 1705, 1640, 2405, 125, 650, 55, 53, 75, 4, 20]
AREA_2017 = [16730, 7470, 7400, 70, 3885, 3765, 5350, 315, 1730, 53, 51, 72, 4, 23]
YEAR_2024 = "psych-ther-ann-rep-csv-2024-25-main2.csv"


def trust(*figures: object, of: tuple[str, str] = ("Total", "Total")) -> list[object]:
    return ["Provider", "RYG", "THE TRUST", *of, "NULL", *figures]


def test_yearly_main_data_files_give_the_shipped_rows(tmp_path: Path) -> None:
    """Heads were written without the underscore in earlier years; the year is in the file's name."""
    latest = lines(MAIN, trust(*TRUST),
                   trust(*MOST_DEPRIVED, of=("Indices of Deprivation Decile", "10 Most deprived")),
                   trust(*TRUST, of=("Religion", "Jain")), ["SubICB", "B2M3M", "", "Total", "Total", "", *TRUST])
    unusable = lines(MAIN, ["STP", "QWU", "", "Total", "Total", "", *AREA_2020])
    earlier = lines([head.replace("_", "") for head in MAIN],
                    ["STP", "E54000018", "", "Total", "Total", "", *AREA_2017])
    content = zipped({YEAR_2024: latest, "psych-ther-ann-rep-csv-2020-21-main-csv-v2.csv": unusable,
                      "psych-ther-ann-rep-csv-2017-18-main-csv.csv": earlier,
                      "psych-ther-ann-rep-csv-2024-25-peq-2.csv": "OrgType\nEngland\n"})
    raw = folder(tmp_path, talking_therapies_annual=("main.zip", content))
    made = talking_therapies.load(raw)["talking_therapies"]
    assert_as_shipped("talking_therapies", made)
    assert made.groupby("period")["usable"].agg(["size", "all"]).T.to_dict() == {
        "2017/18": {"size": 14, "all": True}, "2020/21": {"size": 14, "all": False},
        "2024/25": {"size": 28, "all": True}}
    tenth = row(made, dimension="deprivation_decile", measure="recovery", statistic="percentage")
    assert (tenth["group_code"], tenth["value"]) == ("1", 42)


def test_a_star_is_suppressed_and_england_goes_by_its_type(tmp_path: Path) -> None:
    content = lines(MAIN, trust("*", *TRUST[1:]), ["England", "All", "", "Total", "", "", *TRUST])
    made = talking_therapies.load(folder(tmp_path, talking_therapies_annual=(YEAR_2024, content)))["talking_therapies"]
    referrals = made[made["measure"] == "referrals_received"].set_index("area_code")
    assert referrals["status"].to_dict() == {"RYG": "suppressed", ENGLAND: "value"}


@pytest.mark.parametrize(("name", "figures", "message"), [
    (YEAR_2024, [*TRUST[:-1], 127], r"main2\.csv, row 2, column Percentage_NoReliableChange: “127\.0” breaks the rule"),
    (YEAR_2024, ["few", *TRUST[1:]], r"main2\.csv, row 2, column Count_ReferralsReceived: “few” is not a number"),
    ("main.csv", TRUST, r"main\.csv: the file's name has no year"),
], ids=["no percentage", "not a number", "no year"])
def test_a_wrong_main_data_file_stops_the_build(tmp_path: Path, name: str, figures: list[object],
                                                message: str) -> None:
    raw = folder(tmp_path, talking_therapies_annual=(name, lines(MAIN, trust(*figures))))
    with pytest.raises(RawDataError, match=message):
        talking_therapies.load(raw)


# ---- education, health and care plans ----

RELEASE = ["time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code",
           "region_name", "old_la_code", "new_la_code", "la_name", "breakdown_topic", "breakdown", "ehc_plans",
           "number_asd", "number_semh", "number_slcn", "asd_pc", "semh_pc", "slcn_pc"]
ALL = ("All EHC plans", "All EHC plans")


def plans(period: str, region: str, authority: str, figures: list[object], topic: tuple[str, str] = ALL,
          level: str = "Local authority") -> list[object]:
    return [period, "", level, ENGLAND, "England", region, "", "", authority, "", *topic, *figures]


HELD = [plans("202425", "E12000005", COVENTRY, [3477, 1217, 572, 698, 35, 16.5, 20.1]),
        plans("202425", "E12000005", WARWICKSHIRE, [2084, 688, 489, 338, 33, 23.5, 16.2], ("Sex", "Female")),
        plans("202425", "E12000005", "", [66710, 18372, 13707, 15054, 27.5, 20.5, 22.6], level="Regional"),
        plans("202425", "", "", [638745, 201183, 132217, 135836, 31.5, 20.7, 21.3], level="National")]


def test_the_department_s_release_gives_the_shipped_rows(tmp_path: Path) -> None:
    new = [plans("2024", "E12000005", COVENTRY, [675, 218, 147, 201, 32.3, 21.8, 29.8]),
           plans("2023", "E12000005", COVENTRY, [1] * 7), plans("2024", "E12000001", "E06000001", ["x"] * 7)]
    content = zipped({"data/sen_needs_all_plans.csv": lines(RELEASE, *HELD),
                      "data/sen_need_newplans.csv": lines(RELEASE, *new), "data/caseload.csv": "a\n1\n"})
    made = ehcp.load(folder(tmp_path, ehcp_semh_2025=("education-health-and-care-plans_2025.zip", content)))["ehcp"]
    assert len(made) == 5 * len(ehcp.NEEDS)
    assert_as_shipped("ehcp", made)


def test_a_release_without_one_of_its_files_stops_the_build(tmp_path: Path) -> None:
    content = zipped({"data/sen_needs_all_plans.csv": lines(RELEASE, *HELD)})
    with pytest.raises(RawDataError, match=r"plans\.zip, column dataset: no row of new EHC plans"):
        ehcp.load(folder(tmp_path, ehcp_semh_2025=("plans.zip", content)))


@pytest.mark.parametrize(("name", "figure", "message"), [
    ("sen_needs_all_plans.csv", "low", r"sen_needs_all_plans\.csv, row 2, column ehc_plans: “low” breaks the rule"),
    ("needs.csv", "1", r"needs\.csv: not named as the department names it: sen_needs_all_plans\.csv or"),
])
def test_a_wrong_row_of_the_release_stops_the_build(tmp_path: Path, name: str, figure: str, message: str) -> None:
    wrong = plans("202425", "E12000005", COVENTRY, [figure, *[1] * 6])
    with pytest.raises(RawDataError, match=message):
        ehcp.load(folder(tmp_path, ehcp_semh_2025=(name, lines(RELEASE, wrong))))
