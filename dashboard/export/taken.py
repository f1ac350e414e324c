"""A figure on its way out: the figure with all that has to go with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.figure import Figure
from dashboard.registry import Source, load_sources


@dataclass(frozen=True)
class Taken:
    """A figure with its page, the filters in force, its address, and the data it was made from.

    ``choices`` maps each filter of the page to what it stands at, in readers' words ("Area": "Rugby"). ``link`` is the
    absolute address that opens the figure again. ``version`` names the data, ``built`` is the ISO date of its build.
    """

    figure: Figure
    page: str
    choices: Mapping[str, str]
    link: str
    version: str
    built: str

    @property
    def sources(self) -> list[Source]:
        """The sources of the figure, each once, in its order."""
        return [load_sources()[source] for source in dict.fromkeys(self.figure.sources)]

    @property
    def notes(self) -> list[str]:
        """How to read the figure, where its page says that apart from it, and its caveats."""
        return [note.strip() for note in (self.figure.reading, *self.figure.notes) if note.strip()]
