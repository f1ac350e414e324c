"""Sharing: a link opens to the same figures for a stranger, copies in one press, presents, embeds and prints."""

from __future__ import annotations

from io import BytesIO

import pytest
from playwright.sync_api import Browser, expect

from dashboard.choices import PAGES
from dashboard.filters import Filters
from dashboard.frame import open_store
from dashboard.gather import gather
from dashboard.reader import VERSION, address
from tests.browser.conftest import Server, Visit, visit_in

SETTINGS: dict[str, list[dict[str, str]]] = {
    "app.py": [{}, {"district": "E07000220"}, {"district": "E08000026", "view": "drawing"}],
    "pages/inequality_map.py": [{"indicator": "idaci", "period": "2019"}, {"district": "E07000219", "view": "drawing"},
                                {"indicator": "ethnic_black", "compare": "imd", "view": "drawing"}],
    "pages/inequality_gaps.py": [{"dimension": "deprivation_decile"}, {"part": "finder", "rank": "points"},
                                 {"indicator": "tt_recovery", "dimension": "ethnic_group"}],
    "pages/trends.py": [{"indicator": "wellbeing_anxiety"}, {"district": "E08000026", "intervals": "on"},
                        {"indicator": "tt_recovery", "ethnic_group": "asian"}],
    "pages/people.py": [{}, {"district": "E07000221", "ethnic_group": "black"}, {"basis": "local", "ages": "sexes"}],
    "pages/neighbourhoods.py": [{}, {"district": "E07000220"}, {"basis": "local", "joint": "allocated"}],
    "pages/district_profile.py": [{}, {"district": "E07000220"}, {"district": "E07000218", "against": "E07000222"}],
    "pages/access_and_care.py": [{}, {"dimension": "deprivation_decile"}, {"ethnic_group": "asian", "intervals": "on"}],
    "pages/schools.py": [{"view": "drawing"}, {"district": "E07000220"}, {"place": "south_warwickshire"}],
    "pages/funding.py": [{}, {"per": "child", "prices": "real"}, {"district": "E08000026", "joint": "allocated"}],
    "pages/strategy.py": [{}, {"document": "004", "board": "board"}, {"record": "d001_s09_ed_routine"}],
    "pages/services.py": [{}, {"age": "17", "district": "E07000220"}, {"need": "crisis"}],
    "pages/how_it_is_run.py": [{}, {"chapter": "tiers"}, {"chapter": "checks", "document": "001"}],
    "pages/data_and_sources.py": [{}, {"section": "proof"}, {"section": "sources"}],
    "pages/briefing.py": [{}, {"ready": "board"}, {"ready": "district_rugby"}],
}
OFFERED = ("gaps", "promises")  # lists of the first page, whose headings say less than the figures taken out
WITHOUT_CARDS = ("pages/data_and_sources.py", "pages/briefing.py")
HEADINGS = """() => Object.fromEntries([...document.querySelectorAll('[data-testid=stHeading] h2')]
    .map(heading => [heading.id, heading.textContent.trim()]))"""


def test_every_page_has_three_settings() -> None:
    assert set(SETTINGS) == set(PAGES)
    assert {len(settings) for settings in SETTINGS.values()} == {3}


@pytest.mark.parametrize("path", SETTINGS)
def test_a_link_opens_to_the_same_figures_in_a_fresh_browser(path: str, browser: Browser, server: Server) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    for setting in SETTINGS[path]:
        visit = visit_in(context, server)  # a tab is a session of its own
        assert_same_figures(visit, path, setting)
        visit.page.close()
    context.close()


def assert_same_figures(visit: Visit, path: str, setting: dict[str, str]) -> None:
    """A link made of these choices shows the figures that the page makes of them, and nothing else is said of it."""
    store, filters = open_store(), Filters().set(**setting)
    made = gather(path, filters, store)
    stem = "" if path == "app.py" else path.removeprefix("pages/").removesuffix(".py")
    visit.open(address(stem, [*filters.query().items(), (VERSION, store.data_version)]))
    expect(visit.page.locator(".st-key-foot")).to_contain_text(store.data_version, timeout=20_000)
    shown = {name: title.replace("\u2060", "") for name, title in visit.page.evaluate(HEADINGS).items()}
    offered = OFFERED if path == "app.py" else ()
    carded = {name: figure.title for name, figure in made.figures.items() if name in shown and name not in offered}
    assert carded == {name: shown[name] for name in carded}
    assert carded or path in WITHOUT_CARDS or "record" in setting
    assert visit.page.get_by_role("alert").filter(has_text="Ignored in the link").count() == 0
    assert visit.page.locator(".st-key-since").count() == 0
    assert visit.page.locator("h1").count() == 1 or "record" in setting
    assert visit.page.get_by_text("116 123").count() == 1
    assert visit.page.locator("[data-testid=stException]").count() == 0
    assert visit.page.title().endswith("Mental health in Coventry and Warwickshire")
    visit.assert_clean()


def test_copy_link_is_one_press_and_is_said_aloud(browser: Browser, server: Server) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    visit = visit_in(context, server)
    visit.open("trends?indicator=wellbeing_anxiety")
    visit.page.get_by_role("link", name="Copy link").first.click()
    expect(visit.page.get_by_role("status").filter(has_text="copied")).to_have_text("Link: copied")
    copied = visit.page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{server.address}/trends?indicator=wellbeing_anxiety&data={open_store().data_version}#trend"
    assert len(copied) < 120, "short enough for a chat message"
    context.close()


def test_a_card_copies_its_table_and_its_sentence(browser: Browser, server: Server) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    visit = visit_in(context, server)
    visit.open("trends?indicator=wellbeing_anxiety")
    visit.page.get_by_text("Table, pictures, Word and Excel").nth(1).click()
    visit.settle()
    visit.page.get_by_role("button", name="Copy table").click()
    expect(visit.page.get_by_role("status").filter(has_text="copied")).to_have_text("Table: copied")
    table = visit.page.evaluate("navigator.clipboard.readText()")
    assert table.splitlines()[0].split("\t")[:2] == ["Area", "Period"]
    visit.page.get_by_role("button", name="Copy sentence with its source").click()
    expect(visit.page.get_by_role("status").filter(has_text="Sentence")).to_be_visible()
    assert "Office for National Statistics (2023)" in visit.page.evaluate("navigator.clipboard.readText()")
    context.close()


@pytest.mark.parametrize(("button", "ending"), [("Picture (PNG)", ".png"), ("Picture (SVG)", ".svg"),
                                                ("Rows (CSV)", ".csv"), ("Spreadsheet (Excel)", ".xlsx"),
                                                ("All of it (zip)", ".zip")])
def test_a_figure_is_downloaded(button: str, ending: str, laptop: Visit) -> None:
    laptop.open("trends?indicator=wellbeing_anxiety&district=E07000220")
    laptop.page.get_by_text("Table, pictures, Word and Excel").first.click()
    laptop.settle()
    with laptop.page.expect_download(timeout=90_000) as found:  # the first picture waits for its library
        laptop.page.get_by_role("button", name=button).click()
    name = found.value.suggested_filename
    assert name.startswith("trends_trend-anxiety_rugby_2011-12-to-2022-23_data-")
    assert name.endswith(ending)
    laptop.assert_clean()


def test_presenting_turns_the_page_with_the_arrow_keys(laptop: Visit) -> None:
    laptop.open("present?of=trends&indicator=wellbeing_anxiety")
    main = laptop.page.locator("[data-testid=stMain]")
    expect(main).to_contain_text("1 of 2 on Trends")
    expect(laptop.page.locator(".st-key-navigation")).to_have_count(0)
    laptop.page.wait_for_timeout(1500)  # until the keys are listened to
    laptop.page.keyboard.press("ArrowRight")
    expect(main).to_contain_text("2 of 2 on Trends", timeout=20_000)
    laptop.page.keyboard.press("ArrowLeft")
    expect(main).to_contain_text("1 of 2 on Trends", timeout=20_000)
    laptop.page.keyboard.press("Escape")
    laptop.wait_for_url("/trends")
    laptop.assert_clean()


def test_an_embedded_figure_has_its_source_and_the_way_to_its_page(laptop: Visit) -> None:
    laptop.open("present?of=inequality_map&figure=map&embed=true")
    main = laptop.page.locator("[data-testid=stMain]")
    expect(main).to_contain_text("86 of 557 neighbourhoods are in England's most deprived fifth")
    expect(main).to_contain_text("English Indices of Deprivation 2025")
    expect(laptop.page.get_by_role("link", name="More on this")).to_have_attribute(
        "href", f"inequality_map?data={open_store().data_version}#map")
    laptop.assert_clean()


@pytest.mark.parametrize("page", ["", "trends?indicator=wellbeing_anxiety", "inequality_map?view=drawing"])
def test_nothing_is_cut_on_paper(page: str, laptop: Visit) -> None:
    laptop.open(page)
    laptop.page.wait_for_timeout(1500)
    laptop.page.emulate_media(media="print")
    laptop.page.set_viewport_size({"width": 703, "height": 1000})  # A4 less its margins, in CSS pixels
    laptop.page.wait_for_timeout(800)
    beyond = laptop.page.evaluate("""() => [...document.querySelectorAll('h1, h2, p, .stVegaLiteChart svg, td')]
        .filter(part => part.getBoundingClientRect().right > 705 && part.getClientRects().length)
        .map(part => part.tagName + ' ' + part.textContent.slice(0, 40))""")
    assert beyond == []
    assert laptop.page.locator(".st-key-navigation").is_hidden()
    paper = laptop.page.pdf(prefer_css_page_size=True)
    assert paper.startswith(b"%PDF")
    assert BytesIO(paper).getbuffer().nbytes > 10_000


def test_a_link_of_an_unknown_version_says_so(laptop: Visit) -> None:
    laptop.open("trends?data=0123456789")
    expect(laptop.page.locator("[data-testid=stMain]")).to_contain_text(
        "The link was made with data version 0123456789, which is not kept here")
    laptop.assert_clean()


def test_a_link_of_no_version_is_named(laptop: Visit) -> None:
    laptop.open("trends?data=yesterday")
    expect(laptop.page.get_by_role("alert")).to_contain_text("data (not the name of a data version)")
