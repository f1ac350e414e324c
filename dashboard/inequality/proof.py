"""The arithmetic held against published worked examples, worked out when asked, by the code the pages use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from dashboard.inequality.all_measures import measures
from dashboard.inequality.benchmark import real_terms
from dashboard.inequality.checks import groups_of
from dashboard.inequality.control_chart import xmr
from dashboard.inequality.errors import NotApplicable
from dashboard.inequality.estimate import Estimate
from dashboard.inequality.gradient import fitted_line, rii_ohid, sii
from dashboard.inequality.intervals import dsr, proportion, rate
from dashboard.inequality.pairs import gap, ratio
from dashboard.inequality.published import (
    FOLDER,
    SlopeCase,
    StandardisedCase,
    constants,
    filled,
    rows,
    slope_cases,
    standardised_cases,
)
from dashboard.inequality.sampling import PAGE_REPETITIONS
from dashboard.inequality.trend import YearPoint, recent_trend
from dashboard.registry import Polarity

OHID = "OHID, PHEindicatormethods test data"
POLARITY: dict[str, Polarity] = {
    "High is good": "high_is_good", "High is bad": "high_is_bad", "No judgement": "no_judgement"}
LIMIT_SHARE = 0.05  # of the published interval's width, because published limits are simulated
CONFIDENCES = {"95_0cl": 0.95, "99_8cl": 0.998}


@dataclass(frozen=True)
class ProofRow:
    """One published number, or category, beside what the code here obtains.

    ``difference`` is obtained − expected, None where either is a word or nothing; ``within`` says whether it is inside
    ``tolerance``, or the words agree. All in the unit of the example.
    """

    statistic: str
    case: str
    source: str
    expected: float | str
    obtained: float | str
    difference: float | None
    tolerance: float
    within: bool


def prove(folder: Path = FOLDER, *, repetitions: int = PAGE_REPETITIONS) -> list[ProofRow]:
    """Every published example beside what is obtained now; ``repetitions`` only matter to limits that are simulated."""
    return [*_counted("Proportion", "proportions_wilson", folder), *_counted("Crude rate", "rates_byar_exact", folder),
            *_standardised(folder), *_slopes(folder, repetitions), *_ordered(folder), *_pairs(folder),
            *_trends(folder), *_single(folder)]


def _row(statistic: str, case: str, source: str, expected: float | str, obtained: float | str | None,
         tolerance: float) -> ProofRow:
    if isinstance(expected, str) or obtained is None or isinstance(obtained, str):
        found = "none" if obtained is None else obtained
        return ProofRow(statistic, case, source, expected, found, None, tolerance, expected == found)
    difference = obtained - expected
    return ProofRow(statistic, case, source, expected, obtained, difference, tolerance, abs(difference) <= tolerance)


def _counted(statistic: str, name: str, folder: Path) -> Iterator[ProofRow]:
    """Proportions and crude rates: value and two pairs of limits each."""
    work_out = proportion if name == "proportions_wilson" else rate
    for row in rows(name, folder):
        case = f"{float(row['Numerator']):g} of {float(row['Denominator']):g}, {row['statistic']}"
        for suffix, confidence in CONFIDENCES.items():
            found = work_out(float(row["Numerator"]), float(row["Denominator"]), multiplier=float(row["multiplier"]),
                             confidence=confidence)
            yield from _with_limits(statistic, case, row, suffix, found, confidence, 1e-9)


def _with_limits(statistic: str, case: str, row: dict[str, str], suffix: str, found: Estimate | None,
                 confidence: float, tolerance: float) -> Iterator[ProofRow]:
    """A published value (once, with its first limits) and a pair of limits; an empty cell means that none is given."""
    ends = [("value", "value", None if found is None else found.value)] if confidence == 0.95 else []
    ends += [(f"lower{suffix}", f"{confidence:.1%} lower", None if found is None else found.lower),
             (f"upper{suffix}", f"{confidence:.1%} upper", None if found is None else found.upper)]
    for column, label, obtained in ends:
        expected = filled(row[column])
        yield _row(f"{statistic}, {label}", case, OHID, "none" if expected is None else expected, obtained, tolerance)


def _standardised(folder: Path) -> Iterator[ProofRow]:
    for case in standardised_cases(folder):
        for suffix, confidence in CONFIDENCES.items():
            yield from _with_limits("Directly standardised rate", f"{case.area}, {case.results['statistic']}",
                                    case.results, suffix, _standardise(case, confidence), confidence, 1e-6)


def _standardise(case: StandardisedCase, confidence: float) -> Estimate | None:
    """The rate per what its description says, or None where there is none."""
    per = case.results["statistic"].rsplit(" ", 1)[-1]
    try:
        return dsr(case.counts, case.populations, case.standard, confidence=confidence,
                   multiplier=float(per) if per.isdecimal() and "NA" not in case.results["statistic"] else 100_000)
    except NotApplicable:
        return None


def _slopes(folder: Path, repetitions: int) -> Iterator[ProofRow]:
    for case in slope_cases(folder):
        if case.results["Intercept"]:
            line = fitted_line(case.groups, transform=case.transform)
            yield _row("Fitted value, most deprived end", case.name, OHID, float(case.results["Intercept"]),
                       line.at(0), 1e-6)
        for place, confidence in enumerate(case.confidences, 1):
            for key, found in _indices(case, confidence, repetitions).items():
                yield from _slope_rows(case, key, found, place, confidence)


def _indices(case: SlopeCase, confidence: float, repetitions: int) -> dict[str, Estimate]:
    """Both indices in the unit and direction of the example."""
    slope, relative = (index(case.groups, confidence=confidence, transform=case.transform, repetitions=repetitions)
                       for index in (sii, rii_ohid))
    return {"sii": slope.scaled(case.multiplier), "rii": relative if case.multiplier > 0 else relative.inverse()}


def _slope_rows(case: SlopeCase, key: str, found: Estimate, place: int, confidence: float) -> Iterator[ProofRow]:
    name = {"sii": "Slope index of inequality", "rii": "Relative index of inequality (OHID)"}[key]
    if place == 1 and (value := filled(case.results[key])) is not None:
        yield _row(f"{name}, value", case.name, OHID, value, found.value, 1e-6)
    low, high = (filled(case.results[f"{key}_{end}cl_{place}"]) for end in ("lower", "upper"))
    if low is not None and high is not None:
        for end, expected, obtained in (("lower", low, found.lower), ("upper", high, found.upper)):
            yield _row(f"{name}, {confidence:.0%} {end}", case.name, OHID, expected, obtained,
                       LIMIT_SHARE * (high - low))


def _ordered(folder: Path) -> Iterator[ProofRow]:
    """Concentration indices and population attributable risk."""
    data, published = rows("health_equity_ordered5", folder), constants(folder)["health_equity_ordered5"]
    groups = groups_of([float(row["est"]) for row in data], [float(row["pop"]) for row in data])
    found = measures(groups, polarity="high_is_good")
    for label, name in (("Absolute concentration index", "ACI"), ("Relative concentration index", "RCI"),
                        ("Population attributable risk", "PAR"), ("Population attributable fraction, %", "PAF_pct")):
        measure = found[name.lower().removesuffix("_pct")]
        yield _row(label, "five ordered groups", published["source"], published[name],
                   measure if isinstance(measure, str) else measure.value, published["tolerance"])
    yield _row("Population-weighted mean", "five ordered groups", published["source"], published["mean"],
               groups.mean, published["tolerance"])


def _pairs(folder: Path) -> Iterator[ProofRow]:
    published = constants(folder)["absolute_relative_gap"]
    groups = groups_of([published["a_pct"], published["b_pct"]])
    case = f"{published['a_pct']}% against {published['b_pct']}%"
    yield _row("Gap", case, published["source"], published["gap_points"], gap(groups).value, 1e-9)
    yield _row("Ratio", case, published["source"], published["ratio"], ratio(groups).value, 1e-9)


def _trends(folder: Path) -> Iterator[ProofRow]:
    for (case, polarity, expected), group in groupby(
            rows("trend_marker", folder), key=lambda row: (row["indicator"], row["polarity"], row["expected"])):
        points = [YearPoint(int(row["year"]), filled(row["value"]), filled(row["lci"]), filled(row["uci"]))
                  for row in group]
        yield _row("Recent trend", case, "DHSC, FingertipsNext unit tests", expected,
                   recent_trend(points, POLARITY[polarity]).category, 0)


def _single(folder: Path) -> Iterator[ProofRow]:
    """XmR limits and real terms, published to two decimals."""
    published = constants(folder)
    chart = published["xmr_unscreened"]
    found = xmr(chart["x"])
    for label, expected, obtained in zip(("lower", "mean", "upper"), chart["lower_mean_upper"],
                                         (found.lower, found.mean, found.upper), strict=True):
        yield _row(f"XmR chart, {label}", f"{len(chart['x'])} points", chart["source"], expected, obtained, 0.005)
    cash = published["real_terms"]
    yield _row("Real terms, £m", f"£{cash['cash_gbp_m']}m of {cash['from']} in {cash['to']} prices", cash["source"],
               cash["real_gbp_m"], real_terms(cash["cash_gbp_m"], cash["deflator_from"], cash["deflator_to"]), 0.005)
