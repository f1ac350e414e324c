"""Detentions under the Mental Health Act, 2023/24: totals, direction of deprivation, and what is left out."""

from __future__ import annotations

from observed import observed, row, table

AREA, ENGLAND = "E54000018", "E92000001"


def test_tenths_of_england_add_up_to_its_total() -> None:
    england = table("detentions").query("area_code == @ENGLAND")
    assert england.query("dimension == 'deprivation_decile'")["detentions"].sum() == 50_437
    assert row(england, dimension="all")["detentions"] == 50_437


def test_our_area_has_690_detentions_and_its_parts_nearly_add_up() -> None:
    local = table("detentions").query("area_code == @AREA and detail_group == 'all'")
    total = row(local, dimension="all")
    assert (total["detentions"], total["crude_rate"]) == (690, 71.6)
    assert local.query("dimension == 'deprivation_decile'")["detentions"].sum() == 695, "11 counts rounded to 5"
    assert local.query("dimension == 'ethnic_group'")["detentions"].sum() == 690


def test_most_deprived_tenth_is_decile_1() -> None:
    local = observed("detentions").query("area_code == @AREA and dimension == 'deprivation_decile'")
    assert row(local, group_code="1")["value"] == 188.6
    assert row(local, group_code="10")["value"] == 43.0
    england = observed("detentions").query("area_code == @ENGLAND and dimension == 'deprivation_decile'")
    assert row(england, group_code="1")["value"] == 151.3


def test_england_is_counted_as_areas_are() -> None:
    """52,458 adds general hospitals' returns, which areas' figures do not have."""
    england = row(observed("detentions"), area_code=ENGLAND, dimension="all")
    assert (england["value"], england["numerator"]) == (88.3, 50_437)


def test_no_rate_without_a_population() -> None:
    rates = observed("detentions")
    unknown = rates.query("group_code == 'unknown' and dimension in ('ethnic_group', 'deprivation_decile')")
    assert len(unknown) == 24
    assert unknown["value"].isna().all()
    local = row(unknown, area_code=AREA, dimension="ethnic_group")
    assert (local["numerator"], local["status"]) == (135, "not_published")


def test_withheld_counts_are_blank_not_zero() -> None:
    rows = table("detentions")
    assert rows.query("status == 'suppressed'")["detentions"].isna().all()
    assert not rows["detentions"].eq(0).any()
    ages = observed("detentions").query("area_code == @AREA and dimension == 'age_band'")
    assert row(ages, group_code="unknown")["status"] == "suppressed"


def test_black_people_are_detained_most() -> None:
    rates = observed("detentions").query("dimension == 'ethnic_group'")
    assert row(rates, area_code=AREA, group_code="black")["value"] == 142.0
    assert row(rates, area_code=AREA, group_code="white")["value"] == 54.1


def test_standardised_rates_are_englands_alone_with_their_limits() -> None:
    rates = observed("detentions_standardised")
    assert set(rates["area_code"]) == {ENGLAND}
    assert set(rates["group_code"]) == {"asian", "black", "mixed", "white", "other"}
    black = row(rates, group_code="black")
    assert (black["value"], round(black["lower"], 1), round(black["upper"], 1)) == (242.3, 235.4, 249.2)


def test_small_parts_of_sex_and_ethnic_group_are_not_added_up() -> None:
    rates = observed("detentions")
    assert set(rates.query("dimension == 'sex'")["group_code"]) == {"female", "male"}
    detail = table("detentions").query("area_code == @ENGLAND and group_code == 'black' and detail_group != 'all'")
    assert detail["detentions"].sum() == 5_693
