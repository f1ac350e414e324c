"""Every figure typed from the documents in one table, and those that newer figures of this product have moved."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.registry import load_registry
from data.pipeline.errors import RawDataError
from data.pipeline.loaders import plan
from data.pipeline.loaders.record_bodies import FIGURES
from data.pipeline.raw import RawFile, RawFolder, text
from data.pipeline.transcribed import DATE, file_of, read, refer, sheet, word


@dataclass(frozen=True)
class Typed:
    """Where a typed file keeps its figure; ``what``, ``period`` and ``unit`` may name columns in braces."""

    file: RawFile
    value: str
    what: str
    period: str
    unit: str


TYPED = (
    Typed(plan.FUNDING, "amount_gbp", "{service}, {area_name}, paid by {funder}", "{financial_year}", "£"),
    Typed(plan.STATED_TOTALS, "amount_gbp", "Total, {area_name}", "{financial_year}", "£"),
    Typed(plan.ACCESS, "people", "Children and young people seen at least once", "12 months to {period_end}", "people"),
    Typed(plan.EATING_DISORDERS, "people_or_contacts", "Eating disorder {measure}", "{financial_year}", "{measure}"),
    Typed(plan.EATING_DISORDERS_STATED, "value", "Eating disorders: {measure}", "not stated", "{unit}"),
    Typed(plan.WORKFORCE, "value", "Staff: {team}, {measure}", "{as_at}", "{unit}"),
    Typed(plan.TURNOVER, "turnover_pct", "Staff turnover: {staff_group}", "{month_end}", "% of staff"),
    Typed(plan.COVERAGE, "settings", "Schools with a support team, {place_name}", "{as_at}", "schools or settings"),
    Typed(plan.REFERRALS, "value", "School teams: {measure}", "{period}", "children or referrals"),
    Typed(plan.FIGURES, "value", "{subject}", "{period}", "{unit}"),
    Typed(FIGURES, "value", "{subject}", "{period}", "{unit}"),
)
OVERTAKEN = sheet("overtaken", "figure_id", {
    "indicator": text(nullable=True), "area_code": word("area"), "same_period": text(nullable=True),
    "fact": text(nullable=True), "caution": text()})
COLUMNS = ("figure_id", "file", "what", "period", "value", "value_words", "unit", "document", "section", "table_name",
           "note", "source_id")


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Tables ``typed_figures`` and ``overtaken``, whose figures and indicators are held to be known."""
    files = figures_by_file(raw)
    known_figures(files)
    figures = pd.concat([_uniform(typed, frame) for typed, (_, frame) in zip(TYPED, files, strict=True)])
    overtaken = read(raw, OVERTAKEN)
    refer(overtaken, OVERTAKEN, "figure_id", set(figures["figure_id"]), "typed figure")
    refer(overtaken, OVERTAKEN, "indicator", load_registry(), "indicator of data/indicators.toml")
    source = figures.set_index("figure_id")["source_id"]
    return {"typed_figures": figures, "overtaken": overtaken.assign(source_id=overtaken["figure_id"].map(source))}


def figures_by_file(raw: RawFolder) -> list[tuple[RawFile, pd.DataFrame]]:
    """Each typed file of figures, read; in the order of ``TYPED``."""
    return [(typed.file, read(raw, typed.file)) for typed in TYPED]


def known_figures(files: list[tuple[RawFile, pd.DataFrame]]) -> dict[str, float]:
    """Every typed figure that is a number, by its id; a month counts as months, so that two can be subtracted.

    Raises RawDataError for an id that two files share.
    """
    known: dict[str, float] = {}
    for typed, (declared, frame) in zip(TYPED, files, strict=True):
        twice = frame[frame["figure_id"].isin(known)]
        if len(twice):
            raise RawDataError(f"{file_of(declared)}, row {twice.index[0]}, column figure_id: "
                               f"“{twice.iloc[0]['figure_id']}” is an id of another file too")
        known |= dict(zip(frame["figure_id"], frame[typed.value], strict=True))
        if "value_words" in frame:
            months = frame[frame["value_words"].str.fullmatch(r"20\d\d-\d\d", na=False)]
            known |= {figure: 12.0 * int(words[:4]) + int(words[5:])
                      for figure, words in zip(months["figure_id"], months["value_words"], strict=True)}
    return {figure: value for figure, value in known.items() if value == value}


def _uniform(typed: Typed, frame: pd.DataFrame) -> pd.DataFrame:
    rows = [dict(zip(frame.columns, cells, strict=True)) for cells in frame.itertuples(index=False)]
    words = {field: [_filled(getattr(typed, field), row) for row in rows] for field in ("what", "period", "unit")}
    frame = frame.assign(file=file_of(typed.file), value=frame[typed.value], **words)
    return frame.reindex(columns=list(COLUMNS))


def _filled(pattern: str, row: Mapping[str, object]) -> str:
    """A pattern with the row's words in it; codes such as staff_in_post become words, and dates are spelt out."""
    return pattern.format(**{column: _spelt(cell) for column, cell in row.items()})


def _spelt(cell: object) -> object:
    if isinstance(cell, str) and re.fullmatch(DATE, cell):
        day = datetime.date.fromisoformat(cell)
        return f"{day.day} {day:%B %Y}"
    return cell.replace("_", " ") if isinstance(cell, str) else cell
