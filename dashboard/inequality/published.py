"""The published worked examples of ``data/reference``, as the functions here take them."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from dashboard.inequality.checks import groups_of
from dashboard.inequality.groups import Groups
from dashboard.inequality.scale import VALUE_TYPES, ValueType
from dashboard.registry import ROOT

FOLDER = ROOT / "data" / "reference"

Row = dict[str, str]


def rows(name: str, folder: Path = FOLDER) -> list[Row]:
    """The rows of one file of examples."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def constants(folder: Path = FOLDER) -> dict[str, Any]:
    """The examples that are one set of figures each, by name."""
    found: dict[str, Any] = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return found


def filled(cell: str) -> float | None:
    """A cell's number, or None where it is empty."""
    return float(cell) if cell else None


@dataclass(frozen=True)
class SlopeCase:
    """A published slope index: its groups, how it was asked for, and its row of results.

    ``transform`` says whether the line was fitted to logs or log odds; a negative ``multiplier`` turns the results
    round. ``confidences`` are those of the first and second pair of limits.
    """

    name: str
    groups: Groups
    transform: bool
    multiplier: float
    confidences: tuple[float, ...]
    results: Row


def slope_cases(folder: Path = FOLDER) -> list[SlopeCase]:
    """The published slope and relative indices. What was asked for stands in their descriptions."""
    cases = groupby(rows("sii_rii_cases", folder), key=lambda row: row["TestDescription"])
    return [_slope_case(name, list(group)) for name, group in cases]


def _slope_case(name: str, group: list[Row]) -> SlopeCase:
    first, words = group[0], name.lower()
    value_type: ValueType = VALUE_TYPES[int(first["ValueType"])]
    times = re.search(r"\(x (-?\d+)\)", words)
    multiplier = float(times[1]) if times else -1.0 if "negative multiplier" in words else 1.0
    groups = groups_of([float(row["Value"]) for row in group], [float(row["Population"]) for row in group],
                       names=[row["Quantile"] for row in group], lower=[float(row["LowerCL"]) for row in group],
                       upper=[float(row["UpperCL"]) for row in group], value_type=value_type)
    return SlopeCase(name, groups, "transform" in words, multiplier, _confidences(words, first["Confidence"]), first)


def _confidences(words: str, column: str) -> tuple[float, ...]:
    """The confidences of a case: the column holds 95 where the description says 98, and the limits are those of 98."""
    said = re.findall(r"\d+", " ".join(re.findall(r"cis? \(([^)]*)\)|with (.*?) cis?$", words)[0])) \
        if re.search(r"cis? \(|with .*% cis?$", words) else []
    return tuple(float(found) / 100 for found in said or re.findall(r"\d+", column))


@dataclass(frozen=True)
class StandardisedCase:
    """A published directly standardised rate with what it was made from."""

    area: str
    counts: list[float | None]
    populations: list[float]
    standard: list[float]
    results: Row


def standardised_cases(folder: Path = FOLDER) -> list[StandardisedCase]:
    """The published standardised rates whose inputs are published too; those for repeat events are not."""
    inputs = {area: list(bands) for area, bands in groupby(rows("dsr_inputs", folder), key=lambda row: row["area"])}
    return [StandardisedCase(row["area"], [filled(band["count"]) for band in inputs[row["area"]]],
                             [float(band["pop"]) for band in inputs[row["area"]]],
                             [float(band["esp2013"]) for band in inputs[row["area"]]], row)
            for row in rows("dsr_expected", folder) if row["area"] in inputs]
