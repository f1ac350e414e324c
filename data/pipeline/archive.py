"""What earlier data versions held, so that a link made with one of them can say what has changed since.

``data/archive/<version>.json`` is the manifest of that version; ``data/archive/<checksum>.parquet`` holds each table of
it that has changed since. Tables that have not changed are not kept twice.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

FOLDER = "archive"
MOST_VERSIONS = 12


def kept_as(entry: dict[str, Any]) -> str:
    """The file name of a table in the archive."""
    return f"{entry['sha256'][:16]}.parquet"


def keep(data: Path, coming: dict[str, Any]) -> None:
    """Before a build with the manifest ``coming`` takes its place, keep what ``data`` holds now.

    Copies the tables that are about to change, writes the manifest beside them, and forgets all but the latest
    versions. Does nothing where the tables stay the same or nothing was built before.
    """
    path = data / "manifest.json"
    if not path.is_file():
        return
    present: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    if present["data_version"] == coming["data_version"]:
        return
    folder = data / FOLDER
    folder.mkdir(exist_ok=True)
    (folder / f"{present['data_version']}.json").write_text(json.dumps(present, indent=1) + "\n", encoding="utf-8")
    _tidy(data, present, coming)


def _tidy(data: Path, present: dict[str, Any], coming: dict[str, Any]) -> None:
    """Keep exactly the tables that some kept version has and the coming one has not."""
    folder = data / FOLDER
    manifests = sorted((json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")),
                       key=lambda manifest: (manifest["built"], manifest["data_version"] == present["data_version"]))
    for manifest in manifests[:-MOST_VERSIONS]:
        (folder / f"{manifest['data_version']}.json").unlink()
    newest = {kept_as(entry) for entry in coming["tables"].values()}
    wanted = {kept_as(entry) for manifest in manifests[-MOST_VERSIONS:]
              if manifest["data_version"] != coming["data_version"] for entry in manifest["tables"].values()
              if entry["in_app"]} - newest
    for table, entry in present["tables"].items():
        target = folder / kept_as(entry)
        if target.name in wanted and not target.exists():
            shutil.copyfile(data / f"{table}.parquet", target)
    for path in folder.glob("*.parquet"):
        if path.name not in wanted:
            path.unlink()
    (folder / f"{coming['data_version']}.json").unlink(missing_ok=True)
