"""The districts page: verdicts and places a person can check, two areas side by side, what is missing, and need."""

from __future__ import annotations

import re
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.app.drawn import rows, tables


def visit(app: AppTest, **query: str) -> AppTest:
    app.query_params.clear()
    for name, value in query.items():
        app.query_params[name] = value
    return app.switch_page("pages/district_profile.py").run()


def titles(app: AppTest) -> list[str]:
    return [header.value.replace("\\", "") for header in app.header]


def words(app: AppTest) -> str:
    return "\n".join(element.value for element in [*app.markdown, *app.info]).replace("\\", "")


def said(drawn: list[dict[str, Any]]) -> set[str]:
    """The words a chart draws."""
    return {str(row["words"]) for row in drawn if row.get("words")}


def test_coventry_is_judged_placed_and_named(app: AppTest) -> None:
    page = visit(app, district="E08000026")
    assert not page.exception
    assert re.fullmatch(r"Coventry is worse than England on \w+ of \w+ measures that can be judged and similar on "
                        r"\w+; it is worst of the six on \w+ of \w+, best on \w+", titles(page)[0])
    assert any(re.fullmatch(r"Deprivation: .* on \w+ of \w+.*", title) for title in titles(page))
    drawn = rows(page)
    tenth = next(row["link"] for row in drawn if row.get("link") and row["name"].startswith("Neighbourhoods in"))
    assert "district=E08000026" in tenth
    assert "indicator=imd_most_deprived_tenth" in tenth
    assert "▼ worse than England (10.0%)\nworst of 6 · 2025 · no trend: one period" in said(drawn)
    assert "17.7%" in said(drawn)


def test_a_district_of_warwickshire_lists_what_only_the_county_has(app: AppTest) -> None:
    page = visit(app, district="E07000220")
    assert any(re.fullmatch(r"\d+ measures are published for Warwickshire as a whole, not for Rugby", title)
               for title in titles(page))
    table = next(table for table in tables(page) if "Warwickshire" in table.columns)
    absence = table[table["Measure"] == "Persistent absence from school"].iloc[0]
    assert (absence["Warwickshire"], absence["Against England"]) == ("18.0%", "England 18.1%, not judged: no limits")
    assert "Published by the NHS for Coventry and Warwickshire as a whole, not by district" in words(page)
    assert ("Published for Coventry and for Warwickshire as a whole, women and men apart** (1): Healthy life "
            "expectancy at birth.") in words(page)


def test_two_areas_stand_in_the_same_rows_and_a_sentence(app: AppTest) -> None:
    page = visit(app, district="E07000219", against="E07000222")
    assert re.search(r"Nuneaton and Bedworth has the better figure on \w+ of \w+ measures that both have, Warwick on",
                     words(page))
    assert "People living in England's most deprived fifth (Nuneaton and Bedworth 20.3%, Warwick 0.9%)" in words(page)
    assert {"57%", "■ 28%"} <= said(rows(page))


def test_all_districts_are_an_overview_with_a_prompt(app: AppTest) -> None:
    page = visit(app)
    assert re.fullmatch(r"Coventry has the worst figure on \w+ of \w+ measures, .* the best on \w+", titles(page)[0])
    assert "**Choose an area above**" in words(page)
    cells = {(row["name"], row["area"]): row["cell"] for row in rows(page) if row.get("cell")}
    assert cells["Neighbourhoods in England's most deprived tenth", "Coventry"] == "6 ▼"
    assert cells["Neighbourhoods in England's most deprived tenth", "Rugby"] == "1= ▲"
    assert "Coventry: 79 of 203 in the worst fifth" in titles(page)


def test_the_benchmark_acts_on_verdicts(app: AppTest) -> None:
    page = visit(app, district="E07000219", benchmark="county")
    assert titles(page)[0].startswith("Nuneaton and Bedworth is worse than Warwickshire on")
    assert "worse than Warwickshire (6.3%)" in str(said(rows(page)))
    page = visit(app, district="E08000026", benchmark="county")
    assert "Warwickshire cannot be the benchmark here; England is." in words(page)


def test_a_theme_acts_and_the_estimate_says_that_it_does_not(app: AppTest) -> None:
    page = visit(app, district="E10000031", theme="Wellbeing")
    assert titles(page)[0].startswith("Wellbeing: Warwickshire is similar to England on")
    assert len([title for title in titles(page) if title.startswith("Deprivation")]) == 0
    assert "Life satisfaction (falling, getting worse)" in words(page)
    assert "no theme or benchmark chosen above acts on it" in words(page)
    assert "No measure of the theme Schools is published for this area" in words(visit(app, theme="Schools"))


def test_need_shows_its_arithmetic_and_draws_no_ratio(app: AppTest) -> None:
    page = visit(app, district="E07000220")
    assert titles(page)[-1] == "Rugby: an estimated 5,400 people aged 8 to 25 have a probable mental disorder"
    read = words(page)
    assert "20.3% of those aged 8 to 16, 23.3% of those aged 17 to 19 and 21.7% of those aged 20 to 25" in read
    assert "The survey's limits are not in the data here" in read
    assert "**9,725** children and young people had at least one contact in 12 months to June 2022" in read
    assert "neither is a share of the other, so no ratio is drawn" in read
    bars = {row["area_name"]: row["shown"] for row in rows(page, -1) if row.get("people")}
    assert bars["Coventry"] == "about 21,300"
    assert len(bars) == 6


def test_every_chart_has_words_for_those_who_cannot_see_it(app: AppTest) -> None:
    page = visit(app, district="E07000221", against="E10000031", benchmark="region", theme="Wellbeing")
    assert not page.exception
    assert all(chart.proto.alt for chart in page.get("vega_lite_chart"))
