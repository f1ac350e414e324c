"""Paste pack: everything that a report needs of one figure or of a whole page, in one zip."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from dashboard.choices import SITE
from dashboard.export import naming, picture, rows, sheet, zips
from dashboard.export.citation import citation
from dashboard.export.taken import Taken
from dashboard.text import file_name as slug
from dashboard.text import spell_date

CONTENTS, LONGEST_FOLDER = "read-me.txt", 36


def pack(taken: Sequence[Taken], today: str = "") -> bytes:
    """Pictures, rows, spreadsheet and words of these figures as a zip: flat for one, a folder each for more.

    ``today`` is the ISO date of the citations ("": today's). The same figures on the same day give the same bytes.
    Raises ValueError without a figure.
    """
    if not taken:
        raise ValueError("a pack needs a figure")
    today = today or datetime.date.today().isoformat()
    if len(taken) == 1:
        return zips.zipped(_files(taken[0], today))
    folders = _folders(taken)
    files = {CONTENTS: _lines(*_contents(taken, folders))}
    for folder, one in zip(folders, taken, strict=True):
        files |= {f"{folder}/{name}": content for name, content in _files(one, today).items()}
    return zips.zipped(files)


def words(taken: Taken, today: str) -> str:
    """The figure in words: finding, measure, filters, what the picture shows, notes, sources, citation and link."""
    figure = taken.figure
    parts = {
        "Finding": [figure.title],
        "What it shows": [figure.subtitle],
        "Filters in force": [f"{label}: {choice}" for label, choice in taken.choices.items()],
        "Alternative text for the picture": [figure.alt_text],
        "Notes and method": taken.notes,
        "Sources": [f"{picture.source_words(source)} {source.url}" for source in taken.sources],
        "Citation": [citation(taken, today)],
        "Data": [f"Data version {taken.version}, built {spell_date(taken.built)}."],
        "Link": [taken.link],
    }
    if picture.is_drawn(figure):
        parts["Files"] = ["picture as .png (for documents) and .svg (for print), rows as .csv, spreadsheet as .xlsx"]
    else:
        parts["Files"] = ["rows as .csv, spreadsheet as .xlsx; there is no picture, because the figure is a table"]
    return "\n\n".join("\n".join([head.upper(), *lines]) for head, lines in parts.items() if lines)


def _files(taken: Taken, today: str) -> dict[str, bytes]:
    name, files = naming.stem(taken), {}
    if picture.is_drawn(taken.figure):
        drawn = picture.svg(taken)
        files = {f"{name}.png": picture.pixels(drawn), f"{name}.svg": drawn}
    return files | {f"{name}.csv": rows.csv(taken), f"{name}.xlsx": sheet.xlsx(taken),
                    f"{name}.txt": _lines(words(taken, today))}


def _folders(taken: Sequence[Taken]) -> list[str]:
    """A folder for each figure, in order and none twice; short, because some systems limit a whole path."""
    return [f"{number:02d}_{slug(one.page, one.figure.id)[:LONGEST_FOLDER].strip('-_')}"
            for number, one in enumerate(taken, 1)]


def _contents(taken: Sequence[Taken], folders: Sequence[str]) -> list[str]:
    listed = [line for folder, one in zip(folders, taken, strict=True)
              for line in ("", folder, one.figure.title, one.figure.subtitle)]
    return [f"{len(taken)} figures from {SITE}", f"Data version {taken[0].version}, built "
            f"{spell_date(taken[0].built)}. Each folder holds one figure.", *listed]


def _lines(*lines: str) -> bytes:
    """Text that every editor shows with its lines apart and its letters right."""
    return ("\n".join(lines) + "\n").replace("\n", "\r\n").encode("utf-8-sig")
