"""Every figure that the documents print, and every one that they reckon themselves, re-added."""

from __future__ import annotations

import pandas as pd

from data.pipeline.errors import RawDataError
from data.pipeline.formula import FormulaError, names
from data.pipeline.loaders.record_figures import figures_by_file, known_figures
from data.pipeline.raw import RawFile, RawFolder, code, number, text
from data.pipeline.reconcile import LISTED, Check, Outcome, outcome
from data.pipeline.stated import STATED, money_checks, staff_checks
from data.pipeline.transcribed import PLACE, amount, file_of, read, sheet, word

CHECKS = sheet("document_checks", "check_id", {
    "check_id": code(r"r00\d_[a-z0-9_]+"), "kind": word("check_kind"), **PLACE, "statement": text(),
    "stated_figure": text(nullable=True), "stated_words": text(nullable=True), "unit": text(),
    "formula": text(nullable=True), "rounded_to": amount(nullable=True), "slack": number(0, 1e12, nullable=True),
    "listed": text(nullable=True), "found_words": text(nullable=True), "note": text(nullable=True)})


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Table ``document_checks``: those written in document_checks.csv and those that follow from a figure's kind.

    Raises RawDataError for a formula that cannot be worked out, and for a stated total or difference with no check.
    """
    files = figures_by_file(raw)
    frames = {declared.source_id: frame for declared, frame in files}
    known = known_figures(files)
    written = read(raw, CHECKS)
    made = pd.DataFrame([*money_checks(frames["funding_stated_totals"], frames["funding"]),
                         *staff_checks(frames["workforce"])]).reindex(columns=list(written))
    checks = pd.concat([written, made.set_index("check_id", drop=False)])
    for declared, frame in files:
        _each_has_a_check(frame, declared, checks)
    outcomes = [_outcome(row, where, known) for where, row in checks.iterrows()]
    return {"document_checks": checks.drop(columns=["rounded_to", "slack"]).reset_index(drop=True).assign(
        **{field: [getattr(each, field) for each in outcomes] for field in Outcome.__dataclass_fields__})}


def _each_has_a_check(frame: pd.DataFrame, declared: RawFile, checks: pd.DataFrame) -> None:
    stated = frame[frame["figure_id"].map(lambda figure: bool(STATED.search(figure)))]
    without = stated[~stated["figure_id"].isin(set(checks["stated_figure"].dropna()))]
    if len(without):
        raise RawDataError(f"{file_of(declared)}, row {without.index[0]}, column figure_id: "
                           f"“{without.iloc[0]['figure_id']}” is a total or difference that a document states, and "
                           f"no check of {file_of(CHECKS)} holds anything to it")


def _outcome(row: pd.Series, where: object, known: dict[str, float]) -> Outcome:
    words = {column: "" if pd.isna(row[column]) else str(row[column]) for column in (
        "kind", "unit", "formula", "stated_figure", "listed", "stated_words", "found_words")}
    check = Check(words["kind"], words["unit"], words["formula"], words["stated_figure"],
                  None if pd.isna(row["rounded_to"]) else float(row["rounded_to"]),
                  0.0 if pd.isna(row["slack"]) else float(row["slack"]),
                  tuple(filter(None, words["listed"].split(";"))), words["stated_words"], words["found_words"])
    try:
        if LISTED in (names(check.formula) if check.formula else ()) and not check.listed:
            raise FormulaError("the formula counts what is listed, and nothing is")
        return outcome(check, known)
    except FormulaError as error:
        raise RawDataError(f"{file_of(CHECKS)}, row {where}, column formula: {error}") from error
