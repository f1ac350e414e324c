"""Checksums of the raw files; the register itself is read by ``dashboard.registry``, for the screen and the build."""

from __future__ import annotations

import hashlib
from pathlib import Path

from dashboard.registry import Source, load_sources

__all__ = ["Source", "load_sources", "sha256_of"]


def sha256_of(path: Path) -> str:
    """SHA-256 of a file's bytes, as hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
