"""Around the school teams: their referrals, the schools of each place, and England, as the parts of a figure."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard import charts_teams
from dashboard.parts import Parts
from dashboard.scales import Mode
from dashboard.teams import Chosen, register_date
from dashboard.text import join, status_words

EVIDENCE = {"publisher": "publisher's own words", "secondary": "someone else's account"}


def referrals(chosen: Chosen, rows: pd.DataFrame, whole: bool, mode: Mode) -> Parts:
    """Referrals and direct work; ``whole`` is false where a place inside Warwickshire was chosen."""
    known = rows[rows["referrals"].notna()]
    lines = pd.DataFrame([line for row in rows.to_dict("records") for line in _referral_lines(row)])
    title = f"{rows['area_name'].iloc[0]}: referrals {status_words(rows['status'].iloc[0])}" if known.empty else (
        f"{known['area_name'].iloc[0]}: {known['referrals'].iloc[0]:,} referrals, direct work with "
        f"{known['direct_work'].iloc[0]:,} young people")
    notes = [] if whole else ["Given for Warwickshire as a whole, not by place."]
    notes.append("An early count that the plan gives without dates. It counts referrals in one number and young "
                 "people in the other; somebody may be referred twice. Others were given advice or pointed elsewhere."
                 if len(known) else "The plan had no referral numbers to give: not collected is not none.")
    return Parts(
        title, f"Referrals to Mental Health Support Teams and young people worked with directly · "
               f"{join(list(rows['area_name']))} · {rows['period'].iloc[0]}",
        charts_teams.named_bars(lines, mode, unit="Referrals, or young people"),
        f"{title}. Bars. The table under the figure says the same.",
        rows.assign(state=rows["status"].map(status_words),
                    share=[f"{value:.0f}%" if pd.notna(value) else "" for value in rows["direct_share_pct"]],
                    referrals=[f"{value:,}" if pd.notna(value) else "" for value in rows["referrals"]],
                    direct_work=[f"{value:,}" if pd.notna(value) else "" for value in rows["direct_work"]]),
        tuple(rows["source_id"].unique()), tuple(notes),
        {"area_name": "Area", "referrals": "Referrals", "direct_work": "Young people worked with directly",
         "share": "Direct work to referrals", "state": "State", "period": "Period"})


def _referral_lines(row: dict[Any, Any]) -> list[dict[str, Any]]:
    name, blank = row["area_name"], {"value": None, "shown": "", "second": False}
    heading = {"key": name, "words": name, "heading": True, **blank}
    if pd.isna(row["referrals"]):
        words = status_words(row["status"]).capitalize() + ": the plan has no number, which is not zero"
        return [heading, {"key": f"{name} none", "words": words, "heading": False, **blank}]
    return [heading, *({"key": f"{name} {field}", "words": words, "heading": False, "value": row[field],
                        "shown": f"{row[field]:,}", "second": field == "direct_work"}
                       for field, words in (("referrals", "Referrals"),
                                            ("direct_work", "Children and young people worked with directly")))]


def kinds(chosen: Chosen, rows: pd.DataFrame) -> Parts:
    """Schools and pupils by place and kind."""
    counted = register_date(rows, "source_id")
    title = (f"{rows['state_together'].iloc[0]:,} state-funded schools; {rows['all_together'].iloc[0]:,} with "
             "independent schools and colleges")
    return Parts(
        title, f"Schools and colleges for ages 5 to 18 by place and kind, and pupils · {chosen.name} · {counted}", None,
        title, rows.assign(pupils=[f"{value:,}" for value in rows["pupils"]]), tuple(rows["source_id"].unique()),
        ("By where the school stands, not where pupils live. The shares above use both totals. Nurseries and "
         "universities are in neither. Pupils are those of state-funded schools; where schools record no number, the "
         "true figure is higher.",),
        {"place_name": "Place", "primary_schools": "State primary", "secondary_schools": "State secondary, all-through",
         "special_schools": "State special, alternative provision", "state_schools": "State-funded together",
         "independent": "Independent", "colleges": "Colleges, 16 to 19", "all_schools": "All schools and colleges",
         "pupils": "Pupils, state-funded", "without_pupils": "Schools without a pupil number"})


def national(rows: pd.DataFrame) -> Parts:
    """What is published on coverage in England and the Midlands."""
    pupils = rows[(rows["geography"] == "England") & rows["population"].str.startswith("pupils") & ~rows["projection"]]
    latest = pupils.iloc[-1]
    title = f"England: {latest['value']:.0f}% of pupils covered, {latest['period']}"
    return Parts(
        title, "Share of pupils or schools covered by a Mental Health Support Team · England and the Midlands", None,
        title, rows.assign(share=[f"{value:.0f}%" for value in rows["value"]], basis=rows["evidence"].map(EVIDENCE)),
        tuple(rows["source_id"].unique()),
        ("None of these gives coverage for Coventry or Warwickshire. Covered pupils and covered schools are different "
         "shares, and neither is worked out as the shares above are: do not set them side by side. The filters do not "
         "act here.",),
        {"geography": "Where", "population": "Of whom", "period": "When", "share": "Covered",
         "basis": "Evidence", "publisher": "Published by", "url": "Address"})
