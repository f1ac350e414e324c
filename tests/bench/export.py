"""Taking figures: a picture of a chart, a picture of a map, and everything a report needs of one figure."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dashboard.export.pack import pack
from dashboard.export.picture import png
from dashboard.export.taken import Taken
from tests.taken import of_page

ROUNDS = 7


def measure() -> list[dict[str, Any]]:
    """The median time, in seconds, of each way to take a figure that has not been taken before."""
    chart = of_page("pages/trends.py")["trend"]
    drawn = of_page("pages/inequality_map.py")["map"]
    png(chart)  # the converter starts once for a server
    return [
        {"what": "picture (PNG) of a chart", "value": _median(png, chart), "unit": "s", "budget": 1.0},
        {"what": "picture (PNG) of a map of 557 neighbourhoods", "value": _median(png, drawn), "unit": "s",
         "budget": 1.0},
        {"what": "paste pack of a figure", "value": _median(lambda one: pack([one]), drawn), "unit": "s",
         "budget": 3.0},
    ]


def _median(take: Callable[[Taken], bytes], one: Taken) -> float:
    times = []
    for _ in range(ROUNDS):
        fresh = replace(one, figure=replace(one.figure))  # a copy has not kept its specification
        start = time.perf_counter()
        take(fresh)
        times.append(time.perf_counter() - start)
    return statistics.median(times)
