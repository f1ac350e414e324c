"""Waits for care as figures: rows in, the parts of a card out. No Streamlit, no SQL."""

from __future__ import annotations

import pandas as pd

from dashboard.care import PLACE, TABLE_BELOW, Parts
from dashboard.charts_care import worded_rows
from dashboard.registry import Indicator, load_registry
from dashboard.scales import Mode
from dashboard.text import join, spell_period

WAITS = ("tt_seen_6_weeks", "tt_wait_6_weeks", "tt_seen_18_weeks", "tt_wait_18_weeks", "eip_2_weeks",
         "ed_urgent_1_week", "ed_routine_4_weeks")
EATING_DISORDERS = ("ed_urgent_1_week", "ed_routine_4_weeks")
ROLLING = ("Eating disorders: local figures count the twelve months up to their date, so points share months and "
           "England’s, which count single quarters, are not drawn beside them. The dashboard does not say so itself; "
           "the Royal College of Psychiatrists’ Mental Health Watch does, and the numbers fit.")


def standards(promises: pd.DataFrame, mode: Mode) -> Parts:
    """Every wait that has a national standard: newest figure, period, standard, and met or not in words."""
    registry = load_registry()
    rows = promises[promises["indicator"].isin(WAITS)]
    measures = [registry[code] for code in rows["indicator"]]
    rows = rows.assign(
        name=rows["label"].str.split(", by ").str[0],
        shown=[measure.show(value) for measure, value in zip(measures, rows["value"], strict=True)],
        standard=[f"{value:g}%" for value in rows["target"]],
        when=[spell_period(*row) for row in rows[["period", "period_end"]].to_numpy()],
        verdict=rows["met"].map({True: "Met", False: "Not met"}),
        paint=rows["met"].map({True: "better", False: "worse"}))
    mark = rows["met"].map({True: "✓", False: "▼"})
    rows["detail"] = mark + " " + rows["verdict"] + ": standard " + rows["standard"] + " · " + rows["when"]
    title = f"{int(rows['met'].sum())} of {len(rows)} standards for waits were met at the last count"
    missed = rows.loc[~rows["met"], "name"].to_list()
    chart = worded_rows(rows[["name", "shown", "value", "target", "paint", "detail"]], mode, unit="% within the time",
                        key=["Bar: share within the time. Upright mark: national standard."], top=100.0)
    caveats = [f"{name}: {measure.caveat}" for name, measure in zip(rows["name"], measures, strict=True)
               if measure.id not in EATING_DISORDERS]
    return Parts(
        id="standards", title=title, graphic=chart, data=rows, sources=tuple(rows["source_id"].unique()),
        subtitle=f"Share of people helped within the time of each national standard · {PLACE} · newest period of each",
        alt_text=f"{title}. " + (f"Not met: {join(missed)}. " if missed else "") + TABLE_BELOW,
        notes=("Each row has a period of its own; read it before comparing rows.", ROLLING, *_merged(caveats)),
        columns={"name": "Wait", "shown": "Figure", "standard": "Standard", "verdict": "Met?", "when": "Period"})


def _merged(caveats: list[str]) -> list[str]:
    """Caveats, each said once: measures with the same caveat share the sentence."""
    names: dict[str, list[str]] = {}
    for caveat in caveats:
        name, _, words = caveat.partition(": ")
        names.setdefault(words, []).append(name)
    return [f"{join(who)}: {words}" for words, who in names.items()]


def second_contact(rows: pd.DataFrame, waiting: pd.DataFrame, indicator: Indicator, mode: Mode) -> Parts:
    """Days from referral to the second contact, each year alone, beside England."""
    pairs = rows.pivot(index=["period", "period_end", "source_id"], columns="area_type", values="value").reset_index()
    pairs = pairs.sort_values("period_end").assign(
        name=[spell_period(*row) for row in pairs[["period", "period_end"]].to_numpy()],
        shown=pairs["icb"].map(indicator.show), england=pairs["country"].map(indicator.show))
    last, left = pairs.iloc[-1], waiting.iloc[0]
    title = f"Children waited {last['shown']} on average for a second contact, England {last['england']}"
    chart = worded_rows(pairs.rename(columns={"icb": "value", "country": "compare"})[
        ["name", "shown", "value", "compare"]], mode, unit="Days from referral to second contact", dots=True,
        key=["Dot: Coventry and Warwickshire. Diamond: England."])
    return Parts(
        id="second-contact", title=title, graphic=chart, data=pairs, sources=tuple(pairs["source_id"].unique()),
        subtitle=f"{indicator.label}, average of those who had two contacts · {PLACE} · {last['name']}",
        alt_text=f"{title}. {len(pairs)} years, each a dot of its own. {TABLE_BELOW}",
        notes=(f"Of {left['counted']:,.0f} people counted in {left['period']}, {left['waiting']:,.0f} "
               f"({left['share_pct']:.0f}%) had had no contact by its end; they are not in the average.",
               indicator.caveat),
        columns={"name": "Year, each alone", "shown": PLACE, "england": "England"})
