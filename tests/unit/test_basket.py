"""The basket in the web address: picks survive the way there and back, and what is ignored is named."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dashboard.allowed import allowed
from dashboard.basket import FIELDS, MOST, Pick, missing, read, write
from dashboard.choices import PAGES
from dashboard.filters import Filters
from dashboard.store import Store

ANY = dict.fromkeys(FIELDS, lambda value: True)
RUGBY = Pick("pages/trends.py", "latest", Filters(district="E07000220", indicator="imd"))
UNRESERVED = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%")


def test_a_pick_reads_as_page_figure_and_what_was_chosen() -> None:
    assert write([RUGBY]) == ["trends.latest~district.E07000220~indicator.imd"]


def test_the_first_page_has_a_name() -> None:
    first = Pick("app.py", "where", Filters())
    assert write([first]) == ["glance.where"]
    assert read(["glance.where"], ANY) == ([first], [])
    assert read([".where"], ANY) == ([first], [])


def test_dots_tildes_and_emoji_are_coded() -> None:
    pick = Pick("pages/services.py", "list", Filters(words="a.b~c d 😀"))
    assert write([pick]) == ["services.list~words.a%2Eb%7Ec%20d%20%F0%9F%98%80"]
    assert read(write([pick]), ANY) == ([pick], [])


@given(some.sampled_from(list(PAGES)), some.text(min_size=1, max_size=20),
       some.dictionaries(some.sampled_from(sorted(FIELDS)), some.text(max_size=20), max_size=3))
def test_any_text_comes_back_from_an_address(path: str, figure: str, chosen: dict[str, str]) -> None:
    pick = Pick(path, figure, Filters(**chosen))
    written = write([pick])
    assert set(written[0]) <= UNRESERVED
    address = parse_qs(urlencode([("figures", value) for value in written]))
    assert read(address["figures"], ANY) == ([pick], [])


@given(some.lists(some.text(max_size=60), max_size=5))
def test_no_text_breaks_the_reading(values: list[str]) -> None:
    picks, ignored = read(values, ANY)
    assert len(picks) + len(ignored) == len(values)


@pytest.mark.parametrize(("value", "said"), [
    ("nowhere.latest", "“nowhere.latest” (no page “nowhere”)"),
    ("trends", "“trends” (names no figure)"),
    ("trends.latest~district.E99", "“trends.latest~district.E99” (district “E99” is not known)"),
    ("trends.latest~colour.red", "“trends.latest~colour.red” (no filter “colour”)"),
    ("trends.latest~district.all~district.E07000220",
     "“trends.latest~district.all~district.E07000220” (district given 2 times)"),
    ("trends.latest~period.1850~area.E99", "“trends.latest~period.1850~area.E99” (period “1850” is not known and "
                                           "area “E99” is not known)"),
    ("trends.%FF", "“trends.%FF” (not readable as text)"),
])
def test_what_cannot_be_taken_over_is_named_with_its_reason(store: Store, value: str, said: str) -> None:
    assert read([value, "trends.latest"], allowed(store)) == ([Pick("pages/trends.py", "latest", Filters())], [said])


def test_an_oversized_pick_is_named_in_one_line() -> None:
    picks, ignored = read(["trends." + "x" * 5000], ANY)
    assert picks == []
    assert ignored == ["“trends." + "x" * 53 + "…” (longer than 1,200 characters)"]


def test_an_oversized_value_is_named() -> None:
    _, ignored = read(["services.list~words." + "x" * 81], ANY)
    assert ignored[0].endswith("(words longer than 80 characters)")


def test_the_same_figure_twice_is_taken_once() -> None:
    again = "trends.latest~indicator.imd~district.E07000220"  # the other order, the same choices
    assert read([*write([RUGBY]), again], ANY) == ([RUGBY], [f"“{again}” (the same figure twice)"])


def test_a_default_written_out_is_the_same_figure() -> None:
    plain = Pick("pages/trends.py", "latest", Filters())
    assert read(["trends.latest~district.all", "trends.latest"], ANY) == ([plain], [
        "“trends.latest” (the same figure twice)"])


def test_forty_are_taken_and_the_rest_named() -> None:
    values = [f"trends.latest~age.{age}" for age in range(MOST + 3)]
    picks, ignored = read(values, ANY)
    assert (len(picks), MOST) == (40, 40)
    assert ignored == ["“trends.latest~age.40” and 2 more (a briefing holds at most 40 figures)"]
    assert read(values[:MOST], ANY)[1] == []


def test_markup_in_an_address_is_not_repeated() -> None:
    _, ignored = read(["<script>alert(1)</script>.x"], ANY)
    assert "<" not in ignored[0]
    assert "[" not in read(["[a](http://x).y"], ANY)[1][0]


def test_a_figure_that_the_page_does_not_show_is_said_in_words() -> None:
    said = missing(replace(RUGBY, figure="pie"), ["trend", "latest"], {"Area": "Rugby", "Age": "All ages"})
    assert said == ("The page “Trends” shows no figure “pie” for these choices (Area: Rugby; Age: All ages). It shows "
                    "“trend” and “latest”.")
    assert missing(RUGBY, [], {}) == "The page “Trends” shows no figure “latest”. It shows no figure."
