"""Queries of the page *How it is run*: values a reader can check in the five documents."""

from __future__ import annotations

import pytest

from dashboard.store import Store


def test_each_document_s_bodies_are_counted(store: Store) -> None:
    rows = store.query("governance_documents").set_index("document")
    assert list(rows.index) == ["000", "001", "002", "003", "004"]
    assert rows["tied"].to_dict() == {"000": 0, "001": 7, "002": 0, "003": 2, "004": 11}
    assert rows.loc["003", "as_at"] == "2024"


def test_the_children_s_board_has_links_to_four_boards(store: Store) -> None:
    rows = store.query("governance_bodies", document="001").set_index("id")
    assert rows.loc["d001_body_cypmhb", "reports_to"].split(";") == [
        "d001_body_cw_hcp_strategic_board", "d001_body_cyp_ihcp_board", "d001_body_coventry_hwb",
        "d001_body_warwickshire_hwb"]
    assert set(store.query("governance_bodies", document="004")["document"]) == {"004"}


def test_the_alliance_s_story_is_in_order(store: Store) -> None:
    rows = store.query("alliance_timeline")
    assert list(rows["step"]) == sorted(rows["step"])
    assert list(rows["date"].dropna()) == ["2015", "2017", "2019", "2021-01", "2021", "2022", "2023-12"]
    assert set(store.query("alliance_lessons")["source_id"]) == {"alliances_2024"}


def test_tier_one_is_printed_as_519_000_and_its_lines_add_to_460_000(store: Store) -> None:
    rows = store.query("tier_figures")
    money = rows[(rows["tier"] == "1") & (rows["kind"] == "investment")]
    total = money["line"].str.contains("stated total", regex=False)
    assert money.loc[total, "value"].sum() == 519_000
    assert money.loc[~total, "value"].sum() == 460_000
    blank = rows[rows["note"].fillna("").str.contains("marked x")]
    assert len(blank) == 3
    assert blank["value"].isna().all()


def test_the_regional_plan_s_figures_are_there(store: Store) -> None:
    rows = store.query("regional_figures").set_index("figure_id")
    assert rows.loc["d004_fig_cost_total", "value"] == 12_600_000_000
    assert rows.loc["d004_fig_suicides_2015", ["value", "period"]].to_list() == [477, "2015"]


@pytest.mark.parametrize(("check", "stated", "computed", "fits"), [
    ("r001_text_total_all_funders_2021_22", 13_700_000, 12_503_200, "no"),
    ("r001_text_total_all_funders_2022_23", 13_700_000, 13_693_500, "within_rounding"),
    ("r002_tier_1", 519_000, 460_000, "no"), ("r002_tier_2", 792_000, 792_000, "yes"),
])
def test_totals_are_held_to_their_parts(store: Store, check: str, stated: float, computed: float, fits: str) -> None:
    row = store.query("document_check_results", document="all").set_index("check_id").loc[check]
    assert [row["stated_value"], row["computed_value"], row["fits"]] == [stated, computed, fits]
    assert row["difference"] == stated - computed


def test_contacts_rose_34_86_per_cent_where_34_is_printed(store: Store) -> None:
    row = store.query("document_check_results", document="001").set_index("check_id").loc["r001_eating_contacts_growth"]
    assert row["computed_value"] == pytest.approx((4329 - 3210) / 3210 * 100)
    assert [row["stated_value"], row["fits"]] == [34, "no"]


def test_a_quoted_figure_says_what_it_is_of(store: Store) -> None:
    rows = store.query("overtaken_facts").set_index("figure_id")
    assert rows.loc["mhst_coventry", ["geography", "population", "unit"]].to_list() == [
        "England", "schools & colleges", "%"]
