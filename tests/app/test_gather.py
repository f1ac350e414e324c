"""The figures of pages without a browser are those that a reader sees."""

from __future__ import annotations

import logging

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.choices import PAGES
from dashboard.filters import Filters
from dashboard.frame import open_store
from dashboard.gather import gather


@pytest.mark.parametrize("path", ["pages/trends.py", "pages/access_and_care.py", "pages/district_profile.py"])
def test_what_is_gathered_is_what_is_shown(app: AppTest, path: str) -> None:
    app.query_params.clear()
    app.query_params["district"] = "E07000220"
    shown = app.switch_page(path).run()
    gathered = gather(path, Filters(district="E07000220"), open_store())
    titles = {figure.id: figure.title for figure in gathered.figures.values()}
    seen = {header.proto.anchor: header.value.replace("\\", "") for header in shown.header}
    assert titles == {name: seen[name] for name in titles}
    assert gathered.choices.get("Area", "Rugby").startswith("Rugby")


def test_every_page_can_be_gathered_without_a_word_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        found = {path: list(gather(path, Filters(), open_store()).figures) for path in PAGES}
    assert found["app.py"] == ["where", "gaps", "promises"]
    assert found["pages/funding.py"] == ["by-funder", "by-service", "cash-and-real", "nhs-spend", "lines", "checks"]
    assert not caplog.records


def test_the_choices_in_force_are_told_in_words() -> None:
    choices = gather("pages/trends.py", Filters(indicator="wellbeing_anxiety"), open_store()).choices
    assert choices == {"Indicator": "Anxiety", "Area": "Coventry and Warwickshire",
                       "Ethnic group": "All (not published)", "Age": "All ages (not published)",
                       "95% limits in the chart": "Hide"}


def test_gathering_inside_a_page_leaves_that_page_alone(app: AppTest) -> None:
    app.query_params.clear()
    app.query_params["ready"] = "district_rugby"
    page = app.switch_page("pages/briefing.py").run()
    assert not page.exception
    assert not page.dataframe
    assert not page.info
