"""Warm script runs of every page, against an empty page with the same frame in the same run."""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.testing.v1 import AppTest

from dashboard.choices import PAGES
from dashboard.registry import ROOT

ROUNDS = 7
WITH_MAP = ("app.py", "pages/inequality_map.py", "pages/schools.py")
EMPTY = '''"""An empty page with the frame."""
from dashboard.frame import open_page

with open_page("pages/empty.py", "Empty"):
    pass
'''


def measure() -> list[dict[str, Any]]:
    """Each page's median run as a ratio to the empty page (1.3 for text and charts, 2 with a map), and its CPU time."""
    with tempfile.TemporaryDirectory() as name, _clocked() as times:
        folder = Path(name)
        shutil.copy(ROOT / "app.py", folder)
        shutil.copytree(ROOT / "pages", folder / "pages")
        (folder / "pages" / "empty.py").write_text(EMPTY, encoding="utf-8")
        app = AppTest.from_file(str(folder / "app.py"), default_timeout=60).run()
        floor = _median(app, "pages/empty.py", times)
        rows = []
        for path in PAGES:
            taken = _median(app, path, times)
            rows.append({"what": f"script run of {path}, against an empty page", "unit": "times",
                         "value": taken / floor, "budget": 2.0 if path in WITH_MAP else 1.3})
            rows.append({"what": f"CPU of a script run of {path}", "unit": "ms", "value": 1000 * taken,
                         "budget": 30.0})
        return rows


def _median(app: AppTest, path: str, times: list[float]) -> float:
    app.switch_page(path).run()
    app.run()
    times.clear()
    for _ in range(ROUNDS):
        app.run()
    return statistics.median(times)


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
            patch("streamlit.testing.v1.local_script_runner.ScriptCache", lambda: compiled):
        yield times
