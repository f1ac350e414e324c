"""Words: periods, lists, comparisons and sources as plain British English."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

import pandas as pd

from dashboard.registry import Source

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")
LICENCES = {
    "OGL-UK-3.0": "Open Government Licence v3.0",
    "OPL-3.0": "Open Parliament Licence v3.0",
    "quoted": "Facts quoted with their address",
}
STATUS_WORDS = {
    "value": "", "zero": "none (a true zero)", "suppressed": "suppressed: too few people to publish",
    "not_collected": "not collected", "not_published": "not published at this level",
    "not_in_product": "published, but not in this product yet", "not_found": "not found published",
}
UNLIMITED = "no limits in our source"  # not "none are published": that is not ours to say
ROLLING = "12 months to "  # begins the name of a period whose neighbours share months with it
FINANCIAL_YEAR_END, SCHOOL_YEAR_END = (3, 31), (8, 31)


def join(parts: Sequence[str]) -> str:
    """A list as a phrase: "a", "a and b", "a, b and c"."""
    words = list(parts)
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + " and " + words[-1]


def spell_period(period: str, period_end: object = None) -> str:
    """A period with its dates written out: "April 2023 to March 2024" for a financial year.

    ``period_end`` tells a financial year (31 March) from a school year (31 August); other periods come back as given.
    """
    end = pd.to_datetime(str(period_end), errors="coerce")
    quarter = re.fullmatch(r"Q([1-4]) (\d{4})/(\d{2})", period)
    if quarter:
        number, year = int(quarter[1]), int(quarter[2])
        first = (number * 3) % 12
        return f"{MONTHS[first]} to {MONTHS[first + 2]} {year + 1 if number == 4 else year}"
    if re.fullmatch(r"\d{4}/\d{2}", period) and pd.notna(end):
        year = int(period[:4])
        if (end.month, end.day) == FINANCIAL_YEAR_END:
            return f"April {year} to March {year + 1}"
        if (end.month, end.day) == SCHOOL_YEAR_END:
            return f"school year {year}/{period[5:]}"
    return period


def year_end(period: str) -> str:
    """The month that twelve months end in: "March 2022" of "12 months to March 2022, NHS dashboard"; other periods as
    they are."""
    return period.removeprefix(ROLLING).split(",")[0]


def spell_date(date: str) -> str:
    """An ISO date, month or year written out: "30 October 2025", "April 2026", "2023"; "" stays empty."""
    parts = date.split("-")
    if len(parts) == 3:
        day = datetime.date.fromisoformat(date)
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    if len(parts) == 2:
        return f"{MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return date


def month_of(period_end: object) -> str:
    """The month a period ended: "March 2022"."""
    end = pd.Timestamp(str(period_end))
    return f"{MONTHS[end.month - 1]} {end.year}"


def as_at(period: str, period_end: object) -> str:
    """When a figure is from, in few words: a year or edition as it is, else the month it ran to."""
    return period if period.isdigit() or " to " in period else f"to {month_of(period_end)}"


def times(ratio: float) -> str:
    """A ratio as words: "twice", "4.4 times", "about the same as" near one."""
    if 0.95 <= ratio <= 1.05:
        return "about the same as"
    if 1.95 <= ratio <= 2.05:
        return "twice"
    return f"{ratio:.1f} times"


def status_words(status: str) -> str:
    """The state of a figure without a value, as words."""
    return STATUS_WORDS.get(status, status.replace("_", " "))


def source_line(source: Source) -> str:
    """Markdown: publisher's title with its address, who published it and when, and the licence."""
    published = f", published {spell_date(source.published)}" if source.published else ""
    return (f"[{source.title}]({source.url}), {source.publisher}{published}. "
            f"{LICENCES.get(source.licence, source.licence)}.")


def plain(text: str) -> str:
    """Text safe inside Markdown: the marks that would turn into formatting are escaped."""
    return re.sub(r"([\\`*_\[\]$<>#|~:])", r"\\\1", text)


def file_name(*parts: str) -> str:
    """A file name that sorts and says what it is: "imd_rugby_2025_data-f7c2fef9c3.csv"."""
    words = [re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-") for part in parts if part]
    return "_".join(word for word in words if word)
