"""Governance: the wording of ties, the layers, and a drawing in which nothing overlaps."""

from __future__ import annotations

from itertools import combinations

import pandas as pd
import pytest

from dashboard import governance, governance_words
from dashboard.governance import Tie
from dashboard.governance_drawing import Drawing, ladder, layered
from dashboard.store import Store

DRAWN = ["001", "003", "004"]
SMALL = (Tie("team", "board"), Tie("group", "board"), Tie("cell", "team"), Tie("one", "two"))


def bodies(store: Store, document: str) -> pd.DataFrame:
    return store.query("governance_bodies", document=document)


def drawing(store: Store, document: str, *, phone: bool) -> Drawing:
    rows = bodies(store, document)
    names = dict(zip(rows["id"], rows["name"], strict=True))
    return (ladder if phone else layered)(names, governance.ties(rows), lambda body: f"?body={body}")


def test_every_worded_tie_is_one_that_a_document_states(store: Store) -> None:
    stated = {(tie.below, tie.above) for tie in governance.ties(bodies(store, "all"))}
    assert set(governance.load_wording()) <= stated
    assert all(tie.words for tie in governance.load_wording().values())


def test_a_strategic_link_is_not_said_to_be_reporting(store: Store) -> None:
    upward = governance.upward("d001_body_cypmhb", governance.ties(bodies(store, "001")))
    assert {tie.words for tie in upward} == {"has strategic links to"}
    assert not any(tie.answers for tie in upward)


def test_a_tie_without_wording_of_its_own_reports() -> None:
    rows = pd.DataFrame({"id": ["a", "b"], "reports_to": ["b", None]})
    assert governance.ties(rows) == (Tie("a", "b", "reports to", True),)


def test_structures_are_apart_and_run_from_the_top_down() -> None:
    wide, narrow = governance.parts(SMALL)
    assert [layer.bodies for layer in wide] == [("board",), ("team", "group"), ("cell",)]
    assert [layer.bodies for layer in narrow] == [("two",), ("one",)]


@pytest.mark.parametrize("document", DRAWN)
@pytest.mark.parametrize("phone", [False, True])
def test_every_tied_body_is_drawn_once_and_no_boxes_overlap(store: Store, document: str, phone: bool) -> None:
    found = drawing(store, document, phone=phone)
    tied = {body for tie in governance.ties(bodies(store, document)) for body in (tie.below, tie.above)}
    assert sorted(found.boxes["id"]) == sorted(tied)
    right = 300.0 if phone else 1.0
    boxes = found.boxes.assign(x1=found.boxes["x1"].fillna(right)).to_dict("records")
    for one, other in combinations(boxes, 2):
        beside = one["x1"] <= other["x0"] or other["x1"] <= one["x0"]
        below = one["y1"] <= other["y0"] or other["y1"] <= one["y0"]
        assert beside or below, (one["name"], other["name"])
    assert all(0 <= box["x0"] < box["x1"] <= right and box["y1"] <= found.height for box in boxes)


@pytest.mark.parametrize("document", DRAWN)
def test_words_fit_into_their_boxes(store: Store, document: str) -> None:
    for box in drawing(store, document, phone=True).boxes.to_dict("records"):
        assert max(len(line) for line in f"{box['words']}\n{box['tie']}".split("\n")) <= 44
        lines = box["words"].count("\n") + 1 + (box["tie"].count("\n") + 1 if box["tie"] else 0)
        assert box["y1"] - box["y0"] >= 16 * lines


def test_the_upper_body_stands_above_the_lower_one(store: Store) -> None:
    at = drawing(store, "004", phone=False).boxes.set_index("id")
    for tie in governance.ties(bodies(store, "004")):
        assert at.loc[tie.above, "y1"] < at.loc[tie.below, "y0"]


def test_what_a_document_does_not_tie_is_said(store: Store) -> None:
    rows = bodies(store, "000")
    assert governance.summary(rows, governance.ties(rows)) == (
        "8 boards, partnerships and groups named, and no tie stated between them")
    rows = bodies(store, "003")
    assert governance.summary(rows, governance.ties(rows)) == "3 of 9 boards, partnerships and groups have a stated tie"


def test_an_opened_body_tells_both_sides_and_its_other_accounts(store: Store) -> None:
    every = bodies(store, "all")
    rows = every.set_index("id", drop=False)
    steering = governance_words.opened(rows.loc["d004_body_steering_group"], every, lambda body: f"?body={body}")
    assert "supports [Wellbeing Board](?body=d004_body_wellbeing_board)" in steering
    assert "[Working groups for the actions](?body=d004_body_working_groups) reports to it" in steering
    trust = governance_words.opened(rows.loc["d001_body_cwpt"], every, lambda body: f"?body={body}")
    assert "**Also in Thrive West Midlands** (as at 2017)" in trust


def test_lists_are_spread_over_two_columns() -> None:
    assert governance_words.halves([(23, "a"), (4, "b"), (11, "c"), (10, "d")]) == (["a", "b"], ["c", "d"])
