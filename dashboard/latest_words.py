"""What the latest values of all areas say in words."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.registry import Indicator
from dashboard.text import join, spell_period
from dashboard.trend_words import JUDGED, NO_LIMITS, ends_words, measure, upper_first
from dashboard.trends import MANY, Trend


def latest_finding(rows: pd.DataFrame, trend: Trend) -> str:
    """The finding of the ranked bars: where the chosen area stands, or the two ends."""
    known = rows[rows["value"].notna()]
    england = known[known["area_type"] == "country"]
    beside = f"; England {england['shown'].iloc[0]}" if len(england) else ""
    chosen = known[known["area_code"].isin(trend.focus_rows["area_code"])]
    if len(chosen) > 1 or chosen.empty:
        return f"{upper_first(ends_words(chosen if len(chosen) else known, trend.indicator))}{beside}"
    own = chosen.iloc[0]
    if len(england) and pd.notna(own["lower"]):
        return f"{own['area_name']}: {_against(own, england['value'].iloc[0], trend.indicator)} England, " \
               f"{own['shown']} against {england['shown'].iloc[0]}"
    alike = known[known["area_type"].isin(("icb", "peer_icb") if own["area_type"] == "icb" else (own["area_type"],))]
    kind = "Midlands ICBs" if own["area_type"] == "icb" else "districts"
    if len(alike) < MANY:
        other = known[known["area_code"] != own["area_code"]].head(1)
        return f"{own['area_name']}: {own['shown']}" + (beside or "".join(
            f"; highest in {name} ({shown})" for name, shown in zip(other["area_name"], other["shown"], strict=True)))
    return f"{own['area_name']}: {_place(alike['shown'].to_list(), own['shown'])} of {len(alike)} {kind}{beside}"


def _against(own: pd.Series, england: float, indicator: Indicator) -> str:
    if own["lower"] <= england <= own["upper"]:
        return "similar to"
    return f"{JUDGED[indicator.polarity][bool(own['value'] > england)]} than"


def _place(values: Sequence[str], own: str) -> str:
    """The place of a value in a list from the highest down: "highest", "joint 2nd highest", "lowest"."""
    joint = "joint " if values.count(own) > 1 else ""
    above = values.index(own)
    if above + values.count(own) == len(values) and above:
        return f"{joint}lowest"
    ending = {1: "", 2: "2nd ", 3: "3rd "}.get(above + 1, f"{above + 1}th ")
    return f"{joint}{ending}highest"


def latest_notes(rows: pd.DataFrame, trend: Trend) -> tuple[str, ...]:
    """What a reader of the ranked bars has to know."""
    said = [f"{join(list(part['area_name']))}: {state}." for state, part in
            rows[rows["value"].isna()].groupby("state", sort=False)]
    if trend.indicator.kind == "count":
        said.append("A number, not a rate: larger places have more.")
    said.append("The thin lines are 95% limits." if rows["lower"].notna().any() else NO_LIMITS)
    if (rows["area_type"] == "country").any():
        said.append("England includes the areas beside it.")
    return tuple(said)


def latest_subtitle(rows: pd.DataFrame, trend: Trend) -> str:
    """Measure, group and period of the ranked bars."""
    period = spell_period(str(rows["period"].iloc[0]), rows["period_end"].iloc[0])
    return " · ".join([measure(trend.indicator), trend.group_name, upper_first(period)])
