"""Zip archives that are the same for the same content: no times of their own."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can hold


def zipped(files: Mapping[str, bytes]) -> bytes:
    """An archive of these files by name, in their order."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return target.getvalue()


def settled(document: bytes, date: str) -> bytes:
    """An Office document said to be made and changed on this ISO date, and zipped without times."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    core = "docProps/core.xml"
    stamp = rb"\g<1>" + f"{date[:10]}T00:00:00Z".encode() + rb"\g<2>"
    files[core] = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</)", stamp, files[core])
    return zipped(files)
