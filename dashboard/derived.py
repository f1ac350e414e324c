"""Tables made of the bundled ones: ``observations`` by the indicators' SQL, the rest by ``queries/views``.

The build makes them once and ships them beside the others, because it takes seconds. They are used only as long as
all that they were made of is the same; otherwise whoever opens the store makes them anew.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from functools import cache
from graphlib import TopologicalSorter
from typing import Any

import duckdb

from dashboard.bundle import QUERIES, DataError, statement
from dashboard.registry import load_groups, load_registry

OBSERVATION = """
    create table observations (
        indicator varchar, area_code varchar, area_type varchar, period varchar, period_end date,
        dimension varchar, group_code varchar, value double, lower double, upper double,
        numerator double, denominator double, status varchar, series varchar, source_id varchar)
"""
# A table or a column that a statement names is not there.
ABSENT = (duckdb.CatalogException, duckdb.BinderException)


@cache
def names() -> tuple[str, ...]:
    """The derived tables in an order in which they can be made: the views after those that they read."""
    views = sorted(path.stem for path in (QUERIES / "views").glob("*.sql"))
    read = {view: [name for name in views if re.search(rf"\b(?:from|join) {name}\b", statement(f"views/{view}"))]
            for view in views}
    return ("observations", *TopologicalSorter(read).static_order())


def made_of(data_version: str) -> str:
    """Short name of all that the derived tables depend on: the bundled tables, the registers and the SQL."""
    rows = [[row.id, row.query, sorted(row.params.items())] for row in load_registry().values()]
    queries = [f"indicators/{query}" for query in sorted({row.query for row in load_registry().values()})]
    queries += [f"views/{view}" for view in names()[1:]]
    whole = json.dumps([data_version, OBSERVATION, _indicators(), _groups(), rows, list(map(_code, queries))])
    return hashlib.sha256(whole.encode()).hexdigest()[:16]


def load_registers(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables ``groups`` and ``indicators``, so that queries can join labels, polarity and targets."""
    # Whole columns at once: a statement for each row would take a quarter of the start.
    connection.execute("create table groups (dimension varchar, group_code varchar, group_name varchar, "
                       "position integer)")
    connection.execute("insert into groups select unnest($1), unnest($2), unnest($3), unnest($4)", _columns(_groups()))
    connection.execute("create table indicators (indicator varchar, label varchar, theme varchar, polarity varchar, "
                       "kind varchar, target double, position integer)")
    connection.execute("insert into indicators select unnest($1), unnest($2), unnest($3), unnest($4), unnest($5), "
                       "unnest($6), unnest($7)", _columns(_indicators()))


def make(connection: duckdb.DuckDBPyConnection, *, partial: bool = False) -> dict[str, str]:
    """Make every derived table of the tables that the connection has; returns what could not be made, and why.

    Raises DataError naming the query where a table or column that it needs is missing, unless ``partial`` allows it.
    """
    missing: dict[str, str] = {}
    connection.execute(OBSERVATION)
    for row in load_registry().values():
        try:
            rows = connection.sql(statement(f"indicators/{row.query}"), params={"indicator": row.id, **row.params})
            rows.insert_into("observations")
        except ABSENT as error:
            missing[row.id] = absent(f"indicators/{row.query}", error)
    for view in names()[1:]:
        try:
            connection.sql(statement(f"views/{view}")).create(view)
        except ABSENT as error:
            missing[view] = absent(f"views/{view}", error)
    if missing and not partial:
        raise DataError("; ".join(dict.fromkeys(missing.values())))
    return missing


def absent(query: str, error: duckdb.Error) -> str:
    """One sentence on what a query needs and does not find."""
    return f"queries/{query}.sql asks for what these tables do not have: {str(error).splitlines()[0]}"


def _code(query: str) -> str:
    """The SQL of a query without its header, which says what it gives and changes nothing of it."""
    return "\n".join(line for line in statement(query).splitlines() if not line.startswith("--"))


def _groups() -> list[tuple[Any, ...]]:
    return [(group.dimension, group.code, group.label, group.position)
            for members in load_groups().values() for group in members.values()]


def _indicators() -> list[tuple[Any, ...]]:
    return [(row.id, row.label, row.theme, row.polarity, row.kind, row.target, position)
            for position, row in enumerate(load_registry().values())]


def _columns(rows: Sequence[tuple[Any, ...]]) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)]
