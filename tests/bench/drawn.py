"""When a reader sees it: a first visit with an empty browser, and a change drawn, each against the framework's own.

A chart or picture counts as drawn in the first animation frame in which it is there; a map in the first frame after its
new colours were handed to the graphics and drawn with. Reading pixels back would take longer than drawing them.
"""

from __future__ import annotations

import shutil
import statistics
from pathlib import Path
from typing import Any

import streamlit
from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.server import serving
from tests.bench.sessions import FLOOR
from tests.bench.wire import DONE, FLAGS

ROUNDS, STARTS = 7, 3
HELLO = Path(streamlit.__file__).parent / "hello" / "hello.py"
WAIT = 60_000
EYES = """
window.when = (seen) => new Promise((found, failed) => {
  const late = performance.now() + 60000;
  const frame = () => seen() ? found(performance.now()) : performance.now() > late ? failed("not drawn in a minute")
    : requestAnimationFrame(frame);
  requestAnimationFrame(frame);
});
window.charts = () => [...document.querySelectorAll(".stVegaLiteChart svg")].map((svg) => svg.innerHTML).join("");
let maps = 0, handed = false;
window.maps = () => maps;
const gl = WebGL2RenderingContext.prototype;
for (const name of ["bufferData", "bufferSubData"]) {
  const own = gl[name];
  gl[name] = function (...given) {
    handed ||= given.some((part) => part?.byteLength > 10000);  // a colour for every corner of 557 areas
    return own.apply(this, given);
  };
}
for (const name of ["drawArrays", "drawElements", "drawArraysInstanced", "drawElementsInstanced"]) {
  const own = gl[name];
  gl[name] = function (...given) {
    const drawn = own.apply(this, given);
    if (handed) { handed = false; requestAnimationFrame(() => { maps += 1; }); }
    return drawn;
  };
}
"""
FIRST_PAGE = """() => when(() => {
  const pictures = [...document.images];
  return pictures.length >= 5 && pictures.every((picture) => picture.complete && picture.naturalWidth)
    && document.querySelector(".st-key-foot");
})"""
HELLO_PAGE = """() => when(() => document.querySelector('[data-testid="stMarkdownContainer"] p')
                           && [...document.images].every((image) => image.complete))"""


def measure() -> list[dict[str, Any]]:
    """First visits as ratios to the hello page of the framework, and milliseconds until a change is drawn."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        with serving() as (app, _), serving(HELLO) as (hello, _):
            pairs = [(_visit(browser, app, FIRST_PAGE), _visit(browser, hello, HELLO_PAGE))
                     for _ in range(ROUNDS + 1)][1:]
            redrawn = _changes(browser, app)
        with serving(FLOOR) as (floor, _):
            page = _opened(browser, floor)
            least = _alternate(page, "Area", ["Rugby", "all"], "charts")
            page.context.close()
        starts = [(_started(browser, FIRST_PAGE), _started(browser, HELLO_PAGE, HELLO)) for _ in range(STARTS)]
        browser.close()
    return [
        {"what": "first visit with an empty browser, against the hello page", "unit": "times", "budget": 1.5,
         "value": statistics.median(ours / floor for ours, floor in pairs)},
        {"what": "the hello page", "value": statistics.median(floor for _, floor in pairs), "unit": "ms",
         "budget": float("inf")},
        {"what": "first visit after a start, against the hello page's", "unit": "times", "budget": float("inf"),
         "value": statistics.median(ours / floor for ours, floor in starts)},
        {"what": "map drawn after a change of indicator", "value": redrawn[0], "unit": "ms", "budget": 250.0},
        {"what": "charts drawn after a change of area, a page of two", "value": redrawn[1], "unit": "ms",
         "budget": 300.0},
        {"what": "the same, a page of seven", "value": redrawn[2], "unit": "ms", "budget": 300.0},
        {"what": "the same of a page of one question and one chart", "value": least, "unit": "ms",
         "budget": float("inf")}]


def _opened(browser: Browser, port: int, path: str = "") -> Page:
    """A page in a browser with nothing in its cache."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script(EYES)
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{port}/{path}")
    return page


def _visit(browser: Browser, port: int, drawn: str) -> float:
    """Milliseconds from asking for the page to its figures."""
    page = _opened(browser, port)
    taken = float(page.evaluate(drawn))
    page.context.close()
    return taken


def _started(browser: Browser, drawn: str, script: Path | None = None) -> float:
    """The same of the first visit to a server that has just been started."""
    with serving(script) if script else serving() as (port, _):
        return _visit(browser, port, drawn)


def _changes(browser: Browser, port: int) -> list[float]:
    """Median milliseconds from a choice to the map, to two charts and to seven drawn anew; each choice was made once
    before."""
    page = _opened(browser, port, "inequality_map")
    page.evaluate("() => when(maps)")
    map_drawn = _alternate(page, "Indicator", ["Crime deprivation", "Deprivation, overall (IMD)"], "maps")
    found = [map_drawn]
    for path in ("trends?indicator=self_harm_all_ages", "people"):
        page.goto(f"http://127.0.0.1:{port}/{path}")
        page.evaluate("() => when(charts)")
        found.append(_alternate(page, "Area", ["Rugby", "Warwick"], "charts"))
    page.context.close()
    return found


def _alternate(page: Page, label: str, names: list[str], eye: str) -> float:
    """Median milliseconds from the click on a name to the frame in which what the eye sees is new."""
    found = []
    for turn in range(2 * ROUNDS):
        page.wait_for_selector(DONE, state="attached", timeout=WAIT)
        page.wait_for_timeout(1500)
        page.evaluate(f"() => {{ const was = {eye}(); window.seen = when(() => {eye}() !== was); }}")
        box, name = page.get_by_role("combobox", name=label).first, names[turn % len(names)]
        box.click()
        box.fill(name)
        option = page.get_by_role("option", name=name, exact=True)
        option.wait_for(timeout=WAIT)
        page.evaluate("() => addEventListener('click', () => { window.clicked = performance.now(); }, "
                      "{ capture: true, once: true })")
        option.click()
        found.append(float(page.evaluate("() => window.seen")) - float(page.evaluate("() => window.clicked")))
    return statistics.median(found[len(names):])
