"""A tall picture as several lower ones: cut where it is blank, so that no mark and no word is cut through."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from PIL import Image

BLANK_ROWS = 6  # a thinner band may be the gap between two lines of the same text
WIDE = 0.6  # of the widest band: narrower ones lie inside a row, and cutting there would part it


@dataclass(frozen=True)
class Tall:
    """A picture that may be cut across. ``edges`` are the rows at which its parts begin and end."""

    png: bytes

    @cached_property
    def image(self) -> Image.Image:
        """The picture; its pixels are read when they are looked at."""
        return Image.open(io.BytesIO(self.png))

    def edges(self, most: float) -> list[int]:
        """Where to cut for parts no higher than ``most`` pixels, as evenly as blank bands allow.

        First and last row only where the picture is low enough, or the bands do not allow such parts.
        """
        whole = [0, self.image.height]
        edges = [0]
        while self.image.height - edges[-1] > most:
            left = self.image.height - edges[-1]
            even = edges[-1] + left / math.ceil(left / most)
            below = [middle for middle in self._middles if edges[-1] < middle <= edges[-1] + most]
            if not below:
                return whole
            edges.append(min(below, key=lambda middle: abs(middle - even)))
        return [*edges, self.image.height]

    def cut(self, edges: Sequence[int]) -> list[bytes]:
        """The parts between these edges, from the top, as PNG."""
        if len(edges) == 2:
            return [self.png]
        parts = []
        for top, bottom in pairwise(edges):
            made = io.BytesIO()
            self.image.crop((0, top, self.image.width, bottom)).save(made, "PNG")
            parts.append(made.getvalue())
        return parts

    @cached_property
    def _middles(self) -> list[int]:
        """The middle of each wide band of rows that are of one colour from edge to edge."""
        rows = np.asarray(self.image.convert("L"))
        blank = np.flatnonzero(rows.min(axis=1) == rows.max(axis=1))
        bands = np.split(blank, np.flatnonzero(np.diff(blank) > 1) + 1)
        widest = max(map(len, bands), default=0)
        return [int(band[len(band) // 2]) for band in bands if len(band) >= max(BLANK_ROWS, WIDE * widest)]


def slices(png: bytes, whole: float, part: float) -> list[bytes]:
    """A picture higher than ``whole`` times its width, in parts no higher than ``part`` times that, from the top.

    The picture whole where it is low enough, or has no blank bands across at which it could be cut.
    """
    tall = Tall(png)
    width, height = tall.image.size
    return tall.cut(tall.edges(width * part)) if height > whole * width else [png]
