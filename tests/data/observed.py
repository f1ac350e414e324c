"""What the shipped tables and an indicator's query give, for tests to hold against published figures."""

from __future__ import annotations

from functools import cache

import duckdb
import pandas as pd

from dashboard.registry import load_registry
from dashboard.store import DATA, statement


@cache
def table(name: str) -> pd.DataFrame:
    """A shipped table."""
    return pd.read_parquet(DATA / f"{name}.parquet")


@cache
def _tables() -> duckdb.DuckDBPyConnection:
    """A database with the shipped tables, opened once."""
    connection = duckdb.connect(":memory:")
    for path in DATA.glob("*.parquet"):
        if not path.name.startswith("boundaries_"):
            connection.read_parquet(str(path)).create(path.stem)
    return connection


@cache
def observed(indicator: str) -> pd.DataFrame:
    """The observations of one indicator, straight from its query."""
    declared = load_registry()[indicator]
    params = {"indicator": indicator, **declared.params}
    return _tables().sql(statement(f"indicators/{declared.query}"), params=params).df()


def row(frame: pd.DataFrame, **where: object) -> pd.Series:
    """The one row for which these columns have these values."""
    found = frame
    for column, value in where.items():
        found = found[found[column] == value]
    assert len(found) == 1, f"{len(found)} rows for {where}"
    return found.iloc[0]
