"""Reading what was typed from the strategy documents (``data/transcribed``), and holding one file to another.

A typed file is held to its declared shape like any raw file; a word, date, area or document that nobody knows stops
the build, naming file, row and column.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Collection, Mapping
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from dashboard.vocabulary import load_words
from data.pipeline.errors import RawDataError
from data.pipeline.raw import RawFile, RawFolder, choice, code, number, text
from data.pipeline.sources import sha256_of

PROJECT = Path(__file__).parents[2]
FOLDER = "data/transcribed"
DOCUMENTS = {"000": "icp_2023", "001": "ltp_2022_23", "002": "early_intervention_2016", "003": "alliances_2024",
             "004": "thrive_2017"}
DATE = r"20\d\d-[01]\d-[0-3]\d"
PLACE = {"document": choice(list(DOCUMENTS)), "section": text()}


def sheet(name: str, key: str, columns: Mapping[str, pa.Column]) -> RawFile:
    """The declared shape of one typed file, whose key is one column of identifiers."""
    return RawFile(name, {key: code(r"[a-z0-9_]+")} | dict(columns), key=(key,))


def word(vocabulary: str, *, nullable: bool = False) -> pa.Column:
    """A column of one word of a vocabulary of ``data/record.toml``."""
    return choice(list(load_words()[vocabulary]), nullable=nullable)


def several(known: Collection[str], *, nullable: bool = False) -> pa.Column:
    """A column of known words with semicolons between them."""
    words = set(known)
    return pa.Column(str, pa.Check(lambda cell: set(cell.split(";")) <= words, element_wise=True, ignore_na=True,
                                   error=f"several of {', '.join(known)}"), nullable=nullable)


def words(vocabulary: str, *, nullable: bool = False) -> pa.Column:
    """A column of words of a vocabulary with semicolons between them."""
    return several(list(load_words()[vocabulary]), nullable=nullable)


def day(*, nullable: bool = False) -> pa.Column:
    """A column of days of the calendar, as in 2028-12-31."""
    return pa.Column(str, pa.Check(_is_day, element_wise=True, error="a day of the calendar, as in 2028-12-31"),
                     nullable=nullable)


def _is_day(cell: str) -> bool:
    try:
        return datetime.date.fromisoformat(cell).isoformat() == cell
    except ValueError:
        return False


def amount(*, nullable: bool = False) -> pa.Column:
    """A column of numbers of any size."""
    return number(-1e12, 1e12, nullable=nullable)


def read(raw: RawFolder, declared: RawFile) -> pd.DataFrame:
    """A typed file, held to its shape, with the source of each row; the index is the row number in the file.

    Raises RawDataError naming file, row and column.
    """
    name = file_of(declared)
    path = PROJECT / name
    # The file is the project's own, so its checksum is whatever it is now: the build's record of it is the commit.
    here = dataclasses.replace(raw.sources[DOCUMENTS["001"]], file=name,
                               sha256=sha256_of(path) if path.is_file() else "")
    frame = RawFolder(PROJECT, {declared.source_id: here}).read(declared)
    return frame.assign(source_id=frame["document"].map(DOCUMENTS)) if "document" in frame else frame


def titled(raw: RawFolder, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with each document's title in place of its number."""
    titles = {source_id: raw.sources[source_id].title for source_id in DOCUMENTS.values()}
    return frame.assign(document=frame["source_id"].map(titles))


def file_of(declared: RawFile) -> str:
    """The name of a typed file, as errors give it."""
    return f"{FOLDER}/{declared.source_id}.csv"


def refer(frame: pd.DataFrame, declared: RawFile, column: str, known: Collection[str], what: str) -> None:
    """Hold a column of references (several with semicolons) to what they refer to; blanks pass.

    Raises RawDataError naming file, row and column of the first that refers to nothing.
    """
    targets = set(known)
    for row, cell in frame[column].dropna().items():
        for reference in cell.split(";"):
            if reference not in targets:
                raise RawDataError(f"{file_of(declared)}, row {row}, column {column}: “{reference}” is no {what}")
