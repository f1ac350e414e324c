"""Whether the documents agree with themselves, as parts of a card: what does not fit, what does, what is unknown."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from dashboard import charts_pairs
from dashboard.amounts import amount, number, sterling
from dashboard.scales import Mode
from dashboard.text import join, plain
from dashboard.vocabulary import load_words

FITTING, NOT, UNKNOWN = ("yes", "within_rounding"), "no", "not_checkable"
LETTERS = {True: 56, False: 150}  # of a line on a phone and on a wide screen
PAPER = 126  # letters of a line in a picture for paper
COLUMNS = {"short_name": "Document", "statement": "What it states", "printed": "Printed", "found": "Worked out",
           "apart": "Apart", "verdict": "Verdict", "said": "Remark", "place": "Section of the document"}
IN_WORDS = "wording"  # checks whose sentence only says again what is printed and found
NEUTRAL = ("Each statement is held to what the same documents print, not to what is true; a slip in a document says "
           "nothing about the care it describes.")


def told(rows: pd.DataFrame) -> pd.DataFrame:
    """The checks with both figures, their distance and the verdict in words."""
    verdicts = load_words()["fits"]
    return rows.assign(
        printed=[amount(value, unit, words) for value, unit, words in zip(
            rows["stated_value"], rows["unit"], rows["stated_words"], strict=True)],
        found=[amount(value, unit, words if isinstance(words, str) else "see the remark")
               for value, unit, words in zip(rows["computed_value"], rows["unit"], rows["found_words"], strict=True)],
        apart=[apart(value, unit) for value, unit in zip(rows["difference"], rows["unit"], strict=True)],
        verdict=[verdicts.get(word, word.replace("_", " ").capitalize()) for word in rows["fits"]],
        place=[located(section) for section in rows["section"]],
        said=[" ".join(part for part in (sentence, note) if isinstance(part, str) and part)
              for sentence, note in zip(rows["sentence"].mask(rows["kind"] == IN_WORDS, ""), rows["note"],
                                        strict=True)])


def located(section: str) -> str:
    """The heading of a section with its number in words, so that no table takes it for a list."""
    return re.sub(r"^(\d+)\. ", r"Section \1, ", section)


def apart(difference: float | None, unit: str) -> str:
    """The size of a difference in words: "£59,000", "0.86 percentage points"; "" where there is no number."""
    if difference is None or difference != difference or difference == 0:
        return ""
    if unit.startswith("£"):
        return sterling(abs(difference))
    return f"{number(abs(difference))} {'percentage points' if unit.startswith('%') else unit}"


def headline(rows: pd.DataFrame) -> str:
    """The finding: how many sums and comparisons fit, do not, or cannot be checked, and how many words disagree.

    Words are counted apart, because they are held only where they disagree.
    """
    worked = rows[rows["kind"] != IN_WORDS]
    fit, off = int(worked["fits"].isin(FITTING).sum()), int((worked["fits"] == NOT).sum())
    rest, slips = len(worked) - fit - off, len(rows) - len(worked)
    parts = [f"{fit} of {len(worked)} sums and comparisons fit"] if len(worked) else ["no sum to check"]
    parts += [f"{off} {'does' if off == 1 else 'do'} not"] if off else []
    parts += [f"{rest} cannot be checked"] if rest else []
    return join(parts) + (f"; {slips} {'slip' if slips == 1 else 'slips'} of wording" if slips else "")


def by_document(rows: pd.DataFrame) -> str:
    """Markdown: the same counts for each document."""
    lines = [f"- {plain(str(name))}: {headline(found)}" for name, found in rows.groupby("short_name", sort=False)]
    return "\n".join(lines)


def numeric(rows: pd.DataFrame) -> pd.DataFrame:
    """The checks that do not fit and have a number on both sides: money first, then the widest apart.

    Several workings of one printed figure stay together.
    """
    found = rows[(rows["fits"] == NOT) & rows["difference"].notna()]
    share = (found["difference"] / found["stated_value"]).abs()
    figure = found["stated_figure"].fillna(found["check_id"])
    return found.assign(money=found["unit"].str.startswith("£"), figure=figure, share=share,
                        widest=share.groupby(figure).transform("max")).sort_values(
        ["money", "widest", "figure", "share"], ascending=[False, False, True, False], kind="stable")


def number_parts(rows: pd.DataFrame, scope: str, mode: Mode, *, phone: bool) -> dict[str, Any]:
    """The numbers that do not fit: what is printed beside what comes out, and what else the same figure fits."""
    found = numeric(rows)
    said = [" ".join(part for part in (row["said"], elsewhere(row, rows)) if part) for row in found.to_dict("records")]
    found = found.assign(said=said)
    drawn = pd.DataFrame([{
        "name": row["statement"], "first": f"printed: {row['printed']}", "second": f"worked out: {row['found']}",
        "first_value": row["stated_value"], "second_value": row["computed_value"],
        "said": f"{row['short_name']}. {row['said']}"} for row in found.to_dict("records")])
    title = f"{len(found)} numbers do not fit what they are made of" if len(found) != 1 else \
        "1 number does not fit what it is made of"
    return _card("checks-numbers", title, f"Printed and worked out again · {scope}", found,
                 charts_pairs.pairs(drawn, mode, letters=LETTERS[phone]),
                 ("Bars start at zero, on a scale of each pair's own; money comes first, then the widest apart.",
                  NEUTRAL)) | {"drawing": lambda: charts_pairs.pairs(drawn, mode, letters=PAPER)}


def elsewhere(row: Mapping[Any, Any], rows: pd.DataFrame) -> str:
    """Which other working the same printed figure does fit, as a sentence; "" where there is none."""
    if not isinstance(row["stated_figure"], str):
        return ""
    same = rows[(rows["stated_figure"] == row["stated_figure"]) & rows["fits"].isin(FITTING)]
    return " ".join(f"It does fit {other['found']} ({_against(other['statement'])})."
                    for other in same.to_dict("records"))


def _against(statement: str) -> str:
    """What a statement is held to, from the end of it in brackets."""
    return statement.rsplit("(against ", 1)[-1].removesuffix(")") if "(against " in statement else statement


def words_parts(rows: pd.DataFrame, scope: str) -> dict[str, Any]:
    """The statements in words, names and references that do not agree."""
    found = rows[(rows["fits"] == NOT) & rows["difference"].isna()]
    title = f"{len(found)} statements in words, names or references do not agree"
    columns = {name: label for name, label in COLUMNS.items() if name not in ("apart", "verdict")}
    return _card("checks-words", title, f"Printed and found · {scope}", found, columns=columns | {"found": "Found"})


def words_list(rows: pd.DataFrame) -> str:
    """Markdown: the table of statements in words as a list, for a narrow screen."""
    found = rows[(rows["fits"] == NOT) & rows["difference"].isna()]
    return "\n".join(
        f"- **{plain(row['statement'])}** ({plain(row['short_name'])}, {plain(row['place'])}). Printed: "
        f"{plain(row['printed'])}. Found: {plain(row['found'])}. {plain(row['said'])}"
        for row in found.to_dict("records"))


def rest_parts(rows: pd.DataFrame, scope: str, *, fitting: bool) -> dict[str, Any]:
    """The statements that fit, or those that cannot be checked, in a table that stays shut."""
    found = rows[rows["fits"].isin(FITTING)] if fitting else rows[rows["fits"] == UNKNOWN]
    close = int((found["fits"] == FITTING[1]).sum())
    title = (f"{len(found)} statements fit" + (f", {close} of them after rounding" if close else "")) if fitting else \
        f"{len(found)} statements cannot be checked from what is printed"
    return _card("checks-fit" if fitting else "checks-unknown", title, f"Worked out again · {scope}", found) | {
        "folded": True}


def cards(rows: pd.DataFrame, scope: str, mode: Mode, *, phone: bool) -> list[tuple[str, Callable[[], dict[str, Any]]]]:
    """The cards that have something to show for these checks, by name."""
    off = rows["fits"] == NOT
    every = (
        ("checks-numbers", (off & rows["difference"].notna()).any(),
         lambda: number_parts(rows, scope, mode, phone=phone)),
        ("checks-words", (off & rows["difference"].isna()).any(), lambda: words_parts(rows, scope)),
        ("checks-unknown", (rows["fits"] == UNKNOWN).any(), lambda: rest_parts(rows, scope, fitting=False)),
        ("checks-fit", rows["fits"].isin(FITTING).any(), lambda: rest_parts(rows, scope, fitting=True)))
    return [(name, build) for name, holds, build in every if holds]


def _card(name: str, title: str, subtitle: str, rows: pd.DataFrame, graphic: Any = None, notes: tuple[str, ...] = (),
          columns: dict[str, str] | None = None) -> dict[str, Any]:
    return {"id": name, "title": title, "subtitle": subtitle, "graphic": graphic,
            "alt_text": f"{title}. The table below says the same.", "data": rows,
            "sources": tuple(rows["source_id"].unique()), "notes": notes, "columns": columns or COLUMNS}
