"""What the funding queries return, against what the plan prints and what can be worked out by hand."""

from __future__ import annotations

import pytest

from dashboard.store import Store

COVENTRY, WARWICKSHIRE, BOTH = "E08000026", "E10000031", "E54000018"




def ask(store: Store, area: str = "all", prices: str = "cash", per: str = "total", joint: str = "apart"):  # type: ignore[no-untyped-def]
    rows = store.query("funding_by_funder", area=area, prices=prices, per=per, joint=joint)
    return rows.set_index(["financial_year", "funder", "is_joint"])


def test_payers_add_up_to_the_plan_s_totals(store: Store) -> None:
    assert ask(store)["total"].loc["2022/23"].unique() == [13_693_500]
    assert ask(store, COVENTRY)["total"].loc["2022/23"].unique() == [6_508_800]
    assert ask(store, WARWICKSHIRE)["total"].loc["2017/18"].unique() == [4_352_500]
    assert ask(store)["nhs_share_pct"].loc["2022/23"].iloc[0] == pytest.approx(100 * 12_396_900 / 13_693_500)


def test_the_area_s_money_is_divided_by_its_own_children_of_the_year_s_start(store: Store) -> None:
    row = ask(store, COVENTRY, per="child").loc[("2017/18", "ICB", False)]
    assert row["residents"] == 79_654
    assert row["total"] == pytest.approx(3_451_000 / 79_654)
    assert row["amount"] == pytest.approx(3_038_000 / 79_654)


def test_joint_money_is_divided_by_the_children_of_both_areas(store: Store) -> None:
    row = ask(store, per="child").loc[("2022/23", "ICB", True)]
    assert row["residents"] == 83_227 + 128_969
    assert row["amount"] == pytest.approx(2_643_200 / 212_196)


def test_real_terms_are_in_prices_of_the_last_year(store: Store) -> None:
    real = ask(store, WARWICKSHIRE, prices="real")
    assert set(real["base_year"]) == {"2022/23"}
    assert real["total"].loc["2022/23"].iloc[0] == 4_541_500
    assert real["total"].loc["2017/18"].iloc[0] == pytest.approx(4_352_500 * 91.5651 / 77.2999)


def test_warwickshire_rises_in_cash_and_falls_in_real_terms(store: Store) -> None:
    rows = store.query("funding_over_time", area="all", per="total", joint="apart").set_index(
        ["area_code", "financial_year"])
    row = rows.loc[(WARWICKSHIRE, "2022/23")]
    assert row["cash_change_pct"] == pytest.approx(100 * (4_541_500 / 4_352_500 - 1))
    assert row["real_change_pct"] == pytest.approx(100 * (4_541_500 / (4_352_500 * 91.5651 / 77.2999) - 1))
    assert (round(row["cash_change_pct"]), round(row["real_change_pct"])) == (4, -12)


def test_shared_out_money_goes_by_children_and_loses_nothing(store: Store) -> None:
    apart, shared = (store.query("funding_over_time", area="all", per="total", joint=joint) for joint in
                     ("apart", "allocated"))
    assert set(apart["area_code"]) == {COVENTRY, WARWICKSHIRE, BOTH}
    assert set(shared["area_code"]) == {COVENTRY, WARWICKSHIRE}
    totals = [rows.groupby("financial_year")["cash"].sum() for rows in (apart, shared)]
    assert totals[0].to_list() == pytest.approx(totals[1].to_list())
    coventry = shared.set_index(["area_code", "financial_year"]).loc[(COVENTRY, "2022/23"), "cash"]
    assert coventry == pytest.approx(6_508_800 + 2_643_200 * 83_227 / (83_227 + 128_969))


def test_an_area_without_sharing_has_no_joint_money(store: Store) -> None:
    rows = store.query("funding_by_funder", area=COVENTRY, prices="cash", per="total", joint="apart")
    assert not rows["is_joint"].any()


def test_services_of_both_areas_share_one_percentage(store: Store) -> None:
    rows = store.query("funding_by_service", area="all", prices="cash", per="total", joint="apart")
    core = rows[rows["service"] == "Core CAMHS"]
    assert core["service_share_pct"].unique() == pytest.approx([100 * (5_830_350 + 3_671_200) / 13_693_500])
    assert rows["last_amount"].sum() == 13_693_500


def test_every_line_is_as_printed(store: Store) -> None:
    rows = store.query("funding_lines", area="all")
    assert len(rows) == 54
    nought = rows[(rows["service"] == "Tier 2 Services") & (rows["funder"] == "ICB")]
    assert nought["amount_gbp"].to_list() == [0, 0, 0, 0, 115_000, 241_850]


def test_every_total_of_the_tables_adds_up_and_that_of_the_text_does_not(store: Store) -> None:
    rows = store.query("funding_checks", area="all")
    assert len(rows) == 19
    differ = rows.loc[~rows["adds_up"], ["table_name", "financial_year", "added_gbp", "stated_gbp"]]
    assert differ.to_numpy().tolist() == [["text", "2021/22", 12_503_200, 13_700_000]]


def test_the_total_of_the_text_fits_the_following_year(store: Store) -> None:
    row = store.query("funding_statement").iloc[0]
    assert (row["stated_year"], row["nhs_gbp"], row["all_gbp"]) == ("2021/22", 11_174_200, 12_503_200)
    assert (row["nearest_year"], row["nearest_gbp"]) == ("2022/23", 13_693_500)


def test_two_accounts_of_nhs_money_stay_two(store: Store) -> None:
    rows = store.query("funding_nhs_spend", prices="cash", per="total").set_index(["account", "financial_year"])
    assert rows.loc[("dashboard", "2021/22"), "amount"] == pytest.approx(13_555_200, abs=50)
    assert rows.loc[("plan", "2021/22"), "amount"] == 4_935_200 + 115_000 + 3_581_500 + 10_000 + 1_634_500
    assert set(rows.loc["plan", "source_id"]) == {"ltp_2022_23"}
    assert set(rows.loc["dashboard", "source_id"]) == {"nhs_mh_dashboard"}


def test_the_pandemic_shows_in_the_deflator(store: Store) -> None:
    rows = store.query("funding_prices").set_index("financial_year")
    assert rows.loc["2020/21", "rose_pct"] == pytest.approx(100 * (85.3763 / 81.1470 - 1))
    assert rows.loc["2022/23", "rose_since_pct"] == pytest.approx(100 * (91.5651 / 77.2999 - 1))
    assert set(rows["vintage"]) == {"Office for Budget Responsibility, November 2025"}
