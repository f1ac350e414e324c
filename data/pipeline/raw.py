"""Reading a raw file: its shape is declared, and anything else stops the build, naming file, row and column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from data.pipeline.errors import RawDataError
from data.pipeline.originals import Original, text_tables
from data.pipeline.sources import Source, load_sources, sha256_of

LSOA = r"E01\d{6}"
MSOA = r"E02\d{6}"
WARD = r"E05\d{6}"
DISTRICTS = ("E08000026", "E07000218", "E07000219", "E07000220", "E07000221", "E07000222")
AREAS = (*DISTRICTS, "E10000031", "E12000005", "E92000001")


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
    make a row unique. ``originals`` are the layouts of the publisher's own file, which is read as well as a tidied
    copy of it.
    """

    source_id: str
    columns: Mapping[str, pa.Column]
    key: tuple[str, ...]
    originals: tuple[Original, ...] = ()


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
        tables = text_tables(self.path(raw.source_id), name, raw.originals)
        frame = pd.concat([_as_declared(table, raw, part) for part, table in tables.items()])
        if any(original.repeats for original in raw.originals):
            frame = frame[~frame.duplicated()]
        return _unique(_checked(_typed(frame, raw.columns, name), raw.columns, name), raw.key, name)


def _as_declared(frame: pd.DataFrame, raw: RawFile, name: str) -> pd.DataFrame:
    """The declared columns of one table: as they stand, or made from those of the publisher's own file."""
    for original in raw.originals:
        if original.sign in frame.columns:
            return _from_original(frame, original, name)[list(raw.columns)]
    return _present(frame, raw.columns, name)


def _from_original(frame: pd.DataFrame, original: Original, name: str) -> pd.DataFrame:
    frame = _present(frame.rename(columns=dict(original.headers)), original.columns, name)
    frame = frame.mask(frame.isin(original.blanks))
    frame = frame[original.ours(frame)]
    if frame.empty:
        raise RawDataError(f"{name}: none of its rows is of Coventry, Warwickshire or what they are compared with")
    return original.tidy(_checked(_typed(frame, original.columns, name), original.columns, name), name)


def _present(frame: pd.DataFrame, columns: Mapping[str, pa.Column], name: str) -> pd.DataFrame:
    missing = [column for column in columns if column not in frame.columns]
    if missing:
        raise RawDataError(f"{name}, row 1: column {missing[0]} is missing. The file has: "
                           f"{', '.join(frame.columns[:12])} …")
    return frame[list(columns)]


def _typed(frame: pd.DataFrame, columns: Mapping[str, pa.Column], name: str) -> pd.DataFrame:
    for column, declared in columns.items():
        if declared.dtype is not None and str(declared.dtype) == "float64":
            numbers = pd.to_numeric(frame[column], errors="coerce").astype("float64")
            wrong = frame.loc[numbers.isna() & frame[column].notna(), column]
            if len(wrong):
                raise RawDataError(f"{name}, row {wrong.index[0]}, column {column}: “{wrong.iloc[0]}” is not a number")
            frame = frame.assign(**{column: numbers})
        else:
            frame = frame.assign(**{column: frame[column].astype("str")})
    return frame


def _checked(frame: pd.DataFrame, columns: Mapping[str, pa.Column], name: str) -> pd.DataFrame:
    try:
        pa.DataFrameSchema(dict(columns)).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as error:
        first = error.failure_cases.sort_values("index").iloc[0]
        raise RawDataError(f"{name}, row {first['index']}, column {first['column']}: "
                           f"“{first['failure_case']}” breaks the rule {first['check']}") from error
    return frame


def _unique(frame: pd.DataFrame, key: Sequence[str], name: str) -> pd.DataFrame:
    repeated = frame[frame.duplicated(list(key))]
    if len(repeated):
        where = ", ".join(f"{column} {repeated.iloc[0][column]}" for column in key)
        raise RawDataError(f"{name}, row {repeated.index[0]}, columns {', '.join(key)}: {where} appears a second time")
    return frame
