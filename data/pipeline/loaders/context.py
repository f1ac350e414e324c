"""Circumstances that go with mental health (Office for National Statistics, Explore Local Statistics)."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from data.pipeline.errors import RawDataError
from data.pipeline.published import ACADEMIC, FINANCIAL, gss_areas, period_end, statuses, year_ending
from data.pipeline.raw import RawFile, RawFolder, code, number, text


@dataclass(frozen=True)
class Measure:
    """How one published series is read: our name, unit, kind of year, the group it is of, and years it spans."""

    name: str
    unit: str
    year: str
    group_code: str = "all"
    spans: int = 1


# Left out: series whose dictionary entry is empty (except child poverty after housing costs, the twin of one that is
# described), and smoking, whose two figures are not those of the single years the dictionary speaks of.
MEASURES = {
    "children-in-relative-poverty-after-housing": Measure("child_poverty_after_housing", "%", "financial"),
    "children-in-relative-poverty-before-housing": Measure("child_poverty_before_housing", "%", "financial"),
    "persistent-absences-for-all-pupils": Measure("persistent_absence", "%", "academic"),
    "persistent-absences-for-pupils-eligible-for-free-school-meals": Measure(
        "persistent_absence_free_meals", "%", "academic"),
    "persistent-absences-for-pupils-looked-after-by-local-authorities": Measure(
        "persistent_absence_looked_after", "%", "academic"),
    "employment-rate": Measure("employment", "%", "calendar"),
    "economic-inactivity-rate": Measure("economic_inactivity", "%", "calendar"),
    "modelled-unemployment": Measure("unemployment_modelled", "%", "calendar"),
    "female-healthy-life-expectancy": Measure("healthy_life_expectancy", "years", "calendar", "female", 3),
    "male-healthy-life-expectancy": Measure("healthy_life_expectancy", "years", "calendar", "male", 3),
    "gross-disposable-household-income-per-head": Measure("household_income_per_head", "gbp", "calendar"),
    "gross-median-weekly-pay": Measure("median_weekly_pay", "gbp", "calendar"),
}
# Where the years without figures break the run.
FIRST_AFTER_GAP = {"academic": 2020}
VALUES = RawFile("els_context", {
    "slug": text(), "area_code": code(r"[EK]\d{8}"), "period_key": number(1997, 2026),
    "value": number(0, 100_000, nullable=True), "lci": number(0, 100_000, nullable=True),
    "uci": number(0, 100_000, nullable=True),
}, key=("slug", "area_code", "period_key"))
DICTIONARY = RawFile("els_dictionary", {"slug": text()}, key=("slug",))


def load(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Table ``context_indicators``: one row per measure, area, period and group, with limits where published."""
    frame = gss_areas(raw.read(VALUES))
    unknown = set(frame["slug"]) - set(raw.read(DICTIONARY)["slug"])
    if unknown:
        raise RawDataError(f"{raw.sources[VALUES.source_id].file}, column slug: {', '.join(sorted(unknown))} is not in "
                           f"the dictionary")
    return {"context_indicators": pd.concat([
        _measure(frame[frame["slug"] == slug], measure) for slug, measure in MEASURES.items()])}


def _measure(rows: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    start = rows["period_key"].astype("int64")
    period = start.map(lambda year: _period(year, measure))
    series = pd.Series("yearly", rows.index)
    if measure.year in FIRST_AFTER_GAP:
        after = start >= FIRST_AFTER_GAP[measure.year]
        series = after.map({True: "from 2020/21", False: "to 2018/19"})
    return pd.DataFrame({
        "area_code": rows["area_code"], "area_type": rows["area_type"], "measure": measure.name,
        "unit": measure.unit, "group_code": measure.group_code, "period": period,
        "period_end": period.map(lambda text: period_end(text, ACADEMIC if measure.year == "academic" else FINANCIAL)),
        "value": rows["value"], "lower": rows["lci"], "upper": rows["uci"],
        "status": statuses(rows["value"], "not_published"), "series": series, "source_id": VALUES.source_id,
    })


def _period(start: int, measure: Measure) -> str:
    """The period that starts in a year: the file's number is always the first year."""
    if measure.spans > 1:
        return f"{start} to {start + measure.spans - 1}"
    return str(start) if measure.year == "calendar" else year_ending(start + 1)
