"""The neighbourhoods page: its findings, and what every filter changes or says it cannot."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.app.drawn import rows, tables, unfolded


def visit(app: AppTest, **query: str) -> AppTest:
    app.query_params.clear()
    for name, value in query.items():
        app.query_params[name] = value
    page = app.switch_page("pages/neighbourhoods.py").run()
    assert not page.exception
    return page


def titles(app: AppTest) -> list[str]:
    return [header.value.replace("\\", "") for header in app.header]


def words(app: AppTest) -> str:
    return "\n".join(element.value for element in app.markdown).replace("\\", "")


def test_findings_of_the_whole_area(app: AppTest) -> None:
    page = visit(app)
    assert titles(page) == [
        "Black residents live, on average, in places more deprived than 70% of England's; White residents 45%",
        "Black residents: 51% in England's most deprived fifth for health, 13% for housing and services",
        "Coventry: 37% of residents, 75% of those in England's most deprived fifth",
        "Coventry: 39% of children, 76% of those in deprived places, 48% of the money",
        "In the most deprived local fifth: 43% of children in low-income families, 25% of under-16s",
        "Children in income-deprived families: about 74% in Foleshill, 7% in Stratford Guildhall & Bridgetown",
        "Coventry: teams in up to 26% of schools; 36% of its schools stand in England's most deprived fifth"]
    charts = page.get("vega_lite_chart")
    assert len(charts) == 7
    for chart, title in zip(charts, titles(page), strict=True):
        assert chart.proto.alt  # which says more than the title above it, and does not say it again
        assert title not in chart.proto.alt
    assert words(page).count("Ecological: this is about places, not about the people in them") == 7


def test_figures_say_what_they_cannot_show(app: AppTest) -> None:
    said = words(visit(app))
    assert "No rate is given, because the number counts children up to 19" in said
    assert "19% of the money is printed for both areas together and kept apart: Coventry's true share lies between " \
           "48% and 67%" in said
    assert "Of all 126 wards 9 are not drawn" in said
    assert "in Foleshill and St Michael's a neighbourhood counts more such children than it has children" in said
    assert "we found no published list of schools. Those who would know: Coventry and Warwickshire Integrated Care " \
           "Board; Department for Education." in said
    assert "Concentration index (RCI): −0.48." in said
    assert "Of those in England's most deprived tenth, Coventry has 82%." in said
    assert "April 2021 to March 2022 (provisional), IMD 2019" in said


def test_district_acts_on_every_figure_or_says_why_not(app: AppTest) -> None:
    page = visit(app, district="E07000220")
    found = titles(page)
    assert found[0].startswith("Black residents live, on average, in places more deprived than 45% of England's")
    assert found[2] == "Rugby: 12% of residents, 2% of those in England's most deprived fifth"
    assert found[3] == "Warwickshire: 61% of children, 24% of those in deprived places, 33% of the money"
    assert found[4] == "In the most deprived local fifth: 10% of children in low-income families, 6% of under-16s"
    assert found[6] == "Rugby: no number of settings, so coverage is not known"
    assert "Money is not published below Coventry and Warwickshire; Rugby lies in Warwickshire." in words(page)
    assert {row["area_name"] for row in rows(page, 2) if row.get("picked") and "area_name" in row} == {"Rugby"}


def test_ethnic_group_and_fifths_act_or_are_excused(app: AppTest) -> None:
    page = visit(app, district="E08000026", ethnic_group="asian", basis="local")
    found = titles(page)
    assert found[0] == "Asian residents live, on average, in places more deprived than 67% of local ones; " \
                       "White residents 61%"
    assert found[2] == "Coventry: 63% of Asian residents, 90% of those in the most deprived local fifth"
    assert found[6].endswith("42% of its schools stand in the most deprived local fifth")
    assert words(page).count("Not published by ethnic group, so these are all children.") == 3
    assert "ages are not published by ethnic group" in words(page)
    assert any("Asian residents" in str(row.get("words")) for row in rows(page, 6))


def test_money_for_both_areas_is_shared_out_only_when_asked(app: AppTest) -> None:
    page = visit(app, joint="allocated")
    assert titles(page)[3] == "Coventry: 39% of children, 76% of those in deprived places, 55% of the money"
    assert "Our allocation, not the plan's" in words(page)
    assert not any(row.get("name") == "Both areas, not split" for row in rows(page, 3))
    assert any(row.get("name") == "Both areas, not split" for row in rows(visit(app), 3))


def test_tables_hold_what_is_drawn_and_what_is_not_known(app: AppTest) -> None:
    shown = tables(unfolded(visit(app)))
    schools = next(table for table in shown if "Settings" in table.columns)
    assert dict(zip(schools["Place of the plan"], schools["Settings"], strict=True))["Rugby"] == "no number in the plan"
    money = next(table for table in shown if "Number, or £" in table.columns)
    assert "£6,508,800" in set(money["Number, or £"])
    curve = next(table for table in shown if "Place on the curve" in table.columns)
    assert curve["District"].to_list()[0] == "Coventry"
    assert len(curve) == 6
