"""The page *Access and care* as a reader meets it: figures, filters, and what it says where a filter cannot act."""

from __future__ import annotations

import json
from typing import Any

from streamlit.testing.v1 import AppTest

from dashboard.registry import ROOT
from tests.app.drawn import tables, unfolded


def opened(**choices: str) -> AppTest:
    """The page with these choices in its address."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    app.switch_page("pages/access_and_care.py")
    for name, value in choices.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def words(app: AppTest) -> str:
    return "\n".join(block.value for block in app.markdown).replace("\\", "")


def headings(app: AppTest) -> list[str]:
    return [block.value.replace("\\", "") for block in app.header]


def chart(app: AppTest, words: str) -> Any:
    """The chart with these words in its alternative text."""
    return next(found.proto for found in app.get("vega_lite_chart") if words in found.proto.alt)


def test_page_answers_its_question_with_nine_figures() -> None:
    app = unfolded(opened())
    assert app.title[0].value == "Who gets help, and how long do they wait?"
    assert "9,725 children and young people seen in the year to June 2022, 85% of the 11,482 expected" in headings(app)
    assert "Recovery is below the 50% standard in 3 of 5 ethnic groups" in headings(app)
    assert "3 of 5 standards for waits were met at the last count" in headings(app)
    charts = app.get("vega_lite_chart")
    assert len(charts) == 9
    assert (len(tables(app)), len(app.dataframe)) == (8, 1)  # eating disorder waits are a long table
    assert all(found.proto.alt.endswith("The table under the figure says the same.") for found in charts)
    assert words(app).count("Source: ") == 9


def test_access_table_holds_every_figure_drawn() -> None:
    table = tables(unfolded(opened()))[0].set_index(["Series", "Period"])["Children and young people"]
    assert table["Local plan, by month", "12 months to December 2021"] == "9,310"
    assert table["NHS dashboard, by quarter", "Q3 2021/22"] == "9,060"
    assert len(table) == 18


def test_expectation_and_break_are_drawn() -> None:
    spec = json.loads(chart(opened(), "In the local plan it was 8,815").spec)
    texts = [layer["mark"]["text"] for layer in spec["layer"] if layer["mark"]["type"] == "text"]
    assert "Expected by the plan: 11,482" in texts
    assert ["The plan’s table of", "one contact starts"] in texts


def test_dimension_changes_both_figures_by_group() -> None:
    app = opened(dimension="deprivation_decile")
    assert "42% recover in the most deprived tenth, 56% in the least deprived" in headings(app)
    assert ("People in the most deprived tenth were detained at 4.4 times the rate of the least deprived"
            in headings(app))
    table = tables(unfolded(app))[3]
    assert table["Group"].iloc[0] == "1 (most deprived)"
    assert table["Detentions"].iloc[0] == "105"


def test_an_ethnic_group_is_marked_and_named() -> None:
    app = opened(ethnic_group="asian")
    assert "46% of Asian or Asian British people recovered; the standard is 50%" in headings(app)
    assert "cannot act" not in words(app)


def test_what_cannot_act_is_said_on_the_spot() -> None:
    text = words(opened(district="E07000220", ethnic_group="asian", dimension="sex"))
    assert "Your choice of area, Rugby, cannot act on this page" in text
    assert "Your choice of ethnic group, Asian or Asian British, cannot act here" in text


def test_a_dimension_this_page_does_not_have_falls_back() -> None:
    assert "Recovery is below the 50% standard in 3 of 5 ethnic groups" in headings(opened(dimension="all"))


def test_margins_of_error_are_drawn_when_shown() -> None:
    assert "Thin line: 95% limits." not in chart(opened(), "from 35% (Other ethnic group)").spec
    assert "Thin line: 95% limits." in chart(opened(intervals="on"), "from 35% (Other ethnic group)").spec
