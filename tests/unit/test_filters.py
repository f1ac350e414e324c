"""The reader's choices: to the web address and back, and what to show where they cannot be met."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.filters import FINEST_FIRST, LONGEST_VALUE, Filters, read_query, resolve

ANYTHING = {field.name: lambda _: True for field in fields(Filters)}
NAMES = [field.name for field in fields(Filters)]
VALUES = st.text(min_size=1, max_size=LONGEST_VALUE)


@given(st.dictionaries(st.sampled_from(NAMES), VALUES))
def test_choices_survive_the_round_trip_through_the_address(choices: dict[str, str]) -> None:
    filters = Filters().set(**choices)
    back, ignored = read_query({name: [value] for name, value in filters.query().items()}, ANYTHING)
    assert back == filters
    assert ignored == []


@given(st.dictionaries(st.text(max_size=100), st.lists(st.text(max_size=200), min_size=1, max_size=3)))
def test_no_address_whatever_raises_or_gets_through_unchecked(params: dict[str, list[str]]) -> None:
    nothing = {name: lambda _: False for name in NAMES}
    filters, ignored = read_query(params, nothing)
    assert filters == Filters()
    assert len(ignored) == len(params)
    assert all(len(phrase) < 200 and phrase.isprintable() for phrase in ignored)


def test_the_default_view_has_an_empty_address() -> None:
    assert Filters().query() == {}
    assert Filters(district="E07000220").query() == {"district": "E07000220"}


def test_a_set_choice_leaves_the_others_alone() -> None:
    filters = Filters(district="E07000220", compare="idaci")
    assert filters.set(district="all") == Filters(compare="idaci")
    with pytest.raises(TypeError):
        filters.set(colour="red")


@pytest.mark.parametrize(("params", "ignored"), [
    ({"colour": ["red"]}, "“colour” (no such filter)"),
    ({"district": ["Rugby"]}, "district “Rugby” (not known)"),
    ({"district": ["E07000220", "E07000222"]}, "district (given 2 times)"),
    ({"district": ["E07000220", "E07000220"]}, "district (given 2 times)"),
    ({"area": ["E" * 81]}, "area “" + "E" * 40 + "…” (not known)"),
    ({"indicator\n": ["imd_score"]}, "“indicator” (no such filter)"),
    ({"district": [""]}, "district “” (not known)"),
    ({"district": ["<b>[x](http://a)`$\\"]}, "district “<b>[x](http://a)`$\\” (not known)"),
])
def test_what_is_ignored_is_named_as_it_came_in_one_phrase(params: dict[str, list[str]], ignored: str) -> None:
    known = ANYTHING | {"district": {"all", "E07000220", "E07000222"}.__contains__}
    assert read_query(params, known) == (Filters(), [ignored])


def test_the_rest_of_an_address_stands_where_one_part_is_ignored() -> None:
    filters, ignored = read_query({"district": ["E07000220"], "x": ["1"]}, ANYTHING)
    assert filters == Filters(district="E07000220")
    assert len(ignored) == 1


# ---- resolve ----

def row(period: str, area_type: str, dimension: str = "all", group_code: str = "all") -> dict[str, Any]:
    """A row of ``queries/coverage.sql``."""
    return {"period": period, "area_type": area_type, "dimension": dimension, "group_code": group_code}


COVERAGE = [row("2011", "district"), row("2011", "district", "ethnic_group", "black"),
            row("2021", "lsoa21"), row("2021", "district"), row("2021", "district", "ethnic_group", "black"),
            row("2021", "district", "age_band", "0-17")]


def test_the_latest_period_and_the_finest_area_are_the_default() -> None:
    cut = resolve(COVERAGE, Filters())
    assert cut is not None
    assert (cut.period, cut.level, cut.dimension, cut.group_code, cut.notes) == ("2021", "lsoa21", "all", "all", ())


def test_a_choice_that_can_be_met_is_met_without_a_note() -> None:
    cut = resolve(COVERAGE, Filters(period="2011", ethnic_group="black"))
    assert cut is not None
    assert (cut.period, cut.level, cut.dimension, cut.group_code, cut.notes) == (
        "2011", "district", "ethnic_group", "black", ())


def test_the_finest_area_that_has_the_group_is_not_guessed_at() -> None:
    """At the finest level there are no ethnic groups: everyone is shown, and it says so."""
    cut = resolve(COVERAGE, Filters(ethnic_group="black"))
    assert cut is not None
    assert (cut.level, cut.dimension) == ("lsoa21", "all")
    assert cut.notes == ("Not published by this ethnic group at this level, so the figures are for everyone.",)


def test_each_choice_that_cannot_be_met_is_said() -> None:
    cut = resolve(COVERAGE, Filters(period="1999", level="ward25", age_band="0-17"))
    assert cut is not None
    assert (cut.period, cut.level, cut.dimension) == ("2021", "lsoa21", "all")
    assert len(cut.notes) == 3
    assert cut.notes[0] == "There is no figure for 1999; 2021 is shown."


def test_two_groups_at_once_are_never_pretended() -> None:
    cut = resolve(COVERAGE, Filters(level="district", ethnic_group="black", age_band="0-17"))
    assert cut is not None
    assert (cut.dimension, cut.group_code) == ("ethnic_group", "black")
    assert cut.notes == ("Not published by ethnic group and age together; age is left out.",)


def test_an_indicator_without_these_levels_gives_nothing() -> None:
    assert resolve(COVERAGE, Filters(), ("msoa21",)) is None
    assert resolve([], Filters()) is None


ROWS = st.builds(row, st.sampled_from(["2011", "2021"]), st.sampled_from(FINEST_FIRST),
                 st.sampled_from(["all", "ethnic_group", "age_band"]), st.sampled_from(["all", "black", "0-17"]))


@given(st.lists(ROWS, min_size=1),
       st.sampled_from(["latest", "2011", "2021", "2030"]), st.sampled_from(["finest", *FINEST_FIRST]),
       st.sampled_from(["all", "black"]), st.sampled_from(["all", "0-17"]))
def test_what_is_resolved_is_always_there(coverage: list[dict[str, Any]], period: str, level: str, ethnic: str,
                                          age: str) -> None:
    cut = resolve(coverage, Filters(period=period, level=level, ethnic_group=ethnic, age_band=age))
    assert cut is not None
    there = [row for row in coverage if row["period"] == cut.period and row["area_type"] == cut.level]
    assert there
    if cut.dimension != "all":
        assert any((row["dimension"], row["group_code"]) == (cut.dimension, cut.group_code) for row in there)
