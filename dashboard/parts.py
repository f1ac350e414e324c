"""What a figure consists of after its id, so that modules without Streamlit can make figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd


class Parts(NamedTuple):
    """The parts in the order in which ``dashboard.figure.Figure`` takes them; ``graphic`` is what it can draw."""

    title: str
    subtitle: str
    graphic: Any
    alt_text: str
    data: pd.DataFrame
    sources: tuple[str, ...]
    notes: tuple[str, ...]
    columns: Mapping[str, str]
