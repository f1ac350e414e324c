"""Children's measures by upper tier: figures, forms of year, missing years, and a measure with a wrong unit."""

from __future__ import annotations

from observed import observed, row, table

COVENTRY, WARWICKSHIRE, ENGLAND = "E08000026", "E10000031", "E92000001"


def test_admissions_for_mental_health_as_published() -> None:
    admissions = observed("mh_admissions_0_17")
    assert row(admissions, area_code=COVENTRY, period="2023/24")["value"] == 55.9
    assert row(admissions, area_code=WARWICKSHIRE, period="2023/24")["value"] == 75.77
    england = row(admissions, area_code=ENGLAND, period="2021/22")
    assert (england["value"], england["period_end"].date().isoformat()) == (99.81, "2022-03-31")


def test_looked_after_childrens_score_as_published() -> None:
    scores = observed("sdq_looked_after")
    assert row(scores, area_code=COVENTRY, period="2015/16")["value"] == 15.8
    assert row(scores, area_code=WARWICKSHIRE, period="2024/25")["value"] == 14.1


def test_years_of_every_form_end_when_they_should() -> None:
    rows = table("children_indicators").drop_duplicates(["year", "year_type"]).set_index(["year_type", "year"])
    forms = {("Financial Year", "2016"): ("2015/16", "2016-03-31"),
             ("Financial Year", "2025-26"): ("2025/26", "2026-03-31"),
             ("Financial Year", "2013/14-15/16"): ("2013/14 to 2015/16", "2016-03-31"),
             ("Academic Year", "2025"): ("2024/25", "2025-08-31"),
             ("Academic Year", "2023/24"): ("2023/24", "2024-08-31"),
             ("Calendar Year", "2014-16"): ("2014 to 2016", "2016-12-31"),
             ("Calendar Year", "2024"): ("2024", "2024-12-31"),
             ("Annual", "2025"): ("2025", "2025-03-31"), ("Annual - January", "2025"): ("2025", "2025-01-31")}
    for published, (period, end) in forms.items():
        assert (rows.loc[published, "period"], rows.loc[published, "period_end"]) == (period, end), published


def test_absence_agrees_with_the_other_source_to_two_decimals() -> None:
    """So the year 2025 here is the school year 2024/25, which the other source calls 2024."""
    ours = observed("persistent_absence").set_index(["area_code", "period"])["value"].dropna()
    other = table("context_indicators").query("measure == 'persistent_absence'").set_index(["area_code", "period"])
    both = ours.to_frame("ours").join(other["value"]).dropna()
    assert len(both) == 36
    assert (both["ours"] - both["value"]).abs().max() < 0.0051


def test_the_pandemic_year_is_not_collected_and_breaks_the_line() -> None:
    absence = observed("persistent_absence").query("area_code == @COVENTRY").set_index("period")
    assert absence.loc["2019/20", "status"] == "not_collected"
    assert absence.loc["2018/19", "series"] != absence.loc["2020/21", "series"]


def test_changed_returns_on_plans_are_not_joined() -> None:
    plans = observed("ehc_plans_20_weeks").query("area_code == @COVENTRY").set_index("period")["series"]
    assert len({plans["2021"], plans["2022"], plans["2023"]}) == 3


def test_deaths_labelled_as_percentages_are_unusable() -> None:
    rows = table("children_indicators")
    wrong = rows[~rows["usable"]]
    assert set(wrong["measure_code"]) == {"PreChildDea"}
    assert wrong["value"].max() == 1_015
    share = rows["usable"] & rows["unit"].str.startswith("%") & (rows["area_type"] != "neighbour")
    assert rows[share]["value"].max() <= 100


def test_all_measures_are_there_for_our_areas_and_neighbours_stay_out_of_indicators() -> None:
    rows = table("children_indicators")
    assert rows["measure_code"].nunique() == 91
    assert (rows.groupby("area_code").size() == 835).all()
    assert rows.query("area_type == 'neighbour'")["area_code"].nunique() == 20
    assert set(observed("sdq_looked_after")["area_type"]) == {"district", "county", "region", "country"}


def test_blanks_are_said_to_be_blank() -> None:
    rows = table("children_indicators")
    assert rows["value"].isna().sum() == 1_027
    assert set(rows[rows["value"].isna()]["status"]) == {"not_collected", "not_published"}
