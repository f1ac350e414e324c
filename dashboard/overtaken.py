"""Figures of the documents that newer data held here has moved, each with its caution, as parts of a card."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeAlias

import pandas as pd

from dashboard import charts_pairs
from dashboard.amounts import amount, number
from dashboard.reconciliation import located
from dashboard.registry import Indicator, load_registry
from dashboard.scales import Mode
from dashboard.text import file_name, join, spell_date, spell_period
from dashboard.vocabulary import load_words

SAME = "the same"
QUOTED = "Schools"  # the theme of figures that only a quotation stands beside
LETTERS = {True: 56, False: 74}  # of a line on a phone and in half a wide screen
Rows: TypeAlias = pd.DataFrame  # as `told` gives them
WIDER = "National"  # begins the name of a figure that is not of the area beside it
AIM = re.compile(r"\b(target|standard)\b")  # in the caution of a figure that was an aim, not a measurement
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
COLUMNS = {"name": "What", "document_name": "Document", "printed_said": "Printed", "printed_when": "When",
           "same_said": "Official figure of that time", "newest_said": "Newest figure here", "newest_when": "When ",
           "moved": "Difference", "caution": "Caution", "place": "Section of the document"}


def told(rows: pd.DataFrame, facts: pd.DataFrame, document: str = "all") -> pd.DataFrame:
    """The rows of a document, with name, figures, times and difference in words, and the theme each belongs to."""
    rows = rows if document == "all" else rows[rows["document"] == document]
    quoted = facts.set_index("figure_id").to_dict("index")
    return pd.DataFrame([dict(row) | _told(row, quoted.get(row["figure_id"])) for row in rows.to_dict("records")])


def _told(row: Mapping[Any, Any], fact: Mapping[Any, Any] | None) -> dict[str, Any]:
    indicator = load_registry().get(row["indicator"]) if isinstance(row["indicator"], str) else None
    area = load_words()["area"][row["area_code"]]
    unit = "%" if row["unit"].startswith("%") else row["unit"]
    newest = _quotation(row, fact or {}) if indicator is None else \
        indicator.show(row["newest_value"]) + ("" if indicator.short_unit else f" {unit}")
    return {
        "theme": indicator.theme if indicator else QUOTED, "comparable": indicator is not None, "area": area,
        "name": row["what"] if area in row["what"] or row["what"].startswith(WIDER) else f"{row['what']}, {area}",
        "place": located(row["section"]),
        "printed_said": amount(row["printed"], unit), "printed_when": _when(row["printed_period"]),
        "newest_said": newest,
        "newest_when": spell_period(row["newest_period"], row["newest_end"]),
        "same_said": f"{indicator.show(row['same_value'])} ({row['same_period']})"
        if indicator and pd.notna(row["same_value"]) else "Not held",
        "moved": moved(row["newest_value"] - row["printed"], indicator) if indicator else "Not comparable"}


def _quotation(row: Mapping[Any, Any], fact: Mapping[Any, Any]) -> str:
    return f"{number(row['newest_value'])}{fact['unit']} of {fact['population'].replace('&', 'and')} in " \
           f"{fact['geography']} {fact['measure'][:1].lower()}{fact['measure'][1:]}"


def _when(period: str) -> str:
    if period == "not stated":
        return "year not stated"
    return ISO.sub(lambda found: spell_date(found[0]), period)


def _brief(period: str) -> str:
    """A time short enough to stand beside a bar: "to December 2021" for twelve months with their last day."""
    return re.sub(r"^12 months to \d+ ", "to ", _when(period))


def _bare(figure: str) -> str:
    """A figure without the people it counts, which the name beside it says."""
    return figure.removesuffix(" people")


def moved(difference: float, indicator: Indicator) -> str:
    """A difference with its direction in words: "3.3 points higher", "52,111 lower", "the same"."""
    size = abs(difference)
    unit = " point" + ("" if round(size, 1) == 1 else "s") if indicator.short_unit == "%" else ""
    shown = f"{size:.1f}".removesuffix(".0") if indicator.short_unit == "%" else f"{size:,.0f}"
    return SAME if shown == "0" else f"{shown}{unit} {'higher' if difference > 0 else 'lower'}"


def themes(rows: pd.DataFrame) -> list[tuple[int, str]]:
    """The themes with the number of their figures, as they come."""
    return [(int((rows["theme"] == theme).sum()), theme) for theme in dict.fromkeys(rows["theme"])]


def headline(rows: pd.DataFrame) -> str:
    """The finding: how many figures newer data has moved, and for how many no newer one of the area is held."""
    still = int((~rows["comparable"]).sum())
    shifted = int((rows["comparable"] & (rows["moved"] != SAME)).sum())
    return f"{shifted} of {len(rows)} figures have moved" + (
        f"; for {still} no newer local number is held" if still else "")


def scope(rows: pd.DataFrame) -> str:
    """The documents that the figures come from, as a phrase."""
    return join(list(dict.fromkeys(rows["document_name"])))


def theme_parts(theme: str, rows: pd.DataFrame, mode: Mode, *, phone: bool) -> dict[str, Any]:
    """The figures of one theme: printed beside newest, with the caution that belongs to each."""
    found = rows[rows["theme"] == theme]
    found = found.assign(change=shift(found)).sort_values("change", ascending=False, kind="stable")
    drawn = pd.DataFrame([{
        "name": row["name"], "first": f"printed: {_bare(row['printed_said'])} ({_brief(row['printed_period'])})",
        "second": f"newest: {_bare(row['newest_said'])} ({row['newest_period']})",
        "first_value": row["printed"] if row["comparable"] else -1.0,
        "second_value": row["newest_value"] if row["comparable"] else -1.0, "said": _remark(row)}
        for row in found.to_dict("records")])
    title = _title(theme, found)
    notes = ("Bars start at zero, on a scale of each pair's own.",) if found["comparable"].any() else ()
    return {
        "id": f"overtaken-{file_name(theme)}", "title": title,
        "subtitle": f"{theme} · printed in {scope(found)}, beside the newest figure held here",
        "graphic": charts_pairs.pairs(drawn, mode, letters=LETTERS[phone]),
        "alt_text": f"{title}. Two bars for each of {len(found)} figures: printed and newest. The table below says the "
                    "same.",
        "data": found, "sources": tuple(dict.fromkeys((*found["source_id"], *found["newer_source_id"]))),
        "notes": notes, "columns": COLUMNS}


def shift(rows: pd.DataFrame) -> pd.Series:
    """How far the newest figure lies from the printed one, as a share of it; −1 where the two are not comparable."""
    return ((rows["newest_value"] - rows["printed"]) / rows["printed"]).abs().where(rows["comparable"], -1.0)


def _remark(row: Mapping[Any, Any]) -> str:
    same = "" if row["same_said"] == "Not held" else f"Official figure of that time: {row['same_said']}."
    change = f"Newest against printed: {row['moved']}." if row["comparable"] else ""
    return " ".join(part for part in (change, same, row["caution"]) if part)


def _title(theme: str, found: pd.DataFrame) -> str:
    if not found["comparable"].any():
        return f"{theme}: no newer number is held for this area"
    row = found.iloc[0]
    verb = "aimed for" if AIM.search(row["caution"]) else "printed"
    return f"{row['label']}, {row['area']}: {row['printed_said']} {verb}, {row['newest_said']} now"
