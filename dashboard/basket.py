"""The basket: figures picked from the pages for a briefing, and their form in the web address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from dashboard.choices import PAGES
from dashboard.filters import LONGEST_VALUE, Allowed, Filters
from dashboard.text import join

MOST = 40  # figures in one briefing
LONGEST = 1200  # characters of one pick as written: every character of a searched word may take twelve
FIRST_PAGE = "glance"  # what an address calls app.py, which has no name of its own there
BETWEEN, WITHIN = "~", "."
PATHS = {FIRST_PAGE if path == "app.py" else PurePosixPath(path).stem: path for path in PAGES}
STEMS = {path: stem for stem, path in PATHS.items()}
FIELDS = {field.name for field in fields(Filters)}


@dataclass(frozen=True)
class Pick:
    """One figure as picked: the page's path ("pages/trends.py"), the figure's id, and the choices it was made with."""

    path: str
    figure: str
    filters: Filters


@dataclass(frozen=True)
class Words:
    """An author's words on one pick: a heading over it and a note under it, "" for none."""

    heading: str = ""
    note: str = ""


def write(picks: Iterable[Pick]) -> list[str]:
    """Each pick as one value of the address: "trends.latest~indicator.imd~district.E07000220".

    Page and figure, then the choices that differ from the default. What is neither a letter, a digit, "-" nor "_" is
    percent-coded, dots and tildes too, so that ``read`` gives the same picks back. Raises KeyError for a path that is
    no page.
    """
    return [BETWEEN.join(_coded(name) + WITHIN + _coded(value) for name, value in
                         ((STEMS[pick.path], pick.figure), *pick.filters.query().items())) for pick in picks]


def read(values: Sequence[str], known: Allowed) -> tuple[list[Pick], list[str]]:
    """The picks of an address in order, and one phrase for each value that was ignored: what it is, and why.

    ``known`` says for each filter whether a value is known (``allowed.allowed(store)``). A pick with a filter that is
    not known is left out whole, for with the default in its place it would be another figure than the one picked.
    """
    picks: list[Pick] = []
    ignored: list[str] = []
    for place, value in enumerate(values):
        if len(picks) == MOST:
            ignored.append(_beyond(values[place:]))
            break
        pick, why = _read(value, known)
        if pick is not None and pick in picks:
            pick, why = None, "the same figure twice"
        if pick is None:
            ignored.append(f"“{short(value)}” ({why})")
        else:
            picks.append(pick)
    return picks, ignored


def missing(pick: Pick, figures: Iterable[str], choices: Mapping[str, str]) -> str:
    """A sentence: the page does not show the picked figure, under which choices, and what it shows in its place."""
    page = PAGES[pick.path]
    standing = "; ".join(f"{label}: {value}" for label, value in choices.items())
    under = f" for these choices ({standing})" if standing else ""
    shown = [f"“{figure}”" for figure in figures]
    instead = f"It shows {join(shown)}." if shown else "It shows no figure."
    return f"The page “{page}” shows no figure “{short(pick.figure)}”{under}. {instead}"


def short(text: str) -> str:
    """At most sixty printable characters of what an address held, so that a notice stays readable."""
    clean = "".join(character for character in text if character.isprintable() and character not in "[]()<>`*$\\")
    return clean if len(clean) <= 60 else clean[:60] + "…"


def _coded(text: str) -> str:
    return quote(text, safe="").replace(".", "%2E").replace("~", "%7E")


def _read(value: str, known: Allowed) -> tuple[Pick | None, str]:
    """The pick, or None and why there is none."""
    if len(value) > LONGEST:
        return None, f"longer than {LONGEST:,} characters"
    try:
        (stem, figure), *chosen = [_halves(part) for part in value.split(BETWEEN)]
    except UnicodeDecodeError:
        return None, "not readable as text"
    if (stem or FIRST_PAGE) not in PATHS:
        return None, f"no page “{short(stem)}”"
    if not figure or len(figure) > LONGEST_VALUE:
        return None, "names no figure" if not figure else "the name of the figure is too long"
    wrong = [why for name, code in chosen if (why := _wrong(name, code, known))]
    names = [name for name, _ in chosen]
    wrong += [f"{name} given {names.count(name)} times" for name in dict.fromkeys(names) if names.count(name) > 1]
    if wrong:
        return None, join(wrong)
    return Pick(PATHS[stem or FIRST_PAGE], figure, Filters(**dict(chosen))), ""


def _halves(part: str) -> tuple[str, str]:
    name, _, value = part.partition(WITHIN)
    return unquote(name, errors="strict"), unquote(value, errors="strict")


def _wrong(name: str, code: str, known: Allowed) -> str:
    """Why a choice of a pick cannot be taken over; "" where it can."""
    if name not in FIELDS:
        return f"no filter “{short(name)}”"
    if len(code) > LONGEST_VALUE:
        return f"{name} longer than {LONGEST_VALUE} characters"
    return "" if known[name](code) else f"{name} “{short(code)}” is not known"


def _beyond(values: Sequence[str]) -> str:
    more = f" and {len(values) - 1:,} more" if len(values) > 1 else ""
    return f"“{short(values[0])}”{more} (a briefing holds at most {MOST} figures)"
