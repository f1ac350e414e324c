"""The words of the record of strategies: what each word of ``data/record.toml`` is called on screen."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from dashboard.registry import ROOT

RECORD_FILE = ROOT / "data" / "record.toml"


@cache
def load_words(path: Path = RECORD_FILE) -> dict[str, dict[str, str]]:
    """Labels by vocabulary and word, in the order to show them: ``load_words()["theme"]["schools"]``."""
    return tomllib.loads(path.read_text(encoding="utf-8"))
