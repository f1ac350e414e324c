"""Which comparison answers the reader's choices, and its rows in every period."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.gaps import DIMENSIONS, LOCAL, WHOLE, Comparison, latest
from dashboard.registry import load_registry
from dashboard.store import Store


@dataclass(frozen=True)
class Choice:
    """Which comparison answers the reader's choices, what else could be chosen, and what could not be met."""

    indicator: str
    dimension: str
    area_code: str
    dimensions: tuple[str, ...]
    both_fifths: bool
    notes: tuple[str, ...]


def choose(choices: pd.DataFrame, indicator: str, dimension: str, area_code: str, *, local: bool) -> Choice:
    """The comparison to show, from ``queries/gap_choices.sql``; falls back to the whole area and the first split.

    ``indicator`` must be in the choices. ``local`` asks for fifths of Coventry and Warwickshire's neighbourhoods.
    """
    rows = choices[choices["indicator"] == indicator]
    dimensions = tuple(name for name in DIMENSIONS if name in set(rows["dimension"]))
    wanted = "deprivation_fifth" if dimension == LOCAL else dimension
    notes: list[str] = []
    if wanted not in dimensions:
        wanted = dimensions[0]
    both = wanted == "deprivation_fifth"
    found = LOCAL if both and (local or dimension == LOCAL) else wanted
    areas = set(rows.loc[rows["dimension"] == found, "area_code"])
    area = area_code if area_code in areas else WHOLE if WHOLE in areas else sorted(areas)[0]
    if area != area_code and area_code != WHOLE:
        notes.append("This comparison cannot be made for the chosen area alone: it is not published for it, or too few "
                     "neighbourhoods or people stand at one end. All of Coventry and Warwickshire is shown.")
    return Choice(indicator, found, area, dimensions, both, tuple(notes))


def over_periods(store: Store, chosen: Choice, place: str) -> list[Comparison]:
    """The comparison in every period, oldest first; the last is the newest in which it can be made."""
    rows = store.query("gap_rows", indicator=chosen.indicator, dimension=chosen.dimension, area_code=chosen.area_code)
    newest = latest(rows)["period_end"].iloc[0]
    return [Comparison(load_registry()[chosen.indicator], chosen.dimension, place, part)
            for end, part in rows.groupby("period_end") if end <= newest]
