"""Sums and changes as words, and which area a choice stands for."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.filters import Filters
from dashboard.money import Choice, area_options, change, exact, pounds, span
from dashboard.money_figures import payer, service_name, statement_note
from dashboard.registry import load_registry

LABELS = {"all": "Both", "E08000026": "Coventry", "E10000031": "Warwickshire", "E07000220": "Rugby"}
YEARS = pd.DataFrame({"financial_year": ["2019/20", "2020/21", "2021/22"], "rose_pct": [2.7, 5.2, 0.3],
                      "rose_since_pct": [0.0, 5.2, 5.5], "base_year": "2021/22", "vintage": "Office, November 2025"})


@pytest.mark.parametrize(("value", "read", "checked"), [
    (1_234_567, "£1.23m", "£1,234,567"), (13_700_000, "£13.7m", "£13,700,000"), (413_000, "£413,000", "£413,000"),
    (43.324, "£43.32", "£43.32"), (0, "£0", "£0"), (8.5, "£8.50", "£8.50")])
def test_pounds_to_read_and_pounds_to_check(value: float, read: str, checked: str) -> None:
    assert (pounds(value), exact(value)) == (read, checked)


@pytest.mark.parametrize(("percent", "words"), [
    (4.3, "up 4%"), (-11.9, "down 12%"), (0.4, "unchanged"), (-0.4, "unchanged")])
def test_changes_are_words(percent: float, words: str) -> None:
    assert change(percent) == words


def test_indicators_of_money_bear_a_pound_sign() -> None:
    registry = load_registry()
    assert registry["funding_per_child"].show(43.324) == "£43.32"
    assert registry["cyp_spend"].show(13_555_200) == "£13,555,200"
    assert registry["cyp_ed_spend"].show(None) == "not known"


def test_years_are_written_out() -> None:
    assert span("2017/18", "2022/23") == "April 2017 to March 2023"


@pytest.mark.parametrize(("district", "area"), [("all", "all"), ("E08000026", "E08000026"),
                                                ("E10000031", "E10000031"), ("E07000220", "E10000031")])
def test_a_district_stands_for_warwickshire(district: str, area: str) -> None:
    assert Choice.of(Filters(district=district), LABELS, YEARS, "light").area == area


def test_the_area_filter_offers_no_district_unless_one_was_chosen_elsewhere() -> None:
    assert list(area_options(LABELS, "all")) == ["all", "E08000026", "E10000031"]
    assert area_options(LABELS, "E07000220")["E07000220"] == "Rugby (Warwickshire shown)"


def test_real_terms_name_base_vintage_and_the_pandemic() -> None:
    note = Choice.of(Filters(prices="real"), LABELS, YEARS, "light").price_note()
    assert "prices of April 2021 to March 2022" in note
    assert "Office, November 2025" in note
    assert "up 5.2% in 2020/21 and 0.3% in 2021/22" in note


def test_sharing_out_is_labelled_as_ours() -> None:
    choice = Choice.of(Filters(joint="allocated"), LABELS, YEARS, "light")
    assert any(note.startswith("Our allocation, not the plan's") for note in choice.notes())
    assert choice.scope == "Both, money for both areas shared out by us"


def test_payers_and_services_are_named_shortly() -> None:
    assert payer("Warwickshire County Council", False) == "Warwickshire council"
    assert [payer("ICB", joint, shared) for joint, shared in ((False, False), (True, False), (True, True))] == [
        "NHS (ICB)", "NHS, joint money", "NHS, our share"]
    assert service_name("Transformation Funds", "Coventry", True, "allocated") == \
        "Transformation Funds, our share · Coventry"
    assert service_name("Transformation Funds", "Coventry and Warwickshire", True, "apart") == \
        "Transformation Funds, both areas"


def test_the_statement_is_only_called_the_same_where_it_is() -> None:
    row = {"stated_year": "2021/22", "stated_gbp": 13_700_000.0, "nhs_gbp": 11_174_200.0, "all_gbp": 12_503_200.0,
           "nearest_year": "2022/23", "nearest_gbp": 13_693_500.0}
    assert "is, rounded, what everyone pays in 2022/23: £13,693,500" in statement_note(pd.Series(row))
    assert "comes nearest to what everyone pays" in statement_note(pd.Series(row | {"nearest_gbp": 13_400_000.0}))
