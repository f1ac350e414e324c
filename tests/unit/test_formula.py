"""Sums written in a file: what they come to, and that nothing but a sum is ever worked out."""

from __future__ import annotations

import pytest

from data.pipeline.formula import FormulaError, evaluate, names

FIGURES = {"a": 6.0, "b": 4.0, "c": 0.0}


@pytest.mark.parametrize(("formula", "result"), [
    ("a - b", 2), ("sum(a, b, 1)", 11), ("100 * (a / b - 1)", 50), ("-a + 2 * b", 2), ("max(a, b) - min(a, b)", 2),
])
def test_a_formula_gives_a_number(formula: str, result: float) -> None:
    assert evaluate(formula, FIGURES) == result


@pytest.mark.parametrize(("formula", "holds"), [
    ("a > b", True), ("b < a < 7", True), ("a < b", False), ("a > b and b > a", False), ("a + b == 10", True),
])
def test_a_comparison_holds_or_does_not(formula: str, holds: bool) -> None:
    assert evaluate(formula, FIGURES) is holds


def test_the_figures_used_are_named_in_order_and_once() -> None:
    assert names("sum(b, a) - b") == ["b", "a"]


@pytest.mark.parametrize(("formula", "reason"), [
    ("d + 1", "“d” is no typed figure"), ("a / c", "divides by zero"), ("a +", "is no formula"),
    ("__import__('os').system('true')", "is no sum"), ("a.real", "is no sum"), ("[a]", "is no sum"),
    ("'text'", "is no sum"), ("a ** b", "is no sum"), ("round(a)", "is no sum"), ("a if b else c", "is no sum"),
    ("a is b", "is not understood"), ("a or b", "is no sum"),
])
def test_anything_else_is_refused(formula: str, reason: str) -> None:
    with pytest.raises(FormulaError, match=reason):
        evaluate(formula, FIGURES)
