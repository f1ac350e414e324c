"""The people page: ages, ethnic groups, and where each group lives."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.app.drawn import rows, tables


def visit(app: AppTest, **query: str) -> AppTest:
    app.query_params.clear()
    for name, value in query.items():
        app.query_params[name] = value
    return app.switch_page("pages/people.py").run()


def titles(app: AppTest) -> list[str]:
    return [header.value.replace("\\", "") for header in app.header]


def words(app: AppTest) -> str:
    return "\n".join(element.value for element in app.markdown).replace("\\", "")


def test_findings_for_coventry(app: AppTest) -> None:
    page = visit(app, district="E08000026")
    assert not page.exception
    assert titles(page) == [
        "Coventry: 35% are under 25, in England 29%",
        "White residents: 73.8% of Coventry in 2011, 65.5% in 2021",
        "Half of Coventry's Black residents live in England's most deprived fifth; of White residents 27%",
        "Highest: 50% of Coventry's Black residents; none in Stratford-on-Avon",
        "Largest groups: White: British 55.3%, Asian: Indian 9.3% and White: other 8.2%"]
    assert "Coventry and England · 30 June 2024" in words(page)
    assert "This describes places, not people's own income." in words(page)
    assert "86 of the 557 in Coventry and Warwickshire are in the most deprived fifth" in words(page)
    assert all(chart.proto.alt for chart in page.get("vega_lite_chart"))


def test_basis_changes_both_figures_and_is_explained(app: AppTest) -> None:
    page = visit(app, district="E08000026", basis="local", ethnic_group="asian")
    assert titles(page)[1:4] == [
        "Asian residents: 16.3% of Coventry in 2011, 18.5% in 2021",
        "46% of Coventry's Asian residents live in the most deprived local fifth; of White residents 36%",
        "Asian residents: 46% in Coventry, none in Stratford-on-Avon"]
    assert "Local fifths rank the 557 neighbourhoods of Coventry and Warwickshire against each other" in words(page)
    framed = {(row["area"], row["name"]) for row in rows(page, 3) if row.get("frame")}
    assert {("Coventry", "White"), ("Rugby", "Asian")} <= framed
    assert ("Rugby", "White") not in framed


def test_sexes_only_where_they_exist(app: AppTest) -> None:
    page = visit(app, ages="sexes")
    assert "30 June 2021" in words(page)
    assert {row["sex"] for row in rows(page, 0) if "sex" in row} == {"female", "male"}
    page = visit(app)
    assert "30 June 2024" in words(page)
    assert {row["sex"] for row in rows(page, 0) if "sex" in row} == {"all"}


def test_a_district_without_a_deprived_neighbourhood_says_so(app: AppTest) -> None:
    page = visit(app, district="E07000221")
    assert titles(page)[2] == "No neighbourhood of Stratford-on-Avon is in England's most deprived fifth"
    page = visit(app, district="E10000031")
    assert titles(page)[2].startswith("A tenth of Warwickshire's Black residents live in")


def test_nineteen_groups_in_the_table(app: AppTest) -> None:
    page = visit(app)
    assert "19 ethnic groups · Coventry and Warwickshire · Census 2021" in words(page)
    table = next(table for table in tables(page) if len(table) == 19)
    assert table["Ethnic group"].iloc[0] == "White: British"
    assert any("Roma" in group for group in table["Ethnic group"])
