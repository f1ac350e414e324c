"""Older public-health profiles: figures as drawn in May 2019."""

from __future__ import annotations

from observed import observed, row, table


def test_self_harm_of_young_people_as_published() -> None:
    rates = observed("self_harm_10_24")
    assert row(rates, area_code="E08000026", period="2017/18")["value"] == 387.8
    assert row(rates, area_code="E10000031", period="2017/18")["value"] == 477.1
    assert row(rates, area_code="E92000001", period="2017/18")["value"] == 421.2
    assert set(rates["area_type"]) == {"district", "county", "country"}
    assert set(rates.query("area_type == 'district'")["area_code"]) == {"E08000026"}, "upper tier only"


def test_self_harm_of_all_ages_is_by_district() -> None:
    rates = observed("self_harm_all_ages")
    assert rates.query("area_type == 'district'")["area_code"].nunique() == 6
    assert row(rates, area_code="E08000026", period="2011/12")["value"] == 317.7


def test_early_deaths_as_published_and_all_series_end_by_2018() -> None:
    assert row(observed("smi_excess_mortality"), area_code="E08000026", period="2014/15")["value"] == 406.3
    assert table("fingertips")["period_end"].max() == "2018-12-31"


def test_spans_of_years_end_with_their_last_year() -> None:
    spans = table("fingertips").query("measure == 'life_expectancy_slope'").drop_duplicates("period")
    assert spans.set_index("period")["period_end"]["2015 to 2017"] == "2017-12-31"
