"""Children in low-income families: numbers count ages 0 to 19, rates are of children under 16; they stay apart."""

from __future__ import annotations

from observed import observed, row, table

COVENTRY, WARWICKSHIRE, ENGLAND = "E08000026", "E10000031", "E92000001"


def test_numbers_are_those_of_the_export() -> None:
    numbers = table("low_income")
    assert row(numbers, area_code=COVENTRY, financial_year="2020/21")["children"] == 20_452
    assert row(numbers, area_code=WARWICKSHIRE, financial_year="2014/15")["children"] == 13_775
    assert numbers["area_type"].value_counts().to_dict() == {"msoa11": 108 * 8, "district": 6 * 8, "county": 8}


def test_only_the_last_year_is_provisional() -> None:
    numbers = table("low_income")
    assert set(numbers.loc[numbers["provisional"], "financial_year"]) == {"2021/22"}
    assert numbers["provisional"].sum() == 108 + 7


def test_msoas_add_up_to_districts_within_rounding() -> None:
    numbers = table("low_income")
    district = table("areas").query("area_type == 'msoa11'").set_index("area_code")["district_code"]
    small = numbers[numbers["area_type"] == "msoa11"]
    sums = small.groupby([small["area_code"].map(district), "financial_year"])["children"].sum()
    large = numbers[numbers["area_type"] == "district"].set_index(["area_code", "financial_year"])["children"]
    assert (sums.rename_axis(large.index.names) - large).abs().max() <= 40


def test_published_rates_are_of_children_under_16() -> None:
    rates = observed("children_low_income")
    assert round(row(rates, area_code=COVENTRY, period="2021/22")["value"], 1) == 25.5
    assert round(row(rates, area_code=WARWICKSHIRE, period="2024/25")["value"], 1) == 14.2
    assert row(rates, area_code=ENGLAND, period="2021/22")["value"] == 18.6


def test_numbers_up_to_19_are_never_divided_by_children_under_16() -> None:
    """20,452 children over 68,464 under 16 would be 30%, where the plan quotes 23% for the same year."""
    rates = observed("children_low_income")
    assert rates["numerator"].isna().all()
    assert rates["denominator"].isna().all()
    assert "2020/21" not in set(rates["period"])
    assert "msoa11" not in set(rates["area_type"])


def test_number_is_a_count_without_a_denominator() -> None:
    count = row(observed("children_low_income_count"), area_code=COVENTRY, period="2020/21")
    assert count["value"] == count["numerator"] == 20_452
    assert count.isna()["denominator"]
