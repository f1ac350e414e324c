"""Personal well-being: published means with limits; anxiety is the one question where high is bad."""

from __future__ import annotations

from observed import observed, row, table

from dashboard.registry import load_registry

QUESTIONS = ("wellbeing_satisfaction", "wellbeing_worthwhile", "wellbeing_happiness", "wellbeing_anxiety")


def test_means_and_limits_as_published() -> None:
    stratford = row(observed("wellbeing_anxiety"), area_code="E07000221", period="2022/23")
    assert (stratford["value"], stratford["lower"], stratford["upper"]) == (3.28, 2.60, 3.95)
    assert stratford["period_end"].date().isoformat() == "2023-03-31"
    assert row(observed("wellbeing_happiness"), area_code="E07000221", period="2011/12")["value"] == 7.09


def test_every_question_has_nine_areas_and_twelve_years() -> None:
    for question in QUESTIONS:
        rows = observed(question)
        assert rows.groupby("area_type")["area_code"].nunique().to_dict() == {
            "country": 1, "county": 1, "district": 6, "region": 1}
        assert (rows.groupby("area_code").size() == 12).all()
    assert len(table("wellbeing")) == 4 * 9 * 12


def test_every_mean_lies_within_its_limits() -> None:
    rows = table("wellbeing")
    assert (rows["lower"] <= rows["value"]).all()
    assert (rows["value"] <= rows["upper"]).all()


def test_only_anxiety_is_bad_when_high() -> None:
    polarity = {question: load_registry()[question].polarity for question in QUESTIONS}
    assert polarity.pop("wellbeing_anxiety") == "high_is_bad"
    assert set(polarity.values()) == {"high_is_good"}


def test_agrees_with_the_health_index() -> None:
    """The index used the same survey: its 2020 is the financial year 2020/21."""
    index = table("health_index").query("indicator == 'Feelings of anxiety' and year == 2020").set_index("area_code")
    survey = observed("wellbeing_anxiety").query("area_type == 'district' and period == '2020/21'")
    assert (index["value"] - survey.set_index("area_code")["value"]).abs().max() <= 0.01
