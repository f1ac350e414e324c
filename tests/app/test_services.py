"""The page *Services*: who asks, what is listed, what is left out, one service opened, and where nothing is listed."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from tests.app.drawn import unfolded, ways

APP = Path(__file__).parents[2] / "app.py"
ADULTS, WORK = "For adults, people with dementia, offenders or people in prison", "For professionals or employers"
REFER = "Not something to refer to"


def open_services(**query: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    for name, value in query.items():
        app.query_params[name] = value
    app.switch_page("pages/services.py").run()
    assert not app.exception
    return app


@pytest.fixture(scope="module")
def rugby() -> AppTest:
    """What a 17-year-old in Rugby is shown."""
    return open_services(age="17", district="E07000220")


def words(app: AppTest) -> str:
    return "\n".join(element.value for element in [
        *app.title, *app.header, *app.subheader, *app.markdown, *app.info]).replace("\\", "")


def links(app: AppTest) -> dict[str, str]:
    """The addresses of the page's links by their words."""
    return {label: way.query for label, way in ways(app).items()}


def heads(app: AppTest) -> dict[str, int]:
    """The parts of the list with their counts."""
    found = [head.value.replace("\\", "").rsplit(": ", 1) for head in app.subheader]
    return {part[0]: int(part[1]) for part in found if len(part) == 2 and part[1].isdigit()}


def test_the_count_is_the_finding_and_the_parts_add_up(rugby: AppTest) -> None:
    counts = heads(rugby)
    fitting, unstated = counts["Open to a 17-year-old in Rugby"], counts["Ages not stated"]
    assert (f"{fitting} services named in the documents are open to a 17-year-old in Rugby; {unstated} more do not "
            "state their ages") in words(rugby)
    assert list(counts) == ["Open to a 17-year-old in Rugby", "Ages not stated", "Planned or being set up",
                            "Not stated whether people in Rugby may use them", ADULTS, WORK, REFER]
    assert fitting < unstated


def test_what_is_plainly_for_somebody_else_is_not_counted_but_stands_below() -> None:
    app = open_services(age="15", district="E07000220", need="eating_disorders")
    assert heads(app) == {"Open to a 15-year-old in Rugby": 3, "Ages not stated": 2, "Planned or being set up": 2,
                          ADULTS: 1, WORK: 1, REFER: 1}
    text = words(app)
    assert ("For eating disorders: 3 services named in the documents are open to a 15-year-old in Rugby; 2 more do not "
            "state their ages") in text
    assert ("3 more are left out of this count, by what is stated of them, and listed further down: for adults, people "
            "with dementia, offenders or people in prison (1); for professionals or employers (1); not something to "
            "refer to (1).") in text
    opened = words(open_services(record="d001_adult_eating_disorders", age="15", district="E07000220"))
    assert f"{ADULTS}, by what is stated of it; for people in Rugby." in opened


def test_a_card_says_all_that_is_known_of_a_service(rugby: AppTest) -> None:
    card = next(text.value.replace("\\", "") for text in rugby.markdown if "Anonymous website" in text.value)
    for part in ("**For:** Young people aged 11 to 25 · **Ages:** 11 to 25", "**Where:** Coventry and Warwickshire",
                 "**Tier:** Not stated", "**How to get in:** Young people go straight to the website",
                 "**Run by:** Kooth",
                 "Digital · As at 2022 · Children's transformation plan: “13. CYPMH"):
        assert part in card


def test_the_page_says_what_kind_of_directory_it_is(rugby: AppTest) -> None:
    text = words(rugby)
    assert ("This is a directory of what the documents name at their dates (2016 to 2024), not a current one: check "
            "with the provider.") in text
    assert "the choice *Other places* shows them" in text
    assert "NHS 111" in text
    assert "not that none exists" in text


def test_from_the_first_page_the_area_goes_along_and_the_age_is_one_choice_away() -> None:
    first = AppTest.from_file(str(APP), default_timeout=60)
    first.query_params["district"] = "E07000220"
    assert ways(first.run())["Services"] == ("services", "district=E07000220", "")
    page = open_services(district="E07000220")
    page.selectbox(key="choose-age").set_value("17").run()
    assert page.query_params["age"] in ("17", ["17"])
    assert "Open to a 17-year-old in Rugby" in heads(page)


def test_each_card_has_a_link_of_its_own_that_keeps_the_question(rugby: AppTest) -> None:
    assert "record=d001_kooth" in links(rugby)["Kooth"]
    assert "age=17" in links(rugby)["Kooth"]


def test_one_service_opened_answers_the_question_and_shows_every_account() -> None:
    app = open_services(record="d001_reach_children", age="17", district="E07000220")
    text = words(app)
    assert "Not for people in Rugby: its area is Coventry." in text
    assert "which we take to be for adults" in text  # the study states no ages
    assert "They are not the same" in text
    assert "Early intervention paper, 2016: Reach (children's service)" in text
    assert "£160,000 from Warwickshire County Council and £112,000 from Coventry City Council" in text
    assert "Back to the list" in "".join(links(app))
    inside = words(open_services(record="d001_crisis_home_treatment", age="17", district="E07000220"))
    assert "Open to a 17-year-old, by the ages stated; for people in Rugby." in inside
    outside = words(open_services(record="d001_crisis_home_treatment", age="18"))
    assert "Not open to an 18-year-old, by the ages stated" in outside


def test_an_account_of_another_document_opens_its_service_and_an_unknown_id_is_named() -> None:
    assert "NHS Talking Therapies" in words(open_services(record="d001_iapt"))
    assert "No service here has the id “d001_nothing”" in words(open_services(record="d001_nothing"))


def test_reach_is_left_out_in_rugby_and_kept_apart_where_either_is_shown(rugby: AppTest) -> None:
    assert "Reach (children's service, Coventry)" not in links(rugby)
    assert "Two services with one name" in words(rugby)  # the adult collaborative is listed
    assert "Two services with one name" not in words(open_services(words="kooth"))


def test_a_misspelt_word_is_read_and_said() -> None:
    app = open_services(words="koth")
    assert "Nothing here has the word “koth”; searched for “kooth” instead." in words(app)
    assert heads(app) == {"For people in Coventry and Warwickshire": 1}


def test_an_everyday_word_is_searched_for_as_the_documents_say_and_another_word_is_not_put_in_its_place() -> None:
    assert "Searched for “self-harm”, as the documents say, as well as “cutting”." in words(
        open_services(words="cutting"))
    hearing = words(open_services(words="hearing"))
    assert "For the words “hearing”: nothing is listed here for someone of any age" in hearing
    assert "instead" not in hearing


def test_nothing_found_says_so_and_offers_to_clear_the_filters() -> None:
    app = open_services(words="zebra", age="5", tier="4")
    assert ("For the words “zebra”, in tier 4: nothing is listed here for a 5-year-old in Coventry and "
            "Warwickshire") in words(app)
    assert "does not mean that no service exists" in words(app)
    assert links(app)["Clear every filter and start again"] == ""
    assert not app.get("vega_lite_chart")


def test_services_of_other_places_are_shown_when_asked_for() -> None:
    app = open_services(words="crisis house", elsewhere="on")
    assert heads(app)["Of other places: people here cannot use them"] >= 2
    assert "Of other places: people here cannot use them" not in heads(open_services(words="crisis house"))


def test_filters_act_on_the_list_and_on_the_grid() -> None:
    app = open_services(tier="4")
    assert set(links(app)) >= {"Tier 4 Coordination Hub", "Regional children's inpatient care"}
    assert heads(app) == {"For people in Coventry and Warwickshire": 2}
    chart = app.get("vega_lite_chart")[0].proto
    nothing = "Nothing in tier 4 is listed at ages 0–4, 5–10, 19–25, 26–64 and 65+ in Coventry and Warwickshire"
    assert nothing in [head.value for head in app.header]
    assert chart.alt.startswith("Of 48 combinations of age, area and tier 30 have nothing listed")
    rows = [row for part in chart.datasets for row in pa.ipc.open_stream(part.data.data).read_all().to_pylist()]
    assert {row["services"] for row in rows if row.get("age") == "11–15"} == {2}
    compass = open_services(provider="compass", district="E10000031")
    assert "Warwickshire School Health and Wellbeing Service" in links(compass)


def test_a_long_part_is_cut_and_opened_by_its_link(rugby: AppTest) -> None:
    assert "length=all" in links(rugby)[f"Show all {heads(rugby)['Ages not stated']} here"]
    whole = open_services(age="17", district="E07000220", length="all")
    assert not [label for label in links(whole) if label.startswith("Show all")]
    assert len(links(whole)) > len(links(rugby))


def test_values_that_nobody_knows_are_named() -> None:
    app = open_services(age="017", tier="9", need="fun", provider="nobody", route="magic", record="x")
    ignored = app.warning[0].value
    for name in ("age", "tier", "need", "provider", "route", "record"):
        assert name in ignored


def test_the_list_can_be_taken_away_whole(rugby: AppTest) -> None:
    title = next(head.value.replace("\\", "") for head in rugby.header if "as a table" in head.value)
    assert title == f"{sum(heads(rugby).values())} services listed here, as a table"
    offered = [button.proto.label for button in unfolded(rugby).get("download_button")]
    assert offered[-3:] == ["Rows (CSV)", "Spreadsheet (Excel)", "All of it (zip)"]  # a list has no picture
