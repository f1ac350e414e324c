"""What the queries of the people and trends pages return, against published figures."""

from __future__ import annotations

import pytest

from dashboard.store import Store

COVENTRY, WARWICKSHIRE, TOGETHER = "E08000026", "E10000031", "E54000018"


def test_ages_are_the_latest_estimates_and_add_up(store: Store) -> None:
    rows = store.query("people_age", district=COVENTRY, split="all")
    assert set(rows["year"]) == {2024}
    assert rows.loc[rows["place"] == "area", "persons"].sum() == 369_026
    assert rows.groupby("place")["share_pct"].sum().to_list() == pytest.approx([100, 100])
    assert rows["age_from"].nunique() == 19
    assert rows.loc[rows["age_to"].isna(), "age_from"].unique() == [90]


def test_sexes_come_from_the_latest_year_that_has_them(store: Store) -> None:
    rows = store.query("people_age", district="all", split="sex")
    assert set(rows["year"]) == {2021}
    assert set(rows["sex"]) == {"female", "male"}
    assert rows.loc[rows["place"] == "area", "persons"].sum() == 942_473
    county = store.query("people_age", district=WARWICKSHIRE, split="sex")
    assert county.loc[county["place"] == "area", "persons"].sum() == 599_153


def test_ethnic_groups_of_coventry_in_both_censuses(store: Store) -> None:
    rows = store.query("people_ethnic", district=COVENTRY).set_index(["year", "ethnic_group"])
    assert rows.loc[(2011, "white"), "persons"] == 234_029
    assert rows.loc[(2011, "white"), "residents"] == 316_960
    assert rows.loc[(2021, "black"), "persons"] == 30_723
    assert rows.loc[(2021, "black"), "share_pct"] == pytest.approx(8.9, abs=0.01)
    assert rows.groupby("year")["share_pct"].sum().to_list() == pytest.approx([100, 100])
    assert rows.loc[(2021, "white"), "england_pct"] == pytest.approx(81.0, abs=0.06)


def test_nineteen_detailed_groups(store: Store) -> None:
    rows = store.query("people_ethnic_detail", district="all")
    assert len(rows) == 19
    assert rows["share_pct"].sum() == pytest.approx(100)
    assert rows["group_name"].iloc[0] == "White: British"


def test_half_of_coventry_s_black_residents_live_in_the_most_deprived_fifth(store: Store) -> None:
    rows = store.query("people_fifths", basis="national")
    worst = rows[rows["fifth"] == 1].set_index(["area_code", "ethnic_group"])
    assert worst.loc[(COVENTRY, "black"), "share_pct"] == pytest.approx(49.95, abs=0.01)
    assert worst.loc[(COVENTRY, "white"), "share_pct"] == pytest.approx(26.80, abs=0.01)
    assert worst.loc[(COVENTRY, "all"), "neighbourhoods"] == 63
    assert worst.loc[("E07000221", "all"), "persons"] == 0
    assert len(rows) == 8 * 6 * 5, "every area, group and fifth, zeros included"
    assert rows.groupby(["area_code", "ethnic_group"])["share_pct"].sum().to_list() == pytest.approx([100] * 48)


def test_national_fifths_agree_with_the_indicator(store: Store) -> None:
    rows = store.query("people_fifths", basis="national")
    indicator = store.query("latest_values", indicator="residents_most_deprived_fifth", period="2021",
                            dimension="ethnic_group", group_code="asian", area_types=("district",))
    worst = rows[(rows["fifth"] == 1) & (rows["ethnic_group"] == "asian")].set_index("area_code")["share_pct"]
    for _, row in indicator.iterrows():
        assert worst[row["area_code"]] == pytest.approx(row["value"])


def test_local_fifths_hold_a_fifth_of_the_neighbourhoods_each(store: Store) -> None:
    rows = store.query("people_fifths", basis="local")
    every = rows[(rows["area_code"] == TOGETHER) & (rows["ethnic_group"] == "all")]
    assert every["neighbourhoods"].to_list() == [112, 112, 111, 111, 111]


def test_peers_are_one_line_with_their_range(store: Store) -> None:
    rows = store.query("trend", indicator="tt_recovery", dimension="all", group_code="all")
    peers = rows[(rows["area_type"] == "peers") & (rows["period"] == "2024/25")].iloc[0]
    assert (peers["lowest"], peers["value"], peers["highest"], peers["peers"]) == (48, 51, 53, 10)
    own = rows[(rows["area_type"] == "icb")].set_index("period")
    assert own.loc["2024/25", "value"] == 52
    assert "2020/21" not in own.index, "the unusable year is left out"
    assert own.loc["2019/20", "series"] != own.loc["2021/22", "series"]


def test_trends_are_offered_for_indicators_with_more_than_one_period(store: Store) -> None:
    offered = store.query("trend_indicators")
    assert (offered["periods"] > 1).all()
    assert {"wellbeing_anxiety", "imd", "tt_recovery"} <= set(offered["indicator"])
    assert not {"detentions", "age_0_15", "iod_mental_health", "mhst_settings"} & set(offered["indicator"])


def test_latest_values_rank_from_the_highest(store: Store) -> None:
    rows = store.query("latest_values", indicator="wellbeing_anxiety", period="2022/23", dimension="all",
                       group_code="all", area_types=("district", "county", "region", "country"))
    assert rows["area_name"].iloc[0] == "Warwick"
    assert rows["value"].is_monotonic_decreasing
    assert len(rows) == 9
