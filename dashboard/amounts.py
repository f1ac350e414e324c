"""Figures of the documents in words: a number with its unit as a reader would say it."""

from __future__ import annotations

BILLION, MILLION = 1_000_000_000, 1_000_000
ONE = {"people": "person", "bodies": "body", "full-time equivalents": "full-time equivalent"}
UNCOUNTED = ("year", "school year")  # a number that names something rather than counts it


def amount(value: float | None, unit: str | None, words: object = None) -> str:
    """A figure as words: "£12.6 billion a year", "25%", "477 deaths"; ``words`` where it is no number."""
    if value is None or value != value:
        return words if isinstance(words, str) else "not given"
    unit = unit or ""
    if unit in UNCOUNTED:
        return f"{value:.0f}"
    if unit.startswith("£"):
        return (sterling(value) + unit.removeprefix("£")).replace(" per £1", " for each £1")
    if unit.startswith("%"):
        return f"{number(value)}{unit}"
    if unit.startswith("rank"):
        return f"{unit.split(' ')[0]} {number(value)}{unit.removeprefix(unit.split(' ')[0])}"
    return f"{number(value)} {one(unit) if value == 1 else unit}".strip()


def one(unit: str) -> str:
    """The unit of a single thing: "person", "full-time equivalent", "team"."""
    if unit in ONE:
        return ONE[unit]
    return unit.removesuffix("s") if " " not in unit else unit


def sterling(value: float) -> str:
    """A sum of money: "£12.6 billion", "£1.5 million", "£3,048", "£5.03"."""
    sign, size = ("−" if value < 0 else ""), abs(value)
    if size >= BILLION:
        return f"{sign}£{number(size / BILLION)} billion"
    if size >= MILLION and size % 100_000 == 0:
        return f"{sign}£{number(size / MILLION)} million"
    return f"{sign}£{size:,.0f}" if size == round(size) else f"{sign}£{size:,.2f}"


def number(value: float) -> str:
    """A number without needless decimals: "1,975", "5.6", "0.09"."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return text.replace("-", "−")
