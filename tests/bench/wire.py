"""What crosses the wire when a filter changes: bytes on the websocket, and geometry fetched."""

from __future__ import annotations

import gzip
import shutil
from typing import Any

from playwright.sync_api import Page, sync_playwright

from tests.bench.server import serving

FLAGS = ["--headless=new", "--no-sandbox", "--disable-background-networking", "--use-gl=angle",
         "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]
DONE = "[data-testid=stApp][data-test-script-state=notRunning]"


def measure() -> list[dict[str, Any]]:
    """Kilobytes received for one change of the map's indicator, and compressed geometry of the map page."""
    with serving() as (port, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        change, geometry = _change(browser.new_page(viewport={"width": 1280, "height": 800}),
                                   f"http://127.0.0.1:{port}")
        browser.close()
    return [
        {"what": "received for a change of the map's indicator", "value": change / 1000, "unit": "kB", "budget": 60.0},
        {"what": "geometry of the map page, compressed", "value": geometry / 1000, "unit": "kB", "budget": 300.0},
    ]


def _change(page: Page, address: str) -> tuple[int, int]:
    received: list[int] = []
    geometry: dict[str, int] = {}
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: received.append(len(frame))))
    page.on("response", lambda response: geometry.update({response.url: len(gzip.compress(response.body()))})
            if response.url.endswith(".geojson") else None)
    page.goto(f"{address}/inequality_map")
    page.wait_for_selector(DONE, state="attached", timeout=60_000)
    page.wait_for_timeout(4000)
    received.clear()
    box = page.get_by_role("combobox", name="Indicator").first
    box.click()
    box.fill("Crime deprivation")
    page.get_by_role("option", name="Crime deprivation", exact=True).click()
    page.wait_for_function("location.href.includes('imd_crime')")
    page.wait_for_timeout(3000)
    return sum(received), sum(geometry.values())
