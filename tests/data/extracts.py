"""Small extracts in the shape of a publisher's own file, and whether they give the rows that are shipped."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd
from observed import table

from data.pipeline.contracts import check, conform, load_contracts
from data.pipeline.raw import RawFolder
from data.pipeline.sources import load_sources, sha256_of


def lines(heads: Sequence[str], *rows: Sequence[object]) -> str:
    """A CSV of these rows, each in quotation marks as publishers write them."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows([heads, *rows])
    return out.getvalue()


def zipped(members: Mapping[str, str]) -> bytes:
    """A zip of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def folder(root: Path, **files: tuple[str, str | bytes]) -> RawFolder:
    """A raw folder with one file for each source (its name and content), recorded with its true checksum."""
    sources = load_sources()
    for source_id, (name, content) in files.items():
        path = root / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        sources = sources | {source_id: replace(sources[source_id], file=name, sha256=sha256_of(path))}
    return RawFolder(root, sources)


def assert_as_shipped(name: str, frame: pd.DataFrame, *but: str) -> None:
    """Hold that a table made from an extract meets its contract and has the shipped table's rows, whole or in part.

    ``but`` are columns that may differ.
    """
    contract = load_contracts()[name]
    made = conform(frame, name, contract)
    check(made, name, contract, load_sources())
    key = list(contract["key"])
    shipped = conform(table(name), name, contract).merge(made[key], on=key)
    assert len(shipped) == len(made) > 0
    made, shipped = (part.sort_values(key, ignore_index=True).drop(columns=list(but)) for part in (made, shipped))
    pd.testing.assert_frame_equal(made, shipped)
