"""Talking Therapies: published figures, and one test for each trap of the yearly and monthly files."""

from __future__ import annotations

import pandas as pd
import pytest
from observed import observed, row, table

from dashboard.registry import load_groups

AREA, PROVIDER, ENGLAND = "E54000018", "RYG", "E92000001"
DECILES = [str(decile) for decile in range(1, 11)]


def test_recovery_is_the_published_percentage() -> None:
    recovery = observed("tt_recovery")
    assert row(recovery, area_code=ENGLAND, period="2024/25", dimension="all")["value"] == 50.5
    local = row(recovery, area_code=AREA, period="2024/25", dimension="all")
    assert (local["value"], local["numerator"], local["denominator"]) == (52, 4_650, 9_190 - 185)
    assert row(recovery, area_code=AREA, period="2018/19", dimension="all")["value"] == 55


def test_most_deprived_tenth_is_decile_1() -> None:
    """The publisher's 10 is the most deprived: in 2024/25 it recovered least, at 42% against 56%."""
    recovery = observed("tt_recovery").query("area_code == @AREA and period == '2024/25'")
    assert row(recovery, group_code="1")["value"] == 42
    assert row(recovery, group_code="10")["value"] == 56


def test_england_recovers_less_with_every_step_of_deprivation() -> None:
    rates = observed("tt_recovery").query("area_code == @ENGLAND and dimension == 'deprivation_decile'")
    for _, year in rates[rates["group_code"] != "unknown"].groupby("period"):
        by_decile = year.set_index("group_code").loc[DECILES, "value"]
        assert by_decile.is_monotonic_increasing, by_decile


@pytest.mark.parametrize("indicator", ["tt_recovery", "tt_reliable_recovery"])
def test_counts_give_every_published_percentage_within_rounding(indicator: str) -> None:
    """England's counts are exact and its percentages have one decimal; others are rounded to 5 and to whole ones.

    A derived number of courses is the difference of two counts rounded to 5, so it may be 5 off.
    """
    rates = observed(indicator).query("status == 'value'").dropna(subset=["denominator"])
    exact = rates["area_code"] == ENGLAND
    off_count, off_whole, off_pct = ((~exact) * by for by in (2.5, 5.0, 0.5))
    off_pct = off_pct.mask(exact, 0.05) + 1e-9
    low = 100 * (rates["numerator"] - off_count) / (rates["denominator"] + off_whole) - off_pct
    high = 100 * (rates["numerator"] + off_count) / (rates["denominator"] - off_whole) + off_pct
    assert len(rates) > 1_900
    assert rates[(rates["value"] < low) | (rates["value"] > high)].empty


def test_withheld_percentages_come_without_their_counts() -> None:
    withheld = observed("tt_recovery").query("status == 'suppressed'")
    assert len(withheld) > 100
    assert withheld[["value", "numerator", "denominator"]].isna().all(axis=None)
    assert not table("talking_therapies").query("value == 0").shape[0], "a withheld count must never become 0"


def test_our_area_has_one_code_and_one_row_a_year() -> None:
    """Coded E54000018 up to 2019/20 and QWU after; its former CCGs and sub-ICB would count the same people again."""
    therapies = table("talking_therapies")
    total = therapies.query("area_type == 'icb' and dimension == 'all' and measure == 'finished_course_treatment'")
    assert list(total.sort_values("period")["value"]) == [7470, 7945, 7900, 3200, 7510, 8480, 8735, 9190]
    assert not set(therapies["area_code"]) & {"QWU", "B2M3M", "05A", "05H", "05R"}


def test_unusable_year_is_shown_nowhere() -> None:
    therapies = table("talking_therapies")
    unusable = therapies[~therapies["usable"]]
    assert set(zip(unusable["area_code"], unusable["period"], strict=True)) == {(AREA, "2020/21")}
    for indicator in ("tt_recovery", "tt_reliable_recovery", "tt_referrals", "tt_finished", "tt_seen_6_weeks"):
        rows = observed(indicator)
        assert rows.query("area_code == @AREA and period == '2020/21'").empty
        assert len(rows.query("area_code == @PROVIDER and period == '2020/21'"))


def test_no_line_crosses_the_unusable_year_or_joins_provider_to_area() -> None:
    rates = observed("tt_recovery").query("dimension == 'all'")
    local = rates[rates["area_code"] == AREA].groupby("series")["period"].agg(["min", "max"])
    assert local.to_dict("index") == {"to 2019/20": {"min": "2017/18", "max": "2019/20"},
                                      "from 2021/22": {"min": "2021/22", "max": "2024/25"}}
    finished = observed("tt_finished").query("dimension == 'all'")
    both = finished.pivot(index="period", columns="area_code", values="value")
    assert (both[PROVIDER] > both[AREA])[both[AREA].notna()].all()


def test_referrals_of_2021_22_stand_alone() -> None:
    referrals = observed("tt_referrals").query("dimension == 'all'")
    for area in (AREA, PROVIDER):
        local = referrals[referrals["area_code"] == area]
        alone = row(local, period="2021/22")["series"]
        assert list(local[local["series"] == alone]["period"]) == ["2021/22"]
    assert row(referrals, area_code=AREA, period="2021/22")["value"] == 28_285


def test_peers_break_where_stps_became_icbs() -> None:
    peers = observed("tt_recovery").query("area_type == 'peer_icb' and dimension == 'all'")
    assert peers.query("series == 'STP'")["period"].max() == "2021/22"
    assert peers.query("series == 'ICB'")["period"].min() == "2022/23"
    assert peers["area_code"].nunique() == 10


def test_detailed_ethnic_groups_are_kept_but_not_added_to_broad_ones() -> None:
    rows = table("talking_therapies").query("area_code == @ENGLAND and period == '2024/25' and dimension == "
                                            "'ethnic_group' and measure == 'referrals_received'")
    assert set(rows["group_code"]) == {"asian", "black", "mixed", "white", "other", "unknown"}
    assert set(rows.query("group_code == 'other'")["detail_group"]) == {"all", "Any other Ethnic Group", "Chinese"}
    whole = row(observed("tt_referrals"), area_code=ENGLAND, period="2024/25", group_code="all")["value"]
    broad = observed("tt_referrals").query("dimension == 'ethnic_group' and period == '2024/25'")
    assert broad.query("area_code == @ENGLAND")["value"].sum() == whole == 1_813_432


def test_age_bands_before_and_after_2021_22_share_no_code_unless_they_are_the_same() -> None:
    ages = observed("tt_recovery").query("dimension == 'age_band'")
    before = set(ages[ages["period"] < "2021/22"]["group_code"])
    after = set(ages[ages["period"] >= "2021/22"]["group_code"])
    assert before == {"0-15", "16-17", "18-35", "36-64", "65+"}
    assert after == {"0-17", "18-25", "26-64", "65-74", "75-89", "90+"}


def test_every_group_is_known() -> None:
    rows = observed("tt_recovery")
    assert all(code in load_groups()[dimension] for dimension, code in zip(rows["dimension"], rows["group_code"],
                                                                         strict=True))


def test_waits_by_year_are_two_published_counts_divided() -> None:
    waits = observed("tt_seen_6_weeks")
    latest = row(waits, area_code=AREA, period="2024/25")
    assert (latest["numerator"], latest["denominator"]) == (8_880, 9_190)
    assert round(latest["value"], 1) == 96.6
    assert row(waits, area_code=AREA, period="2021/22")["series"] == "first_treatment from 2021/22"
    assert row(waits, area_code=AREA, period="2022/23")["series"] == "accessing_services from 2021/22"


def test_waits_by_year_agree_with_the_dashboards_quarters() -> None:
    """The year's share lies within its quarters' range, to the dashboard's rounding to whole percentages."""
    years = observed("tt_seen_6_weeks").query("area_code == @AREA").set_index("period")["value"]
    quarters = observed("tt_wait_6_weeks").query("area_code == @AREA")
    for year in ("2017/18", "2018/19", "2019/20", "2021/22"):
        of_year = quarters[quarters["period"].str.endswith(year)]["value"]
        assert len(of_year) == 4
        assert of_year.min() - 0.5 <= years[year] <= of_year.max() + 0.5


def test_monthly_runs_stay_apart() -> None:
    monthly = table("talking_therapies_monthly")
    runs = monthly.groupby("series")["period"].agg(["min", "max"]).to_dict("index")
    assert runs == {"February 2019 to February 2020": {"min": "2019-02", "max": "2020-02"},
                    "May 2022 to May 2023": {"min": "2022-05", "max": "2023-05"}}
    assert (monthly.groupby("measure")["series"].nunique() == 1).all()
    february = row(monthly, area_code=ENGLAND, period="2019-02", measure="Referrals Received")
    assert (february["value"], february["period_end"]) == (137_647, "2019-02-28")
    assert pd.isna(monthly.query("status == 'suppressed'")["value"]).all()
