"""File names that say what, where, period and data version, sort, and are allowed on every system."""

from __future__ import annotations

import re

from dashboard.export.taken import Taken
from dashboard.text import MONTHS
from dashboard.text import file_name as slug

LONGEST = 100
WHERE = "Area"
PERIODS = ("period", "financial_year", "year")
_MONTH = "|".join(MONTHS)
_FINANCIAL = re.compile(r"April (\d{4}) to March (\d{4})")
_PERIOD = re.compile(rf"\b(?:(?:Q([1-4]) )?(\d{{4}})/(\d{{2}})|(?:({_MONTH}) )?((?:19|20)\d\d))\b")


def file_name(taken: Taken, ending: str) -> str:
    """The name of a file of this figure: "trends_trend-recovery-after_rugby_2017-18-to-2024-25_data-….png".

    Page, figure and measure, area, period, data version. At most 100 characters; the measure gives way first.
    """
    return f"{_stem(taken, LONGEST - len(ending) - 1)}.{ending}"


def stem(taken: Taken) -> str:
    """The same name without an ending, short enough for any."""
    return _stem(taken, LONGEST - len(".xlsx"))


def period(taken: Taken) -> str:
    """The period the figure is about, so that names sort: "2024-25", "2022-06" or "2017-18 to 2024-25"; "" if unknown.

    It is the last part of the sub-title that names one, else what the rows say.
    """
    figure = taken.figure
    said = reversed(figure.subtitle.split(" · "))
    rows = (" ".join(str(value) for value in figure.data[column].dropna().unique())
            for column in PERIODS if column in figure.data)
    for words in (*said, *rows):
        found = sorted(set(_periods(words)))
        if found:
            return found[0] if len(found) == 1 else f"{found[0]} to {found[-1]}"
    return ""


def _periods(words: str) -> list[str]:
    """Every period in some words, the year first."""
    years = _FINANCIAL.sub(lambda found: f"{_financial(int(found[1]))} {_financial(int(found[2]) - 1)}", words)
    return [_sortable(*found.groups()) for found in _PERIOD.finditer(years)]


def _financial(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02d}"


def _sortable(quarter: str | None, start: str | None, end: str | None, month: str | None, year: str | None) -> str:
    if start:
        return f"{start}-{end}" + (f"-q{quarter}" if quarter else "")
    return f"{year}-{MONTHS.index(month) + 1:02d}" if month else str(year)


def _stem(taken: Taken, room: int) -> str:
    page, figure = slug(taken.page), slug(taken.figure.id)
    measure = slug(re.sub(r"['’]| \(.*", "", taken.figure.subtitle.split(" · ")[0]))
    ends = slug(taken.choices.get(WHERE, "")[:40], period(taken), f"data-{taken.version}"[:20])
    what = measure if figure == page else f"{figure}-{measure}"
    return "_".join(part for part in (page, _cut(what, room - len(page) - len(ends) - 2), ends) if part)


def _cut(words: str, room: int) -> str:
    """The first whole words that have room, or as much of the first as has."""
    if len(words) <= room:
        return words.strip("-")
    whole = words[:room + 1].rpartition("-")[0]
    return (whole or words[:room]).strip("-")
