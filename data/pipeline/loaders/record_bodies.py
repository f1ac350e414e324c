"""Who runs what, the words used, and the figures of the strategy documents that no other table holds."""

from __future__ import annotations

import pandas as pd

from data.pipeline.loaders.record import IDENTIFIER
from data.pipeline.raw import RawFile, RawFolder, choice, code, text, whole
from data.pipeline.transcribed import DOCUMENTS, PLACE, amount, read, refer, several, sheet, word, words

BODIES = sheet("bodies", "id", {
    "id": code(IDENTIFIER), "same_as": code(IDENTIFIER, nullable=True), "name": text(), "kind": word("body_kind"),
    "role": text(), "reports_to": text(nullable=True), "members": text(nullable=True),
    "areas": words("area", nullable=True), **PLACE, "as_at": code(r"20\d\d")})
GLOSSARY = RawFile("glossary", {
    "term": text(), "meaning": text(), "explanation": text(), "should_be": text(nullable=True),
    "used_in_app": choice(["yes", "no"]), "documents": several(list(DOCUMENTS), nullable=True),
    "note": text(nullable=True)}, key=("term", "meaning"))
FIGURES = sheet("document_figures", "figure_id", {
    "subject": text(), "area_code": word("area", nullable=True), "period": text(), "value": amount(nullable=True),
    "value_words": text(nullable=True), "unit": text(), "basis": text(), **PLACE, "table_name": text(),
    "note": text(nullable=True)})
TIMELINE = sheet("alliance_timeline", "step", {
    "step": whole(1, 100), "date": code(r"20\d\d(-\d\d)?", nullable=True), "date_as_stated": text(), "event": text(),
    **PLACE})
TIERS = sheet("tiers", "step", {
    "step": whole(1, 200), "tier": choice(["all", "1", "2", "3", "4"]), "kind": word("tier_line"),
    "service": text(nullable=True), "line": text(), "value": amount(nullable=True), "unit": text(nullable=True),
    "period": text(), **PLACE, "note": text(nullable=True)})
GLOSSARY_SOURCE = "ltp_2022_23"  # for the app's own terms, which stand in no document: the fullest glossary of the five


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Tables ``bodies``, ``glossary``, ``document_figures``, ``alliance_timeline`` and ``tiers``."""
    bodies, tiers = read(raw, BODIES), read(raw, TIERS)
    refer(bodies, BODIES, "same_as", set(bodies["id"]), "body of this file")
    refer(bodies, BODIES, "reports_to", set(bodies["id"]), "body of this file")
    return {
        "bodies": bodies, "glossary": _glossary(raw), "document_figures": read(raw, FIGURES),
        "alliance_timeline": read(raw, TIMELINE),
        "tiers": tiers.assign(status=tiers["value"].isna().map({True: "not_published", False: "value"})),
    }


def _glossary(raw: RawFolder) -> pd.DataFrame:
    frame = read(raw, GLOSSARY)
    first = frame["documents"].str.split(";").str[0].map(DOCUMENTS)
    return frame.assign(used_in_app=frame["used_in_app"] == "yes", source_id=first.fillna(GLOSSARY_SOURCE))
