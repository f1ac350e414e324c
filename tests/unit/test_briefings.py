"""The ready-made briefings: every figure of every one exists, and nothing in their words is a typed number."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.allowed import allowed
from dashboard.basket import MOST, read, write
from dashboard.briefings import DISTRICTS, load_briefings
from dashboard.gather import gather
from dashboard.registry import RegistryError
from dashboard.store import Store

SOUND = """
[one]
title = "One"
introduction = "Words."
[[one.part]]
heading = "Money"
figure = "funding.by-funder"
"""


def test_there_is_one_for_each_district_one_for_the_board_and_one_on_funding() -> None:
    assert list(load_briefings()) == [
        "district_coventry", "district_north-warwickshire", "district_nuneaton-and-bedworth", "district_rugby",
        "district_stratford-on-avon", "district_warwick", "board", "funding_and_access"]
    assert load_briefings()["district_rugby"].title == "District briefing: Rugby"


@pytest.mark.parametrize("name", load_briefings())
def test_every_figure_of_every_briefing_exists(store: Store, name: str) -> None:
    ready = load_briefings()[name]
    assert read(write(ready.picks), allowed(store)) == (list(ready.picks), [])
    for pick in ready.picks:
        assert pick.figure in gather(pick.path, pick.filters, store).figures, f"{pick.path}: {pick.figure}"


@pytest.mark.parametrize("name", load_briefings())
def test_a_briefing_has_about_twelve_figures_and_no_typed_number(name: str) -> None:
    ready = load_briefings()[name]
    assert 11 <= len(ready.picks) <= 15 < MOST
    assert set(ready.headings) == set(ready.picks)
    for text in (ready.title, ready.introduction, *ready.headings.values(), *ready.notes.values()):
        assert not re.search(r"\d", text)
        assert "{" not in text


def test_a_district_briefing_is_of_its_district() -> None:
    for code, place in DISTRICTS.items():
        ready = next(ready for ready in load_briefings().values() if ready.title == f"District briefing: {place}")
        assert {pick.filters.district for pick in ready.picks} == {code}
    shown = {name: {pick.figure for pick in ready.picks} for name, ready in load_briefings().items()}
    assert "upper-tier" in shown["district_rugby"]
    assert "upper-tier" not in shown["district_coventry"]  # Coventry has one council for everything


@pytest.mark.parametrize(("change", "said"), [
    (('title = "One"', 'headline = "One"'), "no field “headline”"),
    (('heading = "Money"', 'header = "Money"'), "no field “header”"),
    (('introduction = "Words."', ""), "introduction is missing"),
    (('figure = "funding.by-funder"', ""), "part 1: figure is missing"),
    (("funding.by-funder", "funding.by-funder~district.{district}"), "stands for nothing here"),
    (("funding.by-funder", "nowhere.by-funder"), "no page “nowhere”"),
    (("funding.by-funder", "funding.by-funder~colour.red"), "no filter “colour”"),
    (('title = "One"', 'title = "One"\nfor_each = "ward"'), "for_each can be “district” only"),
    (('heading = "Money"', 'heading = "Money"\nonly = ["E10000031"]'), "E10000031, which is no district"),
])
def test_a_briefing_declared_wrongly_is_named(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    sound = tmp_path / "sound.toml"
    sound.write_text(SOUND, encoding="utf-8")
    assert list(load_briefings(sound)) == ["one"]
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(SOUND.replace(*change), encoding="utf-8")
    with pytest.raises(RegistryError, match=re.escape(said)) as raised:
        load_briefings(wrong)
    assert str(raised.value).startswith("briefings.toml, one")
