"""A tall picture as several lower ones: cut where it is blank, so that no mark and no word is cut through."""

from __future__ import annotations

import io
import math
from itertools import pairwise

import numpy as np
from PIL import Image

BLANK_ROWS = 6  # a thinner band may be the gap between two lines of the same text
WIDE = 0.6  # of the widest band: narrower ones lie inside a row, and cutting there would part it


def slices(png: bytes, whole: float, part: float) -> list[bytes]:
    """A picture higher than ``whole`` times its width, in parts no higher than ``part`` times that, from the top.

    The picture whole where it is low enough, or has no blank bands across at which it could be cut.
    """
    image = Image.open(io.BytesIO(png))
    if image.height <= whole * image.width:
        return [png]
    edges = _edges(image, part * image.width)
    return [_png(image.crop((0, top, image.width, bottom))) for top, bottom in pairwise(edges)] if edges else [png]


def _edges(image: Image.Image, most: float) -> list[int]:
    """The rows where parts begin and end, as even as blank bands allow; none where a part would be too high."""
    middles = _middles(image)
    edges = [0]
    while image.height - edges[-1] > most:
        left = image.height - edges[-1]
        even = edges[-1] + left / math.ceil(left / most)
        below = [middle for middle in middles if edges[-1] < middle <= edges[-1] + most]
        if not below:
            return []
        edges.append(min(below, key=lambda middle: abs(middle - even)))
    return [*edges, image.height]


def _middles(image: Image.Image) -> list[int]:
    """The middle of each wide band of rows that are of one colour from edge to edge."""
    rows = np.asarray(image.convert("L"))
    blank = np.flatnonzero(rows.min(axis=1) == rows.max(axis=1))
    bands = np.split(blank, np.flatnonzero(np.diff(blank) > 1) + 1)
    widest = max(map(len, bands))
    return [int(band[len(band) // 2]) for band in bands if len(band) >= max(BLANK_ROWS, WIDE * widest)]


def _png(image: Image.Image) -> bytes:
    made = io.BytesIO()
    image.save(made, "PNG")
    return made.getvalue()
