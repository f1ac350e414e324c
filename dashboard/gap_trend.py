"""Whether a gap is growing: both of its ends over time, as a figure. No Streamlit, no SQL."""

from __future__ import annotations

import altair as alt
import pandas as pd

from dashboard import gap_words
from dashboard.charts_care import Label, named_lines
from dashboard.gap_figures import BELOW, axis, number
from dashboard.gaps import Comparison
from dashboard.parts import Parts
from dashboard.registry import dimension_labels
from dashboard.scales import Mode

TREND_TABLE = {"period": "Period", "first_name": "Group", "first": "Value", "second_name": "Other group",
               "second": "Other value", "gap": "Gap", "lower": "Lower 95%", "upper": "Upper 95%", "ratio": "Ratio"}


def trend_rows(periods: list[Comparison]) -> pd.DataFrame:
    """The gap in every period that has one, oldest first, with limits and ratio."""
    rows = []
    for found in periods:
        gap, ends, ratio = found.measures["gap"], found.ends, found.measures["ratio"]
        if isinstance(gap, str) or ends is None:
            continue
        first, second = ends
        rows.append({"period": found.period, "period_end": first["period_end"], "series": first["series"],
                     "first_name": first["name"], "first": found.shown.show(first["value"]),
                     "second_name": second["name"], "second": found.shown.show(second["value"]),
                     "first_value": first["value"], "second_value": second["value"],
                     "gap_value": gap.value, "gap": number(gap.value), "lower": number(gap.lower),
                     "upper": number(gap.upper), "low": gap.lower, "high": gap.upper,
                     "ratio": "" if isinstance(ratio, str) else number(ratio.value)})
    return pd.DataFrame(rows)


def trend(periods: list[Comparison], mode: Mode) -> Parts | None:
    """Both ends of the gap over time; None where fewer than two periods of one series have a gap."""
    rows = trend_rows(periods)
    if rows.empty or rows["series"].value_counts().iloc[0] < 2:
        return None
    found = periods[-1]
    title = change(rows, found)
    sources = tuple(dict.fromkeys(source for period in periods for source in period.rows["source_id"]))
    breaks = rows["series"].nunique() > 1
    notes = [f"{found.indicator.break_note}." if breaks and found.indicator.break_note else "",
             "" if found.ordered else "The groups at the two ends can change from one period to the next."]
    return Parts(title, f"{found.indicator.label} · {found.place} · both ends of the gap, by "
                 f"{dimension_labels()[found.dimension]}", _lines(rows, found, mode),
                 f"{title}. Two lines over {len(rows)} periods. {BELOW}", rows, sources,
                 tuple(note for note in notes if note), TREND_TABLE)


def change(rows: pd.DataFrame, found: Comparison) -> str:
    """Whether the gap has grown, within the newest series; "no clear change" where the limits overlap."""
    same = rows[rows["series"] == rows["series"].iloc[-1]]
    first, last = same.iloc[0], same.iloc[-1]
    before, now = (gap_words.amount(row["gap_value"], found.shown) for row in (first, last))
    said = f"a gap of {before} in {first['period']}, {now} in {last['period']}"
    if not found.ordered:
        said = "; ".join(f"{_higher(row)} {size} higher than {_higher(row, lower=True)} in {row['period']}"
                         for row, size in ((first, before), (last, now)))
    if len(same) < 2:
        return f"One period only: {now} in {last['period']}"
    if pd.isna([first["low"], last["low"]]).any():
        return f"Without limits a change cannot be told from chance: {said}"
    apart = first["high"] < last["low"] or last["high"] < first["low"]
    if not apart:
        return f"No clear change: {said}"
    return f"The gap has {'grown' if abs(last['gap_value']) > abs(first['gap_value']) else 'narrowed'}: {said}"


def _higher(row: pd.Series, *, lower: bool = False) -> str:
    """The name of the end with the higher value, or of the other."""
    return str(row["first_name"] if (row["first_value"] >= row["second_value"]) != lower else row["second_name"])


def _lines(rows: pd.DataFrame, found: Comparison, mode: Mode) -> alt.LayerChart:
    upper = rows["first_value"] >= rows["second_value"]
    names = {True: ("most deprived", "least deprived"), False: ("Higher end", "Lower end")}[found.ordered]
    if found.ordered and found.indicator.polarity == "high_is_good":
        names = names[::-1]
    parts = []
    for ink, (end, name) in enumerate(zip(("first", "second"), names, strict=True)):
        column = f"{end}_value"
        if not found.ordered:
            chosen = upper if ink == 0 else ~upper
            values = rows["first_value"].where(chosen, rows["second_value"])
        else:
            values = rows[column]
        parts.append(rows.assign(line=name + " " + rows["series"], value=values, ink=ink, joined=True,
                                 shown=[found.shown.show(value) for value in values]))
    frame = pd.concat(parts)
    ends = frame[frame["period_end"] == frame["period_end"].max()]
    high = float(ends["value"].max())
    labels = [Label(row["period_end"], row["value"], f"{names[row['ink']].capitalize()}: {row['shown']}",
                    int(row["ink"]), "right", 0, -12 if row["value"] == high else 16)
              for _, row in ends.drop_duplicates("ink").iterrows()]
    ticks = list(rows["period_end"])[:: max(1, len(rows) // 5)]
    return named_lines(frame, labels, mode, unit=axis(found), ticks=ticks, zero=True)
