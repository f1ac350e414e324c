"""A change of choice in a real browser: what is not drawn anew is as right as what is."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.browser.conftest import Server, Visit, visit_in

# Each mark of each chart in words, and whether the chart is the one that was there before.
CHARTS = """() => [...document.querySelectorAll("[class*=st-key-figure-] .stVegaLiteChart svg")].map((svg) => [
  Boolean(svg.wasThere), [...svg.querySelectorAll("[role=graphics-symbol]")].map((mark) => mark.ariaLabel).sort()])"""


def test_charts_that_take_new_rows_in_place_show_what_the_page_opened_anew_shows(
        laptop: Visit, browser: Browser, server: Server) -> None:
    laptop.open("people?district=E07000220")
    laptop.page.wait_for_timeout(2500)
    before = laptop.page.evaluate(CHARTS)
    laptop.page.evaluate("document.querySelectorAll('.stVegaLiteChart svg').forEach(svg => { svg.wasThere = true; })")
    laptop.choose("Area", "Warwick")
    laptop.wait_for_url("district=E07000222")
    laptop.settle()
    laptop.page.wait_for_timeout(2500)
    changed = laptop.page.evaluate(CHARTS)
    anew = visit_in(browser.new_context(viewport={"width": 1280, "height": 800}), server)
    anew.open("people?district=E07000222")
    anew.page.wait_for_timeout(2500)
    assert [marks for _, marks in changed] == [marks for _, marks in anew.page.evaluate(CHARTS)]
    assert [marks for _, marks in changed] != [marks for _, marks in before]
    assert [there for there, _ in changed] == [True] * 4
    anew.page.context.close()
    laptop.assert_clean()


def test_questions_stand_at_the_choices_on_the_next_page_and_after_a_step_back(laptop: Visit) -> None:
    laptop.open("people?district=E07000220")
    assert laptop.chosen("Area") == "Rugby"
    laptop.page.locator(".st-key-navigation a", has_text="Trends").click()
    laptop.page.wait_for_url("**/trends*")
    laptop.settle()
    assert laptop.chosen("Area") == "Rugby"
    laptop.choose("Area", "Coventry")
    laptop.wait_for_url("district=E08000026")
    laptop.settle()
    laptop.page.go_back()
    laptop.wait_for_url("district=E07000220")
    laptop.settle()
    assert laptop.chosen("Area") == "Rugby"
    laptop.page.locator(".st-key-navigation a", has_text="Map").click()
    laptop.page.wait_for_url("**/inequality_map*")
    laptop.settle()
    assert (laptop.chosen("Area"), laptop.chosen("Indicator")) == ("Rugby", "Deprivation, overall (IMD)")
    laptop.assert_clean()


def test_a_question_is_worded_anew_where_its_answer_means_something_else(laptop: Visit) -> None:
    laptop.open("trends?indicator=wellbeing_anxiety")
    age = laptop.page.get_by_role("combobox", name="Age").first
    assert age.input_value() == "All ages (not published)"
    laptop.choose("Indicator", "Recovery after Talking Therapies")
    laptop.wait_for_url("indicator=tt_recovery")
    laptop.settle()
    assert age.input_value() == "All ages"
    assert "age_band" not in laptop.page.url
    laptop.assert_clean()
