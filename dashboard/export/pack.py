"""Paste pack: everything that a report needs of one figure or of a whole page, in one zip."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from dashboard.choices import SITE
from dashboard.export import naming, picture, rows, sheet, zips
from dashboard.export.citation import citation
from dashboard.export.taken import Taken
from dashboard.text import spell_date

CONTENTS = "read-me.txt"


def pack(taken: Sequence[Taken], today: str = "") -> bytes:
    """Pictures, rows, spreadsheet and words of these figures as a zip: flat for one, a folder each for more.

    ``today`` is the ISO date of the citations ("": today's). The same figures on the same day give the same bytes.
    Raises ValueError without a figure.
    """
    if not taken:
        raise ValueError("a pack needs a figure")
    today = today or datetime.date.today().isoformat()
    names = _names(taken)
    if len(taken) == 1:
        return zips.zipped(_files(taken[0], names[0], today))
    files = {CONTENTS: _lines(*_contents(taken, names))}
    for name, one in zip(names, taken, strict=True):
        files |= {f"{name}/{file}": content for file, content in _files(one, name, today).items()}
    return zips.zipped(files)


def words(taken: Taken, today: str) -> str:
    """The figure in words: finding, measure, filters, what the picture shows, notes, sources, citation and link."""
    figure = taken.figure
    parts = {
        "Finding": [figure.title],
        "What it shows": [figure.subtitle],
        "Filters in force": [f"{label}: {choice}" for label, choice in taken.choices.items()],
        "Alternative text for the picture": [figure.alt_text],
        "Notes and method": list(figure.notes),
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


def _files(taken: Taken, name: str, today: str) -> dict[str, bytes]:
    files = {}
    if picture.is_drawn(taken.figure):
        drawn = picture.svg(taken)
        files = {f"{name}.png": picture.pixels(drawn), f"{name}.svg": drawn}
    return files | {f"{name}.csv": rows.csv(taken), f"{name}.xlsx": sheet.xlsx(taken),
                    f"{name}.txt": _lines(words(taken, today))}


def _names(taken: Sequence[Taken]) -> list[str]:
    """A name for each figure, none twice; in a pack of several they sort in the order of the page."""
    stems = [naming.stem(one) for one in taken]
    if len(stems) == 1:
        return stems
    return [f"{number:02d}_{stem}"[:naming.LONGEST - 5].rstrip("-_") for number, stem in enumerate(stems, 1)]


def _contents(taken: Sequence[Taken], names: Sequence[str]) -> list[str]:
    listed = [line for name, one in zip(names, taken, strict=True)
              for line in ("", f"{name}", one.figure.title, one.figure.subtitle)]
    return [f"{len(taken)} figures from {SITE}", f"Data version {taken[0].version}, built "
            f"{spell_date(taken[0].built)}. Each folder holds one figure.", *listed]


def _lines(*lines: str) -> bytes:
    """Text that every editor shows with its lines apart and its letters right."""
    return ("\n".join(lines) + "\n").replace("\n", "\r\n").encode("utf-8-sig")
