"""Warm script runs of every page, against an empty page with the same frame in the same run."""

from __future__ import annotations

import gc
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from operator import truediv
from pathlib import Path
from typing import Any
from unittest.mock import patch

from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.testing.v1 import AppTest

from dashboard.choices import PAGES
from dashboard.page import Page
from dashboard.registry import ROOT

ROUNDS, WARMING = 31, 3
WITH_MAP = ("app.py", "pages/inequality_map.py", "pages/schools.py")
EMPTY = '''"""An empty page with the frame of another: its navigation, its choices and its foot."""
from dashboard.frame import filter_row, open_page
from tests.bench.pages import ASKED

with open_page("pages/empty.py", "Empty") as page:
    if ASKED:
        with filter_row(page):
            for method, given, named in ASKED:
                getattr(page, method)(*given, **named)
'''
# The choices that the frame of the empty page offers, as calls of Page: (method, arguments, named arguments).
ASKED: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []


def measure() -> list[dict[str, Any]]:
    """Each page's median run against the empty page with the same frame (1.3 for text and charts, 2 with a map), which
    is set-up, navigation, the page's choices and foot; against the frame without choices; and its CPU time."""
    with tempfile.TemporaryDirectory() as name, _clocked() as times:
        folder = Path(name)
        shutil.copy(ROOT / "app.py", folder)
        shutil.copytree(ROOT / "pages", folder / "pages")
        (folder / "pages" / "empty.py").write_text(EMPTY, encoding="utf-8")
        return [row for path in PAGES for row in _rows(path, *_taken(folder, path, times))]


def _taken(folder: Path, path: str, times: list[float]) -> list[list[float]]:
    """Seconds of the page's runs, of its frame's and of the bare frame's, which take turns to meet the same machine."""
    asked = _asked(_opened(folder, path))
    turns = [(_opened(folder, path), []), (_opened(folder, "pages/empty.py"), asked),
             (_opened(folder, "pages/empty.py"), [])]
    taken: list[list[float]] = [[], [], []]
    gc.collect()
    gc.freeze()  # what the test tool holds is not the server's to walk through
    for _ in range(WARMING + ROUNDS):
        for (app, choices), kept in zip(turns, taken, strict=True):
            ASKED[:] = choices
            times.clear()
            app.run()
            kept.append(times[0])
    return [kept[WARMING:] for kept in taken]


def _rows(path: str, page: list[float], frame: list[float], bare: list[float]) -> list[dict[str, Any]]:
    """Medians of the ratios within each round, in which all three ran one after another."""
    return [{"what": f"script run of {path}, against its frame", "unit": "times",
             "value": statistics.median(map(truediv, page, frame)), "budget": 2.0 if path in WITH_MAP else 1.3},
            {"what": f"script run of {path}, against the frame without choices", "unit": "times",
             "value": statistics.median(map(truediv, page, bare)), "budget": float("inf")},
            {"what": f"CPU of a script run of {path}", "unit": "ms", "value": 1000 * statistics.median(page),
             "budget": 30.0}]


def _opened(folder: Path, path: str) -> AppTest:
    ASKED.clear()
    return AppTest.from_file(str(folder / "app.py"), default_timeout=60).run().switch_page(path).run()


def _asked(app: AppTest) -> list[tuple[str, tuple[Any, ...], dict[str, Any]]]:
    """The choices that a page offers, in their order."""
    found: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []
    with ExitStack() as patched:
        for method in ("ask", "search", "switch"):
            own = getattr(Page, method)

            def noted(page: Page, *given: Any, own: Any = own, method: str = method, **named: Any) -> None:
                found.append((method, given, named))
                own(page, *given, **named)

            patched.enter_context(patch.object(Page, method, noted))
        app.run()
    return found


@contextmanager
def _clocked() -> Iterator[list[float]]:
    """CPU seconds of each script run, and of nothing that the test tool adds: it would compile every page each time."""
    times: list[float] = []
    run, compiled = ScriptRunner._run_script, ScriptCache()

    def clocked(self: ScriptRunner, *args: Any, **kwargs: Any) -> None:
        start = time.thread_time()
        run(self, *args, **kwargs)
        times.append(time.thread_time() - start)

    with patch.object(ScriptRunner, "_run_script", clocked), \
            patch("streamlit.testing.v1.local_script_runner.ScriptCache", lambda: compiled), \
            patch("streamlit.testing.v1.app_test.ScriptCache", lambda: compiled):
        yield times
