"""What can be filtered, in words: the answer to "can I see this figure by … and by …?", and where to look."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.availability import Cell, Matrix, later
from dashboard.availability_rules import AREAS, GROUPS, HELD_BY, NOT_FOUND, REASONS, Blank
from dashboard.boundaries import LEVELS
from dashboard.choices import AREA_LABELS, PAGES, PLACES
from dashboard.registry import load_registry, load_sources
from dashboard.text import join, plain, spell_period

NEAREST = ("district", "place", "county", "icb", "region", "country", "ward", "msoa", "lsoa")  # to look at instead
FEW_PERIODS = 3  # named one by one in a sentence
REGIONS = {"region": "the West Midlands", "nhs_region": "the NHS Midlands region"}
BESIDE = {"provider": "its NHS trust", "peer_icb": "NHS areas like it"}


@dataclass(frozen=True)
class Way:
    """A link to where something can be seen: a page, its label, and the choices to make there."""

    page: str
    label: str
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Part:
    """One part of a question: what was asked, the cell that answers it, and all cells that hold it for a group."""

    asked: str
    cell: Cell
    held: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Answer:
    """The finding, a line of Markdown for each part of the question, and where to look."""

    finding: str
    lines: tuple[str, ...]
    ways: tuple[Way, ...]


def answer(cells: Matrix, code: str, area: str, group: str, mapped: Collection[str]) -> Answer:
    """The answer for one indicator, kind of area and group; ``mapped`` are the indicators that a map can show."""
    parts = _parts(cells, code, area, group)
    lines = [line for part in parts for line in _lines(part)]
    beyond = later(code)
    last = next((part.cell.periods[-1] for part in reversed(parts) if part.cell.held), "")
    if beyond is not None and last:
        lines.append(f"**After {plain(spell_period(last))}: {REASONS[beyond.reason].words}.** {_why(beyond)}")
    return Answer(_finding(parts), tuple(lines), tuple(_ways(parts, cells, mapped)))


def _parts(cells: Matrix, code: str, area: str, group: str) -> list[Part]:
    """The question in parts: the area and the group together if they are there together, else each by itself."""
    asked, by, both = AREAS[area].asked, f"by {GROUPS[group]}", cells[code, area, group]
    if group == "all":
        return [Part(asked, both)]
    if both.held:
        return [Part(f"{asked} and {by} at once", both)]
    of_area = next((cells[code, area, other] for other in GROUPS if cells[code, area, other].held),
                   cells[code, area, "all"])
    held = tuple(cells[code, other, group] for other in NEAREST if cells[code, other, group].held)
    # Where everyone has a figure, a blank is about the group and not about the area.
    blank = next((cells[code, other, group] for other in NEAREST if cells[code, other, "all"].held), both)
    parts = [Part(asked, of_area), Part(by, held[0] if held else blank, held)]
    return [*parts, Part("both at once", both)] if of_area.held and held else parts


def _finding(parts: Sequence[Part]) -> str:
    """The answer in few words, as they stand after the figure's name and a colon."""
    if len(parts) == 1:
        asked, cell = parts[0].asked, parts[0].cell
        starts = {"held": "yes, ", "held in part": "in part ", "elsewhere": "as another figure "}
        return f"{starts.get(cell.state, 'no, not ')}{asked}"
    if len(parts) == 3:
        return f"{_named(parts[0])} or {parts[1].asked}, but not both at once"
    phrases = sorted(parts, key=lambda part: not part.cell.held)
    if not any(part.cell.held or part.cell.state == "elsewhere" for part in parts):
        return f"neither {parts[0].asked} nor {parts[1].asked}"
    if all(part.cell.state == "elsewhere" for part in parts):
        return f"as another figure {parts[0].asked} and {parts[1].asked}"
    return ", but ".join(_named(part) for part in phrases)


def _named(part: Part) -> str:
    starts = {"held": "", "held in part": "in part ", "elsewhere": "as another figure "}
    return f"{starts.get(part.cell.state, 'not ')}{part.asked}"


def _lines(part: Part) -> list[str]:
    """One part of the answer in Markdown: yes, in part or no, with what there is or why there is nothing."""
    cell, head = part.cell, f"{part.asked[:1].upper()}{part.asked[1:]}"
    if not cell.held:
        return [f"**{head}: {REASONS[cell.state].words}.** {_why(cell.blank)}"] if cell.blank else []
    where = join([_place(one) for one in part.held]) if part.held else _place(cell)
    named = where == AREAS[cell.area].plural and not part.held  # what was asked names the area already
    when = f"{_when(cell)}{_beside(cell)}" if named else f"{where}{_beside(cell)}: {_when(cell)}"
    words = [f"**{head}: {'yes' if cell.blank is None else 'in part'}.** {when[:1].upper()}{when[1:]}."]
    if cell.suppressed and not any(gap.blank.reason == "suppressed" for gap in cell.gaps):
        words.append(f"{cell.suppressed:,} of {cell.figures:,} figures are suppressed: they count too few people.")
    lines = [" ".join(words)]
    if cell.blank is not None:
        lines.append(f"**The other {AREAS[cell.area].plural}: {REASONS[cell.blank.reason].words}.** {_why(cell.blank)}")
    return lines + [f"**{head}, {_periods(gap.periods)}: {REASONS[gap.blank.reason].words}.** {_why(gap.blank)}"
                    for gap in cell.gaps]


def _why(blank: Blank) -> str:
    """A reason in Markdown: the sentence, who holds the figure, what to look at instead and where that was read."""
    words = [f"{plain(blank.why)}."]
    if blank.reason not in HELD_BY:
        words.append(f"{'Who would know' if blank.reason == NOT_FOUND else 'Who holds it'}: {plain(blank.holder)}.")
    if blank.figure:
        words.append(f"Look at: *{plain(load_registry()[blank.figure].label)}*.")
    return " ".join([*words, f"How we know: {_known(blank)}."] if blank.known_from else words)


def _known(blank: Blank) -> str:
    return join([f"[{plain(load_sources()[name].title)}]({load_sources()[name].url})" if name in load_sources()
                 else f"[the publisher's page]({name})" for name in blank.known_from])


def _place(cell: Cell) -> str:
    """The areas of a cell: "all 6 districts", "1 of 6 districts (Coventry)", "England"."""
    if cell.area == "region":
        return join([words for kind, words in REGIONS.items() if kind in cell.kinds])
    if cell.of_areas == 1:
        return AREAS[cell.area].plural
    if cell.areas == cell.of_areas:
        return f"all {cell.of_areas:,} {AREAS[cell.area].plural}"
    names = join([(AREA_LABELS | PLACES).get(code, code) for code in cell.local_areas])
    return f"{cell.areas:,} of {cell.of_areas:,} {AREAS[cell.area].plural}{f' ({names})' if names else ''}"


def _beside(cell: Cell) -> str:
    also = [words for kind, words in BESIDE.items() if kind in cell.kinds]
    return f" (with {join(also)} to compare)" if also else ""


def _when(cell: Cell) -> str:
    if len(cell.periods) <= FEW_PERIODS:
        return _periods(cell.periods)
    first, last = (plain(spell_period(cell.periods[place])) for place in (0, -1))
    return f"{len(cell.periods)} periods, the first {first}, the last {last}"


def _periods(periods: Sequence[str]) -> str:
    if len(periods) > FEW_PERIODS:
        first, last = (plain(spell_period(periods[place])) for place in (0, -1))
        return f"{len(periods)} periods (the first {first}, the last {last})"
    return join([plain(spell_period(period)) for period in periods])


def _ways(parts: Sequence[Part], cells: Matrix, mapped: Collection[str]) -> list[Way]:
    """Where to look: what there is, what a reason points to, else the nearest there is; the figure's own page last."""
    ways: list[Way] = []
    for part in parts:
        if part.cell.held:
            ways += see(part.cell, mapped)
        elif part.cell.blank is not None:
            ways += _instead(part.cell.blank)
    code = parts[0].cell.indicator
    if not any(part.cell.held for part in parts):
        near = next((cells[code, area, group] for group in ("all", *GROUPS) for area in NEAREST
                     if cells[code, area, group].held), None)
        ways += see(near, mapped)[:1] if near is not None else []
    ways.append(Way("pages/data_and_sources.py", "Its definition, sources and figures",
                    {"section": "indicators", "indicator": code}))
    return list({(way.page, tuple(way.choices.items())): way for way in ways}.values())


def see(cell: Cell, mapped: Collection[str]) -> list[Way]:
    """The pages on which the figures of a cell can be seen."""
    base = {"section": "indicators", "indicator": cell.indicator, "period": "latest", "area": "", "district": "all"}
    if cell.group != "all":
        return [Way("pages/inequality_gaps.py", f"{PAGES['pages/inequality_gaps.py']}: by {GROUPS[cell.group]}",
                    base | {"dimension": cell.group, "part": "measure"})]
    level = next((kind for kind in AREAS[cell.area].kinds if kind in cell.kinds and kind in LEVELS), "")
    if level and cell.indicator in mapped:
        return [Way("pages/inequality_map.py", f"{PAGES['pages/inequality_map.py']}: {AREAS[cell.area].asked}",
                    base | {"level": level})]
    if cell.area in ("district", "county", "icb", "region", "country"):
        return [Way("pages/trends.py", f"{PAGES['pages/trends.py']}: {AREAS[cell.area].label}", base)]
    return []


def _instead(blank: Blank) -> list[Way]:
    ways = []
    if blank.figure:
        ways.append(Way("pages/data_and_sources.py", "That figure",
                        {"section": "availability", "indicator": blank.figure, "theme": "all"}))
    if blank.page:
        ways.append(Way(blank.page, f"Page: {PAGES[blank.page]}", {"section": "indicators"}))
    if blank.table:
        ways.append(Way("pages/data_and_sources.py", f"Table: {blank.table}",
                        {"section": "tables", "table": blank.table}))
    return ways
