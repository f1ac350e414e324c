"""One comparison inside an area: its groups or districts, read as groups that can be measured. No Streamlit, no SQL."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TypeVar

import numpy as np
import pandas as pd

from dashboard import inequality
from dashboard.inequality import Estimate, GapBounds, Groups, InequalityError, NotApplicable, People, ValueType
from dashboard.registry import Indicator

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
OTHER_NEEDS = "People of another age or sex differ in need, so one group's figure is no aim for the others."
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
        rows = self.known
        if self.indicator.kind == "share":
            # Published percentages are rounded, some to whole ones; the counts behind them say more.
            rows = rows.assign(value=(rows["numerator"] / rows["weight"]).where(rows["value"].notna())
                               .fillna(rows["value"]))
        return groups_of(rows, self.indicator, ordered=self.ordered)

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
        found |= dict.fromkeys(("par", "paf"), self.not_gained) if self.not_gained else {
            key: _or_reason(partial(measure, self.groups, polarity=self.indicator.polarity, reference=self.reference))
            for key, measure in (("par", inequality.par), ("paf", inequality.paf))}
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
        if self.not_gained:
            return self.not_gained
        return _or_reason(partial(inequality.people_if_all_had, self.groups, polarity=self.indicator.polarity,
                                  reference=self.reference))

    @property
    def not_gained(self) -> str:
        """Why it makes no sense to ask what would be gained if every group had one group's figure; "" where it does."""
        if self.indicator.theme == "Deprivation" or self.indicator.kind == "modelled":
            return NOT_GAINED
        if self.dimension in ("age_band", "sex"):
            return OTHER_NEEDS
        return inequality.gates.NO_JUDGEMENT if self.indicator.polarity == "no_judgement" else ""

    @property
    def reference(self) -> str | None:
        """The group the others are held against: the best of those that may be an end of a gap; None for the usual."""
        pair = self.pair
        if self.ordered or isinstance(pair, str):
            return None
        known = pair.values[~np.isnan(pair.values)]
        best = known.max() if self.indicator.polarity == "high_is_good" else known.min()
        return pair.names[int(np.flatnonzero(pair.values == best)[0])]

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
        total = self.rows["all_people" if self.indicator.kind == "share" else "all_counted"].iloc[0]
        return float(rows[column].iloc[0]) * factor, float(total if pd.notna(total) else
                                                           self.rows[column].sum() * factor)


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
