"""Colours and class breaks: one function makes the breaks for the fill and for the legend."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import jenkspy
import numpy as np

Mode = Literal["light", "dark"]
CLASSES = 5
SEQUENTIAL = ("#eaecb1", "#a9d891", "#00a7ba", "#004ea6", "#000d54")
# On a dark page the deepest class would vanish into the ground, so the order of lightness is turned round.
SEQUENTIAL_DARK = ("#12305e", "#004ea6", "#00a7ba", "#a9d891", "#f4f6c8")
CATEGORICAL = {"light": ("#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1"),
               "dark": ("#6FA8DC", "#3CC4B8", "#E58FB8", "#F79256", "#C9C9C9", "#BFA8E8")}
FOCUS = {"light": "#12436D", "dark": "#6FA8DC"}
CONTEXT = {"light": "#BFBFBF", "dark": "#5F6368"}
TEXT = {"light": "#1f1f1f", "dark": "#f2f2f0"}
MUTED = {"light": "#555b61", "dark": "#b8bcc0"}
TARGET = {"light": "#801650", "dark": "#E58FB8"}
# Better, similar, worse: never colour alone, always with the word and a mark.
JUDGEMENT = {"better": "#1D70B8", "similar": "#B1B4B6", "worse": "#C4510A"}
MISSING = {"light": "#d9d9d9", "dark": "#4a4a4a"}
SUPPRESSED = {"light": "#b9a9c9", "dark": "#7a6a8a"}
ZERO = {"light": "#ffffff", "dark": "#000000"}


@dataclass(frozen=True)
class Scale:
    """Class limits with a colour each: class k holds values from ``limits[k]`` up to but not including ``limits[k+1]``.

    The last class includes its upper limit.
    """

    limits: tuple[float, ...]
    colours: tuple[str, ...]

    def classify(self, value: float | None) -> int | None:
        """The class of a value, or None where there is none."""
        if value is None or math.isnan(value):
            return None
        position = int(np.searchsorted(self.limits, value, side="right")) - 1
        return min(max(position, 0), len(self.colours) - 1)


@dataclass(frozen=True)
class Legend:
    """The key of a map: words and colour of each class, then of each state, and the place of the chosen area's."""

    entries: tuple[tuple[str, str], ...]
    chosen: int | None = None


def make_scale(values: Sequence[float], breaks: Sequence[float] | None = None, mode: Mode = "light") -> Scale:
    """The scale for a map: fixed breaks where given, else natural breaks (Fisher–Jenks) in at most five classes.

    ``values`` are the known values on the map. Equal values give one class; breaks that coincide are merged.
    """
    known = sorted(value for value in values if value is not None and not math.isnan(value))
    if not known:
        return Scale((0.0, 1.0), _colours(1, mode))
    low, high = known[0], known[-1]
    if breaks is not None:
        limits = [-math.inf, *breaks, math.inf]  # the same classes and colours whichever values are shown
    elif low == high:
        limits = [low, high]
    else:
        wanted = min(CLASSES, len(set(known)))
        limits = [float(limit) for limit in jenkspy.jenks_breaks(known, n_classes=wanted)]
        # Fisher–Jenks gives the last value of each class; the limit lies half-way to the first value of the next.
        limits = [limits[0], *((limit + _next_value(known, limit)) / 2 for limit in limits[1:-1]), limits[-1]]
    merged = _merge(limits)
    return Scale(tuple(merged), _colours(len(merged) - 1, mode))


def _next_value(known: Sequence[float], limit: float) -> float:
    return float(known[int(np.searchsorted(known, limit, side="right"))])


def _merge(limits: Sequence[float]) -> list[float]:
    merged = [limits[0]]
    for limit in limits[1:]:
        if limit > merged[-1]:
            merged.append(limit)
    return merged if len(merged) > 1 else [merged[0], merged[0]]


def _colours(classes: int, mode: Mode) -> tuple[str, ...]:
    ramp = SEQUENTIAL if mode == "light" else SEQUENTIAL_DARK
    if classes >= CLASSES:
        return ramp
    positions = {1: (2,), 2: (1, 3), 3: (0, 2, 3), 4: (0, 1, 2, 3)}[classes]
    return tuple(ramp[position] for position in positions)


def rgb(colour: str) -> list[int]:
    """Red, green and blue (0 to 255) of a #rrggbb colour."""
    return [int(colour[start:start + 2], 16) for start in (1, 3, 5)]
