"""Eating disorders as figures, waits and demand: rows in, the parts of a card out. No Streamlit, no SQL."""

from __future__ import annotations

import pandas as pd

from dashboard.care import PLACE, TABLE_BELOW, Parts, capital, end_labels, month
from dashboard.care_waits import EATING_DISORDERS, ROLLING
from dashboard.charts_care import named_lines, worded_rows
from dashboard.registry import Indicator, load_registry
from dashboard.scales import Mode
from dashboard.text import join

MEASURES = {"referrals": "Referrals", "contacts": "Contacts"}


def eating_disorder_waits(series: dict[str, pd.DataFrame], mode: Mode) -> Parts:
    """Urgent and routine eating disorder referrals seen in time, over the years, against the standard."""
    registry = load_registry()
    rows = pd.concat([_line(registry[code], series[code], ink) for ink, code in enumerate(EATING_DISORDERS)])
    last = {code: rows[rows["indicator"] == code].iloc[-1] for code in EATING_DISORDERS}
    urgent, routine = (last[code] for code in EATING_DISORDERS)
    title = (f"Eating disorders: {urgent['shown']} of urgent and {routine['shown']} of routine referrals seen in time, "
             f"to {month(urgent['period_end'])}")
    standard = registry[EATING_DISORDERS[0]]
    last_day = rows["period_end"].max()
    assert standard.target is not None
    best = [rows[rows["indicator"] == code]["value"].max() for code in EATING_DISORDERS]
    return Parts(
        id="eating-disorder-waits", title=title, data=rows, sources=tuple(rows["source_id"].unique()),
        graphic=named_lines(
            rows, end_labels(rows, {line: line.split(":")[0] for line in rows["line"]}), mode, zero=True, room=0.45,
            unit="% seen within the time", ticks=[day for day in rows["period_end"].unique()
                                                  if day.month == last_day.month],
            level=(standard.target, f"{capital(standard.target_label)}: {standard.target:g}%")),
        subtitle=f"{'; '.join(rows['line'].unique())} · children and young people · {PLACE} · each point counts the "
                 f"twelve months up to it, {month(rows['period_end'].min())} to {month(last_day)}",
        alt_text=f"{title}. At their best they were {best[0]:.0f}% and {best[1]:.0f}%. {TABLE_BELOW}",
        notes=(ROLLING, "Few urgent referrals, so that line swings."),
        columns={"line": "Referrals", "months": "Twelve months to", "shown": "Seen in time"})


def _line(indicator: Indicator, rows: pd.DataFrame, ink: int) -> pd.DataFrame:
    here = rows[(rows["area_type"] == "icb") & rows["value"].notna()]
    name = indicator.label.split()[0] + ": within " + indicator.label.split("within ")[1]
    return here.assign(indicator=indicator.id, line=name, joined=True, ink=ink,
                       shown=here["value"].map(indicator.show), months=here["period_end"].map(month))


def demand(rows: pd.DataFrame, mode: Mode) -> Parts:
    """Referrals to and contacts with the eating disorder service, with the change that the counts give."""
    years = rows["financial_year"].min(), rows["financial_year"].max()
    ends = rows.pivot(index="measure", columns="financial_year", values="counted")
    change = 100 * (ends[years[1]] / ends[years[0]] - 1)
    words = [f"{name.lower()} {'rose' if change[code] > 0 else 'fell'} {abs(change[code]):.0f}%"
             for code, name in MEASURES.items()]
    title = f"Eating disorders: {join(words)} from {years[0]} to {years[1]}"
    largest = rows.groupby("measure")["counted"].transform("max")
    rows = rows.assign(what=rows["measure"].map(MEASURES), shown=rows["counted"].map("{:,}".format),
                       value=rows["counted"] / largest, change=rows["measure"].map(change).map("{:+.1f}%".format))
    rows["name"] = rows["what"] + ", " + rows["financial_year"]
    rows["words"] = rows["shown"] + [f" ({change[row.measure]:+.0f}%)" if row.financial_year == years[1] else ""
                                     for row in rows.itertuples()]
    stated = rows.drop_duplicates("measure").set_index("measure")["stated_pct"]
    differs = [f"The plan’s text puts the change in {code} at {stated[code]:.0f}%; its own table gives "
               f"{change[code]:.1f}%." for code in MEASURES if round(change[code]) != stated[code]]
    return Parts(
        id="eating-disorder-demand", title=title, data=rows, sources=tuple(rows["source_id"].unique()),
        graphic=worded_rows(rows[["name", "words", "value"]].rename(columns={"words": "shown"}), mode, unit="", key=[
            "Bars start at zero; referrals and contacts", "each have a scale of their own."]),
        subtitle=f"Community eating disorder service for children and young people · {PLACE} · financial years "
                 f"{years[0]} to {years[1]}",
        alt_text=f"{title}. {TABLE_BELOW}",
        notes=(*differs, "The plan counts referrals and contacts, not children."),
        columns={"what": "Counted", "financial_year": "Year", "shown": "Number",
                 "change": "Change, first to last year"})
