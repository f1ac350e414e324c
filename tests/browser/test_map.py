"""The map in a real browser: a click chooses an area everywhere, and so do the keyboard and the drawing."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Visit

CLICKS = 6  # software WebGL may lose a click while it draws; a reader would click again


def test_click_on_the_map_chooses_an_area(laptop: Visit) -> None:
    laptop.open("inequality_map?level=district")
    picture = laptop.page.locator("[data-testid=stDeckGlJsonChart]")
    picture.scroll_into_view_if_needed()
    laptop.page.wait_for_timeout(2500)
    for _ in range(CLICKS):
        box = picture.bounding_box()
        assert box is not None
        laptop.page.mouse.move(box["x"] + box["width"] / 2 - 4, box["y"] + box["height"] * 0.72)
        laptop.page.wait_for_timeout(400)
        laptop.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.72)
        laptop.page.wait_for_timeout(1500)
        if "area=" in laptop.page.url:
            break
    laptop.wait_for_url("area=E07000221")
    expect(laptop.page.locator("[data-testid=stMain]")).to_contain_text("Stratford-on-Avon: ")
    laptop.assert_clean()


def test_geometry_crosses_the_wire_once(laptop: Visit) -> None:
    fetched: list[str] = []
    laptop.page.on("response", lambda response: fetched.append(response.url) if "lsoa21-" in response.url else None)
    laptop.open("inequality_map?indicator=imd")
    laptop.page.wait_for_timeout(1500)
    laptop.choose("Indicator", "Crime deprivation")
    laptop.wait_for_url("indicator=imd_crime")
    laptop.settle()
    laptop.page.wait_for_timeout(1500)
    assert len(fetched) == 1


def test_area_is_chosen_from_the_keyboard(laptop: Visit) -> None:
    laptop.open("inequality_map?level=district")
    box = laptop.page.get_by_role("combobox", name="Choose an area by name")
    box.click()
    box.fill("Rugby")
    box.press("Enter")
    laptop.wait_for_url("area=E07000220")
    expect(laptop.page.locator("[data-testid=stMain]")).to_contain_text("Rugby: ")
    laptop.assert_clean()


def test_drawing_needs_no_webgl_and_can_be_clicked(laptop: Visit) -> None:
    laptop.open("inequality_map?level=district&view=drawing")
    area = laptop.page.locator("path[aria-label*='Rugby']").first
    expect(area).to_be_attached(timeout=20_000)
    assert laptop.page.locator("[data-testid=stDeckGlJsonChart]").count() == 0
    area.click(force=True)
    laptop.wait_for_url("area=E07000220")
    laptop.assert_clean()
