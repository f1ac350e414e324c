"""Gaps, promises and the limits behind them, against figures a person can look up or recompute."""

from __future__ import annotations

import math

import pytest

from dashboard.store import Store


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.open()


def test_widest_gap_by_deprivation_is_detentions(store: Store) -> None:
    row = store.query("gaps").set_index("indicator").loc["detentions"]
    assert (row["worst_code"], row["worst"], row["best_code"], row["best"]) == ("1", 188.6, "10", 43.0)
    assert row["ratio"] == pytest.approx(188.6 / 43.0)


def test_gaps_are_one_a_theme_and_widest_first(store: Store) -> None:
    gaps = store.query("gaps")
    assert gaps["theme"].is_unique
    assert gaps["ratio"].dropna().is_monotonic_decreasing


def test_a_true_zero_is_the_best_end_and_has_no_ratio(store: Store) -> None:
    row = store.query("gaps").set_index("indicator").loc["imd_most_deprived_tenth"]
    assert (row["worst_code"], row["best"]) == ("E08000026", 0)
    assert row["worst"] == pytest.approx(100 * 36 / 203)
    assert math.isnan(row["ratio"])


def test_worst_is_the_low_end_where_high_is_good(store: Store) -> None:
    gaps = store.query("gaps")
    recovery = gaps[gaps["indicator"] == "tt_reliable_recovery"]
    assert (recovery["worst"] < recovery["best"]).all()


def test_wilson_limits_of_a_share(store: Store) -> None:
    row = store.cursor().sql(
        "select low, high, numerator from limited where indicator = 'imd_most_deprived_tenth' "
        "and area_code = 'E08000026' and period = '2025'").fetchall()[0]
    events, total, z = 36, 203, 1.959964
    spread = z * math.sqrt(z * z + 4 * events * (1 - events / total))
    assert row[2] == events
    assert row[0] == pytest.approx(100 * (2 * events + z * z - spread) / (2 * (total + z * z)))
    assert row[1] == pytest.approx(100 * (2 * events + z * z + spread) / (2 * (total + z * z)))


def test_byar_limits_of_a_rate(store: Store) -> None:
    row = store.cursor().sql(
        "select low, high from limited where indicator = 'detentions' and area_code = 'E54000018' "
        "and dimension = 'deprivation_decile' and group_code = '1'").fetchall()[0]
    events, rate, z = 105, 188.6, 1.959964
    assert row[0] == pytest.approx(rate * (1 - 1 / (9 * events) - z / (3 * math.sqrt(events))) ** 3)
    assert row[1] == pytest.approx(
        rate * (events + 1) / events * (1 - 1 / (9 * (events + 1)) + z / (3 * math.sqrt(events + 1))) ** 3)


def test_promise_of_access_is_short_by_1757(store: Store) -> None:
    row = store.query("promises").set_index("indicator").loc["cyp_access"]
    assert (row["value"], row["target"], bool(row["met"])) == (9725, 11482, False)


def test_promise_turned_by_polarity(store: Store) -> None:
    rows = store.query("promises").set_index("indicator")
    assert rows.loc["long_stay_adults", "value"] < rows.loc["long_stay_adults", "target"]
    assert bool(rows.loc["long_stay_adults", "met"])
    assert not bool(rows.loc["out_of_area_bed_days", "met"])
