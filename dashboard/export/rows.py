"""The rows of a figure as CSV, and as text and HTML for the clipboard; nothing in them is run as a formula."""

from __future__ import annotations

import re
from html import escape
from typing import Any

import pandas as pd

from dashboard.export.picture import in_force
from dashboard.export.taken import Taken
from dashboard.figure import Figure
from dashboard.text import LICENCES

# What spreadsheet programs take for the start of a formula, in its full-width forms too.
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?%?")


def csv(taken: Taken) -> bytes:
    """The rows as CSV (UTF-8 with a mark, so that Excel reads it), each with what it is, its sources and its link."""
    sources = taken.sources
    told = {
        "Finding": taken.figure.title,
        "Figure": taken.figure.subtitle,
        "Filters": in_force(taken),
        "Source": "; ".join(f"{source.title}, {source.publisher}" for source in sources),
        "Licence": "; ".join(dict.fromkeys(LICENCES.get(source.licence, source.licence) for source in sources)),
        "Data version": taken.version,
        "Data built": taken.built,
        "Link": taken.link,
    }
    table = taken.figure.table()
    # A table may have a column of such a name itself; its own stays as it is.
    named = {f"{name} (figure)" if name in table.columns else name: words for name, words in told.items()}
    return _harmless(table.assign(**named)).to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def tsv(figure: Figure) -> str:
    """The rows as text between tabs, which spreadsheets paste into cells."""
    table = _harmless(figure.table()).astype(object)
    lines = [list(table.columns), *table.where(table.notna(), "").to_numpy().tolist()]
    return "\n".join("\t".join(" ".join(_words(cell).split()) for cell in line) for line in lines)


def html_table(figure: Figure) -> str:
    """The rows as an HTML table with its finding as caption, which documents paste as a table."""
    table = _harmless(figure.table()).astype(object)
    head = "".join(f'<th scope="col">{escape(str(column))}</th>' for column in table.columns)
    body = "".join(f"<tr>{''.join(f'<td>{escape(_words(cell))}</td>' for cell in line)}</tr>"
                   for line in table.where(table.notna(), "").to_numpy().tolist())
    caption = escape(f"{figure.title}. {figure.subtitle}")
    return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def harmless(text: str) -> str:
    """The text, marked as text where a spreadsheet would run it as a formula; a number stays one."""
    return f"'{text}" if text.startswith(STARTS) and not _NUMBER.fullmatch(text) else text


def _harmless(table: pd.DataFrame) -> pd.DataFrame:
    safe = table.rename(columns=lambda name: harmless(str(name)))
    text = safe.select_dtypes(exclude=["number", "bool", "datetime"]).columns
    return safe.assign(**{column: safe[column].map(lambda cell: harmless(cell) if isinstance(cell, str) else cell)
                          for column in text})


def _words(cell: Any) -> str:
    return f"{cell:.15g}" if isinstance(cell, float) else str(cell)
