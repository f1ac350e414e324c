"""Figures typed from the plan: parts against its own totals, what it leaves out, and what must not be joined."""

from __future__ import annotations

from pathlib import Path

import pytest
from observed import observed, row, table

from data.pipeline import transcribed
from data.pipeline.errors import RawDataError
from data.pipeline.loaders import plan
from data.pipeline.raw import RawFolder
from data.pipeline.sources import load_sources

COVENTRY, WARWICKSHIRE, ICB = "E08000026", "E10000031", "E54000018"


def test_money_adds_up_to_every_total_the_plan_s_tables_print() -> None:
    key = ["area_code", "financial_year"]
    stated = table("funding_stated_totals").query("table_name != 'text'").set_index(key)["amount_gbp"]
    sums = table("funding").groupby(key)["amount_gbp"].sum()
    assert sums.to_dict() == stated.to_dict()
    assert stated[COVENTRY, "2022/23"] == 6_508_800
    assert stated[WARWICKSHIRE, "2017/18"] == 4_352_500
    assert stated[ICB, "2021/22"] == 2_532_500


def test_thirteen_point_seven_million_of_the_text_matches_no_table_of_its_year() -> None:
    text = row(table("funding_stated_totals"), table_name="text")
    money = table("funding").query("financial_year == '2021/22'")
    assert (text["financial_year"], text["amount_gbp"]) == ("2021/22", 13_700_000)
    assert money["amount_gbp"].sum() == 12_503_200
    assert money.loc[money["funder"] == "ICB", "amount_gbp"].sum() == 11_174_200


def test_a_printed_nought_stays_nought() -> None:
    tier_two = table("funding").query("area_code == @COVENTRY and funder == 'ICB' and service == 'Tier 2 Services'")
    assert tier_two.set_index("financial_year")["amount_gbp"].to_dict() == {
        "2017/18": 0, "2018/19": 0, "2019/20": 0, "2020/21": 0, "2021/22": 115_000, "2022/23": 241_850}


def test_funding_per_child_uses_the_rebased_estimate_at_the_start_of_the_year() -> None:
    per_child = observed("funding_per_child")
    assert set(per_child["area_code"]) == {COVENTRY, WARWICKSHIRE}
    first = row(per_child, area_code=COVENTRY, period="2017/18")
    assert (first["numerator"], first["denominator"]) == (3_451_000, 79_654)
    assert round(first["value"], 2) == 43.32
    last = row(per_child, area_code=WARWICKSHIRE, period="2022/23")
    assert (last["numerator"], last["denominator"]) == (4_541_500, 128_969)


def test_access_is_as_the_plan_prints_it() -> None:
    access = table("access").query("measure == 'cyp_access_one_contact_plan'").set_index("period_end")
    assert len(access) == 12
    assert access["people"]["2021-12-31"] == 9_310
    assert access["people"]["2022-03-31"] == 9_580
    assert access["people"]["2022-06-30"] == 9_725
    assert set(access["expected"]) == {11_482}


def test_eating_disorder_text_and_table_are_kept_apart() -> None:
    counts = table("eating_disorders").set_index(["measure", "financial_year"])["people_or_contacts"]
    stated = table("eating_disorders_stated").set_index("measure")["value"]
    assert round(100 * (counts["referrals", "2021/22"] / counts["referrals", "2019/20"] - 1), 1) == 42.3
    assert round(100 * (counts["contacts", "2021/22"] / counts["contacts", "2019/20"] - 1), 1) == 34.9
    assert (stated["referrals_change"], stated["contacts_change"]) == (42, 34)


def test_support_teams_without_a_number_are_not_published() -> None:
    coverage = table("mhst_coverage").set_index("place_code")
    assert coverage["settings"].dropna().to_dict() == {
        "coventry": 30, "south_warwickshire": 47, "nuneaton_and_bedworth": 28}
    assert coverage.loc[["rugby", "north_warwickshire"], "status"].to_list() == ["not_published"] * 2
    assert coverage["stage"].to_dict() == {
        "coventry": "established", "south_warwickshire": "established", "nuneaton_and_bedworth": "rolling_out",
        "rugby": "approved", "north_warwickshire": "not_stated"}


def test_referrals_are_known_for_warwickshire_alone() -> None:
    referrals = table("mhst_referrals").set_index(["area_code", "measure"])
    assert referrals["value"][WARWICKSHIRE, "referrals"] == 788
    assert referrals["value"][WARWICKSHIRE, "direct_work"] == 592
    assert referrals.loc[COVENTRY, "status"].to_list() == ["not_collected"] * 2
    assert referrals.loc[COVENTRY, "value"].isna().all()


def test_staff_and_turnover_are_as_printed() -> None:
    staff = table("workforce")
    assert row(staff, team="children_and_young_people", measure="staff_in_post", as_at="2022-03-31")["value"] == 209.64
    assert row(staff, team="all_mental_health", measure="staff_in_post", as_at="2022-06-30")["value"] == 1498.42
    assert row(table("staff_turnover"), staff_group="Rise", month_end="2022-06-30")["turnover_pct"] == 16.1


def test_plan_and_official_deprivation_shares_agree() -> None:
    figures = table("plan_figures").set_index("figure_id")
    tenth = observed("imd_most_deprived_tenth").query("area_code == @COVENTRY").set_index("period")["value"]
    assert figures["value"]["most_deprived_tenth_coventry_2015"] == round(tenth["2015"], 1)
    assert figures["value"]["most_deprived_tenth_coventry_2019"] == round(tenth["2019"], 1)


def test_every_typed_figure_names_a_document_of_the_register() -> None:
    sources = load_sources()
    for name in ("funding", "plan_figures", "workforce", "mhst_coverage"):
        typed = table(name)
        assert typed["document"].to_list() == [sources[source_id].title for source_id in typed["source_id"]]
    assert set(table("funding")["source_id"]) == {"ltp_2022_23"}


def test_a_badly_typed_figure_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = (transcribed.PROJECT / transcribed.FOLDER / "funding.csv").read_text(encoding="utf-8").splitlines()
    typed[2] = typed[2].replace("3041000", "£3041k")
    (tmp_path / transcribed.FOLDER).mkdir(parents=True)
    (tmp_path / transcribed.FOLDER / "funding.csv").write_text("\n".join(typed), encoding="utf-8")
    monkeypatch.setattr(transcribed, "PROJECT", tmp_path)
    with pytest.raises(RawDataError, match=r"data/transcribed/funding\.csv, row 3, column amount_gbp: “£3041k”"):
        transcribed.read(RawFolder(tmp_path, load_sources()), plan.FUNDING)


def test_a_missing_transcribed_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transcribed, "PROJECT", tmp_path)
    with pytest.raises(RawDataError, match=r"data/transcribed/funding\.csv: not found"):
        transcribed.read(RawFolder(tmp_path, load_sources()), plan.FUNDING)
