"""A figure's table as HTML: what stands right, what has commas, what names its row, and what is said of nothing."""

from __future__ import annotations

import re

import pandas as pd

from dashboard.html_table import html_table


def cells(text: str) -> list[tuple[str, str, str]]:
    """Tag, attributes and words of every cell."""
    return re.findall(r"<(th|td)((?: [^>]*)?)>(.*?)</\1>", text)


def test_whole_numbers_have_commas_and_years_have_none() -> None:
    text = html_table(pd.DataFrame({"Census": [2011, 2021], "Residents": [2021, 85684]}), "Who lives here")
    assert [words for _, _, words in cells(text)] == ["Census", "Residents", "2011", "2,021", "2021", "85,684"]


def test_a_number_keeps_its_decimals_and_a_whole_one_has_none() -> None:
    text = html_table(pd.DataFrame({"Area": ["Rugby", "Warwick", "All"], "Rate": [2315.0, 1234.5, None]}), "Rates")
    assert [words for _, _, words in cells(text)][2:] == ["Rugby", "2,315", "Warwick", "1,234.5", "All", "–"]


def test_no_decimals_are_shown_that_only_computers_add() -> None:
    numbers = [26.099999999999998, 1120.9188138161253, 0.07239, 5.0, 100.0, -3.14159]
    text = html_table(pd.DataFrame({"Area": list("abcdef"), "Rate": numbers}), "Rates")
    assert [words for _, _, words in cells(text)][3::2] == ["26.1", "1,120.92", "0.0724", "5", "100", "-3.14"]


def test_figures_stand_right_and_words_and_periods_left() -> None:
    text = html_table(pd.DataFrame({
        "Group": ["White", "Black", "Asian"], "Share": ["74.9%", "<1%", "not published"],
        "Change": ["+1.2", "−0.4", "£1,200"], "Year": ["2011", "2021", "2021"], "Of": ["1st of 6", "2nd of 6", ""],
    }), "Shares")
    right = [("figure" in attributes) for _, attributes, _ in cells(text)[:5]]
    assert right == [False, True, True, False, False]


def test_the_first_column_names_its_row_unless_it_is_of_figures() -> None:
    named = cells(html_table(pd.DataFrame({"Area": ["Rugby"], "Value": ["12%"]}), "Named"))
    assert [(tag, "scope=row" in attributes) for tag, attributes, _ in named[2:]] == [("th", True), ("td", False)]
    counted = cells(html_table(pd.DataFrame({"Rank": [1], "Area": ["Rugby"]}), "Counted"))
    assert [tag for tag, _, _ in counted] == ["th", "th", "td", "td"]


def test_no_word_of_a_table_becomes_markup() -> None:
    text = html_table(pd.DataFrame({"a<b": ["<script>alert(1)</script>"]}), 'The "last" & <first>')
    assert "<script>" not in text
    assert "a&lt;b" in text
    assert 'aria-label=\'The &quot;last&quot; &amp; &lt;first&gt;\'' in text


def test_a_table_without_rows_keeps_its_head() -> None:
    assert [words for _, _, words in cells(html_table(pd.DataFrame({"Area": [], "Value": []}), "None"))] == \
        ["Area", "Value"]
