"""Queries of the page *Access and care*: values a reader can check against what was published."""

from __future__ import annotations

import pytest

from dashboard.store import Store


def test_access_holds_the_plan_and_the_dashboard_apart(store: Store) -> None:
    rows = store.query("care_access").set_index(["series", "period"])["people"]
    assert rows["plan"]["12 months to June 2022"] == 9725
    assert rows["plan"]["12 months to December 2021"] == 9310
    assert rows["dashboard_quarter"]["Q3 2021/22"] == 9060
    assert rows["dashboard_year"]["2020/21"] == 7850
    assert len(rows["plan"]) == 12


def test_only_the_plan_has_a_number_expected(store: Store) -> None:
    rows = store.query("care_access")
    assert set(rows.loc[rows["series"] == "plan", "expected"]) == {11482}
    assert rows.loc[rows["series"] != "plan", "expected"].isna().all()


@pytest.mark.parametrize(("dimension", "group", "value", "england"), [
    ("ethnic_group", "white", 53, 51.7), ("ethnic_group", "unknown", 48, 46.3),
    ("deprivation_decile", "1", 42, 42.8), ("deprivation_decile", "10", 56, 56.2), ("age_band", "0-17", 37, 42.3),
])
def test_recovery_of_the_newest_year_with_england_beside(store: Store, dimension: str, group: str, value: float,
                                                          england: float) -> None:
    row = store.query("care_groups", indicator="tt_recovery", dimension=dimension).set_index("group_code").loc[group]
    assert (row["value"], row["england"], row["period"]) == (value, england, "2024/25")


def test_groups_come_in_their_own_order_and_unknown_stays(store: Store) -> None:
    tenths = store.query("care_groups", indicator="detentions", dimension="deprivation_decile")["group_code"]
    assert list(tenths) == [str(tenth) for tenth in range(1, 11)] + ["unknown"]


def test_a_count_without_a_rate_is_kept(store: Store) -> None:
    row = store.query("care_groups", indicator="detentions", dimension="ethnic_group").set_index("group_code").loc[
        "unknown"]
    assert row["value"] != row["value"]
    assert (row["numerator"], row["status"]) == (135, "not_published")


def test_limits_of_a_share_are_wilson_s(store: Store) -> None:
    """45 of 130: worked out by hand, (2·45 + z² ± z√(z² + 4·45·(1 − 45/130))) / (2·(130 + z²)), z = 1.959964."""
    row = store.query("care_groups", indicator="tt_recovery", dimension="ethnic_group").set_index("group_code").loc[
        "other"]
    assert (row["numerator"], row["denominator"]) == (45, 130)
    assert (row["lower"], row["upper"]) == pytest.approx((26.985, 43.129), abs=0.001)


def test_series_has_both_areas_oldest_first(store: Store) -> None:
    rows = store.query("care_series", indicator="cyp_second_contact_wait")
    assert rows.groupby("area_type")["value"].apply(lambda values: [round(value) for value in values]).to_dict() == {
        "icb": [60, 51, 50], "country": [43, 32, 41]}


def test_who_is_still_waiting(store: Store) -> None:
    row = store.query("care_still_waiting").iloc[0]
    assert (row["period"], row["waiting"], row["counted"], row["share_pct"]) == ("2021/22", 4895, 12215, 40)


def test_eating_disorders_with_the_stated_change(store: Store) -> None:
    rows = store.query("care_eating_disorders")
    assert list(rows["measure"].unique()) == ["referrals", "contacts"]
    assert list(rows["counted"]) == [156, 179, 222, 3210, 3379, 4329]
    assert set(rows["stated_pct"]) == {42, 34}


def test_staff_newest_count_against_projections(store: Store) -> None:
    rows = store.query("care_staff").set_index("team")
    everyone, perinatal, therapies = rows.loc["all_mental_health"], rows.loc["perinatal"], rows.loc["iapt"]
    assert (everyone["in_post"], everyone["projected_then"], everyone["projected"]) == (1498.42, 1543.65, 1737.97)
    assert (str(everyone["in_post_at"])[:10], str(everyone["projected_at"])[:10]) == ("2022-06-30", "2023-03-31")
    assert (therapies["in_post"], str(therapies["in_post_at"])[:10]) == (154.62, "2022-03-31")
    assert perinatal["projected"] == 22.20
    assert perinatal[["in_post", "projected_then"]].isna().all()


def test_turnover(store: Store) -> None:
    rows = store.query("care_turnover")
    assert list(rows.loc[rows["staff_group"] == "Rise", "turnover_pct"]) == [14.7, 15.7, 16.1, 15.9, 14.6]
