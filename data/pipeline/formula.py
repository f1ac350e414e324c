"""Sums written in a file: ``100 * (a / b - 1)``, ``sum(a, b, c)``, ``a < b < c``. Read and worked out, never run.

A name is the id of a typed figure. Nothing else is understood, so a file cannot do anything but reckon.
"""

from __future__ import annotations

import ast
import itertools
import operator
from collections.abc import Callable, Mapping, Sequence

SUMS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}
COMPARISONS: dict[type[ast.cmpop], Callable[[float, float], bool]] = {
    ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge, ast.Eq: operator.eq}
OVER_SEVERAL: dict[str, Callable[[Sequence[float]], float]] = {"sum": sum, "min": min, "max": max}


class FormulaError(ValueError):
    """A formula says something that is not understood; the message says what."""


def evaluate(formula: str, figures: Mapping[str, float]) -> float | bool:
    """What a formula comes to: a number, or whether a comparison holds.

    Raises FormulaError for an unknown figure, a division by zero, or anything that is no sum or comparison.
    """
    return _truth(_parsed(formula), figures)


def names(formula: str) -> list[str]:
    """The figures that a formula uses, in the order it names them, each once."""
    functions = {node.func for node in ast.walk(_parsed(formula)) if isinstance(node, ast.Call)}
    found = [node for node in ast.walk(_parsed(formula)) if isinstance(node, ast.Name)]
    ordered = sorted(found, key=lambda node: (node.lineno, node.col_offset))
    calls = {node.id for node in functions if isinstance(node, ast.Name)}
    return list(dict.fromkeys(node.id for node in ordered if node.id not in calls))


def _parsed(formula: str) -> ast.expr:
    try:
        return ast.parse(formula, mode="eval").body
    except SyntaxError as error:
        raise FormulaError(f"“{formula}” is no formula") from error


def _truth(node: ast.expr, figures: Mapping[str, float]) -> float | bool:
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
        return all([bool(_truth(part, figures)) for part in node.values])
    if isinstance(node, ast.Compare):
        sides = [_number(side, figures) for side in (node.left, *node.comparators)]
        return all([_compared(sign, *pair) for sign, pair in zip(node.ops, itertools.pairwise(sides), strict=True)])
    return _number(node, figures)


def _compared(sign: ast.cmpop, left: float, right: float) -> bool:
    if type(sign) not in COMPARISONS:
        raise FormulaError(f"the comparison {type(sign).__name__} is not understood")
    return COMPARISONS[type(sign)](left, right)


def _number(node: ast.expr, figures: Mapping[str, float]) -> float:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return float(node.value)
    if isinstance(node, ast.Name):
        if node.id not in figures:
            raise FormulaError(f"“{node.id}” is no typed figure")
        return figures[node.id]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_number(node.operand, figures)
    if isinstance(node, ast.BinOp) and type(node.op) in SUMS:
        return _sum(node, figures)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in OVER_SEVERAL:
        return OVER_SEVERAL[node.func.id]([_number(part, figures) for part in node.args])
    raise FormulaError(f"“{ast.unparse(node)}” is no sum, comparison or figure")


def _sum(node: ast.BinOp, figures: Mapping[str, float]) -> float:
    try:
        return SUMS[type(node.op)](_number(node.left, figures), _number(node.right, figures))
    except ZeroDivisionError as error:
        raise FormulaError(f"“{ast.unparse(node)}” divides by zero") from error
