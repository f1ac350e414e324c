"""The record of promises: how each stands, which answer a reader's choices, and what is counted."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from dashboard import strategy, strategy_figures, strategy_record, strategy_words
from dashboard.choices import DOCUMENTS
from dashboard.filters import LONGEST_VALUE, Filters
from dashboard.store import Store
from dashboard.strategy import Commitment, Tally
from dashboard.strategy_search import search
from dashboard.vocabulary import load_words

TYPED = Path(__file__).parents[2] / "data" / "transcribed" / "commitments.csv"


@pytest.fixture(scope="module")
def typed() -> list[dict[str, str]]:
    """The record as it was typed."""
    with TYPED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def rows(store: Store) -> tuple[Commitment, ...]:
    """The record as the page reads it."""
    return strategy.load(store)


def ids(found: tuple[Commitment, ...]) -> set[str]:
    return {row.id for row in found}


def asked(store: Store, **choices: str) -> set[str]:
    found = search(store, choices.get("words", ""))
    return ids(strategy.chosen(strategy.load(store), Filters(**choices), strategy.day_of(store), found))


def test_the_page_reads_every_typed_row_in_the_order_of_the_documents(
        typed: list[dict[str, str]], rows: tuple[Commitment, ...]) -> None:
    assert [row.id for row in rows] == [row["id"] for row in typed]
    assert Counter(row.document for row in rows) == {"000": 62, "001": 269, "002": 4, "003": 26, "004": 124}


def test_the_nineteen_actions_of_thrive_are_all_there(rows: tuple[Commitment, ...]) -> None:
    numbers = [row.reference for row in rows if row.document == "004" and row.reference.startswith("Action ")]
    assert sorted(numbers, key=lambda number: int(number.split()[1])) == [f"Action {n}" for n in range(1, 20)]


@pytest.mark.parametrize(("status", "due", "state"), [
    ("no_later_report", "2017-12-31", "overdue"),
    ("in_progress", "2023-03-31", "overdue"),
    ("achieved", "2017-12-31", "achieved"),
    ("not_met", "2022-06-30", "not_met"),
    ("no_later_report", "2028-12-31", "no_later_report"),
    ("no_later_report", "2026-11-22", "no_later_report"),
    ("in_progress", "", "in_progress"),
])
def test_overdue_is_past_its_day_without_a_reported_outcome(status: str, due: str, state: str) -> None:
    assert strategy.state_of(status, due, "2026-11-22") == state


def test_counts_are_those_of_the_typed_rows(store: Store, typed: list[dict[str, str]],
                                            rows: tuple[Commitment, ...]) -> None:
    day, tally = strategy.day_of(store), Tally(rows)
    dated = [row for row in typed if row["due"]]
    assert tally.dated == len(dated) == 86
    assert tally.states["overdue"] == sum(
        row["due"] < day and row["status"] not in ("achieved", "not_met") for row in dated)
    assert tally.states["achieved"] == sum(row["status"] == "achieved" for row in typed) == 41
    assert tally.kinds["target"] == 107
    assert tally.checkable.total == 107 + 33 + 13
    assert sum(part.total for part in tally.documents.values()) == tally.total == 485
    assert sum(part.total for part in tally.themes.values()) == 485


def test_standings_add_up_and_are_the_same_in_the_tiles_and_in_the_table(rows: tuple[Commitment, ...]) -> None:
    tally = Tally(rows)
    sets = {**{DOCUMENTS[document]: part for document, part in tally.documents.items()}, "All together": tally}
    table = strategy_figures.by_document(tally)["data"].set_index("document")
    assert list(table.index) == list(sets)
    for name, part in sets.items():
        tiles = {count.key: count for count in strategy_words.counters(part)}
        told = [tiles["overdue"].number.split(" of ")[0], tiles["achieved"].number,
                *re.findall(r"\d+", tiles["achieved"].sentence)]
        stated = table.loc[name, ["overdue", "achieved", "unmet", "under_way", "not_started", "silent"]].to_list()
        assert [int(number) for number in told] == stated
        assert sum(stated) == table.loc[name, "total"] == part.total
    assert stated == [69, 41, 8, 132, 3, 232]
    assert sum(stated) == 485


def test_measured_by_figures_held_is_an_exact_indicator_or_a_printed_outcome(rows: tuple[Commitment, ...]) -> None:
    held = {row.id for row in rows if row.measured == "held"}
    assert {"d000_metric_talking_recovery", "d001_s06_all_q1", "d001_s10_urgent"} <= held
    assert "d001_s06_all" not in held  # an outcome of the first quarter is none of the year
    assert Tally(rows).measured == {"held": 14, "close": 6, "no": 465}


def test_each_choice_narrows_to_what_it_says(store: Store, rows: tuple[Commitment, ...]) -> None:
    assert asked(store) == ids(rows)
    assert asked(store, document="002") == {"d002_vision", "d002_vision_stepped", "d002_vision_outcomes",
                                            "d002_vision_tier_4"}
    assert asked(store, promise_theme="older_people") == {row.id for row in rows if row.theme == "older_people"}
    assert asked(store, people="homeless", document="004") <= asked(store, people="homeless")
    assert "d004_action_05" in asked(store, people="homeless")
    assert asked(store, due="2017") == {row.id for row in rows if row.due.startswith("2017")}
    assert len(asked(store, due="none")) == 399
    assert len(asked(store, due="past")) + len(asked(store, due="coming")) == 86
    assert asked(store, status="overdue") <= asked(store, due="past")
    assert asked(store, status="unreported") == asked(store, status="overdue") | asked(store, status="no_later_report")
    assert len(asked(store, measurable="held")) == 14
    assert len(asked(store, measurable="no")) == 244
    assert asked(store, lead=strategy.lead_code("Compass")) == {
        row.id for row in rows if "Compass" in row.lead.split("; ")}
    assert len(asked(store, lead="none")) == 122
    assert asked(store, words="DEMENTIA diagnosis") == {"d000_action_dementia_01", "d000_metric_dementia"}
    assert asked(store, words="zebra") == set()


@pytest.mark.parametrize(("words", "record", "read"), [
    ("demetia", "d000_metric_dementia", {"demetia": "dementia"}),
    ("pyschosis", "d004_action_10", {"pyschosis": "psychosis"}),
    ("schol", "d001_s11_rugby", {"schol": "school"}),
    ("eatting disoders", "d001_s10_urgent", {"eatting": "eating", "disoder": "disorder"}),
    ("MHST", "d001_s05_mhst_everywhere", {}),
    ("Action 12", "d004_action_12", {}),
])
def test_a_search_forgives_spelling_and_says_what_it_read(
        store: Store, words: str, record: str, read: dict[str, str]) -> None:
    found = search(store, words)
    assert found is not None
    assert record in found.scores
    assert dict(found.corrected) == read
    assert not found.partial
    assert asked(store, words=words) == set(found.scores)


def test_a_search_without_words_leaves_the_record_whole(store: Store, rows: tuple[Commitment, ...]) -> None:
    assert search(store, " ") is None
    assert asked(store, words=" ") == ids(rows)


def test_words_added_in_the_last_reading_line_by_line_are_there(rows: tuple[Commitment, ...]) -> None:
    known = {row.id: row for row in rows}
    for record, part in {"d001_s02_lda_evaluation": "2.", "d001_s13_mind_social": "13.", "d001_s14_transition": "14.",
                         "d001_s14_multi_agency": "14."}.items():
        assert known[record].section.startswith(part)
    assert known["d001_s14_transition"].parent == "d001_s14_yjs"
    assert known["d001_s14_multi_agency"].leads == (
        "Coventry Warwickshire Mental Health Multi Agency Meeting", "Statutory and Major Crime Review Unit")
    pilot = known["d001_s08_pilot"]  # twelve months from December 2021
    assert (pilot.due, pilot.state) == ("2022-12-31", "overdue")


def test_an_area_takes_in_what_is_promised_for_a_wider_one(store: Store) -> None:
    rugby, coventry, county = (asked(store, district=code) for code in ("E07000220", "E08000026", "E10000031"))
    assert "d000_metric_dementia" in rugby & coventry & county  # for Coventry and Warwickshire together
    assert "d004_action_12" in coventry - rugby  # Coventry is a full member of the Combined Authority
    assert not any(record.startswith("d004") for record in rugby - {"d004_run_champion_warwickshire"})
    assert rugby <= county


def test_every_offered_value_fits_an_address_and_is_known(store: Store) -> None:
    for field, values in strategy.offered(store).items():
        assert len(values) == len(set(values.values())), field
        for value in values:
            assert len(value) <= LONGEST_VALUE
            assert strategy.known(store, field, value)
        assert not strategy.known(store, field, "nonsense")
    leads = {name for row in strategy.load(store) for name in row.leads}
    assert len({strategy.lead_code(name) for name in leads}) == len(leads)


def test_clearing_takes_back_every_choice_of_the_page(store: Store) -> None:
    chosen = Filters(document="001", lead="compass", status="overdue", words="x", record="d000_vision", board="board")
    assert chosen.set(**strategy.cleared()) == Filters(board="board")
    assert strategy.active(chosen) == ("document", "lead", "status", "words")


def test_a_document_s_chapters_stand_in_its_own_order(rows: tuple[Commitment, ...]) -> None:
    thrive = strategy_words.in_order([row for row in rows if row.document == "004"])
    chapters = list(thrive)
    assert chapters[0] == "Our commitment"
    assert [name[:7] for name in chapters if name.startswith("Theme")] == [f"Theme {n}" for n in range(1, 6)]
    assert chapters.index("Section ten: Paving the way for success - ensuring our actions become a reality") > \
        chapters.index("Theme 5: Getting the community involved")
    assert [part for name in chapters if name.startswith("Theme") for part in thrive[name] if part] == [
        f"Action {n}" for n in range(1, 20)]
    children = strategy_words.in_order([row for row in rows if row.document == "001"])
    assert [name.split(".")[0] for name in children] == [str(n) for n in range(1, 15)]
    assert sum(len(found) for parts in children.values() for found in parts.values()) == 269


def test_services_are_those_of_the_same_part_of_the_document_and_of_the_need(store: Store) -> None:
    found = strategy_record.opened(store, "d001_s10_urgent").services
    assert "Taste Life courses" in found.nearby.values()
    assert found.need == "eating_disorders"
    assert "Kooth" in found.needed.values()
    assert not set(found.nearby) & set(found.needed)
    first = strategy_record.opened(store, "d004_action_01").services
    assert not any("Action 1" in row.section for row in strategy.load(store) if row.id in first.nearby)


def test_every_commitment_has_its_words(rows: tuple[Commitment, ...]) -> None:
    labels = load_words()
    for row in rows:
        assert labels["state"][row.state] in strategy_words.badge(row.state)
        assert strategy_words.line(row)
        assert strategy_words.people_words(row)
        assert row.promise.startswith(row.promise[0].upper())


@pytest.mark.parametrize(("record", "words"), [
    ("d000_metric_dementia", "none stated."),
    ("d004_action_12", "31 December 2017 (the document: by the end of 2017)."),
    ("d000_action_cyp_01", "no day can be fixed (in the next 2 years; from when is not stated)."),
])
def test_a_due_date_is_written_out_with_what_the_document_says(
        rows: tuple[Commitment, ...], record: str, words: str) -> None:
    assert strategy_words.due_sentence(next(row for row in rows if row.id == record)) == words
