"""Who runs what: the bodies that the documents name and the ties they state between them."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from dashboard.registry import ROOT
from dashboard.vocabulary import load_words

TIES_FILE = ROOT / "data" / "governance.toml"
REPORTS = "reports to"  # what the column means where the document has no word of its own
SEATS = ("organisation", "office")  # kinds that take part rather than govern


@dataclass(frozen=True)
class Tie:
    """A tie that a document states: what the lower body does to the upper one, and whether it answers to it."""

    below: str
    above: str
    words: str = REPORTS
    answers: bool = True


@cache
def load_wording(path: Path = TIES_FILE) -> dict[tuple[str, str], Tie]:
    """The wording of ties by lower and upper body (``data/governance.toml``)."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["tie"]
    return {(row["below"], row["above"]): Tie(row["below"], row["above"], row["words"], row["line"] == "reports")
            for row in rows}


def ties(bodies: pd.DataFrame) -> tuple[Tie, ...]:
    """Every tie between these bodies, in their order; ``bodies`` has id and reports_to."""
    known, wording = set(bodies["id"]), load_wording()
    return tuple(wording.get((below, above), Tie(below, above))
                 for below, uppers in zip(bodies["id"], bodies["reports_to"], strict=True) if isinstance(uppers, str)
                 for above in uppers.split(";") if above in known)


@cache
def left_out(path: Path = TIES_FILE) -> dict[str, str]:
    """What the text of a document does not tell of its structure, by the document's number."""
    found: dict[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))["left_out"]
    return found


@dataclass(frozen=True)
class Layer:
    """Bodies that stand equally far below the top of their part of the structure."""

    bodies: tuple[str, ...]


def parts(found: Sequence[Tie]) -> list[list[Layer]]:
    """The ties as separate structures, the widest first, each as layers from the top down."""
    uppers: dict[str, list[str]] = {}
    for tie in found:
        uppers.setdefault(tie.below, []).append(tie.above)
        uppers.setdefault(tie.above, [])
    together = [_layers(members, uppers) for members in _connected(found)]
    return sorted(together, key=lambda layers: -max(len(layer.bodies) for layer in layers))


def _connected(found: Sequence[Tie]) -> list[set[str]]:
    groups: list[set[str]] = []
    for tie in found:
        touching = [group for group in groups if group & {tie.below, tie.above}]
        groups = [group for group in groups if group not in touching] + [set().union(*touching, {tie.below, tie.above})]
    return groups


def _layers(members: Collection[str], uppers: Mapping[str, Sequence[str]]) -> list[Layer]:
    depth: dict[str, int] = {}

    def of(body: str) -> int:
        if body not in depth:
            depth[body] = 1 + max((of(upper) for upper in uppers[body]), default=-1)
        return depth[body]

    order = [body for body in uppers if body in members]
    return [Layer(tuple(body for body in order if of(body) == level))
            for level in range(1 + max(of(body) for body in order))]


def governing(bodies: pd.DataFrame) -> pd.DataFrame:
    """The boards, partnerships, collaboratives and groups among these bodies."""
    return bodies[~bodies["kind"].isin(SEATS)]


def summary(bodies: pd.DataFrame, found: Sequence[Tie]) -> str:
    """The finding: how many boards, partnerships and groups a document names, and how many it ties to another."""
    those = set(governing(bodies)["id"])
    tied = {body for tie in found for body in (tie.below, tie.above)} & those
    noun = "boards, partnerships and groups" if len(those) > 1 else "board, partnership or group"
    if not tied:
        return f"{len(those)} {noun} named, and no tie stated between them"
    return f"{len(tied)} of {len(those)} {noun} have a stated tie"


def by_kind(bodies: pd.DataFrame, kinds: Collection[str] | None = None) -> list[tuple[str, pd.DataFrame]]:
    """The bodies of each kind under its label, in the order of the vocabulary."""
    return [(label, rows) for kind, label in load_words()["body_kind"].items()
            if (kinds is None or kind in kinds) and len(rows := bodies[bodies["kind"] == kind])]


def plural(label: str, count: int) -> str:
    """The label of a kind for this many: "Board", "Boards"."""
    return label if count == 1 else f"{label}s"


def upward(body: str, found: Sequence[Tie]) -> list[Tie]:
    """The ties of a body to those above it."""
    return [tie for tie in found if tie.below == body]


def downward(body: str, found: Sequence[Tie]) -> list[Tie]:
    """The ties to a body from those below it."""
    return [tie for tie in found if tie.above == body]


def areas(codes: object) -> list[str]:
    """The names of a body's areas."""
    labels = load_words()["area"]
    return [labels[code] for code in codes.split(";")] if isinstance(codes, str) else []
