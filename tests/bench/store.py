"""The store: opening it against loading the same parquet bare, and its queries with eight threads."""

from __future__ import annotations

import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import duckdb

from dashboard.registry import load_registry
from dashboard.store import DATA, Store

ROUNDS, THREADS, REPEATS = 7, 8, 6


def measure() -> list[dict[str, Any]]:
    """Store opening as a ratio to its floor, and the 95th percentile of a query in milliseconds."""
    opened = statistics.median(_timed(Store.open) for _ in range(ROUNDS))
    floor = statistics.median(_timed(_bare) for _ in range(ROUNDS))
    return [
        {"what": "store opened, against loading the parquet bare", "value": opened / floor, "unit": "times",
         "budget": 8.0},
        {"what": "store opened", "value": opened, "unit": "s", "budget": 1.5},
        {"what": f"query, 95th percentile, {THREADS} threads", "value": _percentile(), "unit": "ms", "budget": 30.0},
    ]


def _timed(action: Any) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def _bare() -> None:
    connection = duckdb.connect(":memory:")
    for path in sorted(DATA.glob("*.parquet")):
        if not path.name.startswith("boundaries_"):
            connection.read_parquet(str(path)).create(path.stem)


def _percentile() -> float:
    store = Store.open()
    asked: list[tuple[str, dict[str, Any]]] = [("gaps", {}), ("promises", {}), ("newest", {})]
    for indicator in load_registry():
        asked.append(("coverage", {"indicator": indicator}))
        asked.append(("map_values", {"indicator": indicator, "area_type": "district", "period": "2025",
                                     "dimension": "all", "group_code": "all"}))

    def ask(item: tuple[str, dict[str, Any]]) -> float:
        name, params = item
        return _timed(lambda: store._run(name, tuple(sorted(params.items()))))

    with ThreadPoolExecutor(THREADS) as pool:
        times = sorted(pool.map(ask, asked * REPEATS))
    return 1000 * times[int(0.95 * len(times))]
