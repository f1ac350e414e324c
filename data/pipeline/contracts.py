"""Table contracts (``data/tables.toml``): a table is declared once, and checked when built and when shipped."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pandera.pandas as pa

from data.pipeline.errors import ContractError

TABLES_FILE = Path(__file__).parents[1] / "tables.toml"
DTYPES = {"varchar": "str", "double": "float64", "integer": "Int64", "boolean": "bool", "geometry": None}


def load_contracts(path: Path = TABLES_FILE) -> dict[str, dict[str, Any]]:
    """All table contracts by table name: description, grain, key and columns."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def conform(frame: pd.DataFrame, name: str, contract: Mapping[str, Any]) -> pd.DataFrame:
    """The frame with exactly the contract's columns, in order and typed. Raises ContractError otherwise."""
    columns = contract["columns"]
    absent = [column for column in columns if column not in frame]
    surplus = [column for column in frame if column not in columns]
    if absent or surplus:
        raise ContractError(f"table {name}: columns absent {absent}, not declared {surplus}")
    frame = frame[list(columns)].reset_index(drop=True)
    for column, declared in columns.items():
        dtype = DTYPES[declared["type"]]
        if dtype is not None:
            frame = frame.assign(**{column: frame[column].astype(dtype)})
    return frame


def check(frame: pd.DataFrame, name: str, contract: Mapping[str, Any], sources: Collection[str]) -> None:
    """Hold a table to its contract: types, bounds, known words, key, and a source for every row.

    Raises ContractError naming table, row (counted from 0) and column.
    """
    schema = pa.DataFrameSchema({column: _column(declared, sources, column)
                                 for column, declared in contract["columns"].items()}, strict=True)
    try:
        schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as error:
        first = error.failure_cases.iloc[0]
        raise ContractError(f"table {name}, row {first['index']}, column {first['column']}: "
                            f"“{first['failure_case']}” breaks {first['check']}") from error
    key = list(contract["key"])
    repeated = frame.index[frame.duplicated(key)]
    if len(repeated):
        raise ContractError(f"table {name}, row {repeated[0]}, key {', '.join(key)}: "
                            f"{frame.loc[repeated[0], key].to_dict()} appears a second time")


def _column(declared: Mapping[str, Any], sources: Collection[str], name: str) -> pa.Column:
    checks = []
    if "min" in declared:
        checks.append(pa.Check.ge(declared["min"]))
    if "max" in declared:
        checks.append(pa.Check.le(declared["max"]))
    if "values" in declared:
        checks.append(pa.Check.isin(declared["values"]))
    if "pattern" in declared:
        checks.append(pa.Check.str_matches(f"^(?:{declared['pattern']})$"))
    if name == "source_id":
        checks.append(pa.Check.isin(sorted(sources)))
    dtype = DTYPES[declared["type"]]
    return pa.Column(dtype, checks, nullable=declared.get("nullable", False))
