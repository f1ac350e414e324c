"""All of England in place of one area: every row of a neighbourhood or ward sixty times, under codes of their own.

Run by itself (``python -m tests.bench.national 60``) it opens such a store, runs every page and prints what that took.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from typing import Any
from unittest.mock import patch

import pyarrow.compute as pc
from streamlit.testing.v1 import AppTest

from dashboard import frame
from dashboard.choices import PAGES
from dashboard.registry import ROOT
from dashboard.store import Store
from tests.bench.pages import _clocked
from tests.bench.sessions import _resident

TIMES, ROUNDS, WARM = 60, 3, 5
DISTRICT = "E07000220"
SMALL = "^E0[125]"  # codes of neighbourhoods (LSOA, MSOA) and wards
PLACED = ("area_code", "lsoa_code", "msoa_code", "ward_code", "district_code", "upper_tier_code", "parent_code")


def measure() -> list[dict[str, Any]]:
    """Warm page runs and resident memory with sixty times the neighbourhoods, against those of the shipped data."""
    pairs = [(_alone(TIMES), _alone(1)) for _ in range(ROUNDS)]
    ratio = {part: [(many[part] / one[part]) for many, one in pairs] for part in ("warm", "cold", "memory")}
    return [
        {"what": f"page run of a district among {TIMES} times the neighbourhoods, the worst page", "unit": "times",
         "budget": 2.0, "value": statistics.median(max(many["pages"][path] / one["pages"][path] for path in PAGES)
                                    for many, one in pairs)},
        {"what": "the same, all pages", "value": statistics.median(ratio["warm"]), "unit": "times", "budget": 2.0},
        {"what": "the same, each page for the first time", "value": statistics.median(ratio["cold"]), "unit": "times",
         "budget": float("inf")},
        {"what": "resident memory of it", "value": statistics.median(ratio["memory"]), "unit": "times", "budget": 2.0}]


def multiplied(times: int) -> Store:
    """The shipped store with each small area ``times`` times; the copies lie in districts of their own."""
    store = Store.open()
    with store.cursor() as cursor:
        tables = cursor.execute("select table_name from duckdb_tables() where database_name = 'kept'").fetchall()
        for (table,) in tables:
            rows = cursor.table(table).to_arrow_table()
            codes = [column for column in PLACED if column in rows.column_names]
            grain = next((column for column in ("lsoa_code", "area_code") if column in codes), None)
            if grain is None:
                continue
            small = rows.filter(pc.match_substring_regex(rows[grain], SMALL))
            for copy in range(1, times) if small.num_rows else ():
                named = small
                for code in codes:
                    renamed = pc.binary_join_element_wise(small[code], str(copy), "_")
                    named = named.set_column(named.column_names.index(code), code, renamed)
                cursor.from_arrow(named).insert_into(table)
        cursor.execute("checkpoint kept")
    store.manifest = {**store.manifest, "data_version": f"times{times}"}
    return store


def _alone(times: int) -> dict[str, Any]:
    """What a process of its own measures."""
    told = subprocess.run([sys.executable, "-m", "tests.bench.national", str(times)], cwd=ROOT, check=True,
                          capture_output=True, text=True).stdout
    found: dict[str, Any] = json.loads(told.splitlines()[-1])
    return found


def _measured(times: int) -> dict[str, Any]:
    store = multiplied(times)
    first: list[float] = []
    pages: dict[str, float] = {}
    with patch.object(frame, "open_store", lambda: store), _clocked() as taken:
        for path in PAGES:
            app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=300)
            app.query_params["district"] = DISTRICT  # a list of all neighbourhoods of England is nobody's page
            app.run().switch_page(path)
            taken.clear()
            app.run()
            first.append(taken[-1])
            taken.clear()
            for _ in range(WARM):
                app.run()
            pages[path] = statistics.median(taken)
    return {"pages": pages, "warm": sum(pages.values()), "cold": sum(first), "memory": _resident("self")}


if __name__ == "__main__":
    print(json.dumps(_measured(int(sys.argv[1]))))
