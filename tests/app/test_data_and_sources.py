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
    app.text_input(key="search-words").set_value(text).run()
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


def headings(app: AppTest) -> list[str]:
    """All headings of the page below its title."""
    return [element.value for element in (*app.header, *app.subheader)]


def test_a_question_about_filters_is_answered_with_reason_holder_and_links() -> None:
    app = opened(section="availability", indicator="tt_recovery", theme="Talking therapies")
    assert app.header[0].value == "Recovery after Talking Therapies: by ethnic group, but not by district"
    assert "**By district: no, not published at this level.**" in words(app)
    assert "Who holds it: NHS England" in words(app)
    labels = [link.proto.label.replace("\\", "") for link in app.get("page_link")]
    assert "Gaps: by ethnic group" in labels
    assert [button.label for button in app.button] == ["Its definition, sources and figures"]
    one, theme = (element.value for element in app.table)
    assert list(one.columns) == ["Kind of area", "Everyone", "Ethnic group", "Deprivation", "Age", "Sex"]
    assert set(theme["Figure"]) == {row.label for row in load_registry().values() if row.theme == "Talking therapies"}
    assert set(theme["District"]) == {"□ not published"}


def test_every_filter_acts_on_the_answer_and_the_matrix() -> None:
    app = opened(section="availability", indicator="imd", theme="Deprivation", geography="ward", dimension="all")
    assert app.header[0].value == "Deprivation, overall (IMD): yes, by ward"
    assert "For **everyone together**" in words(app)
    app.selectbox(key="choose-geography").set_value("country").run()
    assert app.header[0].value == "Deprivation, overall (IMD): no, not for England"
    app.selectbox(key="choose-dimension").set_value("age_band").run()
    assert "For **people by age**" in words(app)
    app.selectbox(key="choose-theme").set_value("Schools").run()
    assert app.header[0].value.startswith("Schools with a Mental Health Support Team")
    assert any(heading.startswith("Schools: ") for heading in headings(app))


def test_an_answer_opens_the_figure_itself() -> None:
    app = opened(section="availability", indicator="tt_recovery", dimension="all")
    app.button[0].click().run()
    assert not app.exception
    assert app.query_params["indicator"] == "tt_recovery"
    assert "section" not in app.query_params
    assert app.header[0].value == load_registry()["tt_recovery"].label


def test_the_search_narrows_the_matrix_and_the_proof() -> None:
    app = opened(section="availability")
    assert app.header[0].value.startswith("Deprivation, overall (IMD)")
    app.text_input(key="search-words").set_value("self-harm").run()
    assert not app.exception
    figures = search("self-harm")["indicators"]
    assert app.header[0].value.startswith(next(iter(figures.values())).label)
    assert list(app.table[1].value["Figure"]) == [row.label for row in figures.values()]
    proof = opened(section="proof")
    proof.text_input(key="search-words").set_value("xmr").run()
    assert proof.header[0].value == "All 3 published results are reproduced within their tolerance"
    assert len(proof.dataframe[0].value) == 3


def test_fifths_of_deprivation_handed_over_by_a_page_are_deprivation_here() -> None:
    app = opened(section="availability", indicator="tt_recovery", dimension="deprivation_fifth")
    assert app.header[0].value == "Recovery after Talking Therapies: by deprivation, but not by district"


def test_the_arithmetic_is_proved_by_working_published_examples_out() -> None:
    app = opened(section="proof")
    assert app.header[0].value.endswith("published results are reproduced within their tolerance")
    assert app.header[0].value.startswith("All ")
    assert "The largest difference, set against what is allowed, is " in words(app)
    families, results = app.table[0].value, app.dataframe[0].value
    assert set(results["Within"]) == {"yes"}
    assert "70 of 70" in set(families["Reproduced"])
    assert app.code[0].value.startswith("group,population,value")
    assert app.code[1].value == "python -m dashboard.inequality --input cases.csv"
