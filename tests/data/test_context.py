"""Circumstances: the number of a period is the year it starts in."""

from __future__ import annotations

from observed import observed, row, table

COVENTRY, WARWICKSHIRE = "E08000026", "E10000031"


def test_child_poverty_after_housing_as_published() -> None:
    poverty = observed("child_poverty_after_housing")
    latest = row(poverty, area_code=COVENTRY, period="2024/25")
    assert round(latest["value"], 2) == 32.25
    assert latest["period_end"].date().isoformat() == "2025-03-31"
    assert round(row(poverty, area_code=WARWICKSHIRE, period="2023/24")["value"], 2) == 19.23
    assert "country" not in set(poverty["area_type"])


def test_school_years_start_in_the_numbered_year() -> None:
    absence = observed("persistent_absence_free_meals")
    latest = row(absence, area_code=WARWICKSHIRE, period="2024/25")
    assert (round(latest["value"], 2), latest["period_end"].date().isoformat()) == (35.92, "2025-08-31")
    assert "2019/20" not in set(absence["period"])
    runs = absence.query("area_code == @WARWICKSHIRE").set_index("period")["series"]
    assert runs["2018/19"] != runs["2020/21"]


def test_healthy_life_expectancy_is_by_sex_over_three_years() -> None:
    years = observed("healthy_life_expectancy")
    man = row(years, area_code="E92000001", period="2022 to 2024", group_code="male")
    assert (man["value"], man["lower"], man["upper"]) == (60.9, 60.7, 61.2)
    assert man["dimension"] == "sex"


def test_series_without_a_description_are_left_out() -> None:
    measures = set(table("context_indicators")["measure"])
    assert not measures & {"claimant_count", "housing_affordability", "inactive_sickness", "cigarette_smokers"}
    rows = table("context_indicators").dropna(subset=["lower"])
    assert ((rows["lower"] <= rows["value"]) & (rows["value"] <= rows["upper"])).all()
