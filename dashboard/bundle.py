"""The bundled folder: where the data and the queries lie, and that a file is the one that was built."""

from __future__ import annotations

import atexit
import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from dashboard.registry import ROOT
from dashboard.text import join

DATA = ROOT / "data"
QUERIES = ROOT / "queries"
DERIVED = "derived"  # folder of the tables made of the others, inside the folder of the tables
REBUILD = "python -m data.pipeline build --raw <folder of raw files>"
DERIVE = "python -m data.pipeline derive"  # makes what is made of the tables, without raw files
WRITTEN = {"data_version": str, "built": str, "tables": dict}  # what every manifest says, and as what


class DataError(Exception):
    """The bundled data is missing, damaged or too old; the message says what was expected and what to run."""


@cache
def statement(name: str) -> str:
    """The text of ``queries/<name>.sql``."""
    return (QUERIES / f"{name}.sql").read_text(encoding="utf-8")


@cache
def parsed(name: str) -> duckdb.Statement:
    """``queries/<name>.sql`` ready to run: reading the text again each time would take a fifth of a small query."""
    return duckdb.extract_statements(statement(name))[0]


# The database's library complains of statements that outlive it.
atexit.register(parsed.cache_clear)


def read_manifest(folder: Path) -> dict[str, Any]:
    """What the build wrote into the folder. Raises DataError where that is missing or damaged."""
    path = folder / "manifest.json"
    if not path.is_file():
        raise DataError(f"{path.name} is missing from {folder.name}/, so the data cannot be trusted. Run: {REBUILD}")
    try:
        manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:  # not text, or no JSON
        manifest = {}
    if not (isinstance(manifest, dict) and all(isinstance(manifest.get(key), kind) for key, kind in WRITTEN.items())):
        raise DataError(f"data/{path.name} is not what the build wrote: JSON with {join(list(WRITTEN))} was expected. "
                        f"Take it from the repository again, or run: {REBUILD}")
    return manifest


def verified(path: Path, entry: dict[str, Any], *, content: bool = True) -> str:
    """The path of a table that is there and, where its content is looked at, is the file that was built.

    Raises DataError otherwise. ``entry`` is the table's in the manifest.
    """
    is_derived = path.parent.name == DERIVED
    name, mend = "/".join(["data", *path.parts[-2 if is_derived else -1:]]), DERIVE if is_derived else REBUILD
    if not path.is_file():
        raise DataError(f"{name} is missing; {entry['rows']:,} rows were expected. Run: {mend}")
    if content:
        held = path.read_bytes()
        if len(held) != entry["bytes"] or hashlib.sha256(held).hexdigest() != entry["sha256"]:
            raise DataError(f"{name} is not the file that was built: {entry['bytes']:,} bytes with "
                            f"checksum {entry['sha256'][:12]}… were expected. Take it from the repository again, "
                            f"or run: {mend}")
    return str(path)
