"""The publishers' own files: how one is told from a tidied copy of it, read, and turned into the copy's columns."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from data.pipeline.errors import RawDataError

FIRST_DATA_ROW = 2  # row 1 of a raw file is its header
# The names of neighbourhoods of every census begin with their district's.
DISTRICT_NAMES = {
    "Coventry": "E08000026", "North Warwickshire": "E07000218", "Nuneaton and Bedworth": "E07000219",
    "Rugby": "E07000220", "Stratford-on-Avon": "E07000221", "Warwick": "E07000222",
}
LSOA_NAME = rf"^({'|'.join(DISTRICT_NAMES)}) \d{{3}}[A-Z]$"


def unchanged(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """The frame as it is: for an original that differs from the copy in its column heads alone."""
    return frame


def all_rows(frame: pd.DataFrame) -> pd.Series:
    """Every row: for an original that is of our area alone."""
    return pd.Series(True, index=frame.index)


@dataclass(frozen=True)
class Original:
    """The layout of a publisher's own file, where it is not that of the tidied copy.

    A file with the column ``sign`` is taken for one. ``ours`` picks the rows to read of a file of the whole country;
    ``columns`` are checked for those rows under the publisher's own heads, and ``tidy`` (given the checked rows and
    the file's name) returns the columns of the tidied copy, each row still under its number in the file.
    ``headers`` maps other spellings of a head to the one in ``columns``; ``blanks`` are marks that mean no figure.
    ``members`` says which files to read of a zip, if any. ``repeats``: the publisher prints some rows more than once.
    """

    sign: str
    columns: Mapping[str, pa.Column]
    tidy: Callable[[pd.DataFrame, str], pd.DataFrame] = unchanged
    ours: Callable[[pd.DataFrame], pd.Series] = all_rows
    headers: Mapping[str, str] = field(default_factory=dict)
    blanks: tuple[str, ...] = ()
    members: str = ""
    repeats: bool = False


def text_tables(path: Path, name: str, originals: Sequence[Original]) -> dict[str, pd.DataFrame]:
    """The tables of a raw file as text, by the name that errors give them; the index is the row number in the file.

    A zip, as a publisher offers it or made of a publisher's yearly files, has one table for each file in it that an
    original reads. Raises RawDataError where it has none.
    """
    if path.suffix != ".zip":
        return {name: _text_table(path.read_bytes(), name)}
    with zipfile.ZipFile(path) as archive:
        wanted = [member for member in sorted(archive.namelist())
                  if any(re.fullmatch(original.members, Path(member).name) for original in originals)]
        if not wanted:
            raise RawDataError(f"{name}: none of its files is one that this source is read from; it has "
                               f"{', '.join(archive.namelist()[:12])} …")
        return {f"{name}/{Path(member).name}": _text_table(archive.read(member), f"{name}/{member}")
                for member in wanted}


def _text_table(content: bytes, name: str) -> pd.DataFrame:
    """One CSV as text. Nearly all are UTF-8; the register of schools is Windows-1252."""
    encoding = "utf-8-sig"
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        encoding = "cp1252"
    try:
        frame = pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False, na_values=[""], encoding=encoding)
    except (UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise RawDataError(f"{name}: not a table of comma-separated values ({error})") from error
    frame.index = pd.RangeIndex(FIRST_DATA_ROW, len(frame) + FIRST_DATA_ROW, name="row")
    return frame


def lsoa_district(names: pd.Series) -> pd.Series:
    """The district of each neighbourhood by its name ("Warwick 001A"); blank for those of other districts."""
    return names.str.extract(LSOA_NAME, expand=False).map(DISTRICT_NAMES)
