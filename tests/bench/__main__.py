"""Benchmarks: ``python -m tests.bench``. Each time is set against a floor of the same run; results go to JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.bench import briefing, export, pages, sessions, store, wire

RESULTS = Path(__file__).parent / "results"


def main() -> int:
    """Run all benchmarks, print them against their budgets, keep the JSON; 1 if a budget is broken."""
    found = [*store.measure(), *pages.measure(), *wire.measure(), *sessions.measure(), *briefing.measure(),
             *export.measure()]
    for row in found:
        verdict = "ok  " if row["value"] <= row["budget"] else "OVER"
        print(f"{verdict} {row['what']:<62} {row['value']:>9.2f} {row['unit']:<12} budget {row['budget']:g}")
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "latest.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return int(any(row["value"] > row["budget"] for row in found))


if __name__ == "__main__":
    sys.exit(main())
