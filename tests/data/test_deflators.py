"""Deflators: the published index, and two bases that never mix."""

from __future__ import annotations

from observed import row, table


def test_financial_years_are_the_published_index() -> None:
    deflators = table("deflators")
    first = row(deflators, basis="financial_year", period="2017/18")
    assert (first["index_2024_25"], first["index_2023_24"]) == (77.2999, 80.1735)
    assert row(deflators, basis="financial_year", period="2024/25")["index_2024_25"] == 100
    assert row(deflators, basis="financial_year", period="2023/24")["index_2023_24"] == 100


def test_real_terms_are_the_same_whichever_base_year_the_index_has() -> None:
    years = table("deflators").query("basis == 'financial_year'")
    ratio = years["index_2023_24"] / years["index_2024_25"]
    assert ratio.round(4).nunique() == 1


def test_an_index_of_the_other_basis_is_blank() -> None:
    deflators = table("deflators").set_index("basis")
    assert deflators.loc["calendar_year", ["index_2024_25", "index_2023_24"]].isna().all(axis=None)
    assert deflators.loc["financial_year", "index_calendar_2024"].isna().all()
    assert len(deflators.loc["financial_year"]) == 23
    assert len(deflators.loc["calendar_year"]) == 35


def test_years_after_2024_25_are_forecasts() -> None:
    deflators = table("deflators")
    assert sorted(deflators.loc[deflators["status"] == "forecast", "period"]) == [
        "2025/26", "2026/27", "2027/28", "2028/29", "2029/30", "2030/31"]
