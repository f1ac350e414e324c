"""Under the Indices of Deprivation: withheld numerators, two ways to score mental health, tenths by edition."""

from __future__ import annotations

import pytest
from observed import observed, row, table

COVENTRY = "E08000026"


@pytest.mark.parametrize(("edition", "indicator", "withheld"), [
    (2019, "idaci_numerator_rounded5", 91), (2019, "idaopi_numerator_rounded5", 7),
    (2025, "idaci_numerator_rounded5", 10), (2025, "idaopi_numerator_rounded5", 11)])
def test_withheld_numerators_are_suppressed_and_the_others_rounded(edition: int, indicator: str, withheld: int) -> None:
    rows = table("deprivation_indicators").query("edition == @edition and indicator == @indicator")
    assert (rows["status"] == "suppressed").sum() == withheld
    assert rows.loc[rows["status"] == "suppressed", "value"].isna().all()
    assert (rows["value"].dropna() % 5 == 0).all()
    assert (rows["denominator"] > 0).all()


def test_mental_health_scores_of_two_editions_are_two_series() -> None:
    scores = observed("iod_mental_health")
    assert scores.groupby(["period", "area_type", "series"]).size().to_dict() == {
        ("2019", "lsoa11", "mood_and_anxiety_disorders_indicator"): 534,
        ("2025", "lsoa21", "mental_health_indicator"): 557}


def test_mental_health_score_goes_with_health_deprivation() -> None:
    """Higher is worse: the neighbourhoods most deprived in health have the higher scores."""
    scores = observed("iod_mental_health").query("period == '2025'").set_index("area_code")["value"]
    decile = table("deprivation").query("edition == 2025 and domain == 'health'").set_index("area_code")["decile"]
    by_decile = scores.groupby(decile).mean()
    assert by_decile[1] > 0.5 > by_decile[10]
    assert scores["E01009524"] == 0.618


@pytest.mark.parametrize(("edition", "most_deprived", "neighbourhoods"), [("2015", 36, 195), ("2019", 28, 195),
                                                                         ("2025", 36, 203)])
def test_coventry_s_neighbourhoods_in_the_most_deprived_tenth(edition: str, most_deprived: int,
                                                              neighbourhoods: int) -> None:
    share = row(observed("imd_most_deprived_tenth"), area_code=COVENTRY, period=edition)
    assert (share["numerator"], share["denominator"]) == (most_deprived, neighbourhoods)
    assert share["value"] == pytest.approx(100 * most_deprived / neighbourhoods)


def test_each_edition_is_counted_on_its_own_neighbourhoods() -> None:
    tenth = observed("imd_most_deprived_tenth")
    assert tenth.groupby("period")["area_type"].agg(set).to_dict() == {
        "2015": {"msoa11", "district", "county", "icb", "country"},
        "2019": {"msoa11", "district", "county", "icb", "country"},
        "2025": {"msoa21", "ward25", "district", "county", "icb", "country"}}
    icb = tenth[tenth["area_type"] == "icb"].set_index("period")["denominator"]
    assert icb.to_dict() == {"2015": 534, "2019": 534, "2025": 557}


def test_england_is_a_tenth_by_definition_and_has_no_count() -> None:
    england = observed("imd_most_deprived_tenth").query("area_type == 'country'")
    assert england["value"].to_list() == [10, 10, 10]
    assert england["numerator"].isna().all()


@pytest.mark.parametrize("indicator", ["imd_income", "imd_employment", "imd_education", "imd_health", "imd_crime",
                                       "imd_housing", "imd_environment", "idaci", "idaopi"])
def test_domains_exist_for_2019_and_2025_only(indicator: str) -> None:
    assert set(observed(indicator)["period"]) == {"2019", "2025"}


def test_every_neighbourhood_belongs_to_its_district_and_the_icb_once() -> None:
    members = table("area_members")
    assert members.query("area_type == 'icb'")["lsoa_type"].value_counts().to_dict() == {"lsoa21": 557, "lsoa11": 534}
    areas = table("areas").query("area_type == 'lsoa21'").set_index("area_code")["district_code"]
    district = members.query("area_type == 'district' and lsoa_type == 'lsoa21'").set_index("lsoa_code")["area_code"]
    assert district.sort_index().to_dict() == areas.sort_index().to_dict()
