"""When a reader sees it: a first visit with an empty browser, and a change drawn, each against the framework's own.

A chart or picture counts as drawn in the first animation frame in which it is there; a map in the first frame after its
new colours were handed to the graphics and drawn with. Reading pixels back would take longer than drawing them.
"""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import streamlit
from playwright.sync_api import Browser, Page, sync_playwright

from dashboard.registry import ROOT
from tests.bench.server import serving
from tests.bench.sessions import FLOOR
from tests.bench.wire import DONE, FLAGS, option

ROUNDS, STARTS = 7, 3
FLOOR_MAP = Path(__file__).parent / "floor_map.py"
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
window.shown = (drawn) => new Promise((found) => {  // the browser is three frames ahead of the screen at most
  let frames = 0;
  const frame = () => ++frames > 3 ? found(performance.now()) : requestAnimationFrame(frame);
  drawn.then(() => requestAnimationFrame(frame));
});
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
        with serving() as (app, _), _bare_map() as bare_map, serving(FLOOR) as (bare_chart, _):
            changed = _changes(browser, app, bare_map, bare_chart)
        starts = [(_started(browser, FIRST_PAGE), _started(browser, HELLO_PAGE, HELLO)) for _ in range(STARTS)]
        browser.close()
    return [
        {"what": "first visit with an empty browser, against the hello page", "unit": "times", "budget": 1.5,
         "value": statistics.median(ours / floor for ours, floor in pairs)},
        {"what": "the hello page", "value": statistics.median(floor for _, floor in pairs), "unit": "ms",
         "budget": float("inf")},
        {"what": "first visit after a start, against the hello page's", "unit": "times", "budget": float("inf"),
         "value": statistics.median(ours / floor for ours, floor in starts)},
        *changed]


@contextmanager
def _bare_map() -> Iterator[int]:
    """The port of a server of the floor of a map. Outlines are served from beside the script, so both are copied."""
    with TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "static", Path(folder) / "static")
        with serving(Path(shutil.copy(FLOOR_MAP, folder))) as (port, _):
            yield port


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


def _changes(browser: Browser, app: int, bare_map: int, bare_chart: int) -> list[dict[str, Any]]:
    """Milliseconds from a choice to the map, to two charts and to four drawn anew, each in turn with a page
    that has nothing but one question and that map or a chart. Each choice was made before."""
    maps, areas = ["Crime deprivation", "Deprivation, overall (IMD)"], ["Rugby", "Warwick"]
    found = []
    for what, budget, eye, label, names, path, floor, least in (
            ("map drawn after a change of indicator", 250.0, "maps", "Indicator", maps, "inequality_map", bare_map,
             maps),
            ("charts drawn after a change of area, a page of two", 300.0, "charts", "Area", areas,
             "trends?indicator=self_harm_all_ages", bare_chart, ["Rugby", "all"]),
            ("the same, a page of four", 300.0, "charts", "Area", areas, "people", bare_chart,
             ["Rugby", "all"])):
        pages = [(_opened(browser, app, path), names), (_opened(browser, floor), least)]
        for page, _ in pages:
            page.evaluate(f"() => when({eye})")
        times: list[list[tuple[float, float]]] = [[], []]
        for turn in range(2 * ROUNDS + 2):
            for (page, choices), taken in zip(pages, times, strict=True):
                taken.append(_changed(page, label, choices[turn % 2], eye))
        for page, _ in pages:
            page.context.close()
        ours, alone = ([statistics.median(part) for part in zip(*taken[2:], strict=True)] for taken in times)
        found += [{"what": name, "value": value, "unit": "ms", "budget": most} for name, value, most in (
            (what, ours[0], budget), ("the same alone on a page", alone[0], float("inf")),
            ("the same until it is on the screen", ours[1], float("inf")),
            ("alone on a page until it is on the screen", alone[1], float("inf")))]
    return found


def _changed(page: Page, label: str, name: str, eye: str) -> tuple[float, float]:
    """Milliseconds from the click on a name to the frame in which what the eye sees is new, and until that frame is on
    the screen: without a graphics processor it takes longer to paint than to work out."""
    page.bring_to_front()
    page.wait_for_selector(DONE, state="attached", timeout=WAIT)
    page.wait_for_timeout(1500)
    page.evaluate(f"() => {{ const was = {eye}(); window.seen = when(() => {eye}() !== was); "
                  "window.painted = shown(window.seen); }")
    found = option(page, label, name)
    page.evaluate("() => addEventListener('click', () => { window.clicked = performance.now(); }, "
                  "{ capture: true, once: true })")
    found.click()
    seen, painted = page.evaluate("() => Promise.all([window.seen, window.painted])")
    clicked = page.evaluate("() => window.clicked")
    return float(seen - clicked), float(painted - clicked)
