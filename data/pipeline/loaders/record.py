"""What the five strategy documents promise: the documents, their commitments, and the targets to hold them to."""

from __future__ import annotations

import pandas as pd

from dashboard.registry import load_registry
from data.pipeline.loaders import plan
from data.pipeline.raw import RawFolder, choice, code, text
from data.pipeline.transcribed import DOCUMENTS, PLACE, amount, day, read, refer, sheet, word, words

IDENTIFIER = r"d00\d_[a-z0-9_]+"
BOUND = {  # how a row is tied to an indicator of data/indicators.toml, if it is
    "indicator": text(nullable=True), "indicator_area": word("area", nullable=True),
    "indicator_fit": word("indicator_fit", nullable=True), "indicator_note": text(nullable=True),
}
WITHOUT = {"would_measure": text(nullable=True), "holder": text(nullable=True), "note": text(nullable=True)}

THE_DOCUMENTS = sheet("documents", "document", {
    "document": choice(list(DOCUMENTS)), "short_name": text(), "as_at": day(), "as_at_stated": text(), "about": text()})
COMMITMENTS = sheet("commitments", "id", {
    "id": code(IDENTIFIER), **PLACE, "reference": text(nullable=True), "kind": word("kind"),
    "parent": code(IDENTIFIER, nullable=True), "theme": word("theme"), "population_groups": words("population_group"),
    "areas": words("area"), "promise": text(), "lead": text(), "due": day(nullable=True), "due_as_stated": text(),
    "measurable": word("measurable"), **BOUND, "target_value": amount(nullable=True),
    "target_unit": text(nullable=True), "status": word("status"), "status_text": text(nullable=True),
    "status_date": day(nullable=True), "status_document": choice(list(DOCUMENTS), nullable=True), **WITHOUT})
TARGETS = sheet("targets", "id", {
    "id": code(IDENTIFIER), "commitment_id": text(), **PLACE, "what": text(), "scope": word("scope"), **BOUND,
    "outcome_figure": text(nullable=True), "target_value": amount(), "target_unit": text(),
    "direction": word("direction"), "baseline_value": amount(nullable=True),
    "baseline_date": code(r"20\d\d(-\d\d-\d\d)?", nullable=True), "due": day(nullable=True),
    "areas": words("area"), "population_groups": words("population_group"), "held": word("held"), **WITHOUT})


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Tables ``documents``, ``commitments`` and ``targets``, every reference between them and to the registry held."""
    return {"documents": _documents(raw), "commitments": _commitments(raw), "targets": _targets(raw)}


def _documents(raw: RawFolder) -> pd.DataFrame:
    frame = read(raw, THE_DOCUMENTS)
    return frame.assign(title=frame["source_id"].map(lambda source_id: raw.sources[source_id].title),
                        publisher=frame["source_id"].map(lambda source_id: raw.sources[source_id].publisher))


def _commitments(raw: RawFolder) -> pd.DataFrame:
    frame = read(raw, COMMITMENTS)
    refer(frame, COMMITMENTS, "parent", set(frame["id"]), "commitment of this file")
    refer(frame, COMMITMENTS, "indicator", load_registry(), "indicator of data/indicators.toml")
    # The rows stand in the order of the documents; tables are sorted by their key, so the order is kept as a number.
    return frame.assign(position=range(1, len(frame) + 1))


def _targets(raw: RawFolder) -> pd.DataFrame:
    frame = read(raw, TARGETS)
    refer(frame, TARGETS, "commitment_id", set(read(raw, COMMITMENTS)["id"]), "commitment of commitments.csv")
    refer(frame, TARGETS, "indicator", load_registry(), "indicator of data/indicators.toml")
    refer(frame, TARGETS, "outcome_figure", set(read(raw, plan.WORKFORCE)["figure_id"]), "figure of workforce.csv")
    return frame
