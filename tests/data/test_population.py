"""Population: published totals, and the traps of perturbed census tables and broken mid-year series."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from observed import observed, row, table

from data.pipeline.errors import RawDataError
from data.pipeline.loaders import population as loader
from data.pipeline.raw import RawFolder
from data.pipeline.sources import load_sources

COVENTRY, WARWICKSHIRE, ENGLAND, ICB = "E08000026", "E10000031", "E92000001", "E54000018"
DISTRICTS = [COVENTRY, "E07000218", "E07000219", "E07000220", "E07000221", "E07000222"]
BROAD = ["asian", "black", "mixed", "white", "other"]
AGES = ["age_0_15", "age_16_24", "age_25_34", "age_35_49", "age_50_64", "age_65_plus"]


def counted(**where: object) -> pd.DataFrame:
    people = table("population")
    for column, value in where.items():
        people = people[people[column].isin(value) if isinstance(value, list) else people[column] == value]
    return people


def persons(**where: object) -> int:
    return int(counted(**where)["persons"].sum())


@pytest.mark.parametrize(("area", "published"), [(COVENTRY, 316_960), (WARWICKSHIRE, 545_474), (ENGLAND, 53_012_456)])
def test_both_census_2011_tables_add_up_to_the_published_total(area: str, published: int) -> None:
    assert persons(area_code=area, census_table="age_5_sex", sex="all") == published
    assert persons(area_code=area, census_table="DC2101EW", age_band="all", ethnic_group=BROAD) == published


def test_plan_s_ethnic_shares_of_2011_are_found() -> None:
    white_british = persons(area_code=COVENTRY, census_table="DC2101EW", age_band="all", ethnic_group="white_british")
    assert white_british == 211_188
    assert round(100 * white_british / 316_960, 1) == 66.6
    assert round(row(observed("ethnic_asian"), area_code=COVENTRY, period="2011")["value"], 1) == 16.3


@pytest.mark.parametrize(("area", "published"), [(COVENTRY, 345_324), (WARWICKSHIRE, 596_773)])
@pytest.mark.parametrize("census_table", ["age_6", "TS021"])
def test_no_census_2021_table_sums_to_the_published_total(area: str, published: int, census_table: str) -> None:
    parts = counted(area_code=area, census_table=census_table)
    total = int(parts.loc[~parts["ethnic_group"].str.contains("_"), "persons"].sum())
    assert total != published
    assert abs(total - published) <= 25


@pytest.mark.parametrize("census_table", ["TS021", "DC2101EW"])
def test_detailed_ethnic_groups_add_up_to_their_broad_group(census_table: str) -> None:
    people = counted(census_table=census_table, age_band="all")
    people = people[people["area_type"] != "lsoa21"]
    detailed = people["ethnic_group"].str.contains("_")
    parts = people[detailed].groupby(["area_code", people["ethnic_group"].str.partition("_")[0]])["persons"].sum()
    broad = people[~detailed].set_index(["area_code", "ethnic_group"])["persons"]
    assert parts.to_dict() == broad.to_dict()
    assert detailed.sum() == 9 * (19 if census_table == "TS021" else 18)


def test_every_neighbourhood_has_six_ages_and_five_ethnic_groups() -> None:
    small = counted(area_type="lsoa21").groupby("census_table")["area_code"].value_counts()
    assert small["age_6"].to_list() == [6] * 557
    assert small["TS021"].to_list() == [5] * 557


def test_mid_2020_is_as_published_before_rebasing() -> None:
    estimate = {"year": 2020, "basis": "mid_year_not_rebased", "census_table": "MYE2"}
    assert persons(area_code=WARWICKSHIRE, age_band="all", sex="all", **estimate) == 583_786
    assert persons(area_code=WARWICKSHIRE, age_band="all", sex="male", **estimate) == 288_334
    assert persons(area_code=WARWICKSHIRE, age_band="all", sex="female", **estimate) == 295_452
    under_five = list("01234")
    assert persons(area_code=COVENTRY, age_band=under_five, sex="all", **estimate) == 22_395
    assert persons(area_code=COVENTRY, age_band="0-4", year=2020, basis="mid_year_rebased") == 20_991


def test_warwickshire_s_31_870_under_fives_are_of_mid_2019() -> None:
    under_five = {"area_code": WARWICKSHIRE, "age_band": list("01234"), "sex": "all", "census_table": "MYE2"}
    assert persons(year=2019, **under_five) == 31_870
    assert persons(year=2018, **under_five) == 31_584


def test_estimates_before_and_after_the_break_have_different_bases() -> None:
    before, after = (counted(area_code=COVENTRY, census_table="MYE4", year=year) for year in (2020, 2021))
    assert (before["persons"].item(), before["basis"].item()) == (379_387, "mid_year_not_rebased")
    assert (after["persons"].item(), after["basis"].item()) == (343_320, "mid_year_2021_based")


def test_rebased_children_are_the_two_upper_tier_areas_and_two_ages_only() -> None:
    children = counted(basis="mid_year_rebased")
    assert set(zip(children["area_code"], children["age_band"], strict=True)) == {
        (area, age) for area in (COVENTRY, WARWICKSHIRE) for age in ("0-4", "0-18")}
    assert sorted(children["year"].unique()) == list(range(2011, 2024))


def test_mid_2022_is_missing_and_later_years_are_not_split_by_sex() -> None:
    estimates = counted(census_table=["MYE2", "MYE4"])
    assert 2022 not in set(estimates["year"])
    assert set(estimates.loc[estimates["year"] > 2022, "sex"]) == {"all"}


def test_population_line_breaks_at_2021_and_at_the_missing_2022() -> None:
    coventry = observed("population").query("area_code == 'E08000026'").set_index("period")["series"]
    assert coventry["2020"] != coventry["2021"] != coventry["2023"] == coventry["2024"]


def test_icb_is_the_sum_of_its_districts() -> None:
    people = observed("population").query("period == '2024'").set_index("area_code")["value"]
    assert people[ICB] == people[DISTRICTS].sum() == people[COVENTRY] + people[WARWICKSHIRE]


@pytest.mark.parametrize("parts", [AGES, [f"ethnic_{group}" for group in BROAD]])
def test_shares_of_an_area_add_up_to_100_within_one_table(parts: list[str]) -> None:
    shares = pd.concat([observed(part) for part in parts])
    totals = shares.groupby(["area_code", "area_type", "period"]).agg({"value": "sum", "denominator": "nunique"})
    assert totals["value"].round(9).eq(100).all()
    assert totals["denominator"].eq(1).all()
    assert set(shares["area_type"]) == {"lsoa21", "msoa21", "ward25", "district", "county", "icb", "region", "country"}


def test_children_s_share_of_coventry_is_counted_in_the_age_table() -> None:
    children = row(observed("age_0_15"), area_code=COVENTRY)
    assert (children["numerator"], children["denominator"]) == (68_464, 345_316)


def test_two_censuses_are_two_series() -> None:
    asian = observed("ethnic_asian")
    assert dict(zip(asian["period"], asian["series"], strict=True)) == {"2011": "census_2011", "2021": "census_2021"}
    assert set(asian.loc[asian["period"] == "2011", "area_type"]) == {"district", "county", "icb", "region", "country"}


def test_residents_of_the_most_deprived_fifth_are_those_of_its_neighbourhoods() -> None:
    ranked = table("deprivation").query("domain == 'imd' and edition == 2025").set_index("area_code")["decile"]
    areas = table("areas").query("area_type == 'lsoa21' and district_code == 'E08000026'")["area_code"]
    people = counted(census_table="TS021", area_code=areas.to_list(), ethnic_group="black")
    deprived = people[people["area_code"].map(ranked) <= 2]["persons"].sum()
    black = row(observed("residents_most_deprived_fifth"), area_code=COVENTRY, group_code="black")
    assert (black["numerator"], black["denominator"]) == (deprived, people["persons"].sum())


def test_groups_that_do_not_add_up_to_their_total_stop_the_build() -> None:
    frame = pd.DataFrame({"lsoa21_code": ["E01009522"] * 2, "count": [10.0, 20.0], "total": [31.0, 31.0]}, index=[2, 3])
    raw = RawFolder(Path(), load_sources())
    with pytest.raises(RawDataError, match=r"census_2021_lsoa_2021_ethnicity5\.csv, row 2, column total: .*E01009522"):
        loader._check_total(raw, loader.ETHNICITY_LSOA, frame, "lsoa21_code", "count", "total")
