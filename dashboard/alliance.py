"""The mental health alliance: how it came about and what its case study says others can learn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from dashboard import charts_governance
from dashboard.scales import Mode
from dashboard.text import plain, spell_date

LETTERS = {True: 33, False: 132}  # of an event on a phone and on a wide screen
PAPER = 94  # letters of an event in a picture for paper
OWN = "learnt"  # in the heading under which the case study draws its own lessons
WAITING = "no_later_report"


def timeline_parts(rows: pd.DataFrame, mode: Mode, *, phone: bool) -> dict[str, Any]:
    """The alliance's story as a timeline, with its table."""
    dated = rows["date"].notna()
    told = rows.assign(dated=dated, when=[spell_date(date) if known else stated[:1].upper() + stated[1:] for
                                          date, stated, known in zip(rows["date"], rows["date_as_stated"], dated,
                                                                     strict=True)])
    first, last = rows.loc[dated, "date"].min()[:4], rows.loc[dated, "date"].max()[:4]
    title = f"The alliance in {len(rows)} steps, {first} to {last}; {int((~dated).sum())} carry no date"
    return {
        "id": "timeline", "title": title,
        "subtitle": "How the voluntary sector's mental health alliance came about · Coventry and Warwickshire · "
                    "in the order of the case study's story",
        "graphic": charts_governance.timeline(told, mode, letters=LETTERS[phone]),
        "drawing": lambda: charts_governance.timeline(told, mode, letters=PAPER),
        "alt_text": f"{title}. A line with a dot for each step, full where a date is stated. The table below says "
                    "the same.",
        "data": told, "sources": tuple(rows["source_id"].unique()),
        "notes": ("A full dot has a date in the case study, a ring has none; undated steps stand where the story "
                  "tells them.",),
        "columns": {"step": "Step", "when": "When", "event": "What happened"}}


def lessons_title(rows: pd.DataFrame) -> str:
    """The finding on the lessons."""
    waiting = int((rows["status"] == WAITING).sum())
    later = "none has" if waiting == len(rows) else f"{len(rows) - waiting} have"
    return f"{len(rows)} lessons; {later} a later report in these documents"


def _own(rows: pd.DataFrame) -> pd.Series:
    return rows["section"].str.contains(OWN, regex=False)


def lessons_list(rows: pd.DataFrame, link: Callable[[str], str]) -> tuple[str, str]:
    """Markdown: the case study's own lessons, and those of older reports; each a link to its record on Strategy."""
    own = _own(rows)

    def listed(found: pd.DataFrame) -> str:
        return "\n".join(f"1. [{plain(row['promise'])}]({link(row['id'])})" + (
            f" For: {plain(row['lead'][:1].lower() + row['lead'][1:])}." if row["lead"] != "none stated" else "")
            for row in found.to_dict("records"))

    return (f"**The case study's own lessons**\n\n{listed(rows[own])}",
            f"**Lessons of older reports that it retells**\n\n{listed(rows[~own])}")


def lessons_parts(rows: pd.DataFrame) -> dict[str, Any]:
    """Every lesson in a table: the case study's own, and those of older reports that it retells."""
    own = _own(rows)
    table = rows.assign(whose=["The case study's own" if mine else "An older report's, retold" for mine in own],
                        note=rows["note"].fillna("")).sort_values("whose", ascending=False, kind="stable")
    title = lessons_title(rows)
    return {
        "id": "lessons", "title": title,
        "subtitle": f"What others can learn: {int(own.sum())} lessons of the case study and {int((~own).sum())} of "
                    "older reports · Coventry and Warwickshire",
        "graphic": None, "alt_text": f"{title}. Table.", "data": table,
        "sources": tuple(rows["source_id"].unique()),
        "notes": ("Each lesson is told in our words. Whether anybody has acted on it, these documents do not say.",),
        "columns": {"promise": "Lesson", "lead": "For whom", "whose": "Whose lesson", "note": "Note"}, "folded": True}
