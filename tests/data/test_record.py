"""The record of what the five documents promise: counts by document, and lines a reader can find in the text."""

from __future__ import annotations

import re

import pytest
from observed import row, table

from dashboard.registry import load_registry
from dashboard.vocabulary import load_words

ICB = "E54000018"
KINDS = {
    "000": {"vision": 1, "aim": 3, "ambition": 13, "action": 27, "metric": 13, "deliverable": 5},
    "001": {"vision": 1, "aim": 36, "ambition": 38, "action": 141, "deliverable": 12, "target": 41},
    "002": {"vision": 4},
    "003": {"aim": 5, "target": 1, "lesson": 20},
    "004": {"vision": 1, "aim": 18, "ambition": 5, "action": 19, "deliverable": 16, "target": 65},
}
# The integrated plan's key metrics that have a number, as printed.
NUMBERS = {"d000_tgt_metric_talking_recovery": 50, "d000_tgt_metric_talking_6_weeks": 75,
           "d000_tgt_metric_talking_18_weeks": 95, "d000_tgt_metric_community_growth": 5,
           "d000_tgt_metric_community_4_weeks": 4, "d000_tgt_metric_dementia": 66.7}
INNER = re.compile(r"\bd00\d_|[Dd]ocuments? 00\d")
RECORD = ("commitments", "targets", "services", "bodies", "glossary", "document_figures", "document_checks",
          "alliance_timeline", "tiers", "typed_figures")


@pytest.mark.parametrize("document", KINDS)
def test_each_document_has_all_its_statements(document: str) -> None:
    kinds = table("commitments").query("document == @document")["kind"].value_counts().to_dict()
    assert kinds == KINDS[document]


def test_the_integrated_plan_has_three_aims_for_2028() -> None:
    aims = table("commitments").query("document == '000' and kind == 'aim'")
    assert aims["due"].to_list() == ["2028-12-31"] * 3
    assert set(aims["parent"]) == {"d000_vision"}


def test_thrive_has_nineteen_numbered_actions_in_five_themes() -> None:
    actions = table("commitments").query("document == '004' and kind == 'action'")
    assert actions["reference"].to_list() == [f"Action {number}" for number in range(1, 20)]
    assert actions["section"].str.extract(r"(Theme \d)")[0].nunique() == 5


def test_thrive_s_numbers_are_in_the_record() -> None:
    promises = table("commitments").set_index("id")
    people = promises.loc["d004_target_19_people_500000"]
    assert (people["target_value"], people["due"]) == (500_000, "2027-12-31")
    assert promises.loc["d004_target_02_organisations_200", "target_value"] == 200
    assert promises.loc["d004_target_02_organisations_500", "target_value"] == 500
    placements = promises.loc["d004_action_12"]
    assert (placements["target_value"], placements["due"]) == (0, "2017-12-31")


@pytest.mark.parametrize(("target", "number"), NUMBERS.items())
def test_the_integrated_plan_s_metrics_keep_their_numbers(target: str, number: float) -> None:
    assert row(table("targets"), id=target)["target_value"] == number


def test_a_target_is_tied_to_the_indicator_that_measures_it() -> None:
    tied = table("targets").set_index("id")
    exact = tied[tied["indicator_fit"] == "exact"]
    assert exact["indicator"].to_dict() == {
        "d000_tgt_metric_talking_recovery": "tt_recovery", "d000_tgt_metric_talking_6_weeks": "tt_seen_6_weeks",
        "d000_tgt_metric_talking_18_weeks": "tt_seen_18_weeks", "d001_tgt_s07_access_count": "cyp_access",
        "d001_tgt_s10_routine": "ed_routine_4_weeks", "d001_tgt_s10_urgent": "ed_urgent_1_week"}
    loose = tied[tied["indicator_fit"].isin(["approximate", "narrower_area"])]
    assert loose["indicator_fit"].to_dict() == {
        "d000_tgt_action_cyp_05": "approximate", "d004_tgt_out_of_area_acute": "approximate",
        "d004_tgt_psychosis_two_weeks": "narrower_area"}
    assert loose["indicator_note"].notna().all()


@pytest.mark.parametrize("name", ["commitments", "targets"])
def test_a_tie_names_indicator_area_and_fit_together(name: str) -> None:
    tied = table(name)
    assert (tied["indicator"].isna() == tied["indicator_area"].isna()).all()
    assert (tied["indicator"].isna() == tied["indicator_fit"].isna()).all()
    assert set(tied["indicator"].dropna()) <= set(load_registry())
    assert set(tied["indicator_area"].dropna()) == {ICB}
    assert tied.loc[tied["indicator_fit"].isin(["approximate", "narrower_area"]), "indicator_note"].notna().all()


def test_the_numbers_of_a_target_and_of_its_commitment_agree() -> None:
    targets = table("targets").query("scope == 'local'").merge(
        table("commitments")[["id", "target_value", "document"]], left_on="commitment_id", right_on="id",
        suffixes=("", "_promised"))
    both = targets[targets["target_value_promised"].notna()]
    assert (both["target_value"] == both["target_value_promised"]).all()
    assert (targets["document"] == targets["document_promised"]).all()


def test_a_report_says_what_and_where_and_silence_says_nothing() -> None:
    promises = table("commitments")
    silent = promises["status"] == "no_later_report"
    assert promises.loc[silent, ["status_text", "status_date", "status_document"]].isna().all(axis=None)
    assert promises.loc[~silent, ["status_text", "status_document"]].notna().all(axis=None)
    reported = promises[~silent & (promises["status_document"] != promises["document"])]
    assert set(zip(reported["document"], reported["status_document"], strict=True)) == {("001", "000")}


def test_children_s_staff_of_spring_2022_missed_their_number() -> None:
    target = row(table("targets"), id="d001_tgt_s06_cyp_q1")
    outcome = row(table("workforce"), figure_id=target["outcome_figure"])
    assert (target["target_value"], outcome["value"]) == (218.64, 209.69)
    assert row(table("commitments"), id="d001_s06_cyp_q1")["status"] == "not_met"


def test_whole_time_equivalents_are_claimed_only_where_the_plan_states_them() -> None:
    staff = table("workforce")
    stated = staff[staff["unit"] == "whole-time equivalents"]
    assert stated["figure_id"].to_list() == ["workforce_iapt_stated_growth_q1"]  # "a decrease ... of -2.80 ... (WTE)"
    assert set(staff["unit"].drop(stated.index)) == {"staff in post (unit not stated in the plan)"}
    differences = table("document_checks").query("check_id.str.startswith('r_workforce') and fits != 'not_checkable'")
    assert set(differences["note"]) == {"Whether people or whole-time equivalents are counted is not stated."}


def test_the_region_s_plan_reports_only_what_had_begun_when_it_came_out() -> None:
    actions = table("commitments").query("document == '004' and kind == 'action'").set_index("reference")["status"]
    assert actions[actions != "no_later_report"].to_dict() == {
        "Action 6": "started", "Action 12": "in_progress", "Action 15": "started"}


@pytest.mark.parametrize("name", RECORD)
def test_no_text_for_readers_holds_our_own_identifiers_or_a_person(name: str) -> None:
    frame = table(name)
    codes = {"id", "parent", "commitment_id", "same_as", "part_of", "reports_to", "figure_id", "check_id",
             "stated_figure", "formula", "figures", "outcome_figure"}
    for column in frame.select_dtypes("str").columns.difference(list(codes)):
        found = frame.loc[frame[column].str.contains(INNER, na=False), column]
        assert found.empty, f"{column}: {found.iloc[0]}"
        assert not frame[column].str.contains(r"\bHeadley\b", na=False).any()


def test_every_vocabulary_has_labels_and_each_of_its_words_is_different() -> None:
    for name, words in load_words().items():
        assert all(words.values()), name
        assert len(set(words.values())) == len(words), name
