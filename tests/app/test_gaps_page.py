"""The page *Gaps* as a reader meets it: one comparison in full, every gap ranked, and what cannot be compared."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.drawn import tables, unfolded, ways

APP = Path(__file__).parents[2] / "app.py"


def opened(**query: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    app.switch_page("pages/inequality_gaps.py")
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def words(app: AppTest) -> str:
    parts = [*app.title, *app.header, *app.subheader, *app.markdown, *app.info]
    return "\n".join(element.value for element in parts).replace("\\", "")


def test_first_view_is_detentions_in_absolute_and_relative_terms() -> None:
    text = words(opened(dimension="deprivation_decile"))
    assert "a gap of 145.6 detentions per 100,000 people (95% limits" in text
    assert "4.4 times as high in the most deprived tenth of neighbourhoods" in text
    assert "about 280 fewer detentions would have been counted in 2023/24" in text
    assert "These figures cannot show that" in text
    assert "This product holds one period" in text


def test_recovery_has_a_trend_and_says_what_is_not_known() -> None:
    text = words(opened(indicator="tt_recovery", dimension="ethnic_group"))
    assert "54% among Black people, 35% among people of another ethnic group" in text
    assert "About 240 of 9,005 records (3%; counts are rounded to 5) do not say which ethnic group" in text
    assert "These groups have no order" in "".join(table.to_string() for table in tables(unfolded(opened(
        indicator="tt_recovery", dimension="ethnic_group"))))


def test_a_measure_without_groups_is_said_to_be_so() -> None:
    text = words(opened(indicator="cyp_access"))
    assert "is not published by group or for several districts" in text
    assert "188.6" in text or "142.0" in text


def test_an_area_without_the_comparison_is_said_to_be_so() -> None:
    text = words(opened(district="E07000220", dimension="deprivation_decile"))
    assert "cannot be made for the chosen area alone" in text


@pytest.mark.parametrize("basis", ["national", "local"])
def test_fifths_of_england_and_of_the_area_are_told_apart(basis: str) -> None:
    text = words(opened(indicator="ethnic_black", dimension="deprivation_fifth", basis=basis))
    assert ("11.0%" if basis == "national" else "10.6%") in text
    assert ("all England's neighbourhoods" in text) == (basis == "national")


def test_finder_lists_gaps_with_how_sure() -> None:
    app = opened(part="finder")
    text = words(app)
    assert "188.6 detentions per 100,000 people in the most deprived tenth, 43.0 in the least " \
           "deprived (to March 2024; crude rate; base unclear; limits stand apart)" in text
    assert "gaps can be measured in Coventry and Warwickshire" in text
    assert ways(app)["Detentions under the Mental Health Act"].query.startswith("indicator=detentions&dimension=")
    assert "finder" not in ways(app)["Detentions under the Mental Health Act"].query  # it opens the comparison


def test_finder_narrows_by_theme_and_says_when_nothing_is_left() -> None:
    assert "42% in the most deprived tenth, 56% in the least deprived (to March 2025" in words(
        opened(part="finder", theme="Talking therapies"))
    assert "No gap can be measured with these choices" in words(
        opened(part="finder", theme="Talking therapies", district="E07000220"))
