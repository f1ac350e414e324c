"""Every page opened cold by its address on a phone in dark; test_sharing opens each on a laptop in light."""

from __future__ import annotations

import pytest

from dashboard.choices import PAGES
from tests.browser.conftest import Visit

ADDRESSES = {"" if path == "app.py" else path.removeprefix("pages/").removesuffix(".py"): label
             for path, label in PAGES.items()}


@pytest.mark.parametrize("address", ADDRESSES)
def test_page_fits_a_phone_in_the_dark(address: str, phone: Visit) -> None:
    phone.open(address)
    background = phone.page.evaluate("getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor")
    assert background == "rgb(20, 23, 26)"
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 390
    wide = phone.page.evaluate("""() => [...document.querySelectorAll('h1, h2, p, li')]
        .filter(e => e.getBoundingClientRect().right > 392 && !e.closest('[data-testid=stTable], table'))
        .map(e => e.textContent.slice(0, 60))""")
    assert wide == []
    phone.assert_clean()


def test_first_page_fits_a_laptop_without_scrolling(laptop: Visit) -> None:
    laptop.open("")
    laptop.page.wait_for_function("document.querySelectorAll('[data-testid=stSkeleton]').length === 0", timeout=20_000)
    bottoms = laptop.page.evaluate("""() => [...document.querySelectorAll('.st-key-promises a, .st-key-own-targets a')]
        .map(e => e.getBoundingClientRect().bottom)""")
    assert len(bottoms) == 10 + 1
    assert max(bottoms) <= 800
