"""Earlier data versions: what they were, and a store over one of them, so that a link can say what has changed."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

from dashboard.store import DATA, Store

FOLDER = "archive"


def manifest_of(version: str, data: Path = DATA) -> dict[str, Any] | None:
    """The manifest of an earlier version, or None where the archive has none of that name."""
    path = data / FOLDER / f"{version}.json"
    if not path.is_file():
        return None
    manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return manifest


def open_version(version: str, data: Path = DATA) -> Store | None:
    """A store over an earlier version's tables, asked by today's queries; None where the version is not kept.

    Raises DataError where a table of it is missing or damaged, or today's queries need what it did not have.
    """
    manifest = manifest_of(version, data)
    if manifest is None:
        return None
    # Outlines are no figures: the app never opens them.
    manifest["tables"] = {table: entry for table, entry in manifest["tables"].items() if entry["in_app"]}
    present = json.loads((data / "manifest.json").read_text(encoding="utf-8"))["tables"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
        for table, entry in manifest["tables"].items():
            unchanged = present.get(table, {}).get("sha256") == entry["sha256"]
            path = data / f"{table}.parquet" if unchanged else data / FOLDER / f"{entry['sha256'][:16]}.parquet"
            if path.is_file():
                shutil.copyfile(path, folder / f"{table}.parquet")
        return Store.open(folder)
