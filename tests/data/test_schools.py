"""Schools: what the register of May 2025 holds, and what it does not record."""

from __future__ import annotations

import pytest
from observed import observed, row, table


def test_every_open_school_and_college_is_there_once() -> None:
    schools = table("schools")
    assert len(schools) == schools["urn"].nunique() == 412
    assert schools["district_code"].value_counts().to_dict() == {
        "E08000026": 127, "E07000218": 37, "E07000219": 53, "E07000220": 56, "E07000221": 74, "E07000222": 65}


@pytest.mark.parametrize(("place", "state_funded", "everyone"), [
    ("coventry", 115, 123), ("north_warwickshire", 31, 36), ("nuneaton_and_bedworth", 47, 51), ("rugby", 48, 56),
    ("south_warwickshire", 120, 136)])
def test_both_denominators_by_place(place: str, state_funded: int, everyone: int) -> None:
    schools = table("schools").query("place_code == @place")
    assert schools["state_funded_5_18"].sum() == state_funded
    assert schools["schools_and_colleges_5_18"].sum() == everyone


def test_placeholder_neighbourhood_is_blank_and_says_where_the_district_is_from() -> None:
    schools = table("schools")
    nowhere = schools[schools["lsoa21"].isna()]
    assert nowhere[["name", "district_code", "district_from"]].to_numpy().tolist() == [
        ["Myton Gardens", "E07000222", "nearest_school"]]
    known = set(table("areas").query("area_type == 'lsoa21'")["area_code"])
    assert set(schools["lsoa21"].dropna()) <= known


def test_zero_that_may_mean_not_recorded_is_blank() -> None:
    schools = table("schools")
    assert schools["pupils_status"].value_counts().to_dict() == {
        "value": 391, "not_recorded": 20, "zero_or_not_recorded": 1}
    assert schools["fsm_status"].value_counts().to_dict() == {
        "value": 350, "not_recorded": 54, "zero_or_not_recorded": 8}
    for column in ("pupils", "fsm_pct"):
        status = schools[f"{column.removesuffix('_pct')}_status"]
        assert schools[column].notna().equals(status == "value")
        assert (schools[column].dropna() > 0).all()


def test_a_school_may_stand_outside_its_authority() -> None:
    corley = row(table("schools"), urn="149424")
    assert (corley["education_authority"], corley["district_code"]) == ("E08000026", "E07000218")


@pytest.mark.parametrize(("indicator", "schools"), [("mhst_settings", 115), ("mhst_settings_all", 123)])
def test_settings_with_a_team_are_shared_by_schools_of_the_place(indicator: str, schools: int) -> None:
    coventry = row(observed(indicator), area_code="coventry")
    assert (coventry["numerator"], coventry["denominator"]) == (30, schools)
    assert coventry["value"] == pytest.approx(100 * 30 / schools)


@pytest.mark.parametrize("place", ["rugby", "north_warwickshire"])
def test_place_without_a_number_is_not_published_and_never_zero(place: str) -> None:
    missing = row(observed("mhst_settings"), area_code=place)
    assert missing["status"] == "not_published"
    assert missing[["value", "numerator"]].isna().all()
