"""The store: the bundled parquet in one locked in-memory DuckDB, asked by named queries only."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from threading import local
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa

from dashboard import derived
from dashboard.boundaries import check_outlines
from dashboard.bundle import DATA, DERIVED, QUERIES, REBUILD, DataError, parsed, read_manifest, statement, verified

__all__ = ["DATA", "QUERIES", "REBUILD", "DataError", "Store", "statement"]

CACHED_RESULTS = 2048
TEXT = pd.StringDtype("pyarrow", na_value=np.nan)
# What stands for a blank in an array of text or lists, of numbers and of dates.
BLANK: dict[str, Any] = {"O": None, "f": np.nan, "M": np.datetime64("NaT")}


class Store:
    """Answers the queries of ``queries/*.sql`` over the bundled tables. Safe to share between threads.

    ``missing`` names the indicators and derived tables that an older folder cannot give, each with the reason.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, manifest: dict[str, Any],
                 missing: dict[str, str] | None = None) -> None:
        self._connection = connection
        self.manifest = manifest
        self.missing = missing or {}
        self._ask = lru_cache(maxsize=CACHED_RESULTS)(self._run)
        # First come, first served, and no more at once than there are cores: queries that share a core only make one
        # another late, and the interpreter's lock then passes round among threads that all wait.
        self._workers = ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="query")
        self._own = local()  # each worker's cursor: finding its way to the tables again takes a tenth of a query

    @classmethod
    def open(cls, folder: Path = DATA, *, verify: bool = True, anew: bool = False,
             outlines: Path | None = None) -> Store:
        """Load every table of the manifest and the tables derived from them, then lock the database.

        Another folder than the shipped one may be of an older build: what cannot be made of it is in ``missing``.
        ``anew`` makes the derived tables whatever lies there: the build does. ``outlines`` is the folder that has to
        have the outlines of maps, where the store is to show any.
        Raises DataError if the manifest, a parquet or an outline is missing, or a file is not the one that was built.
        """
        manifest = read_manifest(folder)
        if outlines:
            check_outlines(manifest, outlines)
        connection = duckdb.connect(":memory:")
        # In memory DuckDB compresses only what is attached as compressed: a quarter of the bytes, read faster for it.
        connection.execute("attach ':memory:' as kept (compress)")
        connection.execute("use kept")
        # Queries are small and many readers ask at once: a thread each is faster than all threads for each.
        connection.execute("set threads = 1")
        for table, entry in manifest["tables"].items():
            path = verified(folder / f"{table}.parquet", entry, content=verify)
            if entry["in_app"]:
                connection.read_parquet(path).create(table)
        derived.load_registers(connection)
        missing: dict[str, str] = {}
        made = manifest.get("derived", {})
        as_made = made.get("made_of") == derived.made_of(manifest["data_version"]) and (folder / DERIVED).is_dir()
        if as_made and not anew:
            for table, entry in made["tables"].items():
                connection.read_parquet(
                    verified(folder / DERIVED / f"{table}.parquet", entry, content=verify)).create(table)
        else:
            missing = derived.make(connection, partial=folder != DATA)
        connection.execute("checkpoint kept")
        _plan_briefly(connection)
        connection.execute("set enable_external_access = false")
        connection.execute("set lock_configuration = true")
        return cls(connection, manifest, missing)

    @property
    def data_version(self) -> str:
        """Short name of the data: the same tables give the same version."""
        return str(self.manifest["data_version"])

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A way to the tables for one thread, for the build and for tests; pages ask ``query``."""
        cursor = self._connection.cursor()
        cursor.execute("use kept")  # each cursor begins at the database that the first connection opened
        return cursor

    def query(self, name: str, **params: Any) -> pd.DataFrame:
        """The rows that ``queries/<name>.sql`` returns for these parameters.

        Parameters are hashable: text, numbers, None, or a tuple for a list. The frame is the caller's own to change.
        Raises DataError where the tables have not what the query or the indicator needs.
        """
        return self._ask(name, tuple(sorted(params.items()))).copy(deep=False)

    def _run(self, name: str, params: tuple[tuple[str, Any], ...]) -> pd.DataFrame:
        return self._workers.submit(self._answer, name, dict(params)).result()

    def _answer(self, name: str, params: dict[str, Any]) -> pd.DataFrame:
        if params.get("indicator") in self.missing:
            raise DataError(f"Data version {self.data_version}: {self.missing[params['indicator']]}")
        values = {key: list(value) if isinstance(value, tuple) else value for key, value in params.items()}
        if not hasattr(self._own, "cursor"):
            self._own.cursor = self.cursor()
        try:
            return _frame(self._own.cursor.execute(parsed(name), values).fetchnumpy())
        except derived.ABSENT as error:
            raise DataError(f"Data version {self.data_version}: {derived.absent(name, error)}") from error


def _plan_briefly(connection: duckdb.DuckDBPyConnection) -> None:
    """Leave out all of the planner's improvements but those that decide how much is read.

    Over tables as small as these, planning takes longer than answering: without the rest a query takes half the time.
    """
    connection.execute("set variable left_out = (select string_agg(name, ',') from duckdb_optimizers() where name not "
                       "in ('filter_pushdown', 'unused_columns', 'cte_inlining', 'materialized_cte'))")
    connection.execute("set disabled_optimizers = getvariable('left_out')")


def _frame(columns: dict[str, Any]) -> pd.DataFrame:
    """The columns as DuckDB's own frame would have them, in half the time that takes."""
    return pd.DataFrame({name: _column(column) for name, column in columns.items()}, copy=False)


def _column(column: Any) -> Any:
    """A column with its blanks as pandas has them; text as pandas keeps it, so that it need not find out."""
    if isinstance(column, np.ma.MaskedArray):
        data, blank = column.data, np.ma.getmaskarray(column)
        if data.dtype.kind == "b":
            return pd.arrays.BooleanArray(data, blank)
        if data.dtype.kind in "iu":
            return pd.arrays.IntegerArray(data, blank)
        column = np.where(blank, BLANK[data.dtype.kind], data)
    if column.dtype.kind == "O" and isinstance(next((value for value in column if value is not None), None), str):
        return TEXT.__from_arrow__(pa.array(column, type=pa.large_string()))  # type: ignore[attr-defined]  # stubs
    return column
