"""The briefing page: picks from the address, in order, with the reader's words, and a file at the end."""

from __future__ import annotations

import time
from io import BytesIO

from docx import Document
from streamlit.testing.v1 import AppTest

from dashboard.export.making import Making, Request
from dashboard.frame import open_store
from tests.app.drawn import unfolded

ANXIETY = "trends.latest~indicator.wellbeing_anxiety"
MONEY = "funding.by-funder~district.E08000026"


def visit(app: AppTest, *figures: str, **query: str) -> AppTest:
    """The briefing page with these picks in its address."""
    app.query_params.clear()
    for name, value in query.items():
        app.query_params[name] = value
    app.query_params["figures"] = list(figures)
    return app.switch_page("pages/briefing.py").run()


def words(app: AppTest) -> str:
    return "\n".join(element.value for element in [*app.markdown, *app.info, *app.warning]).replace("\\", "")


def test_the_address_holds_the_figures_in_order(app: AppTest) -> None:
    text = words(visit(app, MONEY, ANXIETY))
    assert text.index("1. Funding: £6.51m in 2022/23") < text.index("2. Trends: Highest in Warwick (3.42)")


def test_a_figure_moves_and_the_address_with_it(app: AppTest) -> None:
    page = visit(app, MONEY, ANXIETY)
    next(button for button in page.button if button.label == "Later").click().run()
    assert page.query_params["figures"] == [ANXIETY, MONEY]
    assert words(page).index("1. Trends") < words(page).index("2. Funding")
    next(button for button in page.button if button.label == "Take out").click().run()
    assert page.query_params["figures"] in (ANXIETY, [ANXIETY], MONEY, [MONEY])


def test_what_cannot_be_read_is_named_and_the_rest_stays(app: AppTest) -> None:
    page = visit(app, "nowhere.map", "trends.latest~indicator.nonsense", MONEY)
    assert "nowhere" in page.warning[0].value
    assert "nonsense" in page.warning[0].value
    assert "1. Funding: £6.51m in 2022/23" in words(page)


def test_a_figure_that_its_page_does_not_show_is_said_to_be_missing(app: AppTest) -> None:
    assert "shows no figure “sunshine”" in words(visit(app, "trends.sunshine"))


def test_more_than_forty_figures_are_cut_and_said_to_be(app: AppTest) -> None:
    page = visit(app, *[f"trends.latest~words.w{number}" for number in range(45)])
    assert "figures beyond the first 40 (45 were given)" in words(page)
    assert "40. Trends" in words(page)
    assert "41. Trends" not in words(page)


def test_an_added_figure_stays_in_the_basket_from_page_to_page(app: AppTest) -> None:
    app.query_params.clear()
    app.session_state["basket"] = ()
    app.query_params["district"] = "E07000220"
    page = unfolded(app.switch_page("pages/people.py").run())
    next(button for button in page.button if button.key == "pick-fifths").click().run()
    assert page.query_params["figures"] in (pick := "people.fifths~district.E07000220", [pick])
    page.query_params.clear()
    page.query_params["district"] = "E07000221"
    other = page.switch_page("pages/funding.py").run()
    assert other.query_params["figures"] in (pick, [pick])


def test_a_ready_made_briefing_can_be_taken_over_and_changed(app: AppTest) -> None:
    page = visit(app, ready="board")
    assert "1. " in words(page)
    next(button for button in page.button if button.label == "Make it mine and change it").click().run()
    assert "ready" not in page.query_params
    assert len(page.query_params["figures"]) > 5
    assert page.text_input[0].value == "Inequality briefing for the Board"


def test_an_empty_briefing_says_how_to_begin(app: AppTest) -> None:
    app.session_state["basket"] = ()
    app.query_params.clear()
    assert "No figure is picked yet" in words(app.switch_page("pages/briefing.py").run())


def request(title: str = "Two figures") -> Request:
    """A request for a Word document of two figures."""
    from dashboard.allowed import allowed
    from dashboard.basket import Words, read

    store = open_store()
    picks, _ = read([MONEY, ANXIETY], allowed(store))
    return Request("docx", title, "", tuple(picks), (Words("Money", "A note"), Words()), "https://example.org/",
                   store.data_version, store)


def finished(making: Making) -> Making:
    """The same work once it is over."""
    for _ in range(600):
        if making.over:
            return making
        time.sleep(0.05)
    raise AssertionError("the work is not over after half a minute")


def test_a_file_is_made_in_the_background_and_never_twice() -> None:
    first = finished(Making.start(request()))
    assert not first.failure
    assert first.file is not None
    text = "\n".join(paragraph.text for paragraph in Document(BytesIO(first.file)).paragraphs)
    assert "Two figures" in text
    assert "A note" in text
    assert (first.done, first.total) == (4, 4)
    second = finished(Making.start(request()))
    assert second.file is first.file  # from the cache: the very same bytes
    assert second.done == 0


def test_stopped_work_says_that_nothing_is_lost() -> None:
    making = Making(request("Stopped"), total=2)
    making.stop()
    making.begin()
    assert finished(making).failure == "Stopped. Your figures, headings and notes are as they were."
    assert making.file is None


def test_a_title_is_needed() -> None:
    assert finished(Making.start(request("  "))).failure == "A briefing needs a title."
