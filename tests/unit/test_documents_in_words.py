"""Figures of the documents in words: amounts, tiers, the region, checks, what is overtaken, and the glossary."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pandas as pd
import pytest

from dashboard import alliance, glossary, overtaken, reconciliation, regional, tiers
from dashboard.amounts import amount
from dashboard.registry import ROOT, load_registry
from dashboard.store import Store

LETTERS = re.compile(r"\b[A-Z]{2,}(?:-\d+)?\b")
UNEXPLAINED = {"JSON", "PAGEREF", "TOC"}  # stand only in the help of a command and in codes that Word reads


@pytest.mark.parametrize(("value", "unit", "words"), [
    (12_600_000_000, "£ a year", "£12.6 billion a year"), (13_700_000, "£", "£13.7 million"),
    (13_693_500, "£", "£13,693,500"), (5.03, "£ per £1", "£5.03 for each £1"), (34.86, "%", "34.86%"),
    (1, "people", "1 person"), (1, "full-time equivalents", "1 full-time equivalent"), (1, "weeks", "1 week"),
    (2007, "year", "2007"), (-45.23, "staff in post", "−45.23 staff in post"), (2, "rank", "rank 2"),
    (float("nan"), "people", "not given"),
])
def test_an_amount_is_said_with_its_unit(value: float, unit: str, words: str) -> None:
    assert amount(value, unit) == words


def test_a_figure_that_is_no_number_is_said_in_its_words() -> None:
    assert amount(float("nan"), "month", "2022-12") == "2022-12"


def test_money_by_tier_shows_what_no_line_explains(store: Store) -> None:
    card = tiers.money_parts(store.query("tier_figures"), "light")
    assert card["title"] == "Tier 1 is printed as £519,000; its lines add to £460,000"
    drawn = {row["words"]: row["shown"] for layer in card["graphic"].layer
             if isinstance(layer.data, pd.DataFrame) for row in layer.data.to_dict("records")}
    assert drawn["In no line of the paper"] == "£59,000"
    assert drawn["Named only: no money is given"] == ""


def test_staff_waits_and_blanks_of_the_tiers(store: Store) -> None:
    rows = store.query("tier_figures")
    assert tiers.staff_parts(rows, "light")["title"] == "25.6 full-time equivalents in 4 services"
    assert tiers.wait_parts(rows, "light")["title"] == "Waits from 1 to 8 weeks"
    card = tiers.activity_parts(rows)
    assert card["title"] == "3 of 20 figures on people and activity were never filled in"
    shown = card["data"].set_index("what")["shown"]
    assert shown["Professionals trained"] == "never filled in: printed as “x”"
    assert shown["Referred to Reach"] == "1,975 people"


def test_the_region_s_figures_keep_their_year_and_their_words(store: Store) -> None:
    rows = regional.told(store.query("regional_figures"))
    assert regional.finding(rows) == "28 of 42 regional figures carry no year"
    assert regional.cost_parts(rows, "light")["title"] == "Mental ill health was said to cost the region £12.6 billion"
    shown = [card for name in regional.CARDS for card in regional.group_parts(name, rows)["data"]["figure_id"]]
    assert sorted(shown) == sorted(rows.loc[rows["area_code"] == "WMCA", "figure_id"])
    assert len(shown) + len(regional.elsewhere_parts(rows)["data"]) == len(rows)


def test_every_check_stands_in_one_card(store: Store) -> None:
    rows = reconciliation.told(store.query("document_check_results", document="all"))
    cards = dict(reconciliation.cards(rows, "all", "light", phone=False))
    assert sorted(check for build in cards.values() for check in build()["data"]["check_id"]) == sorted(
        rows["check_id"])


def test_a_total_that_fits_another_year_says_so(store: Store) -> None:
    rows = reconciliation.told(store.query("document_check_results", document="001"))
    card = reconciliation.number_parts(rows, "the plan", "light", phone=False)
    said = card["data"].set_index("check_id").loc["r001_text_total_all_funders_2021_22"]
    assert said["printed"] == "£13.7 million"
    assert said["found"] == "£12,503,200"
    assert said["apart"] == "£1,196,800"
    assert "It does fit £13,693,500 (every funder's lines a year later)." in said["said"]
    assert card["data"]["unit"].iloc[0] == "£"


def test_words_are_counted_apart_from_sums() -> None:
    rows = pd.DataFrame({"kind": ["total", "total", "wording"], "fits": ["yes", "no", "no"]})
    assert reconciliation.headline(rows) == "1 of 2 sums and comparisons fit and 1 does not; 1 slip of wording"


def test_a_numbered_heading_is_no_list() -> None:
    assert reconciliation.located("4. Local need: A brief picture") == "Section 4, Local need: A brief picture"


def test_overtaken_figures_stand_beside_the_newest(store: Store) -> None:
    rows = overtaken.told(store.query("overtaken"), store.query("overtaken_facts")).set_index("figure_id")
    assert rows.loc["most_deprived_tenth_coventry_2019", ["printed_said", "newest_said", "moved"]].to_list() == [
        "14.4%", "17.7%", "3.3 points higher"]
    assert rows.loc["population_coventry_2011", ["printed_said", "newest_said"]].to_list() == [
        "316,915 people", "369,026 people"]
    assert rows.loc["access_one_contact_2021_12", ["printed_said", "same_said"]].to_list() == [
        "9,310 people", "9,060 (12 months to December 2021, NHS dashboard)"]
    assert rows.loc["mhst_coventry", ["moved", "newest_said"]].to_list() == [
        "Not comparable", "41% of schools and colleges in England covered by an MHST"]
    assert (rows["caution"] != "").all()


def test_an_aim_is_not_said_to_be_a_measurement(store: Store) -> None:
    rows = overtaken.told(store.query("overtaken"), store.query("overtaken_facts"), "000")
    card = overtaken.theme_parts("Talking therapies", rows, "light", phone=False)
    assert card["title"] == "Recovery after Talking Therapies, Coventry and Warwickshire: 50% aimed for, 52% now"


def test_the_alliance_s_lessons_lead_to_their_records(store: Store) -> None:
    own, older = alliance.lessons_list(store.query("alliance_lessons"), lambda record: f"strategy?record={record}")
    assert own.count("1. [") == 16
    assert older.count("1. [") == 4
    assert "(strategy?record=d003_lesson_01_relations) For: mental health alliances." in own


@pytest.mark.parametrize(("words", "terms"), [
    ("snowmed", {"SNOWMED"}), ("slope index", {"SII"}), ("colaborative", {"WMCPC"}), ("LSOA", {"LSOA"}),
    ("no such word", set()),
])
def test_search_finds_terms_and_forgives_spelling(store: Store, words: str, terms: set[str]) -> None:
    found = {entry.term for entry in glossary.search(glossary.entries(store), words)}
    assert terms <= found if terms else not found


def test_slips_lead_to_the_right_letters(store: Store) -> None:
    slips = {entry.term: entry.should_be for entry in glossary.entries(store) if entry.should_be}
    assert slips["SNOWMED"] == "SNOMED CT"
    assert slips["MSHT"] == "MHST"
    assert len([entry for entry in glossary.entries(store) if entry.term == "LTP"]) == 2
    every = glossary.entries(store)
    assert "The right letters are [MHST](?term=MHST)." in glossary.opened(every, "MSHT", lambda term: f"?term={term}")
    assert "The right letters are SNOMED CT." in glossary.opened(every, "SNOWMED", lambda term: f"?term={term}")


def test_abbreviations_of_a_text_are_named_in_its_order(store: Store) -> None:
    found = glossary.occurring(glossary.entries(store), "An SII over LSOAs of the ICB, not a silicon chip")
    assert list(found) == ["SII", "LSOA", "ICB"]
    told = glossary.explained(glossary.entries(store), "DSRs by LSOA", lambda term: f"?term={term}")
    assert told == ("Abbreviations: [DSR](?term=DSR) Directly standardised rate; "
                    "[LSOA](?term=LSOA) Lower-layer super output area.")
    assert glossary.explained(glossary.entries(store), "Nothing here", str) == ""


def test_every_abbreviation_of_the_registry_is_explained(store: Store) -> None:
    known = glossary.terms(store)
    for row in load_registry().values():
        used = set(LETTERS.findall(" ".join((row.label, row.definition, row.caveat, row.unit, row.break_note))))
        assert used <= known, row.id


def texts(path: Path) -> str:
    """What a module may show: its texts that are no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {node.body[0].value for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and isinstance(node.body[0], ast.Expr)}
    return " ".join(node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)
                    and isinstance(node.value, str) and node not in told and " " in node.value)


def test_every_abbreviation_of_the_pages_is_explained(store: Store) -> None:
    known = glossary.terms(store) | UNEXPLAINED
    for path in (ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py")), *sorted((ROOT / "dashboard").rglob("*.py"))):
        assert set(LETTERS.findall(texts(path))) <= known, path.name
