"""All measures of a set of groups at once, and for each that does not apply the reason."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from dashboard.inequality import attributable, gradient, pairs, unordered
from dashboard.inequality.errors import NotApplicable
from dashboard.inequality.estimate import Estimate, confidence_level
from dashboard.inequality.groups import Groups
from dashboard.inequality.pairs import check_polarity
from dashboard.inequality.sampling import REPETITIONS
from dashboard.registry import Polarity

KEYS = ("gap", "ratio", "sii", "rii_ohid", "rii_scotgov", "aci", "rci", "par", "paf",
        "bgv", "bgsd", "idis_weighted", "theil", "mld")
TOO_LARGE = "The figures are too large or too small to be worked with."


def measures(groups: Groups, *, polarity: Polarity = "no_judgement", reference: str | None = None,
             confidence: float = 0.95, transform: bool | None = None,
             repetitions: int = REPETITIONS) -> dict[str, Estimate | str]:
    """Every measure by its key in ``KEYS``: an Estimate, or one sentence saying why it does not apply.

    ``reference`` names the group that gap, ratio, PAR and PAF are taken against. Raises InequalityError for an unknown
    polarity or group, or a confidence outside 50% to under 100%.
    """
    check_polarity(polarity)
    confidence_level(confidence)
    if reference is not None:
        groups.index(reference)
    return {key: _or_reason(measure) for key, measure in
            _measures(groups, polarity, reference, confidence, transform, repetitions).items()}


def _or_reason(measure: Callable[[], Estimate]) -> Estimate | str:
    try:
        with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
            found = measure()
    except NotApplicable as reason:
        return str(reason)
    return found if math.isfinite(found.value) else TOO_LARGE


def _measures(groups: Groups, polarity: Polarity, reference: str | None, confidence: float, transform: bool | None,
              repetitions: int) -> dict[str, Callable[[], Estimate]]:
    """What works each measure out, in the order of ``KEYS``."""
    pair = (pairs.gap, pairs.ratio)
    line = (gradient.sii, gradient.rii_ohid, gradient.rii_scotgov)
    order = (gradient.aci, gradient.rci)
    impact = (attributable.par, attributable.paf)
    spread = (unordered.bgv, unordered.bgsd, unordered.idis_weighted, unordered.theil, unordered.mld)
    level: dict[str, Any] = {"confidence": confidence}
    held = {"polarity": polarity, "reference": reference, **level}
    fitted = {"transform": transform, "repetitions": repetitions, **level}
    options: tuple[tuple[tuple[Callable[..., Estimate], ...], dict[str, Any]], ...] = (
        (pair, held), (line, fitted), (order, level), (impact, held), (spread, {}))
    calls = [partial(measure, groups, **given) for several, given in options for measure in several]
    return dict(zip(KEYS, calls, strict=True))


def as_json(found: dict[str, Estimate | str]) -> dict[str, dict[str, object]]:
    """The measures as the command prints them: value, lower and upper (null where there are none), or a reason."""
    return {key: _entry(measure) for key, measure in found.items()}


def _entry(measure: Estimate | str) -> dict[str, object]:
    if isinstance(measure, str):
        return {"value": None, "reason": measure}
    entry: dict[str, object] = {"value": measure.value + 0.0, "lower": measure.lower, "upper": measure.upper}
    if measure.compares:
        entry["compares"] = list(measure.compares)
    return entry | ({"note": measure.note} if measure.note else {})
