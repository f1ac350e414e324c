"""A profile in numbers and words: true for high is good, high is bad and no judgement, and never beyond the limits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard import profile_choice, profile_findings, profile_rows, profile_words
from dashboard.filters import Filters
from dashboard.inequality import RecentTrend
from dashboard.profile import Known, Measure, Place, profile, recent
from dashboard.registry import Indicator, Polarity, load_registry
from dashboard.store import Store

AREAS = {"a": "Ashby", "b": "Barton", "c": "Corley", "d": "Dunton"}
NONE = RecentTrend("Cannot be calculated", reason="Limits are not published for each of the last five years.")


def measure(polarity: Polarity, own: tuple[float, float | None, float | None] = (30, 28, 32),
            england: float | None = 20, others: tuple[float, ...] = (10.0, 15.0, 25.0),
            trend: RecentTrend = NONE) -> Measure:
    """A measure of Ashby (a) beside three districts and England."""
    indicator = Indicator("x", "A share", "Wellbeing", "% of people", "%", 0, polarity, "q", "Is.", "Mind.",
                          kind="share")
    rows = [("a", "district", *own), *[(code, "district", value, None, None)
                                       for code, value in zip("bcd", others, strict=True)]]
    rows += [] if england is None else [("e", "country", england, None, None)]
    figures = {code: Known(code, AREAS.get(code, "England"), kind, value, low, high, indicator.show(value), "iod_2025")
               for code, kind, value, low, high in rows}
    return Measure(indicator, "a", "country", "2023", None, figures, trend, 6)


@pytest.mark.parametrize(("polarity", "above", "below"), [
    ("high_is_bad", "worse", "better"), ("high_is_good", "better", "worse"), ("no_judgement", "higher", "lower")])
def test_a_verdict_needs_the_whole_interval_beyond_the_benchmark(polarity: Polarity, above: str, below: str) -> None:
    assert measure(polarity, (30, 28, 32)).verdict == above
    assert measure(polarity, (10, 8, 12)).verdict == below
    assert measure(polarity, (21, 19, 23)).verdict == "similar"
    assert measure(polarity, (30, None, None)).verdict == "not compared"
    assert measure(polarity, england=None).verdict == "not compared"


@pytest.mark.parametrize(("polarity", "place", "said", "along"), [
    ("high_is_bad", Place(4, 4, 1), "worst of 4", 0.0), ("high_is_good", Place(1, 4, 1), "best of 4", 1.0),
    ("no_judgement", Place(1, 4, 1), "highest of 4", 1.0)])
def test_the_highest_is_first_or_last_by_polarity_and_better_is_to_the_right(
        polarity: Polarity, place: Place, said: str, along: float) -> None:
    highest = measure(polarity)
    assert highest.place == place
    assert profile_words.place_words(highest) == said
    assert highest.along(highest.own.value) == along


def test_values_that_read_alike_share_a_place() -> None:
    shared = measure("high_is_bad", (25.2, None, None))
    assert shared.place == Place(3, 4, 2)
    assert shared.place is not None
    assert shared.place.last
    assert profile_words.place_words(shared) == "joint worst of 4"
    alike = measure("high_is_bad", (10, None, None), others=(10.1, 10.2, 9.9)).place
    assert alike == Place(1, 4, 4)
    assert alike is not None
    assert not alike.first
    assert not alike.last


def test_two_districts_are_no_order() -> None:
    few = measure("high_is_bad")
    few = replace(few, figures={code: figure for code, figure in few.figures.items() if code in "abe"})
    assert few.place is None
    assert profile_words.place_words(few) == ""


@pytest.mark.parametrize(("polarity", "headline", "title"), [
    ("high_is_bad", "Ashby is worse than England on the one measure that can be judged; it is worst of the four",
     "Wellbeing: worse than England on the one judged"),
    ("high_is_good", "Ashby is better than England on the one measure that can be judged; it is best of the four",
     "Wellbeing: better than England on the one judged"),
    ("no_judgement", "No measure of Ashby can be judged against England", "Wellbeing: higher than England on the one")])
def test_headline_and_title_follow_the_polarity(polarity: Polarity, headline: str, title: str) -> None:
    measures = [measure(polarity)]
    assert profile_words.headline(measures) == headline
    assert profile_words.theme_title("Wellbeing", measures) == title


def test_a_headline_counts_the_verdicts_and_tells_worse_before_better() -> None:
    measures = [measure("high_is_bad"), measure("high_is_good"), measure("high_is_good", (21, 19, 23)),
                measure("high_is_bad", (30, None, None))]
    assert profile_words.headline(measures) == (
        "Ashby is worse than England on one of three measures that can be judged, better on one and similar on one; "
        "it is worst of the four on two of four, best on one")
    said = profile_words.findings(measures)
    assert "One more cannot be judged: one has no limits in our source." in said


def test_without_limits_the_bare_figures_are_told_as_such() -> None:
    bare = measure("high_is_bad", (30, None, None))
    assert profile_words.verdict_words(bare) == "England 20%, not judged: no limits"
    assert profile_words.verdict_words(measure("high_is_bad", england=None)) == "no figure for England"
    few = replace(bare, figures={code: figure for code, figure in bare.figures.items() if code in "abe"})
    assert profile_words.theme_title("Wellbeing", [few]) == \
        "Wellbeing: the worse figure than England on the one; no limits in our source"
    good = replace(few, indicator=replace(few.indicator, polarity="high_is_good"))
    assert profile_words.theme_title("Wellbeing", [good, good]) == \
        "Wellbeing: the better figure than England on both; no limits in our source"


def test_a_place_on_one_measure_of_many_is_not_told_of_all() -> None:
    ranked = measure("high_is_bad", (30, None, None))
    few = replace(ranked, figures={code: figure for code, figure in ranked.figures.items() if code in "abe"})
    assert profile_words.theme_title("Wellbeing", [ranked, few, few]) == \
        "Wellbeing: the worse figure than England on all three; no limits in our source"
    assert profile_words.headline([ranked, few]).endswith("it is worst of the four on the one measure that all have")


@pytest.mark.parametrize(("category", "said"), [
    ("Increasing and getting worse", "↗ rising, getting worse"), ("Decreasing and getting better",
                                                                  "↘ falling, getting better"),
    ("Decreasing", "↘ falling"), ("No significant change", "→ no clear change")])
def test_a_trend_in_words(category: str, said: str) -> None:
    assert profile_words.trend_words(measure("high_is_bad", trend=RecentTrend(category))) == said  # type: ignore[arg-type]


def test_no_trend_says_why() -> None:
    assert profile_words.trend_words(measure("high_is_bad")) == "no trend: no limits"
    assert profile_words.trend_words(replace(measure("high_is_bad"), points=1)) == "no trend: one period"
    assert profile_words.trend_words(replace(measure("high_is_bad"), points=3)) == "no trend: three periods"


@pytest.mark.parametrize(("polarity", "first"), [
    ("high_is_bad", "Ashby has the better figure on none of one measures that both have, Barton on one."),
    ("high_is_good", "Ashby has the better figure on one of one measures that both have, Barton on none.")])
def test_two_areas_are_compared_by_polarity(polarity: Polarity, first: str) -> None:
    said, widest = profile_findings.pair([measure(polarity)], "b")
    assert said == first
    assert widest == ("The largest differences, one figure divided by the other: A share (Ashby 30%, Barton 10%). "
                      "No limits in our source for A share.")


def test_a_difference_within_the_limits_is_not_named() -> None:
    row = measure("high_is_bad", (30, 8, 40))
    row = replace(row, figures=row.figures | {"b": replace(row.figures["b"], low=9.0, high=11.0)})
    assert profile_findings.pair([row], "b")[1] == "No share or rate lies clearly apart."


def test_what_has_no_judgement_is_no_better_or_worse_of_two() -> None:
    assert profile_findings.pair([measure("no_judgement")], "b") == (
        "The two share no measure with a better and a worse end.", "")


def test_a_row_says_verdict_place_period_and_trend() -> None:
    rows, marks = profile_rows.spine_rows([measure("high_is_bad")], "c", lambda *args, **changes: "trends")
    assert rows["words"].iloc[0] == "▼ worse than England (20%)\nworst of 4 · 2023 · no trend: no limits"
    assert rows["other"].iloc[0] == "■ 15%"
    assert dict(zip(marks["area"], marks["role"], strict=True)) == {
        "Ashby": "own", "Corley": "second", "England": "beside", "Barton": "district", "Dunton": "district"}


def test_choices_that_cannot_be_met_are_said() -> None:
    choice = profile_choice.choose(Filters(district="all", against="E07000220", theme="Money"), ["Wellbeing"])
    assert (choice.second, choice.theme) == ("", "all")
    assert len(choice.notes) == 2
    assert "county" not in profile_choice.benchmarks("E08000026")
    assert profile_choice.choose(Filters(district="E08000026", benchmark="county"), []).benchmark == "country"


@pytest.mark.parametrize(("area", "benchmark"), [
    ("E08000026", "country"), ("E10000031", "icb"), ("E07000219", "county"), ("E07000221", "region")])
def test_every_measure_has_words_that_fit(store: Store, area: str, benchmark: str) -> None:
    measures = profile(store, area, benchmark)
    assert profile_words.headline(measures)
    assert all(len(profile_words.theme_title(*group)) < 110 for group in profile_choice.groups(measures))
    assert all(0 <= row.along(row.own.value) <= 1 for row in measures)
    assert max(len(line) for row in measures for line in profile_rows._lines(row).split("\n")) <= 58


def test_modelled_figures_and_ranks_are_never_judged(store: Store) -> None:
    rows = {row.indicator.id: row for row in profile(store, "E07000219")}
    assert rows["depression_modelled"].verdict == rows["imd"].verdict == "not compared"
    assert load_registry()["depression_modelled"].label.endswith("(modelled)")


def test_overlapping_years_get_no_trend(store: Store) -> None:
    points = store.query("profile_points", area="E08000026")
    suicide = recent(points[points["indicator"] == "suicide_rate"], load_registry()["suicide_rate"])
    assert suicide.category == "Cannot be calculated"
    assert "overlap" in suicide.reason
