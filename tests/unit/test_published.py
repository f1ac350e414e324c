"""How publishers write periods, organisations and empty cells, and what stops the build."""

from __future__ import annotations

import pandas as pd
import pytest

from data.pipeline.errors import RawDataError
from data.pipeline.published import ACADEMIC, period_end, split_year, statuses, translate, year_ending


@pytest.mark.parametrize(("period", "end"), [
    ("2023/24", "2024-03-31"), ("Q1 2021/22", "2021-06-30"), ("Q4 2021/22", "2022-03-31"), ("2016", "2016-12-31"),
    ("2014 to 2016", "2016-12-31"), ("2013/14 to 2015/16", "2016-03-31")])
def test_periods_end_on_their_last_day(period: str, end: str) -> None:
    assert period_end(period) == end


def test_school_years_end_in_august() -> None:
    assert period_end("2023/24", ACADEMIC) == "2024-08-31"


def test_years_are_written_one_way() -> None:
    assert [split_year(text) for text in ("2024-25", "2024/25", "202425")] == ["2024/25"] * 3
    assert year_ending(2000) == "1999/00"


def test_a_period_nobody_knows_stops_the_build() -> None:
    with pytest.raises(RawDataError, match="End of Q2 Position"):
        period_end("End of Q2 Position")
    with pytest.raises(RawDataError, match="2024"):
        split_year("2024")


def test_blank_zero_and_value_are_three_things() -> None:
    assert list(statuses(pd.Series([5.0, 0.0, None]))) == ["value", "zero", "suppressed"]
    assert list(statuses(pd.Series([None], dtype="float64"), "not_published")) == ["not_published"]


def test_an_unknown_word_is_named_with_file_row_and_column() -> None:
    words = pd.Series(["Female", "Femle"], index=[2, 3], name="variable_a")
    with pytest.raises(RawDataError, match=r"therapies\.csv, row 3, column variable_a: “Femle”"):
        translate(words, {"Female": "female"}, "therapies.csv")
