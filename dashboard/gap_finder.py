"""Every gap that can be measured, as ranked sentences: the list of *Gaps* and the source of *At a glance*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard import gap_words
from dashboard.choices import AREA_LABELS
from dashboard.gap_doubts import EXACT
from dashboard.gaps import LOCAL, WHOLE, as_published
from dashboard.parts import Parts
from dashboard.registry import Indicator, dimension_labels, load_registry
from dashboard.text import UNLIMITED, as_at, times

SURE = {True: "limits stand apart", False: "limits overlap: could be chance"}
TABLE = {"rank": "Rank", "label": "Measure", "split": "Compared by", "area": "Area", "worse": "One end",
         "worse_shown": "Value", "better": "Other end", "better_shown": "Other value", "points": "Gap",
         "ratio_shown": "Ratio", "sure": "How sure", "when": "Period"}


NOTE = ("Ends of an order are the most and the least deprived; else the highest and the lowest. Groups of under 20 "
        "counted are no ends. Measures that are neither good nor bad when high come last. Gaps of different measures "
        "are not alike: small shares easily give large ratios, so read the two values as well.")


@dataclass(frozen=True)
class Gap:
    """One gap as the list tells it: a large number, a sentence, how sure, and what its page has to be asked for."""

    indicator: Indicator
    number: str
    sentence: str
    when: str
    sure: str
    choices: Mapping[str, str]


def read_gap(row: pd.Series, rank: str = "ratio") -> Gap:
    """A row of ``queries/gap_finder.sql`` as a gap; ``rank`` chooses the large number: "ratio" or "points"."""
    indicator = as_published(load_registry()[row["indicator"]], (row["worst"], row["best"]))
    dimension = str(row["dimension"])
    worst, best = gap_words.both(dimension, str(row["worst_code"]), str(row["best_code"]), brief=True)
    unit = "" if indicator.short_unit or indicator.prefix else f" {gap_words.unit(indicator)}"
    worst_said, best_said = (gap_words.said(row[end], indicator) for end in ("worst", "best"))
    choices = {"indicator": indicator.id, "part": "measure", "dimension": dimension, "basis": "national",
               "district": "all" if row["area_code"] == WHOLE else str(row["area_code"])}
    if dimension == LOCAL:
        choices |= {"dimension": "deprivation_fifth", "basis": "local"}
    return Gap(indicator, number(row, indicator, rank), f"{worst_said}{unit} {worst}, {best_said} {best}",
               when(row, indicator), sure(row["clear"], indicator), choices)


def when(row: pd.Series, indicator: Indicator) -> str:
    """When a gap is from, with the limit that must stand beside its numbers: "to March 2024; crude rate"."""
    return "; ".join(filter(None, (as_at(str(row["period"]), row["period_end"]), indicator.aside)))


def number(row: pd.Series, indicator: Indicator, rank: str = "ratio") -> str:
    """How far apart the ends are: so many times, or points; "18% to 0" where one end is a true zero."""
    if rank == "points":
        return gap_words.amount(row["gap"], indicator).replace("percentage ", "")
    if pd.isna(row["ratio"]):
        return f"{max(row['worst'], row['best']):.0f}{indicator.short_unit} to 0"
    return f"{row['ratio']:.1f} times" if times(row["ratio"]).startswith("about") else times(row["ratio"])


def sure(clear: bool | None, indicator: Indicator) -> str:
    """Whether the limits of both ends stand apart, in words; null where they are not known."""
    if pd.isna(clear):
        return "" if "no limits" in indicator.aside else UNLIMITED
    return "everyone is counted" if indicator.theme in EXACT else SURE[bool(clear)]


def ranked(rows: pd.DataFrame, rank: str, split: str = "all") -> pd.DataFrame:
    """The rows widest first: by ratio, or by percentage points (only shares have those).

    Measures that are neither good nor bad when high come last, and before them those whose limits overlap. What would
    say the same twice is left out: fifths of Coventry and Warwickshire beside those of England, and the two
    authorities beside the six districts, unless they are asked for (``split``).
    """
    if rows.empty:
        return rows
    found = [load_registry()[code] for code in rows["indicator"]]
    by_district = set(rows.loc[rows["dimension"] == "district", "indicator"])
    twice = (rows["dimension"] == "upper_tier") & rows["indicator"].isin(by_district) & (split != "upper_tier")
    rows = rows.assign(
        neutral=[indicator.polarity == "no_judgement" for indicator in found],
        share=[indicator.short_unit == "%" for indicator in found],
        overlap=[not pd.isna(clear) and not clear for clear in rows["clear"]])
    rows = rows[(rows["dimension"] != LOCAL) & ~twice & (rows["share"] | (rank != "points"))]
    widest: pd.DataFrame = rows.sort_values(
        ["neutral", "overlap", "gap" if rank == "points" else "ratio"], ascending=[True, True, False], kind="stable",
        na_position="first")
    return widest


def table(rows: pd.DataFrame) -> pd.DataFrame:
    """The ranked rows as readers see and take them."""
    labels = dimension_labels()
    registry = [as_published(load_registry()[row["indicator"]], (row["worst"], row["best"]))
                for _, row in rows.iterrows()]
    show = [indicator.show for indicator in registry]
    return rows.assign(
        rank=range(1, len(rows) + 1), label=[indicator.label for indicator in registry],
        split=[labels[dimension] for dimension in rows["dimension"]],
        area=[AREA_LABELS["all" if code == WHOLE else code] for code in rows["area_code"]],
        worse=_members(rows, "worst_code"), better=_members(rows, "best_code"),
        worse_shown=[shown(value) for shown, value in zip(show, rows["worst"], strict=True)],
        better_shown=[shown(value) for shown, value in zip(show, rows["best"], strict=True)],
        points=[gap_words.amount(gap, indicator) for gap, indicator in zip(rows["gap"], registry, strict=True)],
        ratio_shown=["" if pd.isna(ratio) else f"{ratio:.2f}" for ratio in rows["ratio"]],
        sure=[sure(clear, indicator) for clear, indicator in zip(rows["clear"], registry, strict=True)],
        when=[as_at(str(period), end) for period, end in zip(rows["period"], rows["period_end"], strict=True)])


def _members(rows: pd.DataFrame, column: str) -> Sequence[str]:
    return [gap_words.member(dimension, str(code)) for dimension, code in
            zip(rows["dimension"], rows[column], strict=True)]


def finding(rows: pd.DataFrame, place: str) -> str:
    """The list in one sentence: how many gaps, and how many of them stand apart."""
    apart = int(rows["clear"].fillna(False).astype(bool).sum())
    if rows.empty:
        return f"No gap can be measured in {place} with these choices"
    gaps = "1 gap" if len(rows) == 1 else f"{len(rows)} gaps"
    return f"{gaps} can be measured in {place}; the limits stand apart in {apart}"


def parts(rows: pd.DataFrame, place: str) -> Parts:
    """All gaps as a figure that is a table."""
    title = finding(rows, place)
    return Parts(title, f"Every indicator, every way it is split · {place} · newest period of each", None, title,
                 table(rows), tuple(dict.fromkeys(rows["source_id"])), (NOTE,), TABLE)
