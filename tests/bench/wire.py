"""What crosses the wire when a filter changes: bytes on the websocket, and geometry fetched."""

from __future__ import annotations

import gzip
import shutil
from typing import Any

from playwright.sync_api import Page, sync_playwright
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.bench.server import serving

FLAGS = ["--headless=new", "--no-sandbox", "--disable-background-networking", "--use-gl=angle",
         "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]
DONE = "[data-testid=stApp][data-test-script-state=notRunning]"


def measure() -> list[dict[str, Any]]:
    """Kilobytes received for one change of the map's indicator, in all and by element, and compressed geometry."""
    with serving() as (port, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        change, geometry = _change(browser.new_page(viewport={"width": 1280, "height": 800}),
                                   f"http://127.0.0.1:{port}")
        browser.close()
    elements = {kind: max(size for size, found in change if found == kind) / 1000 for _, kind in change if kind}
    return [
        {"what": "received for a change of the map's indicator: the map", "value": elements["deck_gl_json_chart"],
         "unit": "kB", "budget": 5.0},
        {"what": "of it the largest chart", "value": elements["vega_lite_chart"], "unit": "kB", "budget": 30.0},
        {"what": "of it the list of 557 areas", "value": elements["dataframe"], "unit": "kB", "budget": float("inf")},
        {"what": "in all", "value": sum(size for size, _ in change) / 1000, "unit": "kB", "budget": 60.0},
        {"what": "geometry of the map page, compressed", "value": geometry / 1000, "unit": "kB", "budget": 300.0},
    ]


def _change(page: Page, address: str) -> tuple[list[tuple[int, str]], int]:
    """Bytes of each message after the change with the element in it, and of the outlines fetched before."""
    received: list[bytes] = []
    geometry: dict[str, int] = {}
    page.on("websocket", lambda socket: socket.on(
        "framereceived", lambda frame: received.append(frame if isinstance(frame, bytes) else frame.encode())))
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
    return [(len(frame), _element(frame)) for frame in received], sum(geometry.values())


def _element(frame: bytes) -> str:
    """The kind of element that a message brings; "" where it brings none."""
    return ForwardMsg.FromString(frame).delta.new_element.WhichOneof("type") or ""
