"""The web address is the view: cold links, changes, back and forward, page switches, bad parameters."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Visit

LESS_DEPRIVED = " (% of England's neighbourhoods are less deprived) · "


def test_cold_link_shows_the_same_view(laptop: Visit) -> None:
    laptop.open("inequality_map?district=E07000220&indicator=idaci&period=2019")
    body = laptop.page.locator("[data-testid=stMain]")
    expect(body).to_contain_text("Income deprivation of children (IDACI)" + LESS_DEPRIVED + "Rugby · Everyone · 2019")
    assert "district=E07000220" in laptop.page.url
    laptop.assert_clean()


def test_filter_change_back_and_forward(laptop: Visit) -> None:
    laptop.open("inequality_map")
    body = laptop.page.locator("[data-testid=stMain]")
    laptop.choose("Area", "Rugby")
    laptop.wait_for_url("district=E07000220")
    expect(body).to_contain_text("· Rugby ·")
    laptop.choose("Area", "Warwick")
    laptop.wait_for_url("district=E07000222")
    laptop.page.go_back()
    laptop.wait_for_url("district=E07000220")
    expect(body).to_contain_text("· Rugby ·", timeout=20_000)
    laptop.page.go_forward()
    laptop.wait_for_url("district=E07000222")
    expect(body).to_contain_text("· Warwick ·", timeout=20_000)
    laptop.assert_clean()


def test_reload_keeps_the_view(laptop: Visit) -> None:
    laptop.open("inequality_map")
    laptop.choose("Area", "Rugby")
    laptop.wait_for_url("district=E07000220")
    laptop.page.reload()
    laptop.settle()
    expect(laptop.page.locator("[data-testid=stMain]")).to_contain_text("· Rugby ·")


def test_navigation_keeps_the_filters(laptop: Visit) -> None:
    laptop.open("inequality_map?district=E07000220")
    laptop.page.get_by_role("link", name="People", exact=True).click()
    laptop.wait_for_url("/people")
    laptop.settle()
    assert "district=E07000220" in laptop.page.url
    expect(laptop.page.locator("[data-testid=stMain]")).to_contain_text("Rugby")
    laptop.assert_clean()


def test_the_menu_is_a_landmark_and_the_keyboard_stays_in_it(laptop: Visit) -> None:
    laptop.open("inequality_map?district=E07000220")
    current = laptop.page.get_by_role("navigation", name="Pages").locator("[aria-current=page]")
    expect(current).to_have_text("Map")
    laptop.page.get_by_role("navigation", name="Pages").get_by_role("link", name="People").focus()
    laptop.page.keyboard.press("Enter")
    expect(current).to_have_text("People", timeout=20_000)
    expect(current).to_be_focused(timeout=20_000)
    laptop.page.keyboard.press("Tab")
    expect(laptop.page.get_by_role("link", name="Neighbourhoods", exact=True)).to_be_focused()
    assert len(laptop.page.context.pages) == 1
    laptop.assert_clean()


def test_an_indicator_without_a_map_comes_along_to_the_map(laptop: Visit) -> None:
    laptop.open("trends?indicator=tt_recovery")
    laptop.page.get_by_role("navigation", name="Pages").get_by_role("link", name="Map", exact=True).click()
    expect(laptop.page.get_by_role("status")).to_contain_text("too few areas", timeout=20_000)
    assert laptop.chosen("Indicator") == "Recovery after Talking Therapies"
    laptop.choose("Indicator", "Deprivation, overall (IMD)")
    expect(laptop.page.get_by_role("heading", name="86 of 557 neighbourhoods")).to_be_visible(timeout=20_000)
    laptop.assert_clean()


def test_bad_parameters_are_named_and_the_default_shows(laptop: Visit) -> None:
    laptop.open("inequality_map?district=E99999999&indicator=nonsense&colour=red&ethnic_group=" + "x" * 500)
    notice = laptop.page.get_by_role("alert")
    expect(notice).to_contain_text("Ignored in the link")
    for name in ("district", "indicator", "colour", "ethnic_group"):
        expect(notice).to_contain_text(name)
    expect(laptop.page.locator("[data-testid=stMain]")).to_contain_text(
        "Deprivation, overall (IMD)" + LESS_DEPRIVED + "Coventry and")
    laptop.assert_clean()


def test_a_link_in_text_stays_in_the_tab_shows_its_part_and_back_returns(laptop: Visit) -> None:
    laptop.open("strategy")
    sockets: list[str] = []
    laptop.page.on("websocket", lambda socket: sockets.append(socket.url))
    laptop.page.get_by_role("link", name="Digital: 27 commitments").click()
    heading = laptop.page.get_by_role("heading", name="Digital: 27", exact=True)
    expect(heading).to_be_in_viewport(timeout=20_000)
    assert laptop.page.url == f"{laptop.address}/strategy?promise_theme=digital"
    laptop.page.get_by_role("link", name="Develop a patient portal.").click()
    laptop.wait_for_url("record=d001_s13_portal")
    expect(laptop.page.get_by_role("heading", name="Develop a patient portal.")).to_be_in_viewport(timeout=20_000)
    laptop.page.get_by_role("link", name="Every service listed").click()
    title = laptop.page.get_by_role("heading", level=1)
    expect(title).to_have_text("What help is there, and for whom?", timeout=20_000)
    laptop.page.go_back()
    expect(laptop.page.get_by_role("heading", name="Develop a patient portal.")).to_be_visible(timeout=20_000)
    laptop.page.go_back()
    expect(heading).to_be_visible(timeout=20_000)
    assert sockets == []  # nothing was loaded anew
    assert len(laptop.page.context.pages) == 1
    laptop.assert_clean()


def test_an_opened_figure_is_in_the_address_and_the_keyboard_keeps_its_place(laptop: Visit) -> None:
    laptop.open("people?district=E07000220")
    ages = laptop.page.locator(".st-key-figure-ages")
    ages.get_by_role("link", name="Table, pictures, Word and Excel").press("Enter")
    close = ages.get_by_role("link", name="Close: Table, pictures, Word and Excel")
    expect(close).to_be_focused(timeout=20_000)
    expect(ages.get_by_role("button", name="Rows (CSV)")).to_be_visible()
    assert laptop.page.url.endswith("/people?district=E07000220&open=ages")
    close.press("Enter")
    expect(ages.get_by_role("link", name="Table, pictures, Word and Excel", exact=True)).to_be_focused(timeout=20_000)
    expect(ages.get_by_role("button", name="Rows (CSV)")).to_have_count(0)
    assert laptop.page.url.endswith("/people?district=E07000220")
    laptop.assert_clean()
