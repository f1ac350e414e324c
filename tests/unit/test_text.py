"""Words: periods and dates written out, lists, ratios, states, sources, and what is safe to show."""

from __future__ import annotations

import datetime

import pandas as pd
import pytest

from dashboard.registry import load_sources
from dashboard.store import Store
from dashboard.text import LICENCES, file_name, join, plain, source_line, spell_date, spell_period, status_words, times


@pytest.mark.parametrize(("parts", "phrase"), [
    ([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
def test_a_list_is_a_phrase(parts: list[str], phrase: str) -> None:
    assert join(parts) == phrase


@pytest.mark.parametrize(("period", "end", "words"), [
    ("2023/24", "2024-03-31", "April 2023 to March 2024"),
    ("2023/24", datetime.date(2024, 3, 31), "April 2023 to March 2024"),
    ("2023/24", pd.Timestamp("2024-03-31"), "April 2023 to March 2024"),
    ("2023/24", "2024-08-31", "school year 2023/24"),
    ("2023/24", None, "2023/24"),
    ("2023/24", pd.NaT, "2023/24"),
    ("1999/00", "2000-03-31", "April 1999 to March 2000"),
    ("Q1 2021/22", None, "April to June 2021"),
    ("Q2 2021/22", None, "July to September 2021"),
    ("Q3 2021/22", None, "October to December 2021"),
    ("Q4 2021/22", "2022-03-31", "January to March 2022"),
    ("2025", "2025-12-31", "2025"),
    ("2019 to 2021", "2021-12-31", "2019 to 2021"),
    ("January 2025", "2025-01-31", "January 2025")])
def test_a_period_is_written_out(period: str, end: object, words: str) -> None:
    assert spell_period(period, end) == words


def test_no_period_of_the_data_is_spelt_wrongly(store: Store) -> None:
    """A financial year written out ends in the year its last day lies in."""
    with store.cursor() as cursor:
        periods = cursor.execute("select distinct period, period_end from observations").fetchall()
    assert len(periods) > 50
    for period, end in periods:
        words = spell_period(period, end).removesuffix(", NHS dashboard")
        assert words.endswith(str(end.year)) or "/" in words, period


@pytest.mark.parametrize(("date", "words"), [
    ("2025-10-30", "30 October 2025"), ("2026-04", "April 2026"), ("2023", "2023"), ("", "")])
def test_a_date_is_written_out(date: str, words: str) -> None:
    assert spell_date(date) == words


@pytest.mark.parametrize(("ratio", "words"), [
    (1.0, "about the same as"), (0.96, "about the same as"), (2.0, "twice"), (2.04, "twice"), (4.39, "4.4 times"),
    (0.5, "0.5 times"), (1.2, "1.2 times")])
def test_a_ratio_is_in_words(ratio: float, words: str) -> None:
    assert times(ratio) == words


def test_the_five_states_of_a_cell_read_differently() -> None:
    words = [status_words(status) for status in ("value", "zero", "suppressed", "not_collected", "not_published")]
    assert len(set(words)) == 5
    assert words[0] == ""
    assert status_words("in_dispute") == "in dispute"


@pytest.mark.parametrize("source_id", load_sources())
def test_every_source_can_be_cited(source_id: str) -> None:
    source = load_sources()[source_id]
    assert source.licence in LICENCES
    assert source.url.startswith("https://")
    assert len(source.sha256) == 64
    line = source_line(source)
    assert f"]({source.url})" in line
    assert LICENCES[source.licence] in line
    assert "\n" not in line


def test_markdown_in_data_stays_text() -> None:
    assert plain("£5 *a* _b_ [c](d) `e` $f$ <g> 1~2 #h |i| :red[x]") == (
        r"£5 \*a\* \_b\_ \[c\](d) \`e\` \$f\$ \<g\> 1\~2 \#h \|i\| \:red\[x\]")


def test_a_file_name_sorts_and_holds_nothing_awkward() -> None:
    assert file_name("imd", "Rugby · 2025", "", "data-f7c2") == "imd_rugby-2025_data-f7c2"
    assert file_name("../a b", "c:|d?") == "a-b_c-d"
