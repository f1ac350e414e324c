"""What the queries of the neighbourhoods page return, against published figures and against each other."""

from __future__ import annotations

import pytest

from dashboard.store import Store

COVENTRY, COUNTY, TOGETHER = "E08000026", "E10000031", "E54000018"


def test_mean_ranks_are_means_over_people_and_turn_into_shares(store: Store) -> None:
    rows = store.query("exposure_means", basis="national").set_index(["area_code", "ethnic_group"])
    black = rows.loc[(TOGETHER, "black")]
    assert black["residents"] == 38_732
    assert black["mean_rank"] == pytest.approx(10_255.7, abs=0.1)
    assert black["less_deprived_pct"] == pytest.approx(100 * (1 - 10_255.665 / 33_755), abs=0.001)
    assert rows.loc[(TOGETHER, "white"), "less_deprived_pct"] == pytest.approx(44.7, abs=0.05)
    assert rows.index.get_level_values("area_code").nunique() == 8
    assert set(rows["ranked"]) == {33_755}
    assert set(store.query("exposure_means", basis="local")["ranked"]) == {557}


def test_everyone_s_mean_is_that_of_the_groups(store: Store) -> None:
    rows = store.query("exposure_means", basis="local").query("area_code == @COVENTRY").set_index("ethnic_group")
    groups = rows.drop("all")
    mean = (groups["less_deprived_pct"] * groups["residents"]).sum() / groups["residents"].sum()
    assert rows.loc["all", "less_deprived_pct"] == pytest.approx(mean)


def test_overall_part_is_that_of_the_people_page(store: Store) -> None:
    """The same residents in the same fifth, whichever query counts them."""
    for basis in ("national", "local"):
        fifths = store.query("people_fifths", basis=basis).query("area_code == @COVENTRY and fifth == 1")
        here = store.query("exposure_domains", basis=basis, area_code=COVENTRY).query("domain == 'imd'")
        assert here.set_index("ethnic_group")["persons"].to_dict() == \
            fifths.set_index("ethnic_group")["persons"].to_dict()


def test_nine_parts_of_the_index_by_group(store: Store) -> None:
    rows = store.query("exposure_domains", basis="national", area_code=TOGETHER).set_index(["domain", "ethnic_group"])
    assert len(rows) == 9 * 6
    assert rows.loc[("health", "black"), "share_pct"] == pytest.approx(51.08, abs=0.01)
    assert rows.loc[("idaci", "all"), "share_pct"] == pytest.approx(18.10, abs=0.01)
    stratford = store.query("exposure_domains", basis="national", area_code="E07000221")
    assert set(stratford.query("domain == 'imd'")["persons"]) == {0}
    assert stratford.query("domain == 'housing' and ethnic_group == 'all'")["share_pct"].iloc[0] > 25


def test_curve_starts_with_coventry_and_ends_at_everyone(store: Store) -> None:
    rows = store.query("concentration", basis="national", dimension="all", group_code="all")
    assert rows["area_name"].to_list()[:2] == ["Coventry", "Nuneaton and Bedworth"]
    assert rows["in_fifth"].to_list() == [109_505, 27_270, 5_114, 3_651, 1_290, 0]
    assert rows["residents_pct"].iloc[0] == pytest.approx(36.65, abs=0.01)
    assert rows["in_fifth_pct"].iloc[0] == pytest.approx(74.58, abs=0.01)
    assert rows["in_tenth_pct"].iloc[0] == pytest.approx(81.61, abs=0.01)
    assert rows[["residents_running_pct", "in_fifth_running_pct"]].iloc[-1].to_list() == pytest.approx([100, 100])
    assert rows["share_pct"].is_monotonic_decreasing


def test_children_s_curve_agrees_with_the_registry(store: Store) -> None:
    """The share of a district's children in England's most deprived fifth is an indicator of its own."""
    rows = store.query("concentration", basis="national", dimension="age_band", group_code="0-15")
    known = store.query("indicator_observations", indicator="residents_most_deprived_fifth")
    known = known[(known["group_name"] == "0 to 15") & (known["area_type"] == "district")].set_index("area_code")
    assert len(known) == len(rows) == 6
    for row in rows.to_dict("records"):
        there = known.loc[row["area_code"]]
        assert (row["in_fifth"], row["residents"]) == (there["numerator"], there["denominator"])


def test_need_and_money_keep_the_money_for_both_areas_apart_or_share_it_out(store: Store) -> None:
    apart = store.query("need_and_money", basis="national", joint="apart").set_index(["measure", "area_code"])
    assert apart.loc[("money", COVENTRY), "amount"] == 6_508_800
    assert apart.loc[("money", TOGETHER), "share_pct"] == pytest.approx(100 * 2_643_200 / 13_693_500)
    assert apart.loc[("residents", COVENTRY), "amount"] == 83_227
    assert apart.loc[("residents", COVENTRY), "period"] == "2022"
    assert apart.loc[("low_income", COUNTY), "amount"] == 18_665
    assert bool(apart.loc[("low_income", COUNTY), "provisional"])
    assert apart.loc[("deprived", COVENTRY), "share_pct"] == pytest.approx(76.15, abs=0.01)
    shared = store.query("need_and_money", basis="national", joint="allocated").set_index(["measure", "area_code"])
    assert ("money", TOGETHER) not in shared.index
    assert shared.loc[("money", COVENTRY), "amount"] == pytest.approx(6_508_800 + 2_643_200 * 83_227 / 212_196)
    for rows in (apart, shared):
        assert rows.groupby("measure")["share_pct"].sum().to_list() == pytest.approx([100] * 4)


def test_low_income_children_are_counted_by_msoa_and_never_divided(store: Store) -> None:
    rows = store.query("low_income_fifths", district="all")
    assert rows["areas"].to_list() == [22, 22, 22, 21, 21]
    assert rows["low_income"].sum() == 40_976
    assert rows["low_income"].iloc[0] == 17_614
    assert rows["low_income_pct"].iloc[0] == pytest.approx(42.99, abs=0.01)
    assert rows["under_16_pct"].iloc[0] == pytest.approx(24.85, abs=0.01)
    assert set(rows["financial_year"]) == {"2021/22"}
    assert set(rows["edition"]) == {"2019"}
    parts = [store.query("low_income_fifths", district=area) for area in (COVENTRY, COUNTY)]
    assert (parts[0]["low_income"] + parts[1]["low_income"]).to_list() == rows["low_income"].to_list()
    assert store.query("low_income_fifths", district="E07000221")["areas"].to_list() == [0, 0, 5, 7, 3]


def test_a_ward_with_a_suppressed_neighbourhood_has_no_share(store: Store) -> None:
    rows = store.query("ward_children", basis="national")
    assert rows["status"].value_counts().to_dict() == {"value": 115, "suppressed": 9, "rough": 2}
    hidden = rows[rows["status"] == "suppressed"]
    assert hidden[["income_deprived", "share_pct", "low_pct", "high_pct"]].isna().all(axis=None)
    assert "Earlsdon" in set(hidden["area_name"])


def test_ward_shares_carry_the_bounds_of_rounding(store: Store) -> None:
    rows = store.query("ward_children", basis="national").set_index("area_name")
    radford = rows.loc["Radford"]
    assert radford["income_deprived"] == 2_695
    assert radford["children"] == 4_604
    assert radford["high_pct"] - radford["share_pct"] == pytest.approx(100 * 12 * 2.5 / 4_604)
    assert radford["share_pct"] - radford["low_pct"] == pytest.approx(100 * 12 * 2.5 / 4_604)
    assert set(rows.index[rows["status"] == "rough"]) == {"Foleshill", "St Michael's"}
    assert rows.loc["Foleshill", "low_pct"] < rows.loc["Foleshill", "share_pct"] - 100 * 13 * 2.5 / 6_170


def test_schools_of_a_place_and_their_neighbourhoods(store: Store) -> None:
    rows = store.query("place_schools", basis="national", ethnic_group="all").set_index("place_code")
    assert rows.loc["coventry", ["settings", "schools", "in_fifth", "all_in_fifth"]].to_list() == [30, 115, 41, 44]
    assert rows["settings"].isna().sum() == 2
    teams = store.query("school_teams", places=tuple(rows.index)).set_index("place_code")
    assert rows["settings_pct"].to_dict() == pytest.approx(teams["state_share_pct"].to_dict(), nan_ok=True)
    white = store.query("place_schools", basis="national", ethnic_group="white").set_index("place_code")
    assert (white["group_pct"] + rows["group_pct"]).to_list() == pytest.approx([100] * 5)
