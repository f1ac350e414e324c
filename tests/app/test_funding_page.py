"""The funding page: what the figures say, and what each switch changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.frame import open_store
from tests.app.drawn import tables

APP = Path(__file__).parents[2] / "app.py"


def open_funding(**query: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    for name, value in query.items():
        app.query_params[name] = value
    return app.switch_page("pages/funding.py").run()


@pytest.fixture(scope="module")
def funding() -> AppTest:
    """The page as it opens."""
    return open_funding()


def titles(app: AppTest) -> list[str]:
    return [header.value.replace("\\", "") for header in app.header]


def words(app: AppTest) -> str:
    return "\n".join(element.value for element in app.markdown).replace("\\", "")


def chart(app: AppTest, place: int) -> Any:
    return app.get("vega_lite_chart")[place].proto


def test_titles_are_findings(funding: AppTest) -> None:
    assert not funding.exception
    assert titles(funding) == [
        "£13.69m in 2022/23; the NHS pays 91% of it",
        "Core CAMHS takes 69% of the money in 2022/23",
        "Warwickshire: up 4% in cash, but down 12% in real terms",
        "NHS money in 2021/22: £13.56m spent, £10.28m in the plan",
        "All 9 lines of the plan's money tables, as printed",
        "18 of 18 totals in the plan's tables add up; the £13.7m of its text does not",
    ]


def test_cash_totals_and_the_joint_money_apart_are_the_default(funding: AppTest) -> None:
    text = words(funding)
    assert "in cash · April 2017 to March 2023" in text
    assert "kept apart: it does not share it between them" in text
    assert "Our allocation" not in text
    assert chart(funding, 0).alt.startswith("Against £9.24m in 2017/18. Stacked bars, one a year")
    spec = json.loads(chart(funding, 0).spec)
    assert spec["layer"][0]["encoding"]["y"]["title"] == "£ million, cash"


def test_real_terms_name_base_vintage_and_distortion() -> None:
    text = words(open_funding(prices="real"))
    assert "prices of April 2022 to March 2023" in text
    assert "Office for Budget Responsibility, November 2025" in text
    assert "up 5.2% in 2020/21 and 0.3% in 2021/22" in text
    assert "GDP deflators at market prices" in text


def test_per_child_states_the_pairing() -> None:
    app = open_funding(per="child")
    # 13,693,500 ÷ (83,227 + 128,969) residents aged 0 to 18 of mid-2022.
    assert titles(app)[0] == "£64.53 a child in 2022/23; the NHS pays 91% of it"
    assert "those of mid-2017 for 2017/18" in words(app)
    assert f"?per=child&data={open_store().data_version}#by-funder" in words(app)


def test_coventry_leaves_the_joint_money_out_until_it_is_shared() -> None:
    app = open_funding(district="E08000026")
    assert titles(app)[0] == "£6.51m in 2022/23; the NHS pays 93% of it"
    assert titles(app)[2] == "Coventry: up 89% in cash, up 59% in real terms"
    assert "is left out, because it does not share it" in words(app)
    shared = open_funding(district="E08000026", joint="allocated")
    assert titles(shared)[0] == "£7.55m in 2022/23; the NHS pays 94% of it"
    assert "Our allocation, not the plan's" in words(shared)
    assert "Coventry, money for both areas shared out by us" in words(shared)


def test_a_district_shows_warwickshire_and_says_why() -> None:
    app = open_funding(district="E07000220")
    assert app.info[0].value == ("Money is not published below Coventry and Warwickshire. Rugby lies in Warwickshire, "
                                 "whose figures are shown.")
    assert app.selectbox(key="choose-district").value == "E07000220"
    assert titles(app)[0] == "£4.54m in 2022/23; the NHS pays 81% of it"
    assert "The NHS publishes this for Coventry and Warwickshire as a whole, not by area." in words(app)


def test_the_total_of_the_text_is_compared(funding: AppTest) -> None:
    assert ("In the tables that year comes to £11,174,200 from the NHS and £12,503,200 from everyone. The figure is, "
            "rounded, what everyone pays in 2022/23: £13,693,500.") in words(funding)


def test_tables_hold_exact_amounts_and_verdicts(funding: AppTest) -> None:
    lines, checks = tables(funding)[-2:]
    first = lines.iloc[0]
    assert (first["Service"], first["2017/18"], first["2022/23"]) == ("Core CAMHS", "£3,038,000", "£5,830,350")
    assert lines.iloc[1]["2017/18"] == "£0"
    assert list(checks["Check"]) == ["adds up"] * 18 + ["differs by £1,196,800"]
