"""Recovery and detention by group of people as figures: rows in, the parts of a card out. No Streamlit, no SQL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import altair as alt
import pandas as pd

from dashboard.care import PLACE, TABLE_BELOW, Parts, capital
from dashboard.charts_care import worded_rows
from dashboard.registry import Indicator, dimension_labels, load_groups
from dashboard.scales import Mode
from dashboard.text import join, spell_period, status_words, times
from dashboard.trend_words import measure

UNKNOWN, MOST_DEPRIVED, LEAST_DEPRIVED, REFERENCE = "unknown", "1", "10", "white"
ROUNDED_TO, FEWEST = 5, 10
SEXES = {"male": "men and boys", "female": "women and girls", "other": "people of another sex"}
NOUNS = {"ethnic_group": "ethnic groups", "age_band": "age groups", "sex": "groups by sex"}


HALF_A_POINT = 0.5  # local percentages are printed whole


def people(dimension: str, group_code: str) -> str:
    """A group as the subject of a sentence: "people aged 18 to 34", "people in the most deprived tenth"."""
    label = load_groups()[dimension][group_code].label
    if dimension == "deprivation_decile":
        ends = {MOST_DEPRIVED: "the most deprived tenth", LEAST_DEPRIVED: "the least deprived tenth"}
        return "people in " + ends.get(group_code, f"deprivation tenth {label}")
    if dimension == "age_band":
        return f"people aged {label}"
    return SEXES.get(group_code, label) if dimension == "sex" else f"{label} people"


def recovery(rows: pd.DataFrame, courses: pd.DataFrame, total: float, indicator: Indicator, dimension: str,
             choice: str, mode: Mode, intervals: bool = False) -> Parts:
    """Recovery after Talking Therapies by group against the standard; ``courses`` are those finished, by group."""
    rows = _readable(rows, indicator)
    title = _recovery_title(rows, indicator, dimension, choice)
    measured = {"numerator_shown": "Courses moved to recovery", "denominator_shown": "Courses they are out of"}
    return _by_group("recovery", title, rows, indicator, dimension, measured, _group_chart(
        rows, mode, choice, "% moved to recovery", indicator, intervals, top=100.0),
        (_unknown_share(courses, total, dimension, "courses finished"), _clearly_below(rows, indicator, dimension),
         _suppressed(rows), indicator.caveat,
         "The 95% limits are ours (Wilson’s method), from those rounded counts."))


def detentions(rows: pd.DataFrame, everyone: pd.DataFrame, indicator: Indicator, dimension: str, choice: str,
               mode: Mode, intervals: bool = False) -> Parts:
    """Detentions under the Mental Health Act by group, as crude rates beside England's; ``everyone`` is one row."""
    rows = _readable(rows, indicator)
    high, low, base = _ends(rows, everyone, dimension, choice)
    ratio = high["value"] / low["value"]
    rate = "about the same rate as" if times(ratio).startswith("about") else f"{times(ratio)} the rate of"
    title = f"{capital(people(dimension, high['group_code']))} were detained at {rate} {base}"
    least, most = rounding_bounds(ratio, high["numerator"], low["numerator"])
    counts = rows.assign(value=rows["numerator"])
    return _by_group("detentions", title, rows, indicator, dimension, {"numerator_shown": "Detentions"}, _group_chart(
        rows, mode, choice, indicator.unit.capitalize(), indicator, intervals),
        (_chance(high, low), _unknown_share(counts, float(everyone["numerator"].iloc[0]), dimension, "detentions"),
         _suppressed(rows),
         f"Counts are rounded to {ROUNDED_TO}, each up to {ROUNDED_TO / 2} off, so rounding alone could put the ratio "
         f"anywhere from {least:.1f} to {most:.1f}. Each split rests on populations of its own: compare groups within "
         "a split only.", indicator.caveat,
         f"The 95% limits are ours (Byar’s method), from rounded counts of {FEWEST} or more."))


def _ends(rows: pd.DataFrame, everyone: pd.DataFrame, dimension: str, choice: str) -> tuple[pd.Series, pd.Series, str]:
    """The group the finding is about, the one it is set against, and the latter in words."""
    known = rows[rows["value"].notna() & (rows["group_code"] != UNKNOWN)].sort_values("value")
    groups = {str(row["group_code"]): row for _, row in known.iterrows()}
    lowest, highest = known.iloc[0], known.iloc[-1]
    if dimension == "deprivation_decile":
        return groups[MOST_DEPRIVED], groups[LEAST_DEPRIVED], "the least deprived"
    if dimension == "ethnic_group":
        chosen = groups.get(choice, highest) if choice != REFERENCE else highest
        return chosen, groups[REFERENCE], people(dimension, REFERENCE)
    if dimension == "age_band":
        return highest, everyone.iloc[0], "people of all ages"
    return highest, lowest, people(dimension, lowest["group_code"])


def _chance(group: pd.Series, base: pd.Series) -> str:
    """A warning where the limits of the two rates overlap, so that chance alone may make the difference."""
    apart = group["lower"] > base["upper"] or group["upper"] < base["lower"]
    return "" if apart else "The 95% limits of the two rates overlap, so chance alone may explain the difference."


def _clearly_below(rows: pd.DataFrame, indicator: Indicator, dimension: str) -> str:
    """The groups whose whole limits lie below the standard, whichever way the publisher's percentage was rounded."""
    below = rows[(rows["upper"] + HALF_A_POINT < indicator.target) & (rows["group_code"] != UNKNOWN)]
    if dimension == "deprivation_decile":
        names = ("tenth " if len(below) == 1 else "tenths ") + join(below["group_code"].to_list())
    else:
        names = join(below["group_name"].to_list())
    return "" if below.empty else f"The 95% limits lie wholly below the standard for {names}."


def rounding_bounds(ratio: float, above: float, below: float) -> tuple[float, float]:
    """The lowest and highest ratio that two counts rounded to 5 allow."""
    half = ROUNDED_TO / 2
    low = ratio * (1 - half / above) / (1 + half / below)
    return low, ratio * (1 + half / above) / (1 - half / below)


def _recovery_title(rows: pd.DataFrame, indicator: Indicator, dimension: str, choice: str) -> str:
    known = rows[rows["value"].notna() & (rows["group_code"] != UNKNOWN)]
    shown: dict[str, str] = dict(zip(known["group_code"], known["shown"], strict=True))
    standard = f"{indicator.target:.0f}%"
    if dimension == "deprivation_decile":
        ends = shown[MOST_DEPRIVED], shown[LEAST_DEPRIVED]
        return f"{ends[0]} recover in the most deprived tenth, {ends[1]} in the least deprived"
    if dimension == "ethnic_group" and choice in shown:
        return f"{shown[choice]} of {people(dimension, choice)} recovered; the standard is {standard}"
    if len(shown) < 3:
        found = join([f"{value} of {people(dimension, code)}" for code, value in shown.items()])
        return f"{found} recovered; the standard is {standard}"
    below = int((known["value"] < indicator.target).sum())
    return f"Recovery is below the {standard} standard in {below} of {len(known)} {NOUNS[dimension]}"


def _readable(rows: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """The rows with their figures as words; whole percentages stay whole."""
    whole = bool((rows["value"].dropna() % 1 == 0).all())
    local = replace(indicator, decimals=0) if whole else indicator
    without = {"suppressed": "suppressed", "not_published": "no rate", "not_collected": "not collected"}
    shown = [local.show(value) if pd.notna(value) else without.get(status, "not published")
             for value, status in zip(rows["value"], rows["status"], strict=True)]
    limit = {name: [indicator.show(value) if pd.notna(value) else "" for value in rows[name]]
             for name in ("lower", "upper", "england")}
    count = {f"{name}_shown": [f"{value:,.0f}" if pd.notna(value) else "" for value in rows[name]]
             for name in ("numerator", "denominator")}
    return rows.assign(shown=shown, lower_shown=limit["lower"], upper_shown=limit["upper"],
                       england_shown=limit["england"], state=rows["status"].map(status_words), **count)


def _group_chart(rows: pd.DataFrame, mode: Mode, choice: str, unit: str, indicator: Indicator, intervals: bool,
                 top: float | None = None) -> alt.LayerChart:
    picked = choice in set(rows["group_code"])
    frame = rows.assign(name=rows["group_name"], compare=rows["england"], target=indicator.target, paint=[
        "focus" if code == choice or (not picked and code != UNKNOWN) else "context" for code in rows["group_code"]])
    key = ["Bar: Coventry and Warwickshire. Diamond: England."]
    if indicator.target is not None:
        key.append(f"Upright mark: {indicator.target_label}, {indicator.target:.0f}%.")
    if intervals:
        frame = frame.assign(low=rows["lower"], high=rows["upper"])
        key.append("Thin line: 95% limits.")
    shown = ["name", "shown", "value", "compare", "target", "paint", *(["low", "high"] if intervals else [])]
    return worded_rows(frame[shown], mode, unit=unit, key=key, top=top)


def _by_group(figure_id: str, title: str, rows: pd.DataFrame, indicator: Indicator, dimension: str,
              measured: Mapping[str, str], graphic: alt.LayerChart, notes: tuple[str, ...]) -> Parts:
    known = rows[rows["value"].notna()].sort_values("value")
    tenths = "Tenths are of England’s neighbourhoods." if dimension == "deprivation_decile" else ""
    period = spell_period(rows["period"].iloc[0], rows["period_end"].iloc[0])
    return Parts(
        id=figure_id, title=title, graphic=graphic, data=rows, sources=tuple(rows["source_id"].unique()),
        subtitle=f"{measure(indicator)} · {PLACE} · by {dimension_labels()[dimension]} · {period}",
        alt_text=f"{title}. Bars for {len(rows)} groups, from {known.iloc[0]['shown']} ({known.iloc[0]['group_name']}) "
                 f"to {known.iloc[-1]['shown']} ({known.iloc[-1]['group_name']}), with England beside. {TABLE_BELOW}",
        notes=tuple(note for note in (tenths, *notes) if note),
        columns={"group_name": "Group", "shown": "Figure", "lower_shown": "Lower 95%", "upper_shown": "Upper 95%",
                 **measured, "england_shown": "England"} | ({"state": "State"} if rows["state"].any() else {}))


def _unknown_share(counts: pd.DataFrame, total: float, dimension: str, things: str) -> str:
    """How many of the records do not say which group the person belongs to."""
    found = counts[(counts["group_code"] == UNKNOWN) & counts["value"].notna()]
    if found.empty or not total:
        return ""
    count = float(found["value"].iloc[0])
    rated = "" if things != "detentions" else " There is no rate for them."
    return (f"{count:,.0f} of {total:,.0f} {things} ({count / total:.1%}) have no {dimension_labels()[dimension]} "
            f"recorded; both counts are rounded to {ROUNDED_TO}.{rated}")


def _suppressed(rows: pd.DataFrame) -> str:
    names = rows.loc[rows["status"] == "suppressed", "group_name"].to_list()
    return f"Not shown for {join(names)} ({status_words('suppressed')}), which is not zero." if names else ""
