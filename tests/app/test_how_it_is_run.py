"""The page *How it is run*: what each chapter says, what filters and links change, and what is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import governance_words, reconciliation
from tests.app.drawn import tables, unfolded

APP = Path(__file__).parents[2] / "app.py"


def open_run(**query: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    for name, value in query.items():
        app.query_params[name] = value
    return app.switch_page("pages/how_it_is_run.py").run()


def titles(app: AppTest) -> list[str]:
    return [header.value.replace("\\", "") for header in app.header]


def words(app: AppTest) -> str:
    return "\n".join(element.value for element in app.markdown).replace("\\", "")


def chart(app: AppTest, place: int) -> Any:
    return app.get("vega_lite_chart")[place].proto


def test_it_opens_with_the_plan_that_names_most_bodies() -> None:
    app = open_run()
    assert not app.exception
    assert titles(app) == ["13 of 48 boards, partnerships and groups have a stated tie", "The same as a list"]
    text = words(app)
    assert "**Children's transformation plan** (shown here), as at 2022" in text
    assert "no tie stated" in text
    assert "two pictures (figures one and two)" in text
    assert "Children and Young People's Mental Health and Wellbeing Board (CYPMHB) has strategic links to " in \
        chart(app, 0).alt


def test_a_document_and_a_body_are_opened_by_the_address() -> None:
    app = open_run(document="004", body="d004_body_wellbeing_board")
    assert titles(app)[:2] == ["Wellbeing Board", "12 of 19 boards, partnerships and groups have a stated tie"]
    assert "keeps informed [Board of the West Midlands Combined Authority]" in words(app)
    assert "body=d004_body_steering_group" in words(app)


def test_a_document_without_ties_has_a_list_and_no_diagram() -> None:
    app = open_run(document="000")
    assert "no tie stated between them" in titles(app)[0]
    assert not app.get("vega_lite_chart")
    assert "Community Mental Health Programme Board" in words(app)


def test_an_unknown_body_is_named_and_ignored() -> None:
    app = open_run(body="d009_body_nobody")
    assert not app.exception
    assert r"body “d009\_body\_nobody” (not known)" in app.warning[0].value  # as Markdown


def test_what_a_link_holds_is_shown_as_it_came_and_makes_no_link_of_its_own() -> None:
    app = open_run(body="[press](http://a)")
    assert r"body “\[press\](http\://a)” (not known)" in app.warning[0].value


def test_the_alliance_s_story_and_lessons() -> None:
    app = open_run(chapter="alliance")
    assert titles(app) == ["The alliance in 15 steps, 2015 to 2023; 8 carry no date",
                           "20 lessons; none has a later report in these documents"]
    assert "strategy?record=d003_lesson_05_outcomes" in words(app)


def test_tiers_say_what_does_not_add_up_and_what_was_never_filled_in() -> None:
    app = open_run(chapter="tiers")
    assert titles(app) == [
        "Tier 1 is printed as £519,000; its lines add to £460,000", "25.6 full-time equivalents in 4 services",
        "Waits from 1 to 8 weeks", "3 of 20 figures on people and activity were never filled in"]
    table = tables(app)[-1]
    assert table.set_index("What").loc["Consultations with professionals", "Figure"] == \
        "never filled in: printed as “x”"


def test_the_region_s_figures_have_their_year() -> None:
    app = open_run(chapter="region")
    assert titles(app)[:2] == ["28 of 42 regional figures carry no year",
                               "Mental ill health was said to cost the region £12.6 billion"]
    years = tables(unfolded(app))[1].set_index("What")["Year"]
    assert years["People who died by suicide"] == "2015"
    assert years["Residents aged 16 to 65"] == "Year not stated"


def test_what_does_not_fit_is_listed_with_both_figures_and_its_size() -> None:
    app = open_run(chapter="checks")
    assert not app.exception
    assert titles(app)[1] == "13 numbers do not fit what they are made of"
    table = tables(unfolded(app))[0].set_index("What it states")
    tier = table.loc["Tier 1 costs £519,000"]
    assert [tier["Printed"], tier["Worked out"], tier["Apart"]] == ["£519,000", "£460,000", "£59,000"]
    contacts = table.loc["Eating disorder contacts rose 34% from 2019/20 to 2021/22"]
    assert [contacts["Printed"], contacts["Worked out"]] == ["34%", "34.86%"]
    assert contacts["Apart"] == "0.86 percentage points"
    assert table["Remark"].str.contains("It does fit £13,693,500", regex=False).sum() == 3
    assert table["Remark"].str.replace("\\", "").str.contains("every funder's lines a year later").any()


def test_the_document_chosen_acts_on_all_checks() -> None:
    app = open_run(chapter="checks", document="002")
    assert titles(app)[0] == "6 of 10 sums and comparisons fit and 4 do not; 1 slip of wording"
    assert all(set(table["Document"]) == {"Early intervention paper"} for table in tables(unfolded(app)))


def test_overtaken_figures_stand_beside_newer_ones_with_their_caution() -> None:
    app = open_run(chapter="overtaken")
    assert titles(app)[0] == "16 of 19 figures have moved; for 3 no newer local number is held"
    assert "Neighbourhoods in England's most deprived tenth, Coventry: 14.4% printed, 17.7% now" in titles(app)
    deprived = next(table for table in tables(unfolded(app)) if "14.4%" in set(table["Printed"]))
    assert deprived.set_index("Printed").loc["14.4%", "Caution"].startswith("Each edition ranks neighbourhoods afresh")


def test_a_document_with_nothing_overtaken_says_so_and_offers_all() -> None:
    app = open_run(chapter="overtaken", document="002")
    assert app.info[0].value == "No figure of this document has a newer one here."
    assert "[Show all documents](how_it_is_run?chapter=overtaken)" in words(app)


def test_a_term_is_opened_and_searched_by_the_address() -> None:
    app = open_run(chapter="glossary", term="LTP", words="slope")
    assert titles(app)[:2] == ["LTP", "1 term in plain words"]
    assert "These letters stand for 2 things." in words(app)
    assert "[**SII**](how_it_is_run?words=slope&term=SII&chapter=glossary)" in words(app)


def test_a_search_that_finds_nothing_says_so_and_offers_to_clear() -> None:
    app = open_run(chapter="glossary", words="zzzz")
    assert app.info[0].value == "No term here has the words “zzzz”."
    assert "[Clear the search](how_it_is_run?chapter=glossary)" in words(app)


def test_slips_are_put_right() -> None:
    app = open_run(chapter="glossary", words="snowmed")
    assert "A slip: the right letters are **SNOMED CT**." in words(app)


def test_abbreviations_are_explained_where_they_appear() -> None:
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    app.query_params["indicator"] = "imd"
    text = words(app.switch_page("pages/trends.py").run())
    assert "Abbreviations: [IMD](how_it_is_run?" in text
    assert "term=IMD" in text


def test_a_second_visit_works_nothing_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    open_run(document="003")
    open_run(chapter="checks", document="003")

    def fail(*_: object, **__: object) -> None:
        raise AssertionError("worked out again")

    for module, name in ((governance_words, "diagram_parts"), (governance_words, "listed"), (reconciliation, "told"),
                         (reconciliation, "number_parts")):
        monkeypatch.setattr(module, name, fail)
    assert not open_run(document="003").exception
    assert not open_run(chapter="checks", document="003").exception
