"""Do the documents agree with themselves? Every check re-added from the typed figures, with its verdict in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from data.pipeline.formula import FormulaError, evaluate, names

DIGITS = 6
BILLION = 1e9
SAME = 1e-6  # what floating-point sums of the same numbers may differ by
LISTED = "listed"  # in a formula: how many things the check lists


@dataclass(frozen=True)
class Check:
    """A statement of a document, and how to work it out again from other figures of the documents.

    ``stated_figure`` is the figure held to the formula; where the statement is a comparison in words it is blank and
    the formula is a comparison. ``rounded_to`` is what the stated figure is rounded to, ``slack`` how far the result
    may move because its parts are rounded. A check without a formula is of wording (``found_words``) or cannot be made.
    """

    kind: str
    unit: str
    formula: str = ""
    stated_figure: str = ""
    rounded_to: float | None = None
    slack: float = 0.0
    listed: tuple[str, ...] = ()
    stated_words: str = ""
    found_words: str = ""


@dataclass(frozen=True)
class Outcome:
    """What a check comes to: ``difference`` is the stated figure less the computed one."""

    stated_value: float | None
    computed_value: float | None
    difference: float | None
    fits: str
    figures: str
    sentence: str


def outcome(check: Check, known: Mapping[str, float]) -> Outcome:
    """The verdict on a check. Raises FormulaError where it names a figure that was not typed."""
    stated = _stated(check, known)
    if check.kind == "wording":
        return Outcome(None, None, None, "no", "", f"Printed: {check.stated_words}. Found: {check.found_words}.")
    if not check.formula:
        return Outcome(stated, None, None, "not_checkable", "", "What is printed does not allow a check.")
    figures = {**known, LISTED: float(len(check.listed))}
    result = evaluate(check.formula, figures)
    used = "; ".join(f"{name} = {figures[name]:.12g}" for name in names(check.formula))
    if isinstance(result, bool):
        return Outcome(None, None, None, "yes" if result else "no", used, _borne_out(check, figures, result))
    if stated is None:
        raise FormulaError("a formula that gives a number needs a stated figure to hold to it")
    difference = stated - result
    fits = _verdict(difference, check, stated)
    return Outcome(stated, round(result, DIGITS), round(difference, DIGITS), fits, used,
                   _sentence(check, stated, result, fits))


def _stated(check: Check, known: Mapping[str, float]) -> float | None:
    if not check.stated_figure:
        return None
    if check.stated_figure not in known:
        raise FormulaError(f"“{check.stated_figure}” is no typed figure")
    return known[check.stated_figure]


def _verdict(difference: float, check: Check, stated: float) -> str:
    rounded_to = check.rounded_to if check.rounded_to is not None else _last_digit(stated)
    if abs(difference) <= SAME * max(1.0, abs(stated)):
        return "yes"
    return "within_rounding" if abs(difference) <= rounded_to / 2 + check.slack + SAME else "no"


def _last_digit(value: float) -> float:
    """What a number is rounded to as it is printed: 1 for 42, 0.1 for 8.9."""
    decimals = len(f"{value:.10f}".rstrip("0").partition(".")[2])
    return float(10.0 ** -decimals)


def _sentence(check: Check, stated: float, computed: float, fits: str) -> str:
    said, came_to = _shown(stated, check.unit), _shown(computed, check.unit)
    if fits == "no":
        apart = _shown(abs(stated - computed), check.unit).replace("%", " percentage points")
        more = "more" if computed > stated else "less"
        return {
            "total": f"The parts printed add to {came_to}, which is {apart} {more} than the {said} printed.",
            "count": f"{came_to} are listed, where {said} are stated.",
            "between": f"The other figure is {came_to}, where {said} is printed: {apart} {more}.",
        }.get(check.kind, f"The numbers printed give {came_to}, where {said} is printed: {apart} apart.")
    if fits == "within_rounding":
        return f"The numbers printed give {came_to}, which fits the {said} printed, within its rounding."
    return {
        "total": f"The parts printed add to {came_to}, the total printed.",
        "count": f"As many are listed as are stated: {came_to}.",
        "between": f"Both figures are {came_to}.",
    }.get(check.kind, f"The numbers printed give {came_to}, as is stated.")


def _borne_out(check: Check, figures: Mapping[str, float], holds: bool) -> str:
    if LISTED in names(check.formula):
        return f"{len(check.listed)} are listed: {', '.join(check.listed)}."
    numbers = "; ".join(_shown(figures[name], check.unit) for name in names(check.formula))
    return f"The numbers printed {'bear this out' if holds else 'do not bear this out'}: {numbers}."


def _shown(value: float, unit: str) -> str:
    """A number as a reader writes it: £1,196,800, £12.6 billion, 42.3%, −45.23."""
    if unit.startswith("£"):
        return f"£{_plain(value / BILLION)} billion" if abs(value) >= BILLION / 10 else f"£{value:,.0f}"
    return _plain(value) + ("%" if unit.startswith("%") else "")


def _plain(value: float) -> str:
    """With two decimals at most, and none that are nought."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return text.replace("-", "−")
