"""Charts of money: what is stacked, what is bold, what stands in which colour, and where the zeros are."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.charts_money import cash_and_real, services, stacked_years, two_accounts
from dashboard.scales import CATEGORICAL, FOCUS, MUTED

YEARS = ("2017/18", "2022/23")


def payers() -> pd.DataFrame:
    return pd.DataFrame([
        {"financial_year": year, "name": name, "tint": tint, "position": position, "amount": amount,
         "shown": f"£{amount}", "total": 10.0, "total_shown": "10.0", "total_exact": "£10"}
        for year in YEARS for position, (name, tint, amount) in enumerate(
            [("NHS (ICB)", 0, 7.0), ("Warwickshire council", 3, 3.0)])])


def areas() -> pd.DataFrame:
    return pd.DataFrame([
        {"area_name": area, "heading": area, "finding": "up 4% in cash", "financial_year": year, "cash": cash,
         "real": real, "cash_name": "in cash", "real_name": "in prices", "cash_shown": "£", "real_shown": "£"}
        for area in ("Coventry", "Warwickshire")
        for year, cash, real in zip(YEARS, (3_000_000, 6_000_000), (4_000_000, 6_000_000), strict=True)])


def test_a_payer_keeps_its_colour_whoever_else_pays() -> None:
    spec = stacked_years(payers(), "light", unit="£", millions=False).to_dict()
    scale = spec["layer"][0]["encoding"]["color"]["scale"]
    assert scale == {"domain": ["NHS (ICB)", "Warwickshire council"],
                     "range": [CATEGORICAL["light"][0], CATEGORICAL["light"][3]]}


def test_money_is_stacked_from_zero_and_named_beside_the_last_bar() -> None:
    bars, beside, totals = stacked_years(payers(), "dark", unit="£ million", millions=True).to_dict()["layer"]
    assert bars["mark"]["type"] == "bar"
    assert bars["encoding"]["y"]["stack"] == "zero"
    assert bars["encoding"]["y"]["axis"]["labelExpr"] == "datum.value / 1000000"
    assert beside["transform"] == [{"filter": "(datum.financial_year === '2022/23')"}]
    assert totals["encoding"]["text"]["field"] == "total_shown"


@pytest.mark.parametrize(("prices", "bold"), [("cash", "cash_at"), ("real", "real_at")])
def test_the_prices_asked_for_are_bold(prices: str, bold: str) -> None:
    spec = cash_and_real(areas(), "light", prices=prices, unit="£ million", millions=True).to_dict()
    lines = [layer for layer in spec["layer"] if layer["mark"]["type"] == "line"]
    assert {layer["encoding"]["y"]["field"]: layer["mark"]["color"] for layer in lines} == {
        field: FOCUS["light"] if field == bold else MUTED["light"] for field in ("cash_at", "real_at")}


def test_each_panel_has_its_own_zero_on_one_scale() -> None:
    spec = cash_and_real(areas(), "light", prices="cash", unit="£ million", millions=True).to_dict()
    y = spec["layer"][0]["encoding"]["y"]
    step = y["scale"]["domain"][1] / 2
    assert y["scale"]["domain"][0] == 0
    assert {0, step} <= set(y["axis"]["values"])
    assert y["axis"]["labelExpr"] == f"datum.value % {step:.0f} / 1000000"
    rows = pd.DataFrame(next(iter(spec["datasets"].values())))
    shifted = (rows["cash_at"] - rows["cash"]).groupby(rows["area_name"]).unique()
    assert [list(values) for values in shifted] == [[step], [0]]


def test_a_line_is_drawn_for_each_area_apart() -> None:
    spec = cash_and_real(areas(), "light", prices="cash", unit="£", millions=False).to_dict()
    assert all(layer["encoding"]["detail"]["field"] == "area_name" for layer in spec["layer"]
               if layer["mark"]["type"] == "line")


def test_services_start_at_zero_and_mark_the_first_year() -> None:
    rows = pd.DataFrame([{"name": "Core CAMHS", "first_year": "2017/18", "first_amount": 3.0, "last_amount": 5.0,
                          "first_shown": "£3", "last_shown": "£5", "label": "£5"}])
    spec = services(rows, "light", unit="£", millions=False).to_dict()
    marks = [layer["mark"]["type"] for layer in spec["layer"]]
    assert marks == ["bar", "text", "tick", "text", "text"]
    assert spec["layer"][2]["encoding"]["x"]["field"] == "first_amount"
    assert "zero" not in str(spec["layer"][0]["encoding"]["x"].get("scale", {}))


def test_two_accounts_are_two_lines_and_no_stack() -> None:
    rows = pd.DataFrame([{"name": name, "financial_year": year, "amount": 5.0, "shown": "£5"}
                         for name in ("Spent", "Planned") for year in ("2017/18", "2018/19", "2019/20")])
    spec = two_accounts(rows, "light", unit="£", millions=False).to_dict()
    assert spec["layer"][0]["mark"]["type"] == "line"
    assert "stack" not in spec["layer"][0]["encoding"]["y"]
    assert spec["layer"][0]["encoding"]["y"]["scale"]["domain"][0] == 0
