"""Every service, programme and helpline that the strategy documents name, as each document tells of it."""

from __future__ import annotations

import pandas as pd

from data.pipeline.loaders.record import IDENTIFIER
from data.pipeline.raw import RawFolder, code, text, whole
from data.pipeline.transcribed import PLACE, read, refer, sheet, word, words

OLDEST = 120
SERVICES = sheet("services", "id", {
    "id": code(IDENTIFIER), "same_as": code(IDENTIFIER, nullable=True), "part_of": text(nullable=True),
    "name": text(), "kind": word("service_kind"), "stage": word("stage"), "local": word("local"), "what": text(),
    "for_whom": text(), "age_from": whole(0, OLDEST, nullable=True), "age_to": whole(0, OLDEST, nullable=True),
    "ages_as_stated": text(), "areas": words("area", nullable=True), "tiers": words("tier", nullable=True),
    "tier_basis": word("tier_basis", nullable=True), "needs": words("need", nullable=True), "provider": text(),
    "providers": text(nullable=True), "commissioner": text(), "routes": words("route"), "route_text": text(),
    "money": text(nullable=True), "staff": text(nullable=True), "as_at": code(r"20\d\d(-\d\d(-\d\d)?)?"), **PLACE,
    "note": text(nullable=True)})


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Table ``services``: one row per service and document; ``same_as`` ties a second account to its entry."""
    frame = read(raw, SERVICES)
    entries = frame.loc[frame["same_as"].isna(), "id"]
    refer(frame, SERVICES, "same_as", set(entries), "service of this file with an entry of its own")
    refer(frame, SERVICES, "part_of", set(entries), "service of this file with an entry of its own")
    return {"services": frame}
