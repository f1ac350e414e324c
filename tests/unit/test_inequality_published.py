"""Every published worked example is reproduced within its tolerance."""

from __future__ import annotations

from collections import Counter

import pytest

from dashboard.inequality import REPETITIONS, Estimate, groups_of, measures, prove, rii_ohid, sii
from dashboard.inequality.published import rows, slope_cases, standardised_cases

FOUND = prove(repetitions=REPETITIONS)


@pytest.mark.parametrize("row", FOUND, ids=lambda row: f"{row.statistic}: {row.case}")
def test_a_published_number_is_reproduced(row) -> None:
    assert row.within, f"expected {row.expected}, obtained {row.obtained}"


def test_the_page_reproduces_them_too_with_fewer_repetitions() -> None:
    assert all(row.within for row in prove())
    assert [(row.statistic, row.case, row.expected) for row in prove()] == \
        [(row.statistic, row.case, row.expected) for row in FOUND]


def test_nothing_published_is_left_out() -> None:
    found = Counter(row.statistic.split(",")[0] for row in FOUND)
    limits = [row for row in rows("sii_rii_cases") if row["sii"]]
    columns = {key: sum(bool(row[column]) for row in limits for column in row if column.startswith(key))
               for key in ("sii", "rii", "Intercept")}
    assert found == {
        "Proportion": 8 * 5, "Crude rate": 9 * 5, "Directly standardised rate": 6 * 5,
        "Slope index of inequality": columns["sii"], "Relative index of inequality (OHID)": columns["rii"],
        "Fitted value": columns["Intercept"], "Absolute concentration index": 1, "Relative concentration index": 1,
        "Population attributable risk": 1, "Population attributable fraction": 1, "Population-weighted mean": 1,
        "Gap": 1, "Ratio": 1, "Recent trend": 2, "XmR chart": 3, "Real terms": 1}
    assert {row["area"] for row in rows("dsr_expected")} - {case.area for case in standardised_cases()} == {
        f"testdata_nonind_{size}" for size in ("big", "dummy", "small", "tiny")}, "their inputs are not published"


def test_a_changed_figure_would_be_found_out(tmp_path) -> None:
    from dashboard.inequality.published import FOLDER
    for path in FOLDER.glob("*.*"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8").replace("7.4, ", "7.5, "), encoding="utf-8")
    assert [row.statistic for row in prove(tmp_path) if not row.within] == ["Real terms, £m"]


def test_limits_in_closed_form_reproduce_simulated_ones_of_rates_taken_as_plain() -> None:
    for case in slope_cases():
        if case.transform or case.multiplier != 1 or not case.results["sii_lowercl_1"]:
            continue
        groups = groups_of(case.groups.values, case.groups.populations, lower=case.groups.lower,
                           upper=case.groups.upper)
        for key, index in (("sii", sii), ("rii", rii_ohid)):
            found = index(groups, confidence=case.confidences[0])
            low, high = (float(case.results[f"{key}_{end}cl_1"]) for end in ("lower", "upper"))
            assert (found.lower, found.upper) == pytest.approx((low, high), abs=0.05 * (high - low))


def test_five_ordered_groups_give_the_published_figures_without_any_option() -> None:
    data = rows("health_equity_ordered5")
    found = measures(groups_of([float(row["est"]) for row in data], [float(row["pop"]) for row in data]))
    published = {"aci": 7.3284202, "rci": 0.17776859, "par": 18.775509, "paf": 45.544548}
    for key, expected in published.items():
        assert isinstance(measure := found[key], Estimate)
        assert measure.value == pytest.approx(expected, abs=1e-4)
