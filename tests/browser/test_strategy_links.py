"""An opened promise has an address of its own, and the way back leads to the list it was opened from."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Visit


def test_a_link_to_the_same_page_writes_the_address_and_back_takes_it_back(laptop: Visit) -> None:
    laptop.open("strategy?promise_theme=eating_disorders")
    body = laptop.page.locator("[data-testid=stMain]")
    laptop.page.get_by_role("link", name="Start treatment within 1 week of first contact").click()
    laptop.wait_for_url("record=d001_s10_urgent")
    expect(body).to_contain_text("Where does it stand?")
    laptop.page.go_back()
    expect(body).to_contain_text("13 of 485 commitments answer these choices", timeout=20_000)
    assert "record" not in laptop.page.url
    laptop.page.get_by_role("link", name="Clear these choices").click()
    expect(body).to_contain_text("All 485 commitments are shown.", timeout=20_000)
    assert "promise_theme" not in laptop.page.url
    laptop.assert_clean()
