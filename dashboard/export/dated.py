"""Files made of parts, with one date throughout, so that the same content gives the same bytes."""

from __future__ import annotations

import datetime
import io
import zipfile

FIRST_YEAR = 1980  # a zip knows no earlier one


def day(built: str) -> datetime.datetime:
    """The start of the ISO date that data was built on; raises ValueError for anything else."""
    return datetime.datetime.fromisoformat(built)


def dated(content: bytes, built: str) -> bytes:
    """The same zip with every part dated ``built``, whenever and on whatever machine it was made."""
    when = day(built)
    stamp = (max(when.year, FIRST_YEAR), when.month, when.day, 0, 0, 0)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.infolist():
            part = zipfile.ZipInfo(entry.filename, stamp)
            part.compress_type, part.create_system = zipfile.ZIP_DEFLATED, 0
            new.writestr(part, old.read(entry))
    return made.getvalue()
