"""One comparison inside an area: its groups or districts, read as groups that can be measured. No Streamlit, no SQL."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TypeVar

import pandas as pd

from dashboard import inequality
from dashboard.inequality import Estimate, GapBounds, Groups, InequalityError, NotApplicable, People, ValueType
from dashboard.registry import Indicator, load_registry
from dashboard.store import Store

T = TypeVar("T")
WHOLE = "E54000018"  # Coventry and Warwickshire together, as the NHS draws it
FEWEST_COUNTED = 20  # a group with fewer counted is shown but is no end of a gap: counts are rounded to 5
DIMENSIONS = {"deprivation_decile": "Deprivation tenth", "deprivation_fifth": "Deprivation fifth",
              "ethnic_group": "Ethnic group", "district": "District", "upper_tier": "Coventry and Warwickshire apart",
              "age_band": "Age", "sex": "Sex"}
VALUE_TYPES: Mapping[str, ValueType] = {"share": "proportion", "modelled": "proportion", "rate": "rate"}
LOCAL = "deprivation_fifth_local"
SMALL_END = (f"Fewer than {FEWEST_COUNTED} people or events were counted at one end, too few to measure a gap between "
             "counts rounded to 5.")
NOT_GAINED = "It describes where people live or what a model expects, so nobody's gain follows from it."
NO_FIGURES = "A figure is published for fewer than two of the groups, so there is nothing to compare."


@dataclass(frozen=True)
class Comparison:
    """What is compared with what: the rows of one period, as ``queries/gap_rows.sql`` gives them, and the measures."""

    indicator: Indicator
    dimension: str
    place: str
    rows: pd.DataFrame

    @property
    def ordered(self) -> bool:
        """Whether the groups run from most to least deprived."""
        return self.dimension.startswith("deprivation_")

    @property
    def period(self) -> str:
        """The period as published."""
        return str(self.rows["period"].iloc[0])

    @cached_property
    def known(self) -> pd.DataFrame:
        """The groups that are groups: without those whose group is not known."""
        return self.rows[self.rows["member"] != "unknown"]

    @cached_property
    def shown(self) -> Indicator:
        """The indicator with the decimals its figures here are published with: whole percentages stay whole."""
        return as_published(self.indicator, list(self.known["value"].dropna()))

    @cached_property
    def groups(self) -> Groups | None:
        """All groups for the measures that weigh them; None where fewer than two have a figure."""
        return groups_of(self.known, self.indicator, ordered=self.ordered)

    @cached_property
    def pair(self) -> Groups | str:
        """The groups a gap may lie between, or the reason why there is none."""
        enough = self.known["numerator"].isna() | (self.known["numerator"] >= FEWEST_COUNTED)
        if self.dimension in ("district", "upper_tier"):
            enough |= True
        if self.ordered and not enough.iloc[[0, -1]].all():
            return SMALL_END
        usable = self.known if self.ordered else self.known[enough]
        found = groups_of(usable, self.indicator, ordered=self.ordered)
        return NO_FIGURES if found is None else found

    @cached_property
    def measures(self) -> Mapping[str, Estimate | str]:
        """Every measure by key (``dashboard.inequality.KEYS``): an Estimate, or why it does not apply."""
        if self.groups is None:
            return dict.fromkeys(inequality.KEYS, NO_FIGURES)
        found = inequality.measures(self.groups, polarity=self.indicator.polarity,
                                    repetitions=inequality.PAGE_REPETITIONS)
        pair = self.pair
        if isinstance(pair, str):
            return found | {"gap": pair, "ratio": pair}
        return found | {
            "gap": _or_reason(partial(inequality.gap, pair, polarity=self.indicator.polarity)),
            "ratio": _or_reason(partial(inequality.ratio, pair, polarity=self.indicator.polarity))}

    @cached_property
    def ends(self) -> tuple[pd.Series, pd.Series] | None:
        """The rows of the two groups the gap lies between, in the order the gap is taken; None without a gap."""
        gap = self.measures["gap"]
        if isinstance(gap, str) or gap.compares is None:
            return None
        first, second = (self.known[self.known["name"] == name].iloc[0] for name in gap.compares)
        return first, second

    @cached_property
    def people(self) -> People | str:
        """How many it would be if every worse-off group had the reference's figure, or why that is not said."""
        if self.groups is None:
            return NO_FIGURES
        if self.indicator.theme == "Deprivation" or self.indicator.kind == "modelled":
            return NOT_GAINED
        groups = self.groups
        return _or_reason(lambda: inequality.people_if_all_had(groups, polarity=self.indicator.polarity))

    @cached_property
    def rounding(self) -> GapBounds | None:
        """What rounded counts leave open about the gap; None where counts are not rounded or not known."""
        ends = self.ends
        if not self.indicator.rounded_to or ends is None or any(pd.isna(end["weight"]) for end in ends):
            return None
        multiplier = multiplier_of(self.indicator)
        first, second = ((float(end["numerator"]), float(end["weight"]) * multiplier) for end in ends)
        return inequality.gap_bounds(first, second, base=self.indicator.rounded_to, multiplier=multiplier)

    @cached_property
    def unknown(self) -> tuple[float, float] | None:
        """Records whose group is not known, and all records; None where none are held."""
        rows = self.rows[self.rows["member"] == "unknown"]
        column = "weight" if self.indicator.kind == "share" else "numerator"
        factor = multiplier_of(self.indicator) if self.indicator.kind == "share" else 1
        if rows.empty or pd.isna(rows[column].iloc[0]):
            return None
        return float(rows[column].iloc[0]) * factor, float(self.rows[column].sum()) * factor


def as_published(indicator: Indicator, values: Sequence[float]) -> Indicator:
    """The indicator with the decimals these values are published with: whole percentages stay whole."""
    whole = indicator.rounded_to and indicator.short_unit == "%" and all(value % 1 == 0 for value in values)
    return replace(indicator, decimals=0) if whole else indicator


def multiplier_of(indicator: Indicator) -> float:
    """Per how many people the indicator's values are: 100 for a share, as its unit says for a rate, else 1."""
    if indicator.kind in ("share", "modelled"):
        return 100
    per = re.search(r"per ([\d,]+)", indicator.unit)
    return float(per[1].replace(",", "")) if indicator.kind == "rate" and per else 1


def groups_of(rows: pd.DataFrame, indicator: Indicator, *, ordered: bool) -> Groups | None:
    """Rows of a comparison as groups that can be measured; None where fewer than two have a figure.

    Shares are proportions (log odds), rates are rates (logarithm), everything else is plain. Limits are those shown.
    """
    if rows["value"].notna().sum() < 2:
        return None
    multiplier = multiplier_of(indicator)
    weights = rows["weight"] * multiplier
    weighted = weights.notna()[rows["value"].notna()].all()
    limits = rows[["value", "low", "high"]]
    # A percentage printed whole can lie outside the limits of its own counts by the rounding.
    low, high = limits[["value", "low"]].min(axis=1), limits[["value", "high"]].max(axis=1)
    limited = rows["low"].notna()
    return inequality.groups_of(
        _cells(rows["value"]), _cells(weights) if weighted else None, names=list(rows["name"]),
        lower=_cells(low.where(limited)), upper=_cells(high.where(limited)), ordered=ordered,
        value_type=VALUE_TYPES.get(indicator.kind, "plain"), multiplier=multiplier)


def _cells(column: pd.Series) -> list[float | None]:
    return [None if pd.isna(cell) else float(cell) for cell in column]


def _or_reason(measure: Callable[[], T]) -> T | str:
    try:
        return measure()
    except (NotApplicable, InequalityError) as reason:
        return str(reason)


def latest(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of the newest period in which at least two groups have a figure."""
    known = rows[rows["value"].notna() & (rows["member"] != "unknown")]
    counted = known.groupby("period_end")["member"].nunique()
    newest: pd.DataFrame = rows[rows["period_end"] == counted[counted > 1].index.max()]
    return newest


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
        notes.append("This comparison is not published for the chosen area alone, so all of Coventry and Warwickshire "
                     "is shown.")
    return Choice(indicator, found, area, dimensions, both, tuple(notes))


def over_periods(store: Store, chosen: Choice, place: str) -> list[Comparison]:
    """The comparison in every period, oldest first; the last is the newest in which it can be made."""
    rows = store.query("gap_rows", indicator=chosen.indicator, dimension=chosen.dimension, area_code=chosen.area_code)
    newest = latest(rows)["period_end"].iloc[0]
    return [Comparison(load_registry()[chosen.indicator], chosen.dimension, place, part)
            for end, part in rows.groupby("period_end") if end <= newest]
