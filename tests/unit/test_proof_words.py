"""The proof of the arithmetic as readers see it: the finding, the tables, and the example that they can run."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pandas as pd
import pytest

from dashboard.inequality import ProofRow, prove
from dashboard.inequality.__main__ import main
from dashboard.proof_words import (
    by_statistic,
    csv,
    example,
    example_result,
    finding,
    largest,
    matching,
    table,
)

MET = ProofRow("Gap, value", "30 against 20", "A", 10.0, 10.001, 0.001, 0.01, True)
NEAR = ProofRow("Ratio", "30 against 20", "B", 1.5, 1.5000009, 9e-7, 1e-6, True)
WORDS = ProofRow("Recent trend", "measles", "C", "Increasing", "Increasing", None, 0, True)
MISSED = ProofRow("Gap, limit", "30 against 20", "A", 10.0, 10.5, 0.5, 0.01, False)


@pytest.fixture(scope="module")
def rows() -> list[ProofRow]:
    """Every published result beside what is obtained now."""
    return prove()


def test_all_published_results_are_reproduced(rows: list[ProofRow]) -> None:
    assert len(rows) > 200
    assert finding(rows) == f"All {len(rows)} published results are reproduced within their tolerance"
    assert set(table(rows)["Within"]) == {"yes"}


def test_a_result_that_is_missed_is_in_the_finding() -> None:
    assert finding([MET, MISSED]) == "1 of 2 published results are not reproduced within their tolerance"
    assert largest([MET, MISSED]).endswith("0.5 of 0.01: Gap, limit (30 against 20).")
    assert finding([]) == "No published result here has these words"


def test_the_largest_difference_is_set_against_what_is_allowed() -> None:
    assert largest([MET, NEAR, WORDS]) == ("The largest difference, set against what is allowed, is 9 × 10⁻⁷ of "
                                           "1 × 10⁻⁶: Ratio (30 against 20).")
    assert largest([WORDS]) == ""


def test_statistics_are_counted_with_their_largest_difference() -> None:
    found = by_statistic([MET, MISSED, NEAR, WORDS]).set_index("Statistic")
    assert list(found.index) == ["Gap", "Ratio", "Recent trend"]
    assert list(found["Reproduced"]) == ["1 of 2", "1 of 1", "1 of 1"]
    assert list(found.iloc[:, 1]) == ["0.5 of 0.01", "9 × 10⁻⁷ of 1 × 10⁻⁶", "the same words"]


def test_a_search_narrows_the_results(rows: list[ProofRow]) -> None:
    assert matching(rows, "") == rows
    assert {row.statistic for row in matching(rows, "XMR")} == {"XmR chart, lower", "XmR chart, mean",
                                                                "XmR chart, upper"}
    assert matching(rows, "no such statistic") == []


def test_results_are_shown_to_ten_figures_and_taken_away_in_full(rows: list[ProofRow]) -> None:
    shown = table([MET, WORDS]).to_dict("records")
    assert (shown[0]["Expected"], shown[0]["Difference"], shown[0]["Tolerance"]) == ("10", "0.001", "0.01")
    assert (shown[1]["Difference"], shown[1]["Tolerance"]) == ("–", "same words")
    taken = pd.read_csv(io.BytesIO(csv(rows)))
    assert len(taken) == len(rows)
    assert {"expected", "obtained", "difference", "tolerance", "within"} <= set(taken.columns)


def test_the_example_gives_what_the_page_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "cases.csv"
    file.write_text(example(), encoding="utf-8")
    assert main(["--input", str(file)]) == 0
    printed = json.loads(capsys.readouterr().out)
    shown = json.loads(example_result())
    assert set(shown) == {"aci", "rci", "par", "paf"}
    assert {key: printed[key] for key in shown} == shown
    assert shown["aci"]["value"] == pytest.approx(7.3284202, abs=1e-4)
