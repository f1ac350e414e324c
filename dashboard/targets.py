"""Targets: the latest figure held to each, how far it is off, whether it is met, and for which groups it is not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from dashboard import gaps
from dashboard.forecast import Direction, Forecast, forecast, reached
from dashboard.registry import Indicator, load_registry
from dashboard.store import Store
from dashboard.text import spell_date, spell_period
from dashboard.vocabulary import load_words

MET, SHORT, UNKNOWN = "met", "short", "unknown"
VERDICTS = {MET: "Met at the last count", SHORT: "Short at the last count", UNKNOWN: "Not known"}
MARKS = {MET: "✓", SHORT: "▼", UNKNOWN: "○"}
COLOURS = {MET: "blue", SHORT: "orange", UNKNOWN: "gray"}
PER_CENT = ("%",)
SPLITS = ("deprivation_decile", "ethnic_group", "age_band", "sex")


@dataclass(frozen=True)
class Target:
    """A row of ``queries/strategy_targets.sql``; "" or None where nothing is stated or held."""

    id: str
    commitment_id: str
    document: str
    section: str
    what: str
    scope: str
    indicator: str
    indicator_area: str
    indicator_fit: str
    indicator_note: str
    target_value: float
    target_unit: str
    direction: str
    baseline_value: float | None
    baseline_date: str
    due: str
    held: str
    would_measure: str
    holder: str
    note: str
    source_id: str
    value: float | None
    period: str
    period_end: object
    value_source: str

    @cached_property
    def measure(self) -> Indicator | None:
        """The indicator with the decimals its figure is published with; None where none is tied to it."""
        if not self.indicator:
            return None
        return gaps.as_published(load_registry()[self.indicator], [] if self.value is None else [self.value])

    @property
    def verdict(self) -> str:
        """met or short where the figure measures exactly this, unknown where none does."""
        if self.value is None or self.direction == "change" or self.indicator_fit in ("approximate", "narrower_area"):
            return UNKNOWN
        return MET if reached(self.value, self.target_value, self.direction) else SHORT

    @property
    def promised(self) -> str:
        """The number promised: "at least 50%", "at most 4 weeks", "35% increase"."""
        share = self.target_unit.startswith("%")
        number = f"{self.target_value:,.1f}" if share else f"{self.target_value:,.2f}"
        number = number.removesuffix(".00").removesuffix(".0")
        joined = f"{number}{self.target_unit}" if share else f"{number} {self.target_unit}"
        lead = load_words()["direction"][self.direction]
        return joined if self.direction == "change" else f"{lead} {joined}"

    @property
    def shown(self) -> str:
        """The latest figure: "52%", "1,498.42"; "" where none is held."""
        if self.value is None:
            return ""
        return self.measure.show(self.value) if self.measure else f"{self.value:,.2f}"

    @property
    def when(self) -> str:
        """The period of the latest figure, its dates written out."""
        if self.value is None:
            return ""
        if not self.period:
            return spell_date(str(pd.Timestamp(str(self.period_end)).date()))
        return spell_period(self.period, self.period_end)

    @property
    def distance(self) -> str:
        """How far the figure is from the number promised; "" where that is not known."""
        if self.verdict == UNKNOWN or self.value is None:
            return ""
        off = self.value - self.target_value
        if abs(off) < 0.005:
            return "exactly on it"
        way = "above" if off > 0 else "below"
        if self.target_unit in PER_CENT:
            points = f"{abs(off):.{self.measure.decimals if self.measure else 1}f}"
            return f"{points} percentage point{'' if points == '1' else 's'} {way}"
        return f"{abs(off):,.2f}".removesuffix(".00") + f" {way}"

    @property
    def sentence(self) -> str:
        """The target beside its figure in one sentence, or why that cannot be said."""
        if self.value is None:
            measure = f" {self.would_measure} would show it." if self.would_measure else ""
            held = f" Who holds that: {self.holder}." if self.holder else ""
            return f"No figure of it is held here.{measure}{held}"
        if self.verdict == UNKNOWN:
            label = self.measure.label if self.measure else self.what
            return f"Nearest figure held here: {label}, {self.shown} ({self.when}). {self.indicator_note}".strip()
        return f"{self.shown} ({self.when}), {self.distance}."


def read(rows: pd.DataFrame) -> tuple[Target, ...]:
    """The targets of ``queries/strategy_targets.sql``."""
    numbers = ("value", "baseline_value")
    cells = rows.astype(object).where(rows.notna(), "").to_dict("records")
    filled: list[dict[str, Any]] = [
        {str(name): None if cell == "" and name in numbers else cell for name, cell in row.items()} for row in cells]
    return tuple(Target(**row) for row in filled)


def forecast_of(store: Store, target: Target) -> Forecast | None:
    """When the target is met at the current pace, or why not; None where no figure is held to it."""
    if target.value is None:
        return None
    if not target.indicator:
        return Forecast("No forecast: the plan prints this one outcome only.")
    if target.verdict == UNKNOWN:
        return Forecast("No forecast: what is held does not measure exactly this.")
    points = store.query("strategy_points", indicator=target.indicator, area_code=target.indicator_area)
    direction: Direction = "at_most" if target.direction == "at_most" else "at_least"
    return forecast(points, load_registry()[target.indicator], target.target_value, direction)


def by_group(store: Store, target: Target) -> pd.DataFrame:
    """The latest figure of each group held to the target; empty where nothing is published by group.

    Columns of ``queries/gap_rows.sql`` for known groups with a figure, and dimension, shown, met, and sure: whether
    the limits lie wholly on one side of the target.
    """
    offered = store.query("gap_choices")
    mine = offered[(offered["indicator"] == target.indicator) & (offered["area_code"] == target.indicator_area)]
    parts = [_held_to(store, target, split) for split in SPLITS if split in set(mine["dimension"])]
    return pd.concat(parts, ignore_index=True) if parts and target.verdict != UNKNOWN else pd.DataFrame()


def _held_to(store: Store, target: Target, dimension: str) -> pd.DataFrame:
    rows = gaps.latest(store.query("gap_rows", indicator=target.indicator, dimension=dimension,
                                   area_code=target.indicator_area))
    rows = rows[rows["value"].notna() & (rows["member"] != "unknown")]
    goal = target.target_value
    met = rows["value"] <= goal if target.direction == "at_most" else rows["value"] >= goal
    sure = (rows["low"] > goal) | (rows["high"] < goal)
    measure = gaps.as_published(load_registry()[target.indicator], list(rows["value"]))
    return rows.assign(dimension=dimension, met=met, sure=sure, shown=rows["value"].map(measure.show))
