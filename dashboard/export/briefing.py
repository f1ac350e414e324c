"""A briefing before it is a file: figures gathered from the pages in the order of a basket, with headings and notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.basket import MOST, STEMS, Pick, missing, write
from dashboard.choices import AREA_LABELS, PAGES
from dashboard.export.printed import clean
from dashboard.export.taken import Taken
from dashboard.gather import gather
from dashboard.page import Gathered
from dashboard.reader import BASKET, VERSION, address
from dashboard.registry import Source
from dashboard.store import DataError, Store

LONGEST_NOTE, LONGEST_HEADING = 10_000, 200  # characters
PAGE = "briefing"
# How every briefing ends. Some of the first are published and only not held here, as the page Data says of them too.
UNKNOWN, SOURCES, NEED_HELP = "Not known yet", "Sources", "If somebody needs help now"
Progress = Callable[[int, int, str], None]


class Cancelled(Exception):
    """The reader stopped the work; nothing was made."""


class BriefingError(ValueError):
    """A briefing cannot be made as asked; the message says why, for the reader."""


@dataclass(frozen=True)
class Part:
    """One figure of a briefing with the author's ``heading`` and ``note`` ("" for none).

    ``figure`` is None where the page shows no such figure; ``missing`` then says so.
    """

    heading: str
    note: str
    figure: Taken | None
    missing: str = ""

    @property
    def section(self) -> str:
        """What the part stands under: its own heading, else the page that it is from."""
        return self.heading or (self.figure.page if self.figure else "Not shown")


@dataclass(frozen=True)
class Briefing:
    """What a document or slides are made of: title, place, parts, data version, ISO date of its build, and link."""

    title: str
    place: str
    parts: tuple[Part, ...]
    version: str
    built: str
    link: str
    introduction: str = ""

    @property
    def sources(self) -> list[Source]:
        """Every source of every figure, each once, in the order of the figures."""
        found = {source.source_id: source for part in self.parts if part.figure for source in part.figure.sources}
        return list(found.values())


def quiet(done: int, total: int, words: str) -> None:
    """Tell nobody how far the work is."""


def never() -> bool:
    """Nobody stops the work."""
    return False


def assemble(title: str, picks: Sequence[Pick], headings: Mapping[Pick, str], notes: Mapping[Pick, str], store: Store,
             base_link: str, progress: Progress = quiet, cancelled: Callable[[], bool] = never,
             introduction: str = "") -> Briefing:
    """The briefing of these picks, each gathered from its page in the light colours, in their order.

    ``base_link`` is the absolute address of the app, ending in a slash, or "" where it is not known: then nothing is
    linked. ``progress`` is told how many figures are done, of how many, and what comes next. A figure that its page
    does not show becomes a part that says so. Raises BriefingError for too many figures or too long a text, Cancelled
    when ``cancelled()`` is true before a figure.
    """
    _check(picks, {"The title": title, "The introduction": introduction}, headings, notes)
    parts: list[Part] = []
    for place, pick in enumerate(picks):
        if cancelled():
            raise Cancelled
        progress(place, len(picks), f"Figure {place + 1} of {len(picks)}: {PAGES.get(pick.path, pick.path)}")
        parts.append(_part(pick, clean(headings.get(pick, "")).strip(), clean(notes.get(pick, "")), store, base_link))
    progress(len(picks), len(picks), "All figures are gathered")
    link = _absolute(base_link, PAGE, [*((BASKET, value) for value in write(picks)), (VERSION, store.data_version)])
    return Briefing(clean(title).strip(), _place(picks), tuple(parts), store.data_version, store.manifest["built"],
                    link, clean(introduction))


def _check(picks: Sequence[Pick], texts: Mapping[str, str], headings: Mapping[Pick, str],
           notes: Mapping[Pick, str]) -> None:
    if len(picks) > MOST:
        raise BriefingError(f"A briefing holds at most {MOST} figures; {len(picks)} were picked.")
    if not texts["The title"].strip():
        raise BriefingError("A briefing needs a title.")
    limits = [(name, text, LONGEST_HEADING if name == "The title" else LONGEST_NOTE) for name, text in texts.items()]
    for kind, given, most in (("heading", headings, LONGEST_HEADING), ("note", notes, LONGEST_NOTE)):
        limits += [(f"The {kind} of “{pick.figure}”", text, most) for pick, text in given.items()]
    for name, text, most in limits:
        if len(text) > most:
            raise BriefingError(f"{name} has {len(text):,} characters; at most {most:,} fit. Please shorten it.")


def _part(pick: Pick, heading: str, note: str, store: Store, base_link: str) -> Part:
    found = _gathered(pick, store)
    if isinstance(found, str):
        return Part(heading, note, None, found)
    if pick.figure not in found.figures:
        return Part(heading, note, None, missing(pick, found.figures, found.choices))
    query = [*pick.filters.query().items(), (VERSION, store.data_version)]
    link = _absolute(base_link, "" if pick.path == "app.py" else STEMS[pick.path], query)
    return Part(heading, note, Taken(found.figures[pick.figure], PAGES[pick.path], dict(found.choices),
                                     f"{link}#{pick.figure}" if link else "", store.data_version,
                                     store.manifest["built"]))


def _gathered(pick: Pick, store: Store) -> Gathered | str:
    """What the page shows for the pick, or a sentence that says why it shows nothing."""
    try:
        return gather(pick.path, pick.filters, store)
    except DataError as error:
        return f"The page “{PAGES[pick.path]}” cannot be shown from this data: {error}"


def _absolute(base: str, name: str, query: Sequence[tuple[str, str]]) -> str:
    """An absolute address below ``base``; "" where there is no base."""
    return base + address(name, query).removeprefix(".").removeprefix("/") if base else ""


def _place(picks: Sequence[Pick]) -> str:
    """The one area that all picks are of, else the whole area."""
    areas = {pick.filters.district for pick in picks}
    return AREA_LABELS[areas.pop() if len(areas) == 1 else "all"]
