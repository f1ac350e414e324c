"""Build every table in a staging folder, check it all, and only then put it in place of the previous build."""

from __future__ import annotations

import datetime
import hashlib
import importlib
import json
import pkgutil
import shutil
import tempfile
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from dashboard.bundle import DERIVED
from data.pipeline import archive, loaders
from data.pipeline.contracts import check, conform, load_contracts
from data.pipeline.derive import check_derived, write_derived
from data.pipeline.errors import ContractError, PipelineError
from data.pipeline.geometry import STATIC, write_geometry
from data.pipeline.raw import RawFolder
from data.pipeline.sources import load_sources, sha256_of

DATA = Path(__file__).parents[1]
MANIFEST = "manifest.json"
NOT_IN_APP = "boundaries_"  # outlines reach the browser as static files; the app itself never opens them
SIZE_LIMIT = 25_000_000


def build(raw_folder: Path, data: Path = DATA, static: Path = STATIC, *, draft: bool = False) -> dict[str, Any]:
    """Build all tables from the raw folder; returns the manifest.

    What is replaced goes to the archive, so that links made with it can be compared; a ``draft`` keeps nothing. Raises
    PipelineError (naming file, row and column) and leaves the previous tables untouched if anything is wrong.
    """
    with tempfile.TemporaryDirectory(dir=data, prefix=".staging-") as name:
        staging = Path(name)
        frames = _load(RawFolder.at(raw_folder))
        for table, frame in frames.items():
            frame.to_parquet(staging / f"{table}.parquet", index=False, compression="zstd")
        manifest = _manifest(staging, frames, data)
        _finish(staging, data, static, manifest, keep=not draft)
    return manifest


def derive(data: Path = DATA, static: Path = STATIC) -> dict[str, Any]:
    """Make anew, of the shipped tables alone, what is made of them: derived tables and outlines; returns the manifest.

    Raises PipelineError and leaves the previous tables untouched if anything is wrong.
    """
    manifest: dict[str, Any] = json.loads((data / MANIFEST).read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory(dir=data, prefix=".staging-") as name:
        staging = Path(name)
        for table in manifest["tables"]:
            shutil.copy(data / f"{table}.parquet", staging)
        _finish(staging, data, static, manifest)
    return manifest


def _finish(staging: Path, data: Path, static: Path, manifest: dict[str, Any], *, keep: bool = False) -> None:
    """Make of the staged tables all that is made of them, check everything, and put it in place."""
    _write_manifest(staging, manifest)
    manifest["derived"] = write_derived(staging)
    _write_manifest(staging, manifest)
    manifest["geometry"] = write_geometry(staging, staging / "static")
    _write_manifest(staging, manifest)
    check_folder(staging)
    if keep:
        archive.keep(data, manifest)
    _put_in_place(staging, data, static, manifest)


def check_folder(data: Path = DATA) -> dict[str, Any]:
    """Hold the shipped parquet to its contracts and its manifest, without any raw file; returns the manifest.

    Raises ContractError naming table, row and column, or the file that is missing or changed.
    """
    contracts, sources = load_contracts(), load_sources()
    path = data / MANIFEST
    if not path.is_file():
        raise ContractError(f"{MANIFEST} is missing in {data}")
    manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    if set(manifest["tables"]) != set(contracts):
        raise ContractError(f"tables.toml and {MANIFEST} name different tables: "
                            f"{sorted(set(manifest['tables']) ^ set(contracts))}")
    for table, entry in manifest["tables"].items():
        parquet = data / f"{table}.parquet"
        if not parquet.is_file() or sha256_of(parquet) != entry["sha256"]:
            raise ContractError(f"{parquet.name} is missing or not the file the build wrote")
        check(read_table(parquet), table, contracts[table], sources)
    check_derived(data, manifest, sources)
    size = sum(entry["bytes"] for part in (manifest, manifest["derived"]) for entry in part["tables"].values())
    if size > SIZE_LIMIT:
        raise ContractError(f"the parquet files hold {size:,} bytes; the limit is {SIZE_LIMIT:,}")
    return manifest


def read_table(parquet: Path) -> pd.DataFrame:
    """One shipped table, as the contract check sees it."""
    if parquet.name.startswith(NOT_IN_APP):
        return pd.DataFrame(gpd.read_parquet(parquet))
    return pd.read_parquet(parquet)


def _load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    contracts, parts = load_contracts(), {}
    for module in sorted(info.name for info in pkgutil.iter_modules(loaders.__path__)):
        loaded = importlib.import_module(f"data.pipeline.loaders.{module}").load(raw)
        for table, frame in loaded.items():
            parts.setdefault(table, []).append(frame)
    if set(parts) != set(contracts):
        raise PipelineError(f"loaders and tables.toml differ: {sorted(set(parts) ^ set(contracts))}")
    frames = {}
    for table in contracts:
        frame = parts[table][0] if len(parts[table]) == 1 else pd.concat(parts[table])
        frame = conform(frame, table, contracts[table])
        check(frame, table, contracts[table], raw.sources)
        frames[table] = frame.sort_values(list(contracts[table]["key"]), ignore_index=True)
    return frames


def _manifest(staging: Path, frames: dict[str, pd.DataFrame], data: Path) -> dict[str, Any]:
    tables = {}
    for table in frames:
        path = staging / f"{table}.parquet"
        tables[table] = {"rows": len(frames[table]), "bytes": path.stat().st_size, "sha256": sha256_of(path),
                         "in_app": not table.startswith(NOT_IN_APP)}
    version = hashlib.sha256("".join(entry["sha256"] for entry in tables.values()).encode()).hexdigest()[:10]
    return {"data_version": version, "built": _built(data, version), "tables": tables, "derived": {}, "geometry": {}}


def _built(data: Path, version: str) -> str:
    """Today, or the day of the previous build where the tables have not changed since."""
    previous = data / MANIFEST
    if previous.is_file():
        manifest = json.loads(previous.read_text(encoding="utf-8"))
        if manifest["data_version"] == version:
            return str(manifest["built"])
    return datetime.date.today().isoformat()


def _write_manifest(folder: Path, manifest: dict[str, Any]) -> None:
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def _put_in_place(staging: Path, data: Path, static: Path, manifest: dict[str, Any]) -> None:
    static.mkdir(exist_ok=True)
    keep = {layer["file"] for layer in manifest["geometry"].values()}
    for path in sorted((staging / "static").iterdir()):
        shutil.move(path, static / path.name)
    for table in manifest["tables"]:
        (staging / f"{table}.parquet").replace(data / f"{table}.parquet")
    (data / DERIVED).mkdir(exist_ok=True)
    for table in manifest["derived"]["tables"]:
        (staging / DERIVED / f"{table}.parquet").replace(data / DERIVED / f"{table}.parquet")
    (staging / MANIFEST).replace(data / MANIFEST)
    for old in [*static.glob("*.geojson"), *data.glob("*.parquet")]:
        if old.name not in keep and old.stem not in manifest["tables"]:
            old.unlink()
    for old in (data / DERIVED).glob("*.parquet"):
        if old.stem not in manifest["derived"]["tables"]:
            old.unlink()
