"""Targets beside their figures: met, short or not known, how far off, for whom not, and when at the current pace."""

from __future__ import annotations

import datetime

import pandas as pd
import pytest

from dashboard import strategy_figures, targets
from dashboard.forecast import forecast
from dashboard.registry import load_registry
from dashboard.scales import Mode
from dashboard.store import Store
from dashboard.strategy_record import Held, indicator_of, load_targets, opened

RECOVERY = load_registry()["tt_recovery"]


@pytest.fixture(scope="module")
def held(store: Store) -> dict[str, Held]:
    """Every target by its id, without the part that all ids share."""
    return {found.target.id: found for found in load_targets(store)}


@pytest.mark.parametrize(("record", "promised", "shown", "when", "verdict", "distance"), [
    ("d000_tgt_metric_talking_recovery", "at least 50%", "52%", "April 2024 to March 2025", "met",
     "2 percentage points above"),
    ("d000_tgt_metric_talking_6_weeks", "at least 75%", "96.6%", "April 2024 to March 2025", "met",
     "21.6 percentage points above"),
    ("d001_tgt_s10_routine", "at least 95%", "21%", "12 months to March 2022", "short", "74 percentage points below"),
    ("d001_tgt_s06_all_q1", "at least 1,543.65 staff in post", "1,498.42", "30 June 2022", "short", "45.23 below"),
    ("d001_tgt_s06_inpatient_q1", "at least 471.29 staff in post", "466.04", "30 June 2022", "short", "5.25 below"),
    ("d001_tgt_s07_access_count", "at least 11,482 people in 12 months", "9,725", "12 months to June 2022", "short",
     "1,757 below"),
    ("d004_tgt_psychosis_two_weeks", "at least 50%", "62%", "January to March 2022", "unknown", ""),
    ("d004_tgt_out_of_area_acute", "at most 0 placements outside the area", "2,545", "January to March 2022",
     "unknown", ""),
    ("d000_tgt_action_cyp_05", "35% increase", "9,725", "12 months to June 2022", "unknown", ""),
    ("d000_tgt_metric_dementia", "at least 66.7%", "", "", "unknown", ""),
    ("d001_tgt_s06_cyp", "at least 309.20 staff in post", "", "", "unknown", ""),
])
def test_a_target_beside_its_figure(
        held: dict[str, Held], record: str, promised: str, shown: str, when: str, verdict: str, distance: str) -> None:
    target = held[record].target
    assert (target.promised, target.shown, target.when, target.verdict, target.distance) == (
        promised, shown, when, verdict, distance)


def test_where_no_figure_is_held_the_sentence_says_what_would_show_it_and_who_holds_it(held: dict[str, Held]) -> None:
    sentence = held["d001_tgt_s06_cyp"].target.sentence
    assert sentence == ("No figure of it is held here. Staff in post, from the trust's workforce return would show it. "
                        "Who holds that: Coventry and Warwickshire Partnership NHS Trust.")


def test_every_target_with_a_number_is_counted_once(held: dict[str, Held]) -> None:
    verdicts = pd.Series([found.target.verdict for found in held.values()]).value_counts()
    assert len(held) == 79
    assert verdicts.to_dict() == {"unknown": 69, "short": 7, "met": 3}


def test_recovery_is_met_overall_but_not_for_all(held: dict[str, Held], store: Store) -> None:
    found = held["d000_tgt_metric_talking_recovery"]
    short = found.groups[~found.groups["met"]]
    tenths = short[short["dimension"] == "deprivation_decile"]
    assert list(tenths["value"]) == [42.0, 42.0, 46.0, 48.0]
    assert list(tenths["sure"]) == [True, True, True, False]
    assert strategy_figures.group_finding(found.target, found.groups) == (
        "Met overall; 9 of 22 groups are short of it, 8 beyond chance")
    assert "by ethnic group (3 of 5): Asian or Asian British at 46%" in strategy_figures.whom(found.groups)
    mode: Mode = "light"
    parts = strategy_figures.group_figure(found.target, found.groups, mode)
    assert parts["graphic"].to_dict(validate=True)
    assert len(parts["data"]) == 22


def test_no_group_is_held_to_a_target_that_has_no_figure_by_group(held: dict[str, Held]) -> None:
    assert [record for record, found in held.items() if not found.groups.empty] == ["d000_tgt_metric_talking_recovery"]


def test_none_of_today_s_series_allows_a_date_and_each_says_why(held: dict[str, Held]) -> None:
    words = {record: found.forecast for record, found in held.items() if found.forecast is not None}
    assert len(words) == 13
    assert all(said.when is None for said in words.values())
    assert "overlap" in words["d001_tgt_s10_routine"].words
    assert words["d000_tgt_metric_talking_recovery"].words == (
        "It was met at the last count, so there is nothing to forecast.")
    assert "does not measure exactly this" in words["d004_tgt_psychosis_two_weeks"].words


def test_what_is_rolling_says_so_in_its_caveat() -> None:
    spans = {row.id for row in load_registry().values() if row.params.get("spans") == "year"} | {"cyp_access"}
    assert spans == {"cyp_access", "ed_routine_4_weeks", "ed_urgent_1_week", "perinatal_access"}
    for indicator in spans:
        assert "twelve months" in load_registry()[indicator].caveat
    assert "does not say how long each count reaches back" in load_registry()["smi_health_checks"].caveat


def series(values: list[float], width: float = 0.5, *, name: str = "one", quarters: bool = False) -> pd.DataFrame:
    """A made-up series with limits, ending in March 2024."""
    ends = pd.date_range(end="2024-03-31", periods=len(values), freq="QE" if quarters else "YE-MAR")
    return pd.DataFrame({"period": [str(end.date()) for end in ends], "period_end": ends, "series": name,
                         "value": values, "low": [value - width for value in values],
                         "high": [value + width for value in values]})


def test_a_clear_trend_towards_the_target_gives_a_date() -> None:
    found = forecast(series([38.0, 40.1, 42.0, 43.9, 46.0]), RECOVERY, 50, "at_least")
    assert found.when == datetime.date(2027, 3, 31)  # 4.0 to go at 1.98 a year: three years
    assert found.words == ("At the pace of the last five years (up 2.0 percentage points a year) it would be met in "
                           "the year to March 2027. That is a straight line, not a plan.")
    quarters = forecast(series([38.0, 40.0, 42.0, 44.0, 46.0], quarters=True), RECOVERY, 50, "at_least")
    assert quarters.when == datetime.date(2024, 9, 30)
    falling = forecast(series([20.0, 18.0, 16.0, 14.0, 12.0]), RECOVERY, 10, "at_most")
    assert falling.when == datetime.date(2025, 3, 31)


@pytest.mark.parametrize(("points", "said"), [
    (series([40.0, 42.0, 44.0, 46.0]), "only 4 comparable figures are held"),
    (pd.concat([series([30.0] * 4, name="old"), series([40.0, 44.0])]), "only 2 comparable figures are held"),
    (series([46.0, 44.0, 42.0, 40.0, 38.0]), "moved away from the target"),
    (series([44.0, 46.0, 43.0, 45.0, 44.0], 3.0), "no clear trend"),
    (series([44.0, 45.0, 46.0, 47.0, 48.0]).assign(low=float("nan"), high=float("nan")), "limits are not known"),
    (series([40.0, 42.0, 44.0, 46.0, 48.0, 49.0]).drop(index=2), "not evenly spaced"),
    (series([20.0, 20.3, 20.6, 20.9, 21.2], 0.05), "more than 10 years"),
    (series([40.0, 42.0, 44.0, 46.0, 52.0]), "met at the last count"),
])
def test_otherwise_there_is_no_date_but_the_reason(points: pd.DataFrame, said: str) -> None:
    found = forecast(points, RECOVERY, 50, "at_least")
    assert found.when is None
    assert said in found.words


def test_figures_of_twelve_months_each_give_no_forecast() -> None:
    points = series([20.0, 30.0, 40.0, 50.0, 60.0])
    points["period"] = "12 months to March " + points["period"].astype(str)
    found = forecast(points, load_registry()["ed_urgent_1_week"], 95, "at_least")
    assert found.when is None
    assert "overlap" in found.words


def test_the_table_of_targets_has_a_row_each_and_a_way_to_the_inequality(held: dict[str, Held]) -> None:
    parts = strategy_figures.target_table(
        [found.target for found in held.values()],
        {record: found.groups for record, found in held.items() if not found.groups.empty},
        {record: found.forecast for record, found in held.items()}, lambda path, **changes: f"{path} {changes}")
    rows = parts["data"].set_index("what")
    assert len(rows) == 79
    assert parts["title"] == "69 of 79 targets can't be checked with the figures held here"
    recovery = rows.loc["Eligible referrals to Talking Therapies that end in recovery"]
    assert recovery["verdict"] == "Met at the last count"
    assert (rows["gaps"] != "").sum() == 1
    assert set(rows["verdict"]) == set(targets.VERDICTS.values())


def test_an_opened_target_draws_its_promise_only_where_the_figure_measures_just_that(store: Store) -> None:
    routine = indicator_of(opened(store, "d001_s10_routine"))
    psychosis = indicator_of(opened(store, "d004_target_10_two_weeks"))
    assert routine is not None
    assert psychosis is not None
    assert (routine.target, routine.target_label) == (95, "promise")
    assert psychosis.target is None  # the figure is of a part of the region that the promise is for
