"""What crosses the wire when a filter changes: bytes on the websocket, and geometry fetched."""

from __future__ import annotations

import gzip
import shutil
from typing import Any

from playwright.sync_api import Browser, Locator, Page, sync_playwright
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.bench.server import serving

FLAGS = ["--headless=new", "--no-sandbox", "--disable-background-networking", "--use-gl=angle",
         "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]
DONE = "[data-testid=stApp][data-test-script-state=notRunning]"


def measure() -> list[dict[str, Any]]:
    """Kilobytes received for a change of the map's indicator, in all and by element, and for the charts of People; and
    compressed geometry."""
    with serving() as (port, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        address = f"http://127.0.0.1:{port}"
        change, geometry = _change(browser, f"{address}/inequality_map", "Indicator", "Crime deprivation")
        charts, _ = _change(browser, f"{address}/people", "Area", "Rugby")
        browser.close()
    elements = {kind: max(size for size, found in change if found == kind) / 1000 for _, kind in change if kind}
    largest = max(size for size, found in charts if found == "vega_lite_chart") / 1000
    return [
        {"what": "received for a change of the map's indicator: the map", "value": elements["deck_gl_json_chart"],
         "unit": "kB", "budget": 5.0},
        {"what": "of it the list of 557 areas", "value": elements["dataframe"], "unit": "kB", "budget": float("inf")},
        {"what": "in all", "value": sum(size for size, _ in change) / 1000, "unit": "kB", "budget": 60.0},
        {"what": "received for a change of area on People: the largest chart", "value": largest, "unit": "kB",
         "budget": 30.0},
        {"what": "geometry of the map page, compressed", "value": geometry / 1000, "unit": "kB", "budget": 300.0},
    ]


def _change(browser: Browser, address: str, label: str, name: str) -> tuple[list[tuple[int, str]], int]:
    """Bytes of each message after the change with the element in it, and of the outlines fetched before."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    received: list[bytes] = []
    geometry: dict[str, int] = {}
    page.on("websocket", lambda socket: socket.on(
        "framereceived", lambda frame: received.append(frame if isinstance(frame, bytes) else frame.encode())))
    page.on("response", lambda response: geometry.update({response.url: len(gzip.compress(response.body()))})
            if response.url.endswith(".geojson") else None)
    page.goto(address)
    page.wait_for_selector(DONE, state="attached", timeout=60_000)
    page.wait_for_timeout(4000)
    received.clear()
    option(page, label, name).click()
    page.wait_for_function("location.search")
    page.wait_for_timeout(3000)
    page.close()
    return [(len(frame), _element(frame)) for frame in received], sum(geometry.values())


def option(page: Page, label: str, name: str) -> Locator:
    """An option of a question, typed and there to be clicked."""
    box = page.get_by_role("combobox", name=label).first
    box.click()
    box.fill(name)
    found = page.get_by_role("option", name=name, exact=True)
    found.wait_for(timeout=60_000)
    return found


def _element(frame: bytes) -> str:
    """The kind of element that a message brings; "" where it brings none."""
    return ForwardMsg.FromString(frame).delta.new_element.WhichOneof("type") or ""
