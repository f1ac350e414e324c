"""Promises as figures: commitments and targets in, the parts of a card out. No Streamlit, no SQL."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import pandas as pd

from dashboard import charts_strategy, targets
from dashboard.charts_care import worded_rows
from dashboard.choices import DOCUMENTS
from dashboard.forecast import Forecast
from dashboard.registry import dimension_labels, load_registry
from dashboard.scales import Mode
from dashboard.strategy import OVERDUE, Commitment, Tally
from dashboard.strategy_words import commitments as counted
from dashboard.targets import MET, UNKNOWN, Target
from dashboard.text import spell_date, spell_period
from dashboard.vocabulary import load_words

Parts: TypeAlias = dict[str, Any]
FIRST_YEAR, LAST_YEAR = 2015, 2028  # the span the five documents speak of, widened where a date lies outside it
REPORTED = ("A standing is what these documents last reported, not what has happened since. A due date is the last day "
            "of the time that the document names.")
LIMITS = ("Limits are worked out from the published counts (Wilson's method). Where they reach over the target, "
          "meeting it or being short of it may be chance. Groups of which nothing is published are not shown.")
DOCUMENT_TABLE = {
    "document": "Document", "total": "Commitments", "checkable": "Deliverables, metrics and targets",
    "measured": "of them measured by figures held here", "dated": "With a due date", "overdue": "Past it, not reported",
    "achieved": "Achieved", "unmet": "Not met", "under_way": "Under way",
    "not_started": "Not started", "silent": "No later report"}
DOT_TABLE = {"theme": "Theme", "when": "Due", "promise": "Promise", "standing": "Standing", "document": "Document"}
TARGET_TABLE = {
    "what": "What is counted", "promised": "Promised", "verdict": "Met?", "shown": "Latest figure", "when": "Period",
    "distance": "Distance", "whom": "For whom it is not met", "due": "Due", "scope": "Whose aim",
    "forecast": "Forecast", "missing": "What would measure it", "holder": "Who holds that", "document": "Document",
    "gaps": "Inequality view", "note": "Note"}
GROUP_TABLE = {"split": "Compared by", "name": "Group", "shown": "Value", "low_shown": "Lower 95%",
               "high_shown": "Upper 95%", "held_to": "Against the target"}
KEY = {"open": "Date passed, outcome not reported", "unmet": "Reported as not met", "done": "Reported as achieved",
       "coming": "Date still to come"}
PREFIX = {"deprivation_decile": "Deprivation tenth ", "age_band": "Age: "}  # groups that do not say of what they are
GROUP_OF = {OVERDUE: "open", "not_met": "unmet", "achieved": "done"}


def by_document(tally: Tally) -> Parts:
    """How many commitments each document holds, how many can be measured, and how they stand."""
    rows = [_counts(DOCUMENTS[document], part) for document, part in tally.documents.items()]
    if len(rows) > 1:
        rows.append(_counts("All together", tally))
    title = (f"{tally.states[OVERDUE]} of {tally.dated} dated commitments are past due, not reported" if tally.dated
             else f"None of {counted(tally.total)} has a due date")
    return {"id": "documents", "title": title,
            "subtitle": "Commitments of the strategy documents, by what the documents last reported",
            "graphic": None, "alt_text": f"{title}. A table of {len(rows)} rows.",
            "data": pd.DataFrame(rows), "sources": _sources(tally.rows), "notes": (REPORTED,),
            "columns": DOCUMENT_TABLE}


def _counts(name: str, tally: Tally) -> dict[str, object]:
    states = tally.states
    return {"document": name, "total": tally.total, "checkable": tally.checkable.total,
            "measured": tally.checkable.measured["held"], "dated": tally.dated, "overdue": states[OVERDUE],
            "achieved": states["achieved"], "unmet": states["not_met"],
            "under_way": tally.under_way, "not_started": states["not_started"], "silent": states["no_later_report"]}


def _sources(rows: Sequence[Commitment]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.source_id for row in rows))


def timeline(tally: Tally, mode: Mode, day: str) -> Parts | None:
    """Every dated commitment on its day, by theme; None where none has a date."""
    dated = [row for row in tally.rows if row.due]
    if not dated:
        return None
    labels = load_words()
    dots = pd.DataFrame([{
        "theme": labels["theme"][row.theme], "due": row.due, "group": GROUP_OF.get(row.state, "coming"),
        "promise": row.promise, "when": spell_date(row.due), "standing": labels["state"][row.state],
        "document": DOCUMENTS[row.document]} for row in dated])
    themes = pd.DataFrame([{"theme": labels["theme"][theme], "undated": f"{part.total - part.dated} undated"}
                           for theme, part in tally.themes.items()])
    years = (min(FIRST_YEAR, int(dots["due"].min()[:4])), max(LAST_YEAR, int(dots["due"].max()[:4])))
    passed = sum(row.due < day for row in dated)
    title = f"{passed} of {len(dated)} due dates have passed; {tally.total - len(dated)} commitments have none"
    held = set(dots["group"])
    first, last = spell_date(str(dots["due"].min())), spell_date(str(dots["due"].max()))
    key = {group: label for group, label in KEY.items() if group in held}
    return {"id": "timeline", "title": title,
            "subtitle": f"Commitments by due date and theme · {years[0]} to {years[1]} · "
                        f"dashed line: {spell_date(day)}",
            "graphic": charts_strategy.timeline(dots, themes, mode, years=years, today=day, key=key),
            "alt_text": f"{title}. A mark for each of {len(dated)} dated commitments, from {first} to {last}, in "
                        f"{len(themes)} themes; those without a date are counted beside their theme. The table under "
                        "the figure has every promise.",
            "data": dots.sort_values(["due", "theme"], ignore_index=True), "sources": _sources(dated),
            "notes": (REPORTED, "One mark is one commitment; commitments that state no due date are not drawn but "
                      "counted at the right as undated."), "columns": DOT_TABLE}


def target_table(found: Sequence[Target], groups: Mapping[str, pd.DataFrame], forecasts: Mapping[str, Forecast | None],
                 link: Callable[..., str]) -> Parts:
    """Every target with its figure, distance, whether it is met and for whom it is not."""
    verdicts = pd.Series([target.verdict for target in found])
    unknown = (verdicts == UNKNOWN).sum()
    title = f"{unknown} of {len(found)} targets can't be checked with the figures held here"
    labels = load_words()
    rows = [{
        "what": target.what, "promised": target.promised, "verdict": targets.VERDICTS[target.verdict],
        "shown": target.shown, "when": target.when, "distance": target.distance,
        "whom": whom(groups[target.id]) if target.id in groups else "", "scope": labels["scope"][target.scope],
        "due": spell_date(target.due) if target.due else "none stated",
        "forecast": (forecasts[target.id] or Forecast("")).words, "missing": target.would_measure,
        "holder": target.holder, "document": DOCUMENTS[target.document],
        "gaps": gaps_link(target, groups, link), "note": " ".join(filter(None, (target.indicator_note, target.note))),
    } for target in found]
    sources = dict.fromkeys(source for target in found for source in (target.source_id, target.value_source) if source)
    return {"id": "targets", "title": title,
            "subtitle": "Every target with a number in the strategy documents, beside the latest figure held",
            "graphic": None, "alt_text": f"{title}. A table of {len(rows)} targets.", "data": pd.DataFrame(rows),
            "sources": tuple(sources), "notes": (
                "A target is met or short only where the figure measures exactly what was promised, for the whole "
                "area it was promised for. 100% stands for “all” or “every” where a document says so in words.",),
            "columns": TARGET_TABLE, "folded": True}


def gaps_link(target: Target, groups: Mapping[str, pd.DataFrame], link: Callable[..., str]) -> str:
    """The address of the inequality view of a target; "" where nothing is published by group."""
    if target.id not in groups:
        return ""
    return link("pages/inequality_gaps.py", indicator=target.indicator, dimension=str(
        groups[target.id]["dimension"].iloc[0]), record="")


def whom(groups: pd.DataFrame) -> str:
    """The groups that the target is not met for, with their figures; chance is named where it may be chance."""
    below = groups[~groups["met"]]
    if below.empty:
        return "met for every group that is published"
    labels = dimension_labels()
    parts = []
    for dimension, rows in below.groupby("dimension", sort=False):
        total = (groups["dimension"] == dimension).sum()
        names = ", ".join(f"{row['name']} at {row['shown']}{'' if row['sure'] else ' (may be chance)'}"
                          for _, row in rows.iterrows())
        parts.append(f"by {labels[str(dimension)]} ({len(rows)} of {total}): {names}")
    return "; ".join(parts)


def group_figure(target: Target, groups: pd.DataFrame, mode: Mode) -> Parts:
    """Every published group held to the target: a dot with its limits, and the target as an upright mark."""
    indicator = load_registry()[target.indicator]
    title = group_finding(target, groups)
    rows = groups.assign(
        split=groups["dimension"].map(dimension_labels()).str.capitalize(),
        low_shown=groups["low"].map(indicator.show), high_shown=groups["high"].map(indicator.show),
        held_to=[f"{'meets it' if met else 'short of it'}{'' if sure else ', may be chance'}"
                 for met, sure in zip(groups["met"], groups["sure"], strict=True)])
    drawn = rows.assign(
        name=groups["dimension"].map(PREFIX).fillna("") + rows["name"], target=target.target_value,
        paint=["better" if met else "worse" for met in rows["met"]],
        shown=rows["shown"] + [" ✓" if met else " ▼" for met in rows["met"]])
    period = spell_period(str(rows["period"].iloc[0]), rows["period_end"].iloc[0])
    return {"id": "whom", "title": title,
            "subtitle": f"{indicator.label} ({indicator.unit}) · {target.promised} · {period}",
            "graphic": worded_rows(
                drawn[["name", "shown", "value", "low", "high", "target", "paint"]], mode, dots=True, unit="Share, %",
                key=["✓ and blue: reaches the target. ▼ and orange: short of it.",
                     "Upright mark: the target. Thin line: 95% limits."]),
            "alt_text": f"{title}: {whom(groups)}. A dot for each of {len(rows)} groups beside the target; the table "
                        "under the figure says the same.",
            "data": rows, "sources": tuple(rows["source_id"].unique()), "notes": (LIMITS, indicator.caveat),
            "columns": GROUP_TABLE}


def group_finding(target: Target, groups: pd.DataFrame) -> str:
    """How many groups the target is not met for, and for how many that is beyond chance."""
    short = groups[~groups["met"]]
    if short.empty:
        return "Met for every group that is published"
    overall = "Met overall" if target.verdict == MET else "Short overall"
    return f"{overall}; {len(short)} of {len(groups)} groups are short of it, {short['sure'].sum()} beyond chance"
