"""The scales on which a line is fitted: as it is, log for rates, logit for proportions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
ValueType = Literal["plain", "rate", "proportion"]
VALUE_TYPES: tuple[ValueType, ...] = ("plain", "rate", "proportion")


@dataclass(frozen=True)
class Scale:
    """A scale: ``to`` it from the figure's unit, ``back`` again, and the ``slope`` of ``to`` at a value."""

    to: Callable[[Array], Array]
    back: Callable[[Array], Array]
    slope: Callable[[Array], Array]


def scale_of(value_type: ValueType, multiplier: float = 1) -> Scale:
    """The scale of a value type; ``multiplier`` is what stands for one (100 where proportions are per cent)."""
    if value_type == "rate":
        return Scale(np.log, np.exp, lambda y: 1 / y)
    if value_type == "proportion":
        return Scale(lambda y: np.log(y / (multiplier - y)), lambda s: multiplier / (1 + np.exp(-s)),
                     lambda y: multiplier / (y * (multiplier - y)))
    return Scale(lambda y: y, lambda s: s, np.ones_like)
