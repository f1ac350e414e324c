"""Findings over time: true in both polarities, and no change is claimed that the limits do not carry."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pandas as pd
import pytest

from dashboard import charts_latest, charts_trend, latest_words, trend_words, trends
from dashboard.change import Change, turning_point
from dashboard.filters import Filters
from dashboard.registry import Polarity, load_registry
from dashboard.store import Store
from dashboard.trend_words import chance, finding, span, subtitle, when

AREAS = ("all", "E08000026", "E10000031", "E07000222")


def figure(value: float, lower: float | None = None, upper: float | None = None, period: str = "2020/21") -> pd.Series:
    return pd.Series({"value": value, "lower": lower, "upper": upper, "shown": f"{value:.1f}", "period": period,
                      "period_end": pd.Timestamp("2021-03-31"), "series": "one", "area_name": "Rugby"})


def test_a_change_is_clear_only_where_limits_are_apart() -> None:
    assert Change("Rugby", figure(5, 4, 6), figure(8, 7, 9)).clear
    assert not Change("Rugby", figure(5, 4, 7), figure(8, 7, 9)).clear
    assert not Change("Rugby", figure(5), figure(50)).clear
    assert not Change("Rugby", figure(5), figure(50)).limited
    assert Change("Rugby", figure(5.01), figure(5.04)).direction == 0
    assert Change("Rugby", None, figure(5)).direction == 0


@pytest.mark.parametrize(("values", "turned"), [
    ([33, 60, 93, 70, 23], 93), ([255.8, 154.9, 226.1], 154.9), ([10, 20, 30], None), ([10, 31, 30], None),
    ([10, 12, 11], None), ([10, 15, 11], 15), ([5, 5, 5], None), ([5, 9], None), ([5, 6, 5], 6)])
def test_a_series_turns_where_the_ends_alone_would_hide_it(values: list[float], turned: float | None) -> None:
    found = turning_point(pd.DataFrame([figure(value) for value in values]))
    assert (None if found is None else found["value"]) == turned


def test_a_turn_with_limits_stands_apart_from_both_ends() -> None:
    apart = pd.DataFrame([figure(5, 4, 6), figure(9, 8, 10), figure(5.5, 4.5, 6.5)])
    assert turning_point(apart)["value"] == 9
    assert turning_point(apart.assign(lower=[4, 6.2, 4.5])) is None


def test_a_trend_that_turned_is_told_from_its_turn(store: Store) -> None:
    trend = trends.trend_of(store, load_registry()["ed_urgent_1_week"], Filters())
    assert finding(trend) == ("Coventry and Warwickshire: up to 93% in the year to March 2019, then down to 23% in the "
                              "year to March 2022; no limits in our source")
    warwickshire = trends.trend_of(store, load_registry()["wellbeing_anxiety"], Filters(district="E10000031"))
    assert finding(warwickshire) == "Warwickshire: down to 2.23 in 2014/15, then up to 3.13 in 2022/23"
    assert chance(warwickshire) == "The 95% limits of 2014/15 do not overlap those of the first and last figure."


@pytest.mark.parametrize(("period", "said"), [
    ("2022/23", "2022/23"), ("2019 to 2021", "2019–2021"), ("2013/14 to 2015/16", "2013/14–2015/16"),
    ("Q4 2021/22", "Jan–Mar 2022"), ("12 months to June 2022", "the year to June 2022")])
def test_periods_are_short_in_titles(period: str, said: str) -> None:
    assert when(figure(1, period=period)).replace("\u2060", "") == said


@pytest.mark.parametrize(("first", "last", "end", "said"), [
    ("2011/12", "2022/23", "03-31", "April 2011 to March 2023"), ("2015", "2021", "12-31", "2015 to 2021"),
    ("Q1 2016/17", "Q4 2021/22", "03-31", "April 2016 to March 2022"),
    ("2013 to 2015", "2019 to 2021", "12-31", "2013 to 2021"),
    ("12 months to March 2017", "12 months to March 2022, NHS dashboard", "03-31",
     "years ending March 2017 to March 2022"),
    ("2015/16", "2024/25", "08-31", "school years 2015/16 to 2024/25")])
def test_the_span_of_a_trend_is_written_out(first: str, last: str, end: str, said: str) -> None:
    rows = [figure(1, period=period) for period in (first, last)]
    for row in rows:
        row["period_end"] = pd.Timestamp(f"2021-{end}")
    assert span(*rows) == said


def with_polarity(store: Store, polarity: Polarity) -> str:
    trend = trends.trend_of(store, load_registry()["wellbeing_happiness"], Filters(district="E08000026"))
    turned = replace(trend.indicator, polarity=polarity)
    return finding(replace(trend, indicator=turned))


def test_the_same_rise_is_better_or_worse_by_polarity(store: Store) -> None:
    assert with_polarity(store, "high_is_good") == "Coventry: better, up from 7.00 in 2011/12 to 7.45 in 2022/23"
    assert with_polarity(store, "high_is_bad") == "Coventry: worse, up from 7.00 in 2011/12 to 7.45 in 2022/23"
    assert with_polarity(store, "no_judgement") == "Coventry: up from 7.00 in 2011/12 to 7.45 in 2022/23"


@pytest.mark.parametrize(("district", "said"), [
    ("E07000220", "Warwickshire: down from 23.7% in 2021/22 to 18.0% in 2024/25; no limits in our source"),
    ("all", "Down in Warwickshire and Coventry since 2021/22; no limits in our source")])
def test_only_the_series_after_a_break_is_compared(store: Store, district: str, said: str) -> None:
    trend = trends.trend_of(store, load_registry()["persistent_absence"], Filters(district=district))
    assert finding(trend) == said
    assert chance(trend) == "Our source has no limits for this series. Small changes may be chance."
    assert len(trend.breaks) == 2  # before 2020/21, which left the coronavirus out, and after it


def test_a_running_total_is_no_trend(store: Store) -> None:
    trend = trends.trend_of(store, load_registry()["ips_access"], Filters())
    assert finding(trend) == "Coventry and Warwickshire: 15 by March 2022, a running total from April"


def test_the_subtitle_names_the_area_that_is_drawn_not_the_one_asked_for(store: Store) -> None:
    trend = trends.trend_of(store, load_registry()["eip_2_weeks"], Filters(district="E07000220"))
    assert "· Coventry and Warwickshire ·" in subtitle(trend, "Rugby")
    assert trend.unmet == ("The NHS publishes this for Coventry and Warwickshire as a whole, not by district.",)


def test_every_indicator_has_a_finding_that_claims_no_more_than_its_limits(store: Store) -> None:
    """All of them, each in one of four kinds of area."""
    for code, district in zip(store.query("trend_indicators")["indicator"], itertools.cycle(AREAS), strict=False):
        trend = trends.trend_of(store, load_registry()[code], Filters(district=district))
        title = finding(trend)
        assert title, code
        assert len(title.split()) <= 27, title
        assert len(trend.coloured) <= 4
        if "better" in title.lower() or "worse" in title.lower():
            assert any(change.clear for change in trend.changes), title
        assert trend_words.alt_text(trend, title).startswith(title)
        latest = trends.latest_of(store, trend)
        assert latest.empty or latest_words.latest_finding(latest, trend)


@pytest.mark.parametrize("code", ["tt_recovery", "cyp_spend", "imd_most_deprived_tenth", "cyp_adult_ward_bed_days"])
def test_charts_of_every_kind_of_indicator_are_valid(store: Store, code: str) -> None:
    indicator = load_registry()[code]
    trend = trends.trend_of(store, indicator, Filters())
    assert charts_trend.trend_lines(trend.rows, indicator, "light", coloured=trend.coloured, breaks=trend.breaks,
                                    break_note="", intervals=True).to_dict()
    latest = trends.latest_of(store, trend)
    assert latest.empty or charts_latest.latest_bars(latest, indicator, "dark", reference="England").to_dict()


def test_no_run_crosses_a_series_or_a_gap(store: Store) -> None:
    for code in ("population", "persistent_absence", "tt_recovery", "cyp_adult_ward_bed_days"):
        rows = store.query("trend", indicator=code, dimension="all", group_code="all")
        for _, run in rows[rows["value"].notna()].groupby(["area_code", "series", "run"]):
            days = run["period_end"].sort_values()
            steps = [(later - earlier).days for earlier, later in itertools.pairwise(days)]
            assert not steps or max(steps) <= 1.5 * min(steps)
