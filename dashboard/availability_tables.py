"""What can be filtered, as tables: one indicator, a theme, the marks and their meaning, and the matrix to take away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from dashboard.availability import Cell, Matrix, later
from dashboard.availability_rules import AREAS, GROUPS, REASONS, Blank
from dashboard.catalogue import FULL, PARTLY, to_csv
from dashboard.registry import load_registry, load_sources

SHORT = {"lsoa": "LSOA", "msoa": "MSOA", "ward": "Ward", "place": "Place", "district": "District",
         "county": "Warwickshire", "icb": "ICB", "region": "Region", "country": "England"}


def mark(cell: Cell) -> str:
    """A cell in a table: a mark and words, so that it never rests on colour or shape alone."""
    if not cell.held:
        return f"{REASONS[cell.state].mark} {REASONS[cell.state].short}"
    years = "–".join(dict.fromkeys(map(str, (cell.years[0], cell.years[-1]))))
    return f"{FULL if cell.blank is None else PARTLY} {years}"


def one_indicator(cells: Matrix, code: str, groups: Iterable[str] = tuple(GROUPS)) -> pd.DataFrame:
    """A row a kind of area, a column a group: the years with figures, or why there are none."""
    return pd.DataFrame([{"Kind of area": area.label} | {
        GROUPS[group].capitalize(): mark(cells[code, name, group]) for group in dict.fromkeys(groups)}
        for name, area in AREAS.items()])


def of_theme(cells: Matrix, codes: Iterable[str], group: str, areas: Iterable[str] = tuple(AREAS)) -> pd.DataFrame:
    """A row an indicator, a column a kind of area, for one group."""
    return pd.DataFrame([{"Figure": load_registry()[code].label} | {
        SHORT[area]: mark(cells[code, area, group]) for area in dict.fromkeys(areas)} for code in codes])


def marks(cells: Matrix, codes: Iterable[str]) -> str:
    """The marks in use with what they mean, and how many cells of these indicators have each, as a Markdown list."""
    wanted = set(codes)
    states = Counter(cell.state for (code, _, _), cell in cells.items() if code in wanted)
    rows = [(f"{FULL} years", "every area of the kind has a figure; the years are the first and the last", "held"),
            (f"{PARTLY} years", "some areas of the kind have one", "held in part")]
    rows += [(f"{reason.mark} {reason.short}", reason.meaning, name) for name, reason in reversed(REASONS.items())]
    return "\n".join(f"- **{shown}**: {words} ({states[name]:,} {'cell' if states[name] == 1 else 'cells'})"
                     for shown, words, name in rows if states[name])


def held_and_all(cells: Matrix, codes: Iterable[str]) -> tuple[int, int]:
    """How many cells of these indicators hold figures, and how many cells there are."""
    wanted = set(codes)
    mine = [cell for (code, _, _), cell in cells.items() if code in wanted]
    return sum(cell.held for cell in mine), len(mine)


def matrix_csv(cells: Matrix) -> bytes:
    """The whole matrix as CSV, one row an indicator, kind of area and group, with reasons for all that is missing."""
    return to_csv(pd.DataFrame([_row(cell) for cell in cells.values()]).astype({"areas_in_all": "Int64"}))


def _row(cell: Cell) -> dict[str, object]:
    indicator, blank = load_registry()[cell.indicator], cell.blank
    beyond = later(cell.indicator)
    return {
        "indicator": cell.indicator, "figure": indicator.label, "theme": indicator.theme,
        "kind_of_area": AREAS[cell.area].label, "group": GROUPS[cell.group],
        "state": cell.state if cell.held else "blank", "periods": "; ".join(cell.periods),
        "areas_with_a_figure": cell.areas, "areas_in_all": cell.of_areas or None,
        "figures": cell.figures, "suppressed_figures": cell.suppressed,
        "reason": "" if blank is None else REASONS[blank.reason].short, "why": "" if blank is None else blank.why,
        "holder": "" if blank is None else blank.holder, "how_we_know": "" if blank is None else _known(blank),
        "look_at_instead": "" if blank is None else blank.figure or blank.table or blank.page,
        "periods_missing": "; ".join(f"{', '.join(gap.periods)} ({REASONS[gap.blank.reason].short}: {gap.blank.why}; "
                                     f"held by {gap.blank.holder})" for gap in cell.gaps),
        "later_periods": f"{REASONS[beyond.reason].short}: {beyond.why}; held by {beyond.holder}"
        if beyond is not None and cell.held else ""}


def _known(blank: Blank) -> str:
    sources = load_sources()
    return "; ".join(f"{sources[name].title}, {sources[name].publisher}" if name in sources else name
                     for name in blank.known_from)
