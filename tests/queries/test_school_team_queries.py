"""What the school queries return, against the plan and the school register."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.store import Store

PLACES = ("coventry", "north_warwickshire", "nuneaton_and_bedworth", "rugby", "south_warwickshire")




def test_settings_and_both_denominators(store: Store) -> None:
    rows = store.query("school_teams", places=PLACES).set_index("place_code")
    assert rows.loc["coventry", ["settings", "state_schools", "all_schools"]].to_list() == [30, 115, 123]
    assert rows.loc["south_warwickshire", "state_share_pct"] == pytest.approx(100 * 47 / 120)
    assert rows.loc["nuneaton_and_bedworth", "all_share_pct"] == pytest.approx(100 * 28 / 51)
    assert rows["stage"].to_dict() == {"coventry": "established", "south_warwickshire": "established",
                                       "nuneaton_and_bedworth": "rolling_out", "rugby": "approved",
                                       "north_warwickshire": "not_stated"}


def test_a_place_without_a_number_is_unknown_not_nought(store: Store) -> None:
    rows = store.query("school_teams", places=PLACES).set_index("place_code")
    for place in ("rugby", "north_warwickshire"):
        assert pd.isna(rows.loc[place, "settings"])
        assert pd.isna(rows.loc[place, "state_share_pct"])
    assert rows["settings_together"].unique() == [30 + 47 + 28]
    assert rows["places_known"].unique() == [3]


def test_south_warwickshire_is_stratford_and_warwick(store: Store) -> None:
    members = store.query("school_places")
    assert members.groupby("place_code")["district_name"].apply(list).to_dict()["south_warwickshire"] == [
        "Stratford-on-Avon", "Warwick"]
    assert len(members) == 6


def test_kinds_add_up_to_the_denominators(store: Store) -> None:
    rows = store.query("school_kinds", places=PLACES)
    state = rows[["primary_schools", "secondary_schools", "special_schools"]].sum(axis=1)
    assert state.to_list() == rows["state_schools"].to_list()
    assert (state + rows["independent"] + rows["colleges"]).to_list() == rows["all_schools"].to_list()
    assert (rows["state_together"].iloc[0], rows["all_together"].iloc[0]) == (361, 402)


def test_points_are_the_state_funded_schools_of_the_places(store: Store) -> None:
    assert len(store.query("school_points_of_places", places=("rugby",))) == 48
    assert len(store.query("school_points_of_places", places=PLACES)) == 361


def test_referrals_are_warwickshire_s_alone(store: Store) -> None:
    rows = store.query("school_referrals", areas=("E08000026", "E10000031")).set_index("area_code")
    assert rows.loc["E10000031", ["referrals", "direct_work"]].to_list() == [788, 592]
    assert round(rows.loc["E10000031", "direct_share_pct"]) == 75
    assert rows.loc["E08000026", "status"] == "not_collected"


def test_published_coverage_of_england(store: Store) -> None:
    rows = store.query("school_national")
    pupils = rows[(rows["geography"] == "England") & (rows["population"] == "pupils & learners")]
    assert pupils["value"].to_list() == [35, 44, 52, 60]
    assert pupils["projection"].to_list() == [False, False, False, True]
    assert set(rows["evidence"]) == {"publisher", "secondary"}
