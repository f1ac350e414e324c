"""The page Strategy: counts first, filters that act on everything, five views, and a record for every promise."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import strategy
from dashboard.store import Store
from tests.app.drawn import ways

PATH = "pages/strategy.py"


def visit(app: AppTest, **query: str) -> AppTest:
    app.query_params.clear()
    for name, value in query.items():
        app.query_params[name] = value
    page = app.switch_page(PATH).run()
    assert not page.exception
    return page


def first_page(app: AppTest) -> AppTest:
    visit(app)  # takes back what was chosen, which otherwise goes along
    return app.switch_page("app.py").run()


def words(page: AppTest) -> str:
    said = "\n".join(element.value for element in [*page.markdown, *page.info, *page.warning])
    return re.sub(r"[\\*]", "", said)


def links(page: AppTest) -> dict[str, str]:
    """Label and query of every link of the page."""
    return {label: way.query for label, way in ways(page).items()}


def titles(page: AppTest) -> list[str]:
    return [header.value.replace("\\", "") for header in page.header]


def test_counts_come_first_and_lead_to_what_they_count(app: AppTest, store: Store) -> None:
    page = visit(app)
    said = words(page)
    assert "485 commitments in 5 documents: 187 actions, 107 targets" in said
    assert "13 of 153 deliverables, metrics and targets can be measured from published figures held here" in said
    overdue = sum(row.state == "overdue" for row in strategy.load(store))
    assert f"{overdue} of 86 with a due date are past it, with no outcome reported in these documents" in said
    assert "41 achieved, as last reported; 8 not met, 132 under way, 3 not started" in said
    assert links(page)["Those past their date"] == "status=overdue"
    assert "62 commitments; 6 of 18 deliverables, metrics and targets measured here" in said


def test_a_long_list_shows_its_themes_and_a_theme_its_commitments(app: AppTest) -> None:
    page = visit(app)
    assert links(page)["Eating disorders: 13 commitments"] == "promise_theme=eating_disorders"
    page = visit(app, promise_theme="eating_disorders")
    assert titles(page)[0] == "Eating disorders: 13"
    way = links(page)["Start treatment within 1 week of first contact in 95% of urgent eating disorder referrals."]
    assert way == "record=d001_s10_urgent&promise_theme=eating_disorders"
    assert "Short at the last count] 23% (12 months to March 2022)" in words(page)
    assert "13 of 485 commitments answer these choices (theme)." in words(page)


def test_filters_stand_in_the_address_and_act_together(app: AppTest) -> None:
    page = visit(app, document="004", status="overdue", due="2017")
    assert "16 of 485 commitments answer these choices (document, due date and standing)." in words(page)
    assert words(page).count("Due date passed") == 16
    assert page.selectbox(key="choose-document").value == "004"
    assert page.selectbox(key="choose-due").value == "2017"
    page.selectbox(key="choose-due").set_value("2018").run()
    assert page.query_params["due"] in ("2018", ["2018"])
    assert {"document", "status"} <= set(page.query_params)


def test_words_of_the_reader_s_own(app: AppTest) -> None:
    page = visit(app)
    page.text_input(key="search-words").set_value("dementia").run()
    assert page.query_params["words"] in ("dementia", ["dementia"])
    assert "Bring the share of people with dementia who have a diagnosis back to 66.7%." in links(page)


def test_a_misspelt_word_is_read_and_said(app: AppTest) -> None:
    page = visit(app, words="demetia")
    assert "Nothing here has the word “demetia”; searched for “dementia” instead." in words(page)
    assert "3 of 485 commitments answer these choices (words)." in words(page)
    assert "Bring the share of people with dementia who have a diagnosis back to 66.7%." in links(page)


def test_two_clicks_from_the_first_page_show_what_is_overdue_or_unreported(app: AppTest, store: Store) -> None:
    assert ways(first_page(app))["Strategy"] == ("strategy", "", "")
    onward = links(visit(app))
    silent = sum(row.state in ("overdue", "no_later_report") for row in strategy.load(store))
    assert onward[f"All {silent} overdue or unreported"] == "status=unreported"
    assert f"{silent} of 485 commitments answer these choices (standing)." in words(visit(app, status="unreported"))


def test_two_clicks_from_the_first_page_show_whether_a_target_is_met_and_for_whom_not(app: AppTest) -> None:
    recovery = ways(first_page(app))["Recovery after Talking Therapies: 52% against 50%, March 2025"]
    assert recovery == ("inequality_gaps", "indicator=tt_recovery&dimension=deprivation_decile", "")
    page = visit(app)
    page.get("button_group")[0].set_value("targets").run()
    assert page.query_params["board"] in ("targets", ["targets"])
    assert titles(page)[0].startswith("7 of 79 targets fall short, 3 are met")
    assert "Not met for: by deprivation tenth" in " ".join(links(page))


def test_nothing_to_show_says_so_and_offers_to_clear(app: AppTest) -> None:
    page = visit(app, words="zebra", district="E07000220", board="board")
    assert "Nothing in the record answers all of these choices." in words(page)
    assert links(page)["Clear these choices and show all 485 commitments"] == "board=board"


def test_an_area_says_what_it_takes_in(app: AppTest) -> None:
    assert "1 of these name Rugby itself" in words(visit(app, district="E07000220"))


@pytest.mark.parametrize("field", ["promise_theme", "people", "lead", "due", "measurable", "status", "board"])
def test_an_unknown_value_is_named_and_the_default_stands(app: AppTest, field: str) -> None:
    page = visit(app, **{field: "nonsense"})
    assert f"{field} “nonsense” (not known)" in words(page)
    assert "All 485 commitments are shown." in words(page)


def test_an_unknown_record_is_said(app: AppTest) -> None:
    page = visit(app, record="d000_nothing_of_the_kind")
    assert "The link names a commitment that the record does not hold" in words(page)


def test_the_board_has_a_column_for_each_standing(app: AppTest) -> None:
    page = visit(app, board="board", document="001")
    assert [title for title in titles(page) if ": " in title][:4] == [
        "◆ Due date passed, outcome not reported here: 40", "✗ Not met: 8", "◐ In progress: 106", "✓ Achieved: 37"]
    assert links(page)["See all 40: due date passed, outcome not reported here"] == \
        "document=001&status=overdue"


def test_the_timeline_is_a_chart_with_its_words(app: AppTest) -> None:
    page = visit(app, board="timeline", document="004")
    chart = page.get("vega_lite_chart")[0].proto
    assert "A mark for each of 26 dated commitments" in chart.alt
    assert any(title.endswith("of 26 due dates have passed; 98 commitments have none") for title in titles(page))


def test_one_page_for_each_document_under_its_own_numbers(app: AppTest) -> None:
    page = visit(app, board="document")
    assert links(page)["Thrive West Midlands (2017)"] == "document=004&board=document"
    page = visit(app, board="document", document="004")
    assert [head.value for head in page.subheader] == [f"Action {n}" for n in range(1, 20)]
    entries = [label for label in links(page) if label.startswith("Action 12 ")]
    assert entries == ["Action 12 End the placing of people who need acute mental health care in hospitals outside the "
                       "region's own trusts, by the end of 2017. ◆ Due date passed, outcome not reported here, due "
                       "31 December 2017"]


def test_targets_say_whether_they_are_met_and_for_whom_not(app: AppTest) -> None:
    page = visit(app, board="targets")
    assert titles(page)[0] == "7 of 79 targets fall short, 3 are met; 69 can't be known here"
    assert "Met at the last count] 52% (April 2024 to March 2025), 2 percentage points above." in words(page)
    short = next(label for label in links(page) if label.startswith("Not met for: by deprivation tenth (4 of 10)"))
    assert links(page)[short] == "indicator=tt_recovery&dimension=deprivation_decile&board=targets"
    assert "45.23 below" in words(page)
    page = visit(app, board="targets", document="002")
    assert "None of these commitments has a target with a number." in words(page)


def test_a_record_leads_to_its_figure_its_inequality_its_services_and_its_source(app: AppTest) -> None:
    page = visit(app, record="d000_metric_talking_recovery", document="000")
    assert titles(page)[0] == "See 50% of eligible referrals to Talking Therapies end in recovery."
    assert titles(page)[2] == "Met overall; 9 of 22 groups are short of it, 8 beyond chance"
    said, ways = words(page), links(page)
    assert "No later report in these documents" in said
    assert "It was met at the last count, so there is nothing to forecast." in said
    assert ways["← Back to the commitments"] == "document=000"
    assert ways["Over time: Recovery after Talking Therapies"] == "indicator=tt_recovery&document=000"
    assert ways["By group: Recovery after Talking Therapies"] == (
        "indicator=tt_recovery&dimension=deprivation_decile&document=000")
    assert ways["NHS Talking Therapies"].startswith("record=d000_nhs_talking_therapies")
    assert "Integrated Health and Care Delivery Plan" in said
    assert len(page.get("vega_lite_chart")) == 2


def test_a_record_past_its_date_says_so_with_the_last_report(app: AppTest) -> None:
    said = words(visit(app, record="d001_s06_cyp"))
    assert "Due date passed, outcome not reported here" in said
    assert "Last reported: in progress (Children's local transformation plan (2022/23), as at 30 June 2022)." in said
    assert "Who holds that: Coventry and Warwickshire Partnership NHS Trust." in said


def test_every_kind_of_record_opens(app: AppTest, store: Store) -> None:
    """One of each kind, and every one that a figure is tied to."""
    kinds = {row.kind: row.id for row in strategy.load(store)}
    tied = [row.id for row in strategy.load(store) if row.indicator]
    for record in dict.fromkeys([*kinds.values(), *tied]):
        page = visit(app, record=record)
        assert "Where does it stand?" in [head.value for head in page.subheader]
