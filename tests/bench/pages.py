"""Warm script runs of every page, against an empty page with the same frame in the same run."""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

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
    """Each page's median run as a ratio to the empty page: 1.3 for text and charts, 2 with a map."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(ROOT / "app.py", folder)
        shutil.copytree(ROOT / "pages", folder / "pages")
        (folder / "pages" / "empty.py").write_text(EMPTY, encoding="utf-8")
        app = AppTest.from_file(str(folder / "app.py"), default_timeout=60).run()
        floor = _median(app, "pages/empty.py")
        rows = []
        for path in PAGES:
            rows.append({"what": f"script run of {path}, against an empty page", "unit": "times",
                         "value": _median(app, path) / floor, "budget": 2.0 if path in WITH_MAP else 1.3})
        return rows


def _median(app: AppTest, path: str) -> float:
    app.switch_page(path).run()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        app.run()
        times.append(time.perf_counter() - start)
    return statistics.median(times)
