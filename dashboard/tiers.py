"""The tiers of the early intervention paper: money, staff, people and activity, and waits, as parts of a card."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard import charts_teams, charts_tiers
from dashboard.amounts import amount, number, sterling
from dashboard.scales import Mode
from dashboard.text import plain
from dashboard.vocabulary import load_words

TOTAL, ALL = "stated total", ", all"  # how a line is worded that holds others
FULL_TIME = "full-time equivalents"
LOWER, UPPER = (", lower end", ", shorter end"), (", upper end", ", longer end")
BLANK = "marked x"  # in the note of a figure whose place the authors left open
NO_YEAR = "The paper prints no year for its money, staff and waits."
TABLE = {"tier_said": "Tier", "what": "What", "shown": "Figure", "when": "Year", "note": "Note"}


def said(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with what each figure is, without the word for its kind, and the figure and the year in words."""
    what = [line.split(": ", 1)[-1] for line in rows["line"]]
    return rows.assign(
        tier_said=rows["tier"].replace("all", "All"), what=[words[:1].upper() + words[1:] for words in what],
        note=rows["note"].fillna(""), shown=[_figure(row) for row in rows.to_dict("records")],
        when=["Year not stated" if period == "not stated" else period for period in rows["period"]])


def _figure(row: Mapping[Any, Any]) -> str:
    if row["status"] == "value":
        return amount(row["value"], row["unit"])
    return "never filled in: printed as “x”" if BLANK in str(row["note"]) else "not given"


def _card(name: str, title: str, subtitle: str, rows: pd.DataFrame, graphic: Any = None,
          notes: tuple[str, ...] = (NO_YEAR,)) -> dict[str, Any]:
    year = rows["as_at_stated"].iloc[0].split(";")[0]
    return {"id": name, "title": title, "subtitle": f"{subtitle} · Coventry and Warwickshire · paper of {year}",
            "graphic": graphic, "alt_text": f"{title}. The table says the same.", "data": rows,
            "sources": tuple(rows["source_id"].unique()), "notes": notes, "columns": TABLE}


def money_parts(rows: pd.DataFrame, mode: Mode) -> dict[str, Any]:
    """Money by tier: each line, the total printed, and what no line explains."""
    table = said(rows[(rows["kind"] == "investment") | rows["tier"].isin(["3", "4"])])
    drawn: list[dict[str, Any]] = []
    gaps: list[str] = []
    for tier, label in load_words()["tier"].items():
        found = table[table["tier"] == tier]
        drawn.append(_bar(f"tier {tier}", label, None, heading=True))
        money = found[found["kind"] == "investment"]
        if money.empty:
            drawn.append(_bar(f"tier {tier} none", "Named only: no money is given", None))
            continue
        total = money["line"].str.contains(TOTAL, regex=False)
        stated, added = float(money.loc[total, "value"].sum()), float(money.loc[~total, "value"].sum())
        drawn.append(_bar(f"tier {tier} total", "Total printed", stated, second=True))
        drawn += [_bar(f"tier {tier} {row['step']}", row["what"], row["value"])
                  for row in money[~total].to_dict("records")]
        if stated != added:
            drawn.append(_bar(f"tier {tier} rest", "In no line of the paper", stated - added, second=True))
            gaps.append(f"Tier {tier} is printed as {sterling(stated)}; its lines add to {sterling(added)}")
    title = "; ".join(gaps) or "The lines of each tier add up to the total printed"
    return _card("tier-money", title, "Money by tier and service", table, charts_teams.named_bars(
        pd.DataFrame(drawn), mode, unit="£"))


def _bar(key: str, words: str, value: float | None, *, heading: bool = False, second: bool = False) -> dict[str, Any]:
    return {"key": key, "words": words, "heading": heading, "value": value, "second": second,
            "shown": "" if value is None else sterling(value)}


def staff_parts(rows: pd.DataFrame, mode: Mode) -> dict[str, Any]:
    """Staff by service in full-time equivalents; a person whose hours are not stated is told in words."""
    table = said(rows[rows["kind"] == "staff"])
    drawn: list[dict[str, Any]] = []
    everyone = 0.0
    for service, found in table.groupby("service", sort=False):
        counted = found[found["unit"] == FULL_TIME]
        whole = counted["line"].str.endswith(ALL)
        together = float(counted.loc[whole, "value"].sum() if whole.any() else counted["value"].sum())
        everyone += together
        drawn.append(_bar(str(service), str(service), None, heading=True))
        drawn.append(_bar(f"{service} all", "All staff" if whole.any() else "All staff, added up by us", together,
                          second=True) | {"shown": number(together)})
        for row in found[~found["line"].str.endswith(ALL)].to_dict("records"):
            timed = row["unit"] == FULL_TIME
            drawn.append(_bar(f"{service} {row['step']}", row["what"] if timed else f"{row['what']}: {row['shown']}",
                              row["value"] if timed else None) | {"shown": number(row["value"])})
    title = f"{number(everyone)} {FULL_TIME} in {table['service'].nunique()} services"
    return _card("tier-staff", title, "Staff by service", table, charts_teams.named_bars(
        pd.DataFrame(drawn), mode, unit="Full-time equivalents"))


def wait_parts(rows: pd.DataFrame, mode: Mode) -> dict[str, Any]:
    """Waits in weeks, each as a bar to its longer end."""
    table = said(rows[rows["kind"] == "wait"])
    spans: dict[str, dict[str, Any]] = {}
    for row in table.to_dict("records"):
        name = row["what"]
        for end in (*LOWER, *UPPER):
            name = name.removesuffix(end)
        span = spans.setdefault(name, {"name": name, "shorter": row["value"], "longer": row["value"]})
        span["shorter"], span["longer"] = min(span["shorter"], row["value"]), max(span["longer"], row["value"])
    drawn = pd.DataFrame(spans.values())
    drawn["shown"] = [weeks(shorter, longer) for shorter, longer in zip(drawn["shorter"], drawn["longer"], strict=True)]
    title = f"Waits from {number(drawn['shorter'].min())} to {number(drawn['longer'].max())} weeks"
    return _card("tier-waits", title, "Waits by service, in weeks", table, charts_tiers.spans(drawn, mode))


def weeks(shorter: float, longer: float) -> str:
    """A wait in words: "8 weeks", "5 to 6 weeks", "1 week"."""
    if shorter != longer:
        return f"{number(shorter)} to {number(longer)} weeks"
    return f"{number(longer)} week{'' if longer == 1 else 's'}"


def activity_list(rows: pd.DataFrame) -> str:
    """Markdown: the table of people and activity as a list, for a narrow screen."""
    return "\n".join(
        f"- **{plain(row['what'])}:** {plain(row['shown'])} (tier {row['tier']}, {plain(row['when'].lower())})"
        + (f". {plain(row['note'])}" if row["note"] else "") for row in activity_parts(rows)["data"].to_dict("records"))


def activity_parts(rows: pd.DataFrame) -> dict[str, Any]:
    """People and activity, with the figures that were left blank said to be so."""
    table = said(rows[rows["kind"].isin(["activity", "age", "other"]) & ~rows["tier"].isin(["3", "4"])])
    blank = int((table["status"] != "value").sum())
    title = f"{blank} of {len(table)} figures on people and activity were never filled in"
    return _card("tier-activity", title, "People, activity and ages by service", table, notes=(
        "Where the paper prints the letter x in place of a number, no number is shown here: it is not zero.",))
