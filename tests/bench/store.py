"""The store: opening it against loading the same parquet bare, and its queries with eight threads."""

from __future__ import annotations

import random
import statistics
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import duckdb

from dashboard.bundle import parsed
from dashboard.store import DATA, Store
from tests.bench.questions import Question, questions

ROUNDS, THREADS, REPEATS = 7, 8, 3


def measure() -> list[dict[str, Any]]:
    """Store opening as a ratio to its floor, and the 95th percentile of a query in milliseconds."""
    opened = statistics.median(_timed(Store.open) for _ in range(ROUNDS))
    floor = statistics.median(_timed(_bare) for _ in range(ROUNDS))
    query, alone = _percentiles()
    return [
        {"what": "store opened, against loading the parquet bare", "value": opened / floor, "unit": "times",
         "budget": 8.0},
        {"what": "store opened", "value": opened, "unit": "s", "budget": 1.5},
        {"what": f"query, 95th percentile, {THREADS} threads", "value": query, "unit": "ms", "budget": 30.0},
        {"what": "the same, against DuckDB alone", "value": query / alone, "unit": "times", "budget": float("inf")},
    ]


def _timed(action: Any) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def _bare() -> None:
    connection = duckdb.connect(":memory:")
    connection.execute("set threads = 1")
    for path in sorted([*DATA.glob("*.parquet"), *DATA.glob("derived/*.parquet")]):
        if not path.name.startswith("boundaries_"):
            connection.read_parquet(str(path)).create(path.stem)


def _percentiles() -> tuple[float, float]:
    """Milliseconds of the store and of DuckDB alone, medians over the rounds.

    Each round asks every question of the pages once, with nothing kept; DuckDB alone is asked the same by a cursor a
    thread, and its answers are not made into frames.
    """
    store = Store.open()
    asked = questions(store)
    random.Random(0).shuffle(asked)
    own = threading.local()

    def ask(question: Question) -> float:
        name, params = question
        return _timed(lambda: store._run(name, tuple(sorted(params.items()))))

    def ask_alone(question: Question) -> float:
        if not hasattr(own, "cursor"):
            own.cursor = store.cursor()
        name, params = question
        values = {key: list(value) if isinstance(value, tuple) else value for key, value in params.items()}
        return _timed(lambda: own.cursor.execute(parsed(name), values).fetchnumpy())

    found: dict[Callable[[Question], float], list[float]] = {ask: [], ask_alone: []}
    with ThreadPoolExecutor(THREADS) as pool:
        for _ in range(REPEATS):
            for way, percentiles in found.items():
                times = sorted(pool.map(way, asked))
                percentiles.append(1000 * times[int(0.95 * len(times))])
    return statistics.median(found[ask]), statistics.median(found[ask_alone])
