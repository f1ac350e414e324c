"""What is open stands in the address: a link shows it, a change of a filter keeps it, another page does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.drawn import ways

APP = Path(__file__).parents[2] / "app.py"


@pytest.fixture
def people() -> AppTest:
    """The page People with the table of ages open."""
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    app.query_params["open"] = ["ages"]
    app.query_params["district"] = "E07000220"
    return app.switch_page("pages/people.py").run()


def taken(app: AppTest) -> list[str]:
    return [button.proto.id.split("-")[-1] for button in app.get("download_button")
            if button.proto.label == "Rows (CSV)"]


def test_a_link_opens_what_it_names_and_offers_to_close_it(people: AppTest) -> None:
    assert taken(people) == ["ages"]
    way = ways(people)["Close: Table, pictures, Word and Excel"]
    assert way == ("people", "district=E07000220", "")
    assert ways(people)["Table, pictures, Word and Excel"].query.startswith("district=E07000220&open=ages&open=")


def test_a_change_of_a_filter_keeps_it_open_and_another_page_does_not(people: AppTest) -> None:
    people.selectbox(key="choose-district").set_value("E07000222").run()
    assert taken(people) == ["ages"]
    assert people.query_params["open"] in ("ages", ["ages"])
    assert people.query_params["district"] in ("E07000222", ["E07000222"])
    people.query_params.clear()
    people.switch_page("pages/funding.py").run()
    assert "open" not in people.query_params
    assert taken(people) == []


def test_names_that_no_figure_can_have_are_named(people: AppTest) -> None:
    people.query_params["open"] = ["ages", "<b>", "x" * 200]
    people.run()
    assert "open (not the name of a figure, or more than 40)" in people.warning[0].value
    assert taken(people) == ["ages"]


def test_a_figure_that_the_page_does_not_have_opens_nothing(people: AppTest) -> None:
    people.query_params["open"] = ["no-such-figure"]
    people.run()
    assert not people.exception
    assert taken(people) == []


@pytest.mark.parametrize("page", [
    "pages/trends.py", "pages/access_and_care.py", "pages/strategy.py", "pages/schools.py", "pages/inequality_gaps.py",
    "pages/district_profile.py", "pages/services.py"])
def test_the_same_figures_stand_on_a_page_whether_one_is_open_or_not(page: str) -> None:
    app = AppTest.from_file(str(APP), default_timeout=60).run().switch_page(page).run()
    shut = [header.value for header in app.header]
    text = [element.value for element in app.markdown]
    app.query_params["open"] = [next(header.proto.anchor for header in app.header if header.proto.anchor)]
    opened = app.run()
    assert [header.value for header in opened.header] == shut
    assert len(opened.markdown) >= len(text)
