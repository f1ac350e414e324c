"""Benchmarks: ``python -m tests.bench``, or some of them: ``python -m tests.bench store pages``.

Each time is set against a floor of the same run; the results of all go to JSON.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.bench import briefing, drawn, export, national, pages, sessions, store, wire

PARTS = {"store": store.measure, "pages": pages.measure, "wire": wire.measure, "drawn": drawn.measure,
         "sessions": sessions.measure, "national": national.measure, "export": export.measure,
         "briefing": briefing.measure}
RESULTS = Path(__file__).parent / "results"


def main(names: list[str]) -> int:
    """Run these benchmarks or all, print them against their budgets, keep the JSON of all; 1 if a budget is broken."""
    found = [row for name in names or PARTS for row in PARTS[name]()]
    for row in found:
        verdict = "ok  " if row["value"] <= row["budget"] else "OVER"
        print(f"{verdict} {row['what']:<62} {row['value']:>9.2f} {row['unit']:<12} budget {row['budget']:g}")
    if not names:
        RESULTS.mkdir(exist_ok=True)
        (RESULTS / "latest.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return int(any(row["value"] > row["budget"] for row in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
