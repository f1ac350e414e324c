"""Checks that follow from a figure's own kind: typing a stated total or difference brings its check with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

STATED = re.compile(r"(^|_)(total|growth|change|variance)(_|$)")  # ids of figures that a document reckons itself
TEAMS = {"all_mental_health": "all mental health staff", "children_and_young_people": "children's staff",
         "community_mental_health": "community team staff", "acute_inpatient": "acute ward staff",
         "iapt": "Talking Therapies staff", "perinatal": "perinatal staff"}
ACTUAL, PLANNED = "staff_in_post", "projected_staff_in_post"
UNSAID = "Whether people or whole-time equivalents are counted is not stated."
ONE_SIDED = "The document does not print both numbers that this lies between."
# measure: which number less which, at what distance in time, and what the statement says
DIFFERENCES = {
    "stated_variance": (ACTUAL, PLANNED, "same", "Gap between actual and planned {team} in {when}"),
    "stated_change_from_q1": (PLANNED, ACTUAL, "first quarter", "Planned growth of {team} from June 2022 to {when}"),
    "stated_growth": (ACTUAL, ACTUAL, "start", "Growth of {team} to {when}"),
    "stated_projected_growth": (PLANNED, ACTUAL, "start", "Planned growth of {team} to {when}"),
}


def money_checks(totals: pd.DataFrame, lines: pd.DataFrame) -> Iterator[dict[str, object]]:
    """A check of each total of a money table: the lines of the same table, area and year."""
    for _, total in totals[totals["table_name"] != "text"].iterrows():
        same = (lines[["table_name", "area_code", "financial_year"]]
                == total[["table_name", "area_code", "financial_year"]]).all(axis=1)
        yield _row(total, "total", f"Money for {total['area_name']} in {total['financial_year']} "
                   f"({total['table_name'].lower()})", "£", f"sum({', '.join(lines.loc[same, 'figure_id'])})")


def staff_checks(staff: pd.DataFrame) -> Iterator[dict[str, object]]:
    """A check of each difference that the plan states of staff; without a formula where a number is not printed."""
    at = {(row["team"], row["measure"], row["as_at"]): row["figure_id"] for _, row in staff.iterrows()}
    days = sorted({day for _, measure, day in at if measure == ACTUAL})
    for _, row in staff[staff["measure"].isin(DIFFERENCES)].iterrows():
        more, less, before, words = DIFFERENCES[row["measure"]]
        then = {"same": row["as_at"], "first quarter": days[1], "start": days[0]}[before]
        sides = at.get((row["team"], more, row["as_at"])), at.get((row["team"], less, then))
        when = pd.Timestamp(row["as_at"]).strftime("%B %Y")
        unit, _, unsaid = row["unit"].partition(" (")
        yield _row(row, "difference", words.format(team=TEAMS[row["team"]], when=when), unit,
                   f"{sides[0]} - {sides[1]}" if all(sides) else "", rounded_to=0.01,
                   note=(UNSAID if unsaid else None) if all(sides) else ONE_SIDED)


def _row(figure: pd.Series, kind: str, statement: str, unit: str, formula: str,
         rounded_to: float | None = None, note: str | None = None) -> dict[str, object]:
    return {"check_id": f"r_{figure['figure_id']}", "kind": kind, "document": figure["document"],
            "section": figure["section"], "statement": statement, "stated_figure": figure["figure_id"],
            "unit": unit, "formula": formula, "rounded_to": rounded_to, "note": note,
            "source_id": figure["source_id"]}
