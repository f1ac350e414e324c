"""The page *Data and sources*: what a reader sees for an indicator, a table, the sources and what is not known."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.catalogue import load_tables, search
from dashboard.registry import ROOT, load_registry, load_sources


def opened(**choices: str) -> AppTest:
    """The page with these choices in its address."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    app.switch_page("pages/data_and_sources.py")
    for name, value in choices.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def words(app: AppTest) -> str:
    """All Markdown of the page."""
    return "\n".join(block.value for block in app.markdown)


def test_an_indicator_opens_with_definition_sources_and_query() -> None:
    app = opened(indicator="tt_recovery")
    assert app.title[0].value == "Where does each figure come from?"
    assert app.header[0].value == load_registry()["tt_recovery"].label
    assert "A higher figure is better." in words(app)
    assert load_sources()["talking_therapies_annual"].sha256 in words(app)
    assert "from talking_therapies" in app.code[0].value
    overview, grid = (element.value for element in app.dataframe)
    assert len(overview) == len(load_registry())
    everyone = grid[(grid["Group"] == "Everyone") & (grid["Kind of area"] == "Coventry and Warwickshire (NHS)")].iloc[0]
    assert (everyone["2019/20"], everyone["2020/21"], everyone["2024/25"]) == ("■ 1", "", "■ 1")


def test_a_table_opens_with_its_columns() -> None:
    app = opened(section="tables", table="deprivation")
    assert app.header[0].value == "deprivation"
    assert "one row per LSOA, edition and domain" in words(app)
    assert list(app.dataframe[1].value["Column"]) == list(load_tables()["deprivation"].columns)


def test_no_table_is_open_until_one_is_chosen() -> None:
    app = opened(section="tables")
    assert len(app.dataframe) == 1
    assert len(app.dataframe[0].value) == len(load_tables())


def test_sources_show_their_licence_lines() -> None:
    app = opened(section="sources")
    assert len(app.dataframe[0].value) == len(load_sources())
    assert "Source\\: NHS England licensed under the Open Government Licence v3.0." in words(app)


def test_what_is_not_known_is_listed_with_who_would_know() -> None:
    assert words(opened(section="unknown")).count("Who would know: ") >= 3


@pytest.mark.parametrize("text", ["self-harm", "no such thing"])
def test_the_search_narrows_every_section(text: str) -> None:
    app, figures = opened(), len(search(text)["indicators"])
    app.text_input(key="search").set_value(text).run()
    assert not app.exception
    assert f"Figures ({figures})" in app.get("button_group")[0].proto.options[0].content
    if figures:
        assert len(app.dataframe[0].value) == figures
        assert "self-harm" in app.header[0].value.casefold()
    else:
        assert "Nothing here has the words" in app.info[0].value


def test_an_unknown_table_in_the_address_is_said() -> None:
    app = opened(section="tables", table="secrets")
    assert "table “secrets” (not known)" in app.warning[0].value
