"""Comparisons as figures: rows in, the parts of a card out. No Streamlit, no SQL."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from dashboard import gap_doubts, gap_words, inequality
from dashboard.charts_care import worded_rows
from dashboard.gaps import Comparison
from dashboard.inequality import Estimate
from dashboard.parts import Parts
from dashboard.registry import dimension_labels
from dashboard.scales import Mode
from dashboard.text import spell_period, status_words, times

BELOW = "The table under the figure says the same."
GROUP_TABLE = {"name": "Group", "shown": "Value", "low_shown": "Lower 95%", "high_shown": "Upper 95%",
               "numerator_shown": "Counted", "people_shown": "Out of", "england_shown": "England", "state": "State"}
LIMITS = ("Limits are the publisher's where our source has them, else ours: Wilson's method for shares, Byar's for "
          "rates of ten events or more.")
MEASURE_TABLE = {"measure": "Measure", "value": "Value", "lower": "Lower 95%", "upper": "Upper 95%",
                 "meaning": "What it says, or why it does not apply"}
NAMES = {
    "gap": "Gap (absolute)", "ratio": "Ratio (relative)", "sii": "Slope index of inequality (SII)",
    "rii_ohid": "Relative index of inequality (RII, OHID: least ÷ most deprived end)",
    "rii_scotgov": "Relative index of inequality (RII, Scottish Government: −SII ÷ mean)",
    "aci": "Absolute concentration index (ACI)", "rci": "Relative concentration index (RCI)",
    "par": "Population attributable risk (PAR)", "paf": "Population attributable fraction (PAF), %",
    "bgv": "Between-group variance (BGV)", "bgsd": "Between-group standard deviation",
    "idis_weighted": "Index of disparity, weighted, %", "theil": "Theil index", "mld": "Mean log deviation (MLD)",
}
MEANINGS = {
    "rii_scotgov": "The slope as a multiple of the average; 0 is no gradient.",
    "aci": "Below zero: concentrated among the most deprived; above: among the least.",
    "rci": "The same, as a share of the average; between −1 and 1.",
    "par": "How far the average would move if every group had the reference group's figure; it assumes cause.",
    "paf": "The same, as a percentage of the average; it assumes cause.",
    "bgv": "Squared distance of the groups from the average, weighted by people.",
    "bgsd": "Its root: a usual distance from the average, in the figure's own unit.",
    "idis_weighted": "Usual distance from the average, as a percentage of it.",
    "theil": "0 is equality; gives weight to groups with more than their share.",
    "mld": "0 is equality; gives weight to groups with less than their share.",
}


METHOD = ("Gap and ratio rest on the published figures; measures that weigh the groups rest on the counts, where there "
          "are any. Slopes are those of a line through all groups, each at the middle of its place in the population "
          "and weighted by its people; rates are fitted on their logarithm and shares on their log odds, and turned "
          "back, as OHID does. Limits of slopes are worked out from the groups' limits. Definitions: Low and Low 2004; "
          "OHID; Scottish Government, Long-term Monitoring of Health Inequalities; WHO, HEAT Technical Notes. Which of "
          "them are checked against published results is listed on the page Data.")


def subtitle(found: Comparison) -> str:
    """Measure, place, what is compared, and period."""
    period = spell_period(found.period, found.rows["period_end"].iloc[0])
    unit = "" if found.indicator.short_unit == "%" else f" ({found.indicator.unit})"
    return (f"{found.indicator.label}{unit} · {found.place} · by {dimension_labels()[found.dimension]} · {period}")


def groups(found: Comparison, mode: Mode) -> Parts:
    """Every group as a dot with its limits and England's value beside it."""
    rows, show = found.rows, found.shown.show
    words = {"suppressed": "suppressed", "not_published": "no rate", "not_collected": "not collected"}
    rows = rows.assign(
        shown=[show(value) if pd.notna(value) else words.get(status, "not published")
               for value, status in zip(rows["value"], rows["status"], strict=True)],
        state=rows["status"].map(status_words),
        **{f"{column}_shown": [found.indicator.show(cell) if pd.notna(cell) else "" for cell in rows[column]]
           for column in ("low", "high", "england")},
        numerator_shown=_counts(rows["numerator"]),
        people_shown=_counts(rows["weight"] * (100 if found.indicator.kind == "share" else float("nan"))))
    ends = {str(end["member"]) for end in found.ends or ()}
    picture = rows.assign(compare=rows["england"], paint=[
        "focus" if code in ends or not ends else "context" for code in rows["member"]])
    key = ["Dot: this area; the two ends of the gap are marked."]
    if rows["england"].notna().any():
        key.append("Diamond: the same group in England.")
    if rows["low"].notna().any():
        key.append("Thin line: 95% limits.")
    title = gap_words.finding(found)
    return Parts(
        title, subtitle(found),
        worded_rows(picture[["name", "shown", "value", "compare", "low", "high", "paint"]], mode, key=key, dots=True,
                    unit=axis(found)), f"{title}. A dot for each of {len(rows)} groups with its limits. {BELOW}", rows,
        tuple(rows["source_id"].unique()), _notes(found),
        {column: label for column, label in GROUP_TABLE.items() if (rows[column] != "").any()})


def axis(found: Comparison) -> str:
    """What the axis counts, short enough to stand along it; the subtitle says it in full."""
    unit = found.indicator.unit.split(", ")[0]
    return "Share, %" if found.indicator.short_unit == "%" else unit[:1].upper() + unit[1:]


def _counts(column: pd.Series) -> list[str]:
    return [f"{cell:,.0f}" if pd.notna(cell) else "" for cell in column]


def _notes(found: Comparison) -> tuple[str, ...]:
    """Everything that must stand under the figure."""
    return tuple(note for note in (
        gap_doubts.blank(found), gap_doubts.small(found), gap_words.FIFTHS_NOTE.get(found.dimension, ""),
        LIMITS if found.rows["low"].notna().any() else "", gap_words.ECOLOGICAL if found.ordered else "",
        found.indicator.caveat) if note)


def measure_rows(found: Comparison) -> pd.DataFrame:
    """Every measure with its limits and what it says, or why it does not apply."""
    told: Mapping[str, Callable[[Comparison], str]] = {
        "gap": gap_words.gap_sentence, "ratio": gap_words.ratio_sentence, "sii": gap_words.gradient_sentence,
        "rii_ohid": gap_words.relative_sentence}
    rows = []
    for key, name in NAMES.items():
        measure = found.measures[key]
        if isinstance(measure, str):
            rows.append({"measure": name, "value": "does not apply", "lower": "", "upper": "", "meaning": measure})
            continue
        meaning = told[key](found) if key in told else MEANINGS[key]
        rows.append({"measure": name, "value": number(measure.value), "lower": number(measure.lower),
                     "upper": number(measure.upper), "meaning": f"{meaning} {measure.note}".strip()})
    return pd.DataFrame(rows)


def number(value: float | None) -> str:
    """A measure to four significant figures, so that a reader can check it."""
    if value is None:
        return ""
    return f"{value:,.1f}" if abs(value) >= 1000 else f"{value:.4g}".replace("-", "−")


def measures(found: Comparison) -> Parts:
    """All measures in a table to check and to take away."""
    rows = measure_rows(found)
    applied = int((rows["value"] != "does not apply").sum())
    title = f"{applied} of {len(rows)} measures of inequality apply here"
    return Parts(title, subtitle(found), None, title, rows, tuple(found.rows["source_id"].unique()),
                 (METHOD,), MEASURE_TABLE)


def summary(found: Comparison) -> dict[str, list[tuple[str, str]]]:
    """Large numbers with a sentence each: absolute beside relative; only measures that apply."""
    sides: dict[str, list[tuple[str, str]]] = {"absolute": [], "relative": []}
    gap, ratio, sii, rii = (found.measures[key] for key in ("gap", "ratio", "sii", "rii_ohid"))
    if isinstance(gap, Estimate):
        sides["absolute"].append((gap_words.amount(gap.value, found.shown), gap_words.gap_sentence(found)))
    if isinstance(sii, Estimate):
        sides["absolute"].append((gap_words.amount(sii.value, found.shown), gap_words.gradient_sentence(found)))
    if isinstance(ratio, Estimate) and ratio.value > 0:
        upright = max(ratio.value, 1 / ratio.value)
        sides["relative"].append((_times(upright), gap_words.ratio_sentence(found)))
    if isinstance(rii, Estimate):
        sides["relative"].append((_times(max(rii.value, 1 / rii.value)), gap_words.relative_sentence(found)))
    if isinstance(found.people, inequality.People) and round(found.people.number):
        sides["absolute"].append((f"About {gap_words.roughly(found.people.number)} {gap_words.noun(found.indicator)}",
                                  gap_words.people_sentence(found)))
    return sides


def _times(ratio: float) -> str:
    """A ratio as a large number: "4.4 times", "twice"."""
    return f"{ratio:.1f} times" if times(ratio).startswith("about") else times(ratio)
