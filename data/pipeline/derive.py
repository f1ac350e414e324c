"""The tables that the app makes of the others: written once, and held to what the SQL gives today."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow.parquet as pq

from dashboard.bundle import DERIVED, DataError
from dashboard.derived import made_of, names
from dashboard.store import Store
from data.pipeline.errors import ContractError
from data.pipeline.sources import sha256_of

REDERIVE = "python -m data.pipeline derive"
# What a sum may differ by where its numbers were added in another order.
ROUNDING = 1e-12


def write_derived(folder: Path) -> dict[str, Any]:
    """Make the derived tables of a folder's tables and write them into it; returns their part of the manifest.

    Raises ContractError where a query needs a table or column that is not there.
    """
    store = made_anew(folder)
    (folder / DERIVED).mkdir(exist_ok=True)
    tables = {}
    for name in names():
        path = folder / DERIVED / f"{name}.parquet"
        with store.cursor() as cursor:
            rows = cursor.table(name).to_arrow_table()
        pq.write_table(rows, path, compression="zstd")
        tables[name] = {"rows": rows.num_rows, "bytes": path.stat().st_size, "sha256": sha256_of(path)}
    return {"made_of": made_of(store.data_version), "tables": tables}


def check_derived(folder: Path, manifest: Mapping[str, Any], sources: Collection[str]) -> None:
    """Make the derived tables again and hold the shipped ones to them, value by value.

    Raises ContractError naming table, row and column, or what has changed since they were made.
    """
    shipped = manifest.get("derived", {})
    if shipped.get("made_of") != made_of(manifest["data_version"]) or set(shipped["tables"]) != set(names()):
        raise ContractError(f"{DERIVED}/ was made of other tables, indicators, groups or SQL than there are now. "
                            f"Run: {REDERIVE}")
    store = made_anew(folder)
    for name, entry in shipped["tables"].items():
        path = folder / DERIVED / f"{name}.parquet"
        if not path.is_file() or sha256_of(path) != entry["sha256"]:
            raise ContractError(f"{DERIVED}/{path.name} is missing or not the file the build wrote")
        with store.cursor() as cursor:
            made = cursor.table(name).to_arrow_table().to_pandas()
        rows = pq.read_table(path).to_pandas()
        _compare(name, rows, made)
        if not set(rows["source_id"]) <= set(sources):
            raise ContractError(f"{DERIVED}/{path.name}: a row has a source_id that sources.toml does not know")


def made_anew(folder: Path) -> Store:
    """The store over a folder, its derived tables made now whatever lies there. Raises ContractError."""
    try:
        store = Store.open(folder, verify=False, anew=True)
    except DataError as error:
        raise ContractError(str(error)) from error
    if store.missing:
        raise ContractError("; ".join(dict.fromkeys(store.missing.values())))
    return store


def _compare(name: str, rows: pd.DataFrame, made: pd.DataFrame) -> None:
    if list(rows) != list(made) or len(rows) != len(made):
        raise ContractError(f"{DERIVED}/{name}.parquet has {len(rows):,} rows of {list(rows)}, the SQL gives "
                            f"{len(made):,} of {list(made)}. Run: {REDERIVE}")
    for column in rows:
        held, given = rows[column], made[column]
        if held.dtype.kind == "f":
            same = np.isclose(held, given, rtol=ROUNDING, atol=0, equal_nan=True)
        else:
            same = (held.map(str) == given.map(str)).to_numpy()
        if not same.all():
            row = int(np.flatnonzero(~same)[0])
            raise ContractError(f"{DERIVED}/{name}.parquet, row {row}, column {column}: holds {held[row]}, the SQL "
                                f"gives {given[row]}. Run: {REDERIVE}")
