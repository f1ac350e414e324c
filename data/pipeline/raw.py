"""Reading a raw file: its shape is declared, and anything else stops the build, naming file, row and column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from data.pipeline.errors import RawDataError
from data.pipeline.sources import Source, load_sources, sha256_of

LSOA = r"E01\d{6}"
MSOA = r"E02\d{6}"
WARD = r"E05\d{6}"
DISTRICTS = ("E08000026", "E07000218", "E07000219", "E07000220", "E07000221", "E07000222")
AREAS = (*DISTRICTS, "E10000031", "E12000005", "E92000001")
FIRST_DATA_ROW = 2  # row 1 of a raw file is its header


def code(pattern: str, *, nullable: bool = False) -> pa.Column:
    """A code column: text that matches the pattern from end to end."""
    return pa.Column(str, pa.Check.str_matches(f"^(?:{pattern})$"), nullable=nullable)


def choice(values: Sequence[str], *, nullable: bool = False) -> pa.Column:
    """A column of known words; an unknown one stops the build."""
    return pa.Column(str, pa.Check.isin(list(values)), nullable=nullable)


def text(*, nullable: bool = False) -> pa.Column:
    """Free text."""
    return pa.Column(str, nullable=nullable)


def number(low: float, high: float, *, nullable: bool = False) -> pa.Column:
    """A number between the bounds, both included."""
    return pa.Column(float, pa.Check.in_range(low, high), nullable=nullable)


def whole(low: int, high: int, *, nullable: bool = False) -> pa.Column:
    """A whole number between the bounds; read as a float where the file may leave it blank."""
    checks = [pa.Check.in_range(low, high), pa.Check(lambda s: s.isna() | (s % 1 == 0), error="a whole number")]
    return pa.Column(float, checks, nullable=nullable)


@dataclass(frozen=True)
class RawFile:
    """The declared shape of one raw file.

    ``columns`` are those the loader uses; others in the file are left alone. ``key`` names the columns that
    make a row unique. ``headers`` maps the publisher's own column heads to the names used here, so that a file
    taken from the publisher's site is read as well as a tidied copy of it.
    """

    source_id: str
    columns: Mapping[str, pa.Column]
    key: tuple[str, ...]
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class RawFolder:
    """The folder of raw files, with the register that says which file a source is."""

    root: Path
    sources: Mapping[str, Source]

    @classmethod
    def at(cls, root: Path) -> RawFolder:
        """The raw folder at a path, with the project's own register of sources."""
        return cls(root, load_sources())

    def path(self, source_id: str) -> Path:
        """Where the file of a source is. Raises RawDataError if it is absent or not the one recorded."""
        source = self.sources[source_id]
        path = self.root / source.file
        if not path.is_file():
            raise RawDataError(f"{source.file}: not found in {self.root}. It is “{source.title}” of "
                               f"{source.publisher}: {source.url}")
        if sha256_of(path) != source.sha256:
            raise RawDataError(f"{source.file}: not the file recorded in data/sources.toml (its checksum differs). "
                               f"To take a new release, set its sha256, published and retrieved there.")
        return path

    def read(self, raw: RawFile) -> pd.DataFrame:
        """The declared columns of a raw file, typed and checked; the index is the row number in the file.

        Raises RawDataError naming file, row and column for a missing column, an unknown code, a duplicate key,
        or a value that is no number or out of bounds.
        """
        name = self.sources[raw.source_id].file
        frame = pd.read_csv(self.path(raw.source_id), dtype=str, keep_default_na=False, na_values=[""],
                            encoding="utf-8-sig")
        frame = frame.rename(columns=dict(raw.headers))
        missing = [column for column in raw.columns if column not in frame.columns]
        if missing:
            raise RawDataError(f"{name}, row 1: column {missing[0]} is missing. The file has: "
                               f"{', '.join(frame.columns[:12])} …")
        frame = frame[list(raw.columns)]
        frame.index = pd.RangeIndex(FIRST_DATA_ROW, len(frame) + FIRST_DATA_ROW, name="row")
        return _checked(_typed(frame, raw, name), raw, name)


def _typed(frame: pd.DataFrame, raw: RawFile, name: str) -> pd.DataFrame:
    for column, declared in raw.columns.items():
        if declared.dtype is not None and str(declared.dtype) == "float64":
            numbers = pd.to_numeric(frame[column], errors="coerce").astype("float64")
            wrong = frame.index[numbers.isna() & frame[column].notna()]
            if len(wrong):
                raise RawDataError(f"{name}, row {wrong[0]}, column {column}: "
                                   f"“{frame.at[wrong[0], column]}” is not a number")
            frame = frame.assign(**{column: numbers})
    return frame


def _checked(frame: pd.DataFrame, raw: RawFile, name: str) -> pd.DataFrame:
    try:
        pa.DataFrameSchema(dict(raw.columns)).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as error:
        first = error.failure_cases.sort_values("index").iloc[0]
        raise RawDataError(f"{name}, row {first['index']}, column {first['column']}: "
                           f"“{first['failure_case']}” breaks the rule {first['check']}") from error
    repeated = frame.index[frame.duplicated(list(raw.key))]
    if len(repeated):
        where = ", ".join(f"{column} {frame.at[repeated[0], column]}" for column in raw.key)
        raise RawDataError(f"{name}, row {repeated[0]}, columns {', '.join(raw.key)}: {where} appears a second time")
    return frame
