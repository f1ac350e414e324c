"""Health Index: repeated values are no observations, and a year's label means different things."""

from __future__ import annotations

import pytest
from observed import observed, row, table

COVENTRY = "E08000026"
# Rates of suicide that the NHS dashboard prints for the whole area (a worksheet that is otherwise left out).
AREA_SUICIDE = {"2013 to 2015": 11.1, "2014 to 2016": 10.7, "2015 to 2017": 10.4, "2016 to 2018": 9.6,
                "2017 to 2019": 10.0, "2018 to 2020": 9.5}


def test_self_harm_as_published() -> None:
    rates = observed("self_harm_admissions")
    assert round(row(rates, area_code=COVENTRY, period="2015/16")["value"], 1) == 254.3
    assert round(row(rates, area_code="E07000219", period="2020/21")["value"], 1) == 226.1


def test_self_harm_years_are_financial_years() -> None:
    """The index's 2015 to 2017 equal the profiles' 2015/16 to 2017/18 in every district."""
    ours = observed("self_harm_admissions").set_index(["area_code", "period"])["value"]
    profiles = observed("self_harm_all_ages").query("area_type == 'district' and period >= '2015/16'")
    profiles = profiles.set_index(["area_code", "period"])["value"]
    assert len(profiles) == 18
    assert (ours[profiles.index] - profiles).abs().max() <= 0.0501


def test_repeated_values_are_not_collected() -> None:
    rates = observed("self_harm_admissions").query("period == '2021/22'")
    assert set(rates["status"]) == {"not_collected"}
    assert rates["value"].isna().all()
    for indicator in ("mental_health_conditions", "semh_pupils", "self_harm_admissions", "suicide_rate"):
        rows = observed(indicator)
        assert rows.query("status == 'not_collected'")["value"].isna().all()


def test_a_value_carried_back_to_the_first_year_is_a_repeat_too() -> None:
    conditions = observed("mental_health_conditions").query("area_code == @COVENTRY").set_index("period")
    assert list(conditions["status"]) == ["not_collected"] * 4 + ["value"] * 3
    needs = observed("semh_pupils").query("area_code == 'E07000222'").set_index("period")
    assert list(needs["status"]) == ["not_collected"] * 5 + ["value"] * 2


@pytest.mark.parametrize("period", AREA_SUICIDE)
def test_suicide_is_of_three_years_named_by_the_last(period: str) -> None:
    """Districts weighted by population give the rate printed for the whole area and the same three years."""
    district = table("areas").query("area_type == 'lsoa11'").set_index("area_code")["district_code"]
    people = table("deprivation").query("edition == 2019 and domain == 'imd'").set_index("area_code")["population"]
    weights = people.groupby(district).sum()
    rates = observed("suicide_rate").query("period == @period").set_index("area_code")["value"]
    assert abs((rates * weights).sum() / weights.sum() - AREA_SUICIDE[period]) <= 0.15


def test_units_are_given_only_where_known() -> None:
    rows = table("health_index")
    assert row(rows, area_code=COVENTRY, indicator="Suicides", year=2021)["unit"] == (
        "age-standardised rate per 100,000 (3-year)")
    assert rows.query("indicator == 'Alcohol misuse'")["unit"].isna().all()
    assert len(rows) == 6 * 30 * 7
