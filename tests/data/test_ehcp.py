"""Education, health and care plans: shares agree with their counts, and holders are not all with the need."""

from __future__ import annotations

from observed import observed, row, table


def test_shares_as_published() -> None:
    shares = observed("ehcp_semh")
    coventry = row(shares, area_code="E08000026", dimension="all")
    assert (coventry["value"], coventry["numerator"], coventry["denominator"]) == (16.5, 572, 3_477)
    assert row(shares, area_code="E10000031", dimension="all")["value"] == 24.4
    assert row(shares, area_code="E92000001", dimension="all")["value"] == 20.7


def test_counts_give_every_share_within_rounding() -> None:
    plans = table("ehcp").query("plans > 0")
    assert (100 * plans["plans_with_need"] / plans["plans"] - plans["share_pct"]).abs().max() <= 0.0501


def test_plans_held_and_new_plans_stay_apart() -> None:
    plans = table("ehcp")
    assert plans.groupby("plans_counted")["period"].unique().map(list).to_dict() == {
        "held": ["January 2025"], "new": ["2024"]}
    assert set(observed("ehcp_semh")["period"]) == {"January 2025"}
