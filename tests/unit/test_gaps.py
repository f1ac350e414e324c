"""Comparisons inside an area: figures and sentences that a person can recompute from the published numbers."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from dashboard import gap_choice, gap_doubts, gap_finder, gap_trend, gap_words, gaps
from dashboard.inequality import Estimate, People
from dashboard.registry import load_registry
from dashboard.store import Store


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.open()


def compare(store: Store, indicator: str, dimension: str, area: str = gaps.WHOLE) -> gaps.Comparison:
    rows = store.query("gap_rows", indicator=indicator, dimension=dimension, area_code=area)
    return gaps.Comparison(load_registry()[indicator], dimension, "here", gaps.latest(rows))


def made(polarity: str, values: list[float], dimension: str = "deprivation_fifth",
         **changes: object) -> gaps.Comparison:
    """Five groups of a thousand people each, with these percentages."""
    indicator = replace(load_registry()["tt_recovery"], polarity=polarity, rounded_to=0, decimals=1)
    rows = pd.DataFrame({
        "member": ["1", "2", "3", "4", "5"], "name": ["1", "2", "3", "4", "5"], "value": values, "low": [None] * 5,
        "high": [None] * 5, "numerator": [value * 10 for value in values], "weight": [10.0] * 5,
        "status": ["value"] * 5,
        "england": [None] * 5, "period": ["2024/25"] * 5, "period_end": pd.Timestamp("2025-03-31"),
        "series": ["one"] * 5, "source_id": ["talking_therapies"] * 5}).assign(**changes)
    rows[["low", "high"]] = rows[["low", "high"]].astype(float)
    return gaps.Comparison(indicator, dimension, "here", rows)


def test_detentions_by_deprivation(store: Store) -> None:
    found = compare(store, "detentions", "deprivation_decile")
    gap, ratio = found.measures["gap"], found.measures["ratio"]
    assert isinstance(gap, Estimate)
    assert isinstance(ratio, Estimate)
    assert gap.value == pytest.approx(188.6 - 43.0)
    assert ratio.value == pytest.approx(188.6 / 43.0)
    # Fewer detentions if every tenth had the rate of the least deprived: each tenth's count less its share of it.
    rates = [188.6, 132.5, 82.1, 99.3, 69.0, 66.6, 47.2, 50.5, 42.2]
    counts = [105, 85, 75, 75, 65, 75, 50, 55, 40]
    fewer = sum(count * max(0.0, 1 - 43.0 / rate) for count, rate in zip(counts, rates, strict=True))
    assert isinstance(found.people, People)
    assert found.people.number == pytest.approx(fewer)
    assert "about 280 fewer detentions" in gap_words.people_sentence(found)
    assert gap_words.gap_sentence(found).startswith(
        "188.6 in the most deprived tenth of neighbourhoods, 43.0 in the least deprived: a gap of 145.6 detentions")


def test_slope_of_detentions_by_hand(store: Store) -> None:
    """The Scottish index is minus the slope divided by the weighted mean, and the slope is negative here."""
    found = compare(store, "detentions", "deprivation_decile")
    sii, rii = found.measures["sii"], found.measures["rii_scotgov"]
    assert isinstance(sii, Estimate)
    assert isinstance(rii, Estimate)
    assert found.groups is not None
    assert sii.value < 0 < rii.value
    assert rii.value == pytest.approx(-sii.value / found.groups.mean)
    assert "it falls by" in gap_words.gradient_sentence(found)


def test_recovery_where_high_is_good(store: Store) -> None:
    found = compare(store, "tt_recovery", "deprivation_decile")
    assert gap_words.finding(found) == ("Recovery after Talking Therapies: 56% in the least deprived tenth of "
                                        "neighbourhoods, 42% in the most deprived")
    assert "rises by" in gap_words.gradient_sentence(found)
    assert "1.3 times as high in the least deprived" in gap_words.ratio_sentence(found)
    assert " more people would have been counted in 2024/25" in gap_words.people_sentence(found)


def test_share_without_a_known_ethnic_group_can_turn_the_order(store: Store) -> None:
    found = compare(store, "detentions", "ethnic_group")
    assert found.unknown == (135.0, 690.0)
    sentence = gap_doubts.unknown(found)
    assert sentence.startswith("About 135 of 690 records (20%; counts are rounded to 5) do not say which ethnic group.")
    # 50 Asian detentions at 49.4 per 100,000; with 135 more the rate would be 182.8, above the highest, 142.0.
    assert (50 + 135) / (50 / 49.4) > 142.0
    assert "it would have the highest" in sentence


def test_a_group_without_a_figure_stops_measures_of_all_groups(store: Store) -> None:
    found = compare(store, "tt_recovery", "sex")
    assert found.measures["theil"] == ("No figure is published for “Other or non-binary”, so a measure of all groups "
                                       "would leave people out.")
    assert gap_doubts.blank(found).startswith("Not published for Other or non-binary")
    assert gap_words.gap_sentence(found).startswith("There is no gap: 52% among")


def test_two_areas_have_a_gap_and_a_ratio_only(store: Store) -> None:
    found = compare(store, "persistent_absence", "upper_tier")
    assert isinstance(found.measures["gap"], Estimate)
    assert found.measures["bgv"] == "With two groups the gap and the ratio already say everything."
    assert gap_doubts.sure(found).startswith("Our source has no limits")


def test_where_people_live_is_nobodys_gain(store: Store) -> None:
    assert compare(store, "residents_most_deprived_fifth", "ethnic_group").people == gaps.NOT_GAINED


@pytest.mark.parametrize(("polarity", "more"), [("high_is_bad", "fewer"), ("high_is_good", "more")])
def test_sentences_follow_polarity(polarity: str, more: str) -> None:
    rising = made(polarity, [10, 20, 30, 40, 50])
    assert gap_words.gap_sentence(rising).startswith("50.0% in the least deprived fifth of neighbourhoods, 10.0% in "
                                                     "the most deprived: a gap of 40.0 percentage points")
    falling = made(polarity, [50, 40, 30, 20, 10])
    assert gap_words.finding(falling).endswith(
        "50.0% in the most deprived fifth of neighbourhoods, 10.0% in the least deprived")
    worse_off_first = falling if polarity == "high_is_bad" else rising
    # Groups of 1,000: 400, 300, 200 and 100 people away from the least deprived group's figure.
    assert f"about 1,000 {more} people would" in gap_words.people_sentence(worse_off_first)
    assert gap_words.people_sentence(rising if worse_off_first is falling else falling).startswith("No group fares")


def test_without_judgement_nobody_gains() -> None:
    found = made("no_judgement", [10, 20, 30, 40, 50])
    assert gap_words.people_sentence(found) == "This indicator is neither good nor bad when high, so no group is the " \
                                               "best-off."
    assert "5.0 times as high in the least deprived" in gap_words.ratio_sentence(found)


def test_equal_groups_have_no_gap_and_no_slope() -> None:
    found = made("high_is_bad", [30, 30, 30, 30, 30])
    gap = found.measures["gap"]
    assert isinstance(gap, Estimate)
    assert gap.value == 0
    sii = found.measures["sii"]
    assert isinstance(sii, Estimate)
    assert sii.value == pytest.approx(0, abs=1e-9)
    assert gap_words.finding(found).endswith("30.0% at both ends, no gap")


def test_a_small_group_is_shown_but_is_no_end(store: Store) -> None:
    """15 detentions of people of another ethnic group: a dot, but neither the highest nor the lowest of the gap."""
    found = made("high_is_bad", [1.5, 20, 30, 40, 50], dimension="ethnic_group", member=[
        "other", "asian", "black", "mixed", "white"], name=["Other", "Asian", "Black", "Mixed", "White"])
    assert found.rows["numerator"].iloc[0] < gaps.FEWEST_COUNTED
    gap = found.measures["gap"]
    assert isinstance(gap, Estimate)
    assert gap.compares == ("White", "Asian")


def test_a_zero_end_has_no_ratio(store: Store) -> None:
    found = compare(store, "imd_most_deprived_tenth", "district")
    assert found.measures["ratio"] == "The value of “Rugby” is zero, so there is no ratio to it."
    assert "none in Rugby" in gap_words.gap_sentence(found)


def test_change_of_the_gap_needs_limits_apart(store: Store) -> None:
    rows = store.query("gap_rows", indicator="tt_recovery", dimension="deprivation_decile", area_code=gaps.WHOLE)
    periods = [gaps.Comparison(load_registry()["tt_recovery"], "deprivation_decile", "here", part)
               for _, part in rows.groupby("period_end")]
    told = gap_trend.trend_rows(periods)
    # 2021/22 and 2024/25 belong to one series; 57 − 40 and 56 − 42 points.
    assert gap_trend.change(told, periods[-1]) == ("No clear change: a gap of 17 percentage points in 2021/22, 14 "
                                                     "percentage points in 2024/25")


def test_choice_falls_back_to_what_is_published(store: Store) -> None:
    choices = store.query("gap_choices")
    found = gap_choice.choose(choices, "detentions", "district", "E07000220", local=False)
    assert (found.dimension, found.area_code) == ("deprivation_decile", gaps.WHOLE)
    assert found.notes
    local = gap_choice.choose(choices, "ethnic_black", "deprivation_fifth", "E08000026", local=True)
    assert (local.dimension, local.area_code, local.both_fifths) == (gaps.LOCAL, "E08000026", True)


def test_finder_ranks_judged_gaps_first(store: Store) -> None:
    rows = store.query("gap_finder", area_code=gaps.WHOLE, dimension=None, theme=None)
    ranked = gap_finder.ranked(rows, "ratio")
    neutral = list(ranked["neutral"])
    assert neutral == sorted(neutral)
    assert gaps.LOCAL not in set(ranked["dimension"])
    detained = ranked[(ranked["indicator"] == "detentions") & (ranked["dimension"] == "deprivation_decile")].iloc[0]
    told = gap_finder.read_gap(detained)
    assert (told.number, told.sure) == ("4.4 times", "limits stand apart")
    assert told.when == "to March 2024; crude rate; base unclear"
    assert told.choices["dimension"] == "deprivation_decile"
    points = gap_finder.ranked(rows, "points")
    assert {load_registry()[code].short_unit for code in points["indicator"]} == {"%"}


def test_fifths_add_up_to_the_whole(store: Store) -> None:
    """Black residents counted by neighbourhood: the five fifths hold all 38,732 of the census."""
    rows = store.query("gap_rows", indicator="ethnic_black", dimension="deprivation_fifth", area_code=gaps.WHOLE)
    assert rows["numerator"].sum() == 16187 + 11294 + 5506 + 3407 + 2338
    assert rows["value"].iloc[0] == pytest.approx(100 * 16187 / 146830)
