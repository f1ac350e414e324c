"""The store: the bundled parquet in one locked in-memory DuckDB, asked by named queries only."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from dashboard.registry import ROOT, load_groups, load_registry

DATA = ROOT / "data"
QUERIES = ROOT / "queries"
REBUILD = "python -m data.pipeline build --raw <folder of raw files>"
CACHED_RESULTS = 2048
OBSERVATION = """
    create table observations (
        indicator varchar, area_code varchar, area_type varchar, period varchar, period_end date,
        dimension varchar, group_code varchar, value double, lower double, upper double,
        numerator double, denominator double, status varchar, series varchar, source_id varchar)
"""


class DataError(Exception):
    """The bundled data is missing or damaged; the message says which file, what was expected and what to run."""


class Store:
    """Answers the queries of ``queries/*.sql`` over the bundled tables. Safe to share between threads."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, manifest: dict[str, Any]) -> None:
        self._connection = connection
        self.manifest = manifest
        self._ask = lru_cache(maxsize=CACHED_RESULTS)(self._run)

    @classmethod
    def open(cls, folder: Path = DATA, *, verify: bool = True) -> Store:
        """Load every table of the manifest, every indicator and ``queries/views``, then lock the database.

        Raises DataError if the manifest or a parquet is missing or is not the file that was built.
        """
        manifest = _manifest(folder)
        connection = duckdb.connect(":memory:")
        for table, entry in manifest["tables"].items():
            path = folder / f"{table}.parquet"
            _verify(path, entry, verify)
            if entry["in_app"]:
                connection.read_parquet(str(path)).create(table)
        _load_registry(connection)
        _load_observations(connection)
        for view in sorted((QUERIES / "views").glob("*.sql")):
            connection.sql(view.read_text(encoding="utf-8")).create(view.stem)
        # Queries are small and many readers ask at once: a thread each is faster than all threads for each.
        connection.execute("set threads = 1")
        connection.execute("set enable_external_access = false")
        connection.execute("set lock_configuration = true")
        return cls(connection, manifest)

    @property
    def data_version(self) -> str:
        """Short name of the data: the same tables give the same version."""
        return str(self.manifest["data_version"])

    def query(self, name: str, **params: Any) -> pd.DataFrame:
        """The rows that ``queries/<name>.sql`` returns for these parameters.

        Parameters are hashable: text, numbers, None, or a tuple for a list. The frame is the caller's own to change.
        """
        return self._ask(name, tuple(sorted(params.items()))).copy(deep=False)

    def _run(self, name: str, params: tuple[tuple[str, Any], ...]) -> pd.DataFrame:
        values = {key: list(value) if isinstance(value, tuple) else value for key, value in params}
        with self._connection.cursor() as cursor:
            return cursor.execute(statement(name), values).df()


@cache
def statement(name: str) -> str:
    """The text of ``queries/<name>.sql``."""
    return (QUERIES / f"{name}.sql").read_text(encoding="utf-8")


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / "manifest.json"
    if not path.is_file():
        raise DataError(f"{path.name} is missing from {folder.name}/, so the data cannot be trusted. Run: {REBUILD}")
    manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return manifest


def _verify(path: Path, entry: dict[str, Any], verify: bool) -> None:
    if not path.is_file():
        raise DataError(f"data/{path.name} is missing; {entry['rows']:,} rows were expected. Run: {REBUILD}")
    if not verify:
        return
    content = path.read_bytes()
    if len(content) != entry["bytes"] or hashlib.sha256(content).hexdigest() != entry["sha256"]:
        raise DataError(f"data/{path.name} is not the file that was built: {entry['bytes']:,} bytes with "
                        f"checksum {entry['sha256'][:12]}… were expected. Take it from the repository again, "
                        f"or run: {REBUILD}")


def _load_registry(connection: duckdb.DuckDBPyConnection) -> None:
    """Tables ``groups`` and ``indicators``: the registers, so that queries can join labels, polarity and targets."""
    # Whole columns at once: a statement for each row would take a quarter of the start.
    groups = [(group.dimension, group.code, group.label, group.position)
              for members in load_groups().values() for group in members.values()]
    connection.execute("create table groups (dimension varchar, group_code varchar, group_name varchar, "
                       "position integer)")
    connection.execute("insert into groups select unnest($1), unnest($2), unnest($3), unnest($4)", _columns(groups))
    indicators = [(row.id, row.label, row.theme, row.polarity, row.kind, row.target, position)
                  for position, row in enumerate(load_registry().values())]
    connection.execute("create table indicators (indicator varchar, label varchar, theme varchar, polarity varchar, "
                       "kind varchar, target double, position integer)")
    connection.execute("insert into indicators select unnest($1), unnest($2), unnest($3), unnest($4), unnest($5), "
                       "unnest($6), unnest($7)", _columns(indicators))


def _columns(rows: Sequence[tuple[Any, ...]]) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)]


def _load_observations(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(OBSERVATION)
    for indicator in load_registry().values():
        params = {"indicator": indicator.id, **indicator.params}
        connection.sql(statement(f"indicators/{indicator.query}"), params=params).insert_into("observations")
