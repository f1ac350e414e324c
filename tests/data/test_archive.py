"""The archive: a build keeps what it replaces, once, and a store over an earlier version answers with its figures."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pandas as pd
import pytest

from dashboard import archive as shown
from data.pipeline import archive

ROOT = Path(__file__).parents[2]


def folder_of(path: Path, version: str, built: str, **tables: int) -> dict[str, object]:
    """A data folder with tables of one column and one number each, and its manifest."""
    entries = {}
    for table, number in tables.items():
        pd.DataFrame({"number": [number]}).to_parquet(path / f"{table}.parquet")
        entries[table] = {"rows": 1, "bytes": 0, "sha256": f"{table}{number}".ljust(64, "0"), "in_app": True}
    manifest = {"data_version": version, "built": built, "tables": entries}
    (path / "manifest.json").write_text(json.dumps(manifest))
    return manifest


def coming(version: str, **tables: int) -> dict[str, object]:
    """The manifest of a build about to take the place."""
    return {"data_version": version, "built": "2026-12-01", "tables": {
        table: {"rows": 1, "bytes": 0, "sha256": f"{table}{number}".ljust(64, "0"), "in_app": True}
        for table, number in tables.items()}}


def kept(path: Path) -> set[str]:
    return {file.name.rstrip("0").removesuffix(".parquet").rstrip("0") for file in (path / "archive").iterdir()}


def test_only_the_tables_that_change_are_kept(tmp_path: Path) -> None:
    folder_of(tmp_path, "aaaaaa", "2026-10-01", schools=28, areas=1)
    archive.keep(tmp_path, coming("bbbbbb", schools=36, areas=1))
    assert kept(tmp_path) == {"aaaaaa.json", "schools28"}
    (table,) = (tmp_path / "archive").glob("*.parquet")
    assert pd.read_parquet(table)["number"].tolist() == [28]


def test_a_table_that_changes_later_is_kept_for_every_version_that_had_it(tmp_path: Path) -> None:
    folder_of(tmp_path, "aaaaaa", "2026-10-01", schools=28, areas=1)
    archive.keep(tmp_path, coming("bbbbbb", schools=36, areas=1))
    folder_of(tmp_path, "bbbbbb", "2026-11-01", schools=36, areas=1)
    archive.keep(tmp_path, coming("cccccc", schools=36, areas=2))
    assert kept(tmp_path) == {"aaaaaa.json", "bbbbbb.json", "schools28", "areas1"}


def test_going_back_to_an_earlier_version_leaves_it_out_of_the_archive(tmp_path: Path) -> None:
    folder_of(tmp_path, "aaaaaa", "2026-10-01", schools=28)
    archive.keep(tmp_path, coming("bbbbbb", schools=36))
    folder_of(tmp_path, "bbbbbb", "2026-11-01", schools=36)
    archive.keep(tmp_path, coming("aaaaaa", schools=28))
    assert kept(tmp_path) == {"bbbbbb.json", "schools36"}


def test_the_same_tables_again_keep_nothing(tmp_path: Path) -> None:
    folder_of(tmp_path, "aaaaaa", "2026-10-01", schools=28)
    archive.keep(tmp_path, coming("aaaaaa", schools=28))
    assert not (tmp_path / "archive").exists()


def test_an_unknown_version_has_no_store() -> None:
    assert shown.open_version("0000000000") is None


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled data after a build in which one number of the teams in schools has changed; the rest is the same."""
    folder = tmp_path_factory.mktemp("data")
    for path in (ROOT / "data").glob("*.parquet"):
        shutil.copy(path, folder)
    manifest = json.loads((ROOT / "data" / "manifest.json").read_text())
    (folder / "manifest.json").write_text(json.dumps(manifest))
    after = json.loads(json.dumps(manifest)) | {"data_version": "feedfeed00"}
    after["tables"]["mhst_coverage"]["sha256"] = "f" * 64
    archive.keep(folder, after)
    (folder / "manifest.json").write_text(json.dumps(after))
    (folder / "mhst_coverage.parquet").unlink()
    return folder


def test_a_store_over_an_earlier_version_has_its_tables(moved: Path) -> None:
    version = json.loads((ROOT / "data" / "manifest.json").read_text())["data_version"]
    older = shown.open_version(version, moved)
    assert older is not None
    assert older.data_version == version
    assert not older.query("school_places").empty
