"""Outlines for maps drawn without a browser: read from the static files once, and cut at the frame of a picture."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from dashboard.boundaries import STATIC, Bounds

NEAR = 0.002  # degrees: outlines of several layers are rounded apart
KEPT = 64  # frames whose cut outlines are kept
Point = tuple[float, float]
Spot = tuple[int, int]


@dataclass(frozen=True)
class Outlines:
    """The outlines of a layer with nothing but their code: as JSON, and how far they reach."""

    text: str
    bounds: Bounds

    def reach_beyond(self, box: Bounds) -> bool:
        """Whether any part lies outside the box."""
        west, south, east, north = self.bounds
        return west < box[0] - NEAR or south < box[1] - NEAR or east > box[2] + NEAR or north > box[3] + NEAR


@cache
def outlines(file: str) -> Outlines:
    """The outlines in a file of ``static/``."""
    shapes = _shapes(file)
    text = json.dumps([{"type": "Feature", "geometry": shape["geometry"],
                        "properties": {"code": shape["properties"].get("code")}} for shape in shapes])
    points = [point for shape in shapes for ring in _rings(shape["geometry"]["coordinates"]) for point in ring]
    across, up = [point[0] for point in points], [point[1] for point in points]
    return Outlines(text, (min(across), min(up), max(across), max(up)))


@lru_cache(maxsize=KEPT)
def cut(file: str, frame: Bounds, code: str | None = None) -> str:
    """The outlines of a layer, or of one of its areas, inside a frame as lines, cut where they leave it, as JSON."""
    found = []
    for shape in _shapes(file) if code is None else _shapes_of(file, code):
        lines = [line for ring in _rings(shape["geometry"]["coordinates"]) for line in _inside(ring, frame)]
        if lines:
            found.append({"type": "Feature", "properties": {"code": shape["properties"].get("code")},
                          "geometry": {"type": "MultiLineString", "coordinates": lines}})
    return json.dumps(found)


@lru_cache(maxsize=KEPT)
def paths(file: str, frame: Bounds, size: tuple[float, float]) -> dict[str, str]:
    """The outline of each area in a frame by its code, as an SVG path in a picture of this size in pixels.

    They are kept, because a map of another measure has the same ones, and working them out takes most of the time.
    """
    place = placing(frame, size)

    def path(ring: Sequence[Sequence[float]]) -> str:
        places = (f"{x:.1f},{y:.1f}" for x, y in map(place, ring[:-1]))
        return f"M{'L'.join(places)}Z"

    rings = {shape["properties"]["code"]: list(_rings(shape["geometry"]["coordinates"])) for shape in _shapes(file)}
    return {code: "".join(map(path, found)) for code, found in rings.items()
            if any(_within(ring, frame) for ring in found)}


def placing(frame: Bounds, size: tuple[float, float]) -> Callable[[Sequence[float]], Point]:
    """Where a longitude and latitude lie in a picture of this size that shows the frame (Web Mercator)."""
    west, high = frame[0], _mercator(math.radians(frame[3]))
    across, up = size[0] / (frame[2] - west), size[1] / (high - _mercator(math.radians(frame[1])))
    return lambda point: ((point[0] - west) * across, (high - _mercator(math.radians(point[1]))) * up)


def joined(file: str, frame: Bounds, size: tuple[float, float], kinds: Mapping[str, str]) -> dict[str, str]:
    """Areas by code and kind drawn as one SVG path for each kind, on a grid of whole units in a picture of this size.

    What lies between two areas of one kind is left out, so a small picture takes half the bytes. Areas without a kind
    are not drawn.
    """
    place = placing(frame, size)
    ways: dict[str, dict[Spot, list[Spot]]] = {}
    for shape in _shapes(file):
        kind = kinds.get(shape["properties"]["code"])
        for ring in _rings(shape["geometry"]["coordinates"]) if kind is not None else ():
            if _within(ring, frame):
                spots = [(round(x), round(y)) for x, y in map(place, ring)]
                _walk(spots, ways.setdefault(str(kind), {}))
    return {kind: "".join(_rounds(found)) for kind, found in ways.items()}


def _walk(spots: Sequence[Spot], ways: dict[Spot, list[Spot]]) -> None:
    """Add the steps of a ring; one that a neighbour of the same kind has taken the other way is taken back."""
    for start, end in pairwise(spots):
        if start in ways.get(end, ()):
            ways[end].remove(start)
        elif start != end:
            ways.setdefault(start, []).append(end)


def _rounds(ways: dict[Spot, list[Spot]]) -> Iterator[str]:
    """The steps joined into closed paths; steps straight on are one."""
    for start in list(ways):
        while ways.get(start):
            line, here = [start], start
            while ways.get(here):
                before, here = here, ways[here].pop()
                straight = len(line) > 1 and (line[-1][0] - line[-2][0]) * (here[1] - before[1]) == \
                    (line[-1][1] - line[-2][1]) * (here[0] - before[0])
                line[-1:] = [here] if straight else [line[-1], here]
                if here == start:
                    break
            steps = ",".join(f"{end[0] - begin[0]},{end[1] - begin[1]}" for begin, end in pairwise(line))
            yield f"M{start[0]},{start[1]}l{steps}z".replace(",-", "-")


def _within(ring: Sequence[Sequence[float]], frame: Bounds) -> bool:
    return any(frame[0] <= point[0] <= frame[2] and frame[1] <= point[1] <= frame[3] for point in ring)


def frame_of(box: Bounds, width: float, height: float) -> Bounds:
    """All that a picture of this size shows (Web Mercator) when the box is fitted into its middle."""
    west, south, east, north = (math.radians(degrees) for degrees in box)
    low, high = _mercator(south), _mercator(north)
    scale = min(width / (east - west), height / (high - low))
    across, up = width / scale / 2, height / scale / 2
    middle, centre = (west + east) / 2, (low + high) / 2
    return (math.degrees(middle - across), _latitude(centre - up), math.degrees(middle + across),
            _latitude(centre + up))


def _mercator(latitude: float) -> float:
    return math.log(math.tan(math.pi / 4 + latitude / 2))


def _latitude(mercator: float) -> float:
    return math.degrees(2 * math.atan(math.exp(mercator)) - math.pi / 2)


@cache
def _shapes(file: str) -> list[dict[str, Any]]:
    shapes: list[dict[str, Any]] = json.loads((STATIC / file).read_text(encoding="utf-8"))["features"]
    return shapes


def outline(file: str, code: str) -> dict[str, Any]:
    """The outline of one area in a file of ``static/``, as a GeoJSON geometry. Raises KeyError if it has none."""
    found = _shapes_of(file, code)
    if not found:
        raise KeyError(f"static/{file} has no outline of {code}")
    geometry: dict[str, Any] = found[0]["geometry"]
    return geometry


def _shapes_of(file: str, code: str) -> list[dict[str, Any]]:
    return [shape for shape in _shapes(file) if shape["properties"]["code"] == code]


def _rings(part: list[Any]) -> Iterator[list[list[float]]]:
    """The rings of a polygon or of several."""
    if isinstance(part[0][0], (int, float)):
        yield part
    else:
        for inner in part:
            yield from _rings(inner)


def _inside(ring: Sequence[Sequence[float]], frame: Bounds) -> list[list[Point]]:
    """The parts of a ring inside a frame."""
    lines: list[list[Point]] = []
    for start, end in pairwise(ring):
        kept = _between((start[0], start[1]), (end[0], end[1]), frame)
        if kept is None:
            continue
        if lines and lines[-1][-1] == kept[0]:
            lines[-1].append(kept[1])
        else:
            lines.append(list(kept))
    return lines


def _between(start: Point, end: Point, frame: Bounds) -> tuple[Point, Point] | None:
    """The part of a straight line inside a frame (Liang and Barsky), if any; ends inside it stay as they are."""
    first, last = 0.0, 1.0
    for axis in (0, 1):
        run = end[axis] - start[axis]
        for step, room in ((-run, start[axis] - frame[axis]), (run, frame[axis + 2] - start[axis])):
            if step == 0:
                if room < 0:
                    return None
            elif step < 0:
                first = max(first, room / step)
            else:
                last = min(last, room / step)
    if first > last:
        return None
    across, up = end[0] - start[0], end[1] - start[1]
    return ((start[0] + first * across, start[1] + first * up) if first > 0 else start,
            (start[0] + last * across, start[1] + last * up) if last < 1 else end)
