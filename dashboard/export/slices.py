"""A tall picture as several lower ones: cut where it is blank, so that no mark and no word is cut through."""

from __future__ import annotations

import io
import math
from itertools import pairwise

import numpy as np
from PIL import Image

BLANK_ROWS = 6  # a thinner band may be the gap between two lines of the same text


def slices(png: bytes, whole: float, part: float) -> list[bytes]:
    """A picture higher than ``whole`` times its width, in parts no higher than ``part`` times that, from the top.

    The picture whole where it is low enough, or has no blank bands across at which it could be cut.
    """
    image = Image.open(io.BytesIO(png))
    if image.height <= whole * image.width:
        return [png]
    cuts = _cuts(_blank(image), image.height, int(image.width * part))
    edges = [0, *cuts, image.height]
    return [_png(image.crop((0, top, image.width, bottom))) for top, bottom in pairwise(edges)] \
        if cuts else [png]


def _cuts(bands: list[tuple[int, int]], height: int, most: int) -> list[int]:
    """Where to cut, in the middle of blank bands and as evenly as they allow; none where a part would be too high."""
    cuts: list[int] = []
    top = 0
    while height - top > most:
        even = top + (height - top) / math.ceil((height - top) / most)
        middles = [(first + last) // 2 for first, last in bands]
        below = [middle for middle in middles if top < middle <= top + most]
        if not below:
            return []
        top = min(below, key=lambda middle: abs(middle - even))
        cuts.append(top)
    return cuts


def _blank(image: Image.Image) -> list[tuple[int, int]]:
    """The bands of rows of one colour from edge to edge: first and last row of each; the widest ones where some are."""
    rows = np.asarray(image.convert("L"))
    same = np.flatnonzero(rows.min(axis=1) == rows.max(axis=1))
    runs = np.split(same, np.flatnonzero(np.diff(same) > 1) + 1) if len(same) else []
    bands = [(int(run[0]), int(run[-1])) for run in runs if len(run) >= BLANK_ROWS]
    widest = max((last - first for first, last in bands), default=0)
    return [(first, last) for first, last in bands if last - first >= 0.6 * widest]


def _png(image: Image.Image) -> bytes:
    made = io.BytesIO()
    image.save(made, "PNG")
    return made.getvalue()
