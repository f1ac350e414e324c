"""The figures of the regional plan of 2017 by subject, with the year each is of, as parts of a card."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard import charts_teams
from dashboard.amounts import BILLION, amount, sterling
from dashboard.scales import Mode
from dashboard.text import file_name, plain
from dashboard.vocabulary import load_words

REGION, COSTS = "WMCA", "Section five"  # the area's code; the section that sets out costs
# The subject of a figure by how the heading of its section begins, and the card that the subject stands in.
SUBJECTS = {"Section four": "Population", "Letter": "Need and costs", "Section one": "Need and costs",
            "Section five": "Need and costs", "Theme 1": "Work", "Theme 2": "Housing",
            "Theme 3": "Police, courts and prison", "Theme 4": "Health and care", "Theme 5": "Communities"}
OTHER = "The Commission and its plan"
CARDS = {"People, need and costs": ("Population", "Need and costs"),
         "Work, housing, justice and care": ("Work", "Housing", "Police, courts and prison", "Health and care"),
         "The Commission and its plan": ("Communities", OTHER)}
NOT_STATED = ("not stated", "year not stated")
SCOPE = "West Midlands Combined Authority (Coventry a full member, Warwickshire not)"
COLUMNS = {"theme": "Subject", "subject": "What", "shown": "Figure", "when": "Year", "basis_said": "What it rests on",
           "note": "How it is printed"}


def told(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with their subject, figure, year and place in words."""
    areas = load_words()["area"]
    return rows.assign(
        theme=[subject_of(section) for section in rows["section"]],
        shown=[amount(value, unit, words) for value, unit, words in zip(
            rows["value"], rows["unit"], rows["value_words"], strict=True)],
        when=["Year not stated" if period == "not stated" else period[:1].upper() + period[1:]
              for period in rows["period"]],
        dated=[not period.endswith(NOT_STATED) for period in rows["period"]],
        where=[areas[code] if isinstance(code, str) else "Place not stated, or elsewhere: see the note"
               for code in rows["area_code"]],
        basis_said=[basis[:1].upper() + basis[1:] for basis in rows["basis"]], note=rows["note"].fillna(""))


def subject_of(section: str) -> str:
    """The subject that a section's figures are about."""
    return next((subject for start, subject in SUBJECTS.items() if section.startswith(start)), OTHER)


def finding(rows: pd.DataFrame) -> str:
    """The finding: how many figures of the region carry a year."""
    region = rows[rows["area_code"] == REGION]
    return f"{int((~region['dated']).sum())} of {len(region)} regional figures carry no year"


def cost_parts(rows: pd.DataFrame, mode: Mode) -> dict[str, Any]:
    """What mental ill health is said to cost the region, the total first."""
    costs = rows[(rows["area_code"] == REGION) & rows["section"].str.startswith(COSTS) & rows["unit"].str.startswith(
        "£")].sort_values("value", ascending=False, kind="stable")
    most = costs["value"].max()
    drawn = pd.DataFrame([{"key": row["figure_id"], "words": row["subject"], "heading": False,
                           "value": row["value"] / BILLION, "shown": row["shown"], "second": row["value"] == most}
                          for row in costs.to_dict("records")])
    title = f"Mental ill health was said to cost the region {sterling(most)}"
    return _card("region-costs", title, "Costs stated in the regional plan", costs, charts_teams.named_bars(
        drawn, mode, unit="£ billion"), (
        "The smaller costs overlap, are not to be added and do not make up the total; the plan lists no other parts. "
        "A number printed as over, nearly or about stands here without that word; the table keeps it.",))


def group_parts(card: str, rows: pd.DataFrame) -> dict[str, Any]:
    """The region's figures on the subjects of one card, in a table."""
    found = rows[(rows["area_code"] == REGION) & rows["theme"].isin(CARDS[card])]
    order = {subject: place for place, subject in enumerate(CARDS[card])}
    found = found.assign(place=found["theme"].map(order)).sort_values(["place", "figure_id"], kind="stable")
    dated = int(found["dated"].sum())
    with_year = "none with a year" if not dated else "each with its year" if dated == len(found) else \
        f"{dated} with a year"
    return _card(f"region-{file_name(card)}", f"{card}: {len(found)} figures, {with_year}", "Figures for the region",
                 found)


def group_list(card: str, rows: pd.DataFrame) -> str:
    """Markdown: the table of a card as a list, for a narrow screen."""
    return "\n".join(
        f"- **{plain(row['subject'])}:** {plain(row['shown'])} ({plain(row['when'].lower())}). "
        f"{plain(row['basis_said'])}." + (f" {plain(row['note'])}" if row["note"] else "")
        for row in group_parts(card, rows)["data"].to_dict("records"))


def elsewhere_parts(rows: pd.DataFrame) -> dict[str, Any]:
    """The plan's figures for England and other places, in a table that stays shut until it is opened."""
    found = rows[rows["area_code"] != REGION].sort_values(["theme", "figure_id"], kind="stable")
    card = _card("region-elsewhere", f"{len(found)} more figures are for England or elsewhere",
                 "Figures the plan gives for comparison", found)
    return card | {"folded": True, "columns": {**COLUMNS, "where": "Where"},
                   "subtitle": card["subtitle"].replace(SCOPE, "England, the United Kingdom and other places")}


def _card(name: str, title: str, subtitle: str, rows: pd.DataFrame, graphic: Any = None,
          notes: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"id": name, "title": title, "subtitle": f"{subtitle} · {SCOPE} · plan of "
                                    f"{rows['as_at_stated'].iloc[0]}", "graphic": graphic,
            "alt_text": f"{title}. The table says the same.", "data": rows,
            "sources": tuple(rows["source_id"].unique()), "notes": notes, "columns": COLUMNS}
