"""Figures quoted from surveys, answers to Parliament and local reports, each with its address."""

from __future__ import annotations

import pandas as pd

from data.pipeline.raw import RawFile, RawFolder, choice, code, number, text

EVIDENCE = {"publisher page": "publisher", "secondary report of publisher": "secondary"}
FACTS = RawFile("published_facts", {
    "topic": choice(["MHCYP", "APMS", "MHST", "Suicide", "CAMHS"]), "geography": text(), "period": text(),
    "population": text(), "measure": text(), "value": number(0, 100_000), "unit": text(), "publisher": text(),
    "url": code(r"https?://\S+"), "evidence_level": choice(tuple(EVIDENCE)), "note": text(nullable=True),
}, key=("topic", "geography", "period", "population", "measure"))


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Table ``published_facts``: one row per quoted figure. They are quotations, not series."""
    frame = raw.read(FACTS)
    columns = ["topic", "geography", "period", "population", "measure", "value", "unit", "publisher", "url", "note"]
    return {"published_facts": frame[columns].assign(
        evidence=frame["evidence_level"].map(EVIDENCE), projection=frame["period"].str.contains("projection"),
        source_id=FACTS.source_id)}
