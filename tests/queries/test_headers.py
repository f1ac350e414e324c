"""Every query's header tells the truth: parameters, returned columns and their types; and rows come in an order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard.registry import load_registry
from dashboard.store import QUERIES, Store

# A value of each parameter by name, to run every query once. A query with a new parameter needs a line here.
EXAMPLES: dict[str, Any] = {
    "across": "deprivation_decile", "area": "all", "area_code": "E08000026", "area_type": "lsoa21",
    "area_types": ["district", "country"], "areas": ["E08000026", "E92000001"], "dimension": "all", "district": "all",
    "document": "all", "group_code": "all", "indicator": "imd", "joint": "apart", "per": "total", "period": "2025",
    "basis": "national", "ethnic_group": "all", "places": ["coventry", "rugby"], "prices": "cash", "split": "all",
    "theme": "Talking therapies",
}
LINE = re.compile(r"-- (param|returns) +(\w+) +(\S+?)(\?)? {2,}\S.*")
DOCS = sorted(QUERIES.rglob("*.sql"))
VIEWS = sorted((QUERIES / "views").glob("*.sql"))
INDICATOR_QUERIES = sorted((QUERIES / "indicators").glob("*.sql"))


@dataclass(frozen=True)
class Header:
    """What a query says of itself."""

    purpose: str
    params: dict[str, str]
    nullable: frozenset[str]
    returns: dict[str, str]


def name(path: Path) -> str:
    """A query's name in a failure."""
    return path.relative_to(QUERIES).with_suffix("").as_posix()


def header(path: Path) -> Header:
    """The header of a query."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("--")]
    found = [match for match in map(LINE.fullmatch, lines) if match]
    declared = [line for line in lines if line.startswith(("-- param", "-- returns"))]
    assert len(found) == len(declared), f"{name(path)}: a line is not “-- param|returns  name  type  words”"
    return Header(
        purpose=lines[0].removeprefix("--").strip(),
        params={match[2]: match[3] for match in found if match[1] == "param"},
        nullable=frozenset(match[2] for match in found if match[4]),
        returns={match[2]: match[3] for match in found if match[1] == "returns"})


def examples(path: Path) -> dict[str, Any]:
    """Values to run a query with: an indicator's own, else the examples by name."""
    if path.parent.name == "indicators":
        using = [row for row in load_registry().values() if row.query == path.stem]
        assert using, f"no indicator of data/indicators.toml uses {name(path)}"
        return {"indicator": using[0].id, **using[0].params}
    missing = [param for param in header(path).params if param not in EXAMPLES]
    assert not missing, f"{name(path)}: give an example of {missing} in EXAMPLES of {Path(__file__).name}"
    return {param: EXAMPLES[param] for param in header(path).params}


def result(store: Store, path: Path, params: dict[str, Any]) -> dict[str, str]:
    """The columns and types a query returns."""
    with store.cursor() as cursor:
        cursor.execute(path.read_text(encoding="utf-8"), params)
        return {column[0]: str(column[1]).lower() for column in cursor.description}


@pytest.mark.parametrize("path", DOCS, ids=name)
def test_a_query_is_one_statement_with_its_purpose_and_its_parameters_declared(path: Path) -> None:
    statements = duckdb.extract_statements(path.read_text(encoding="utf-8"))
    assert len(statements) == 1
    assert statements[0].named_parameters == set(header(path).params)
    assert header(path).purpose


@pytest.mark.parametrize("path", DOCS, ids=name)
def test_a_query_returns_the_columns_and_types_it_declares(path: Path, store: Store) -> None:
    """In order; and with null for a parameter that may be null (``varchar?``)."""
    declared, params = header(path), examples(path)
    nulls = dict.fromkeys(declared.nullable & set(declared.params))
    for values in (params, params | nulls):
        assert list(result(store, path, values).items()) == list(declared.returns.items())


@pytest.mark.parametrize("path", VIEWS, ids=name)
def test_a_derived_table_has_the_columns_that_its_query_declares(path: Path, store: Store) -> None:
    with store.cursor() as cursor:
        rows = cursor.table(path.stem)
        assert {column: str(kind).lower() for column, kind in zip(rows.columns, rows.types, strict=True)} \
            == header(path).returns
    assert "source_id" in header(path).returns


@pytest.mark.parametrize("path", DOCS, ids=name)
def test_a_query_says_in_which_order_its_rows_come(path: Path) -> None:
    code = " ".join(line.split("--")[0] for line in path.read_text(encoding="utf-8").splitlines())
    last = code.rfind("order by")
    assert last > code.rfind("select"), "the last clause is not an order by"
    assert code[last:].count("(") == code[last:].count(")"), "the last order by stands inside parentheses"
    assert code == code.replace("SELECT", "select").replace("FROM", "from"), "keywords are lower case"


@pytest.mark.parametrize("path", INDICATOR_QUERIES, ids=name)
def test_an_indicator_query_returns_an_observation(path: Path, store: Store) -> None:
    with store.cursor() as cursor:
        cursor.execute("from observations limit 0")
        observation = {column[0]: str(column[1]).lower() for column in cursor.description}
    found = result(store, path, examples(path))
    assert list(found) == list(observation)
    assert found == observation


@pytest.mark.parametrize("indicator", load_registry())
def test_an_indicator_gives_its_query_exactly_the_parameters_it_has(indicator: str) -> None:
    declared = load_registry()[indicator]
    wanted = set(header(QUERIES / "indicators" / f"{declared.query}.sql").params)
    assert {"indicator", *declared.params} == wanted
