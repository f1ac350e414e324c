"""The trends page: findings that keep to the limits, breaks that are not joined, filters that act or say why not."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from dashboard.registry import load_registry
from tests.app.drawn import rows, tables, unfolded


def visit(app: AppTest, **query: str) -> AppTest:
    app.query_params.clear()
    for name, value in query.items():
        app.query_params[name] = value
    return app.switch_page("pages/trends.py").run()


def titles(app: AppTest) -> list[str]:
    return [header.value.replace("\\", "").replace("⁠", "") for header in app.header]


def words(app: AppTest) -> str:
    return "\n".join(element.value for element in [*app.markdown, *app.info]).replace("\\", "")


def test_one_district_with_limits_that_overlap(app: AppTest) -> None:
    page = visit(app, indicator="wellbeing_anxiety", district="E08000026")
    assert not page.exception
    assert titles(page) == ["Coventry: up from 3.01 in 2011/12 to 3.31 in 2022/23; limits overlap",
                            "Coventry: similar to England, 3.31 against 3.24"]
    assert "Anxiety (out of 10, mean score) · Coventry · Everyone · April 2011 to March 2023" in words(page)
    assert "overlap, so the difference may be chance." in words(page)
    assert {"Coventry 3.31", "England 3.24", "West Midlands\n3.20"} <= {row.get("words") for row in rows(page)}


def test_a_change_beyond_the_limits_is_named_and_coloured(app: AppTest) -> None:
    page = visit(app, indicator="wellbeing_happiness")
    assert titles(page)[0] == "Better in Coventry since 2011/12; limits overlap in the other 5"
    chosen = {row["line"]: row["colour"] for row in rows(page) if row.get("words") and row.get("line")}
    assert len({colour for colour in chosen.values() if colour != "#BFBFBF"}) == 4
    assert chosen["Coventry"] != "#BFBFBF"
    assert len(chosen) == 7, "six districts and England"


def test_nhs_indicator_stands_beside_region_england_and_peers(app: AppTest) -> None:
    page = visit(app, indicator="tt_recovery", district="E07000220")
    assert titles(page)[0] == ("Coventry and Warwickshire: down to 48% in 2022/23, then up to 52% in 2024/25; "
                               "no limits in our source")
    assert titles(page)[1].startswith("Coventry and Warwickshire: joint 2nd highest of 11 Midlands ICBs; England 5")
    assert "The NHS publishes this for Coventry and Warwickshire as a whole, not by district." in words(page)
    assert "Gaps works them out from the counts. Small changes may be chance." in words(page)
    assert "52%, meets the national standard (50%)" in words(page)
    assert "10 other ICBs in the Midlands" in words(page)
    drawn = rows(page)
    assert {"National\nstandard 50%", "Other ICBs,\nmedian 51%"} <= {row.get("words") for row in drawn}
    assert "┊ Break: 2020/21 is left out for our area:" in str([row.get("words") for row in drawn])
    pieces = {(row["line"], row["piece"]) for row in drawn if row.get("piece") and row.get("value") is not None}
    assert len([piece for line, piece in pieces if line == "Coventry and Warwickshire"]) == 2


def test_ethnic_group_acts_where_it_is_published_and_says_so_where_not(app: AppTest) -> None:
    page = visit(app, indicator="tt_recovery", ethnic_group="asian")
    show = load_registry()["tt_recovery"].show
    assert f"down from {show(48)} in 2021/22 to {show(46)} in 2024/25" in titles(page)[0]
    assert "Asian or Asian British" in words(page)
    page = visit(app, indicator="suicide_rate", ethnic_group="asian", age_band="16-17")
    assert "Not published by ethnic group, so the figures are for everyone." in words(page)
    assert "Not published by age, so the figures are for everyone." in words(page)
    assert [box.value for box in page.selectbox if box.label in ("Ethnic group", "Age")] == ["all", "all"]


def test_each_edition_of_the_index_is_a_dot(app: AppTest) -> None:
    page = visit(app, indicator="imd")
    assert titles(page)[0] == "2025: highest in Coventry (61%), lowest in Warwick (28%); " \
        "earlier figures are not comparable"
    pieces = [(row["line"], row["piece"]) for row in rows(page) if row.get("piece") and row.get("value") is not None]
    assert len(pieces) == len(set(pieces)) == 21, "seven lines of three editions, each a run of its own"


def test_years_that_were_not_rebased_are_not_joined(app: AppTest) -> None:
    page = visit(app, indicator="population", district="E08000026")
    runs = {row["period"]: row["piece"] for row in rows(page) if row.get("line") == "Coventry" and row.get("piece")}
    assert len({runs["2011"], runs["2012"], runs["2021"], runs["2023"]}) == 4
    assert runs["2012"] == runs["2020"]
    assert titles(page)[0] == "Coventry: up from 360,702 in 2023 to 369,026 in 2024"
    assert titles(page)[1].startswith("Coventry: highest of 6 districts")


def test_intervals_are_drawn_on_demand_and_always_in_the_table(app: AppTest) -> None:
    bare = visit(app, indicator="wellbeing_anxiety", district="E08000026")
    assert not [row for row in rows(bare) if "lower" in row]
    columns = set(tables(unfolded(bare))[0].columns)
    assert {"Lower 95%", "Upper 95%"} <= columns, "the limits are in the table all the same"
    shown = visit(app, indicator="wellbeing_anxiety", district="E08000026", intervals="on")
    limits = [(row["lower"], row["upper"]) for row in rows(shown) if row.get("line") == "Coventry" and "lower" in row]
    assert (3.0, 3.63) in limits


def test_sex_can_be_chosen_where_nothing_else_is_published(app: AppTest) -> None:
    page = visit(app, indicator="healthy_life_expectancy", sex="male", district="E08000026")
    assert [choice.label for choice in page.get("button_group")] == ["95% limits in the chart", "Sex"]
    assert "59.2 years" in titles(page)[0]
    assert "· Male ·" in words(page)


def test_a_number_is_not_ranked_over_areas_of_different_size(app: AppTest) -> None:
    page = visit(app, indicator="cyp_access", district="E07000218")
    assert len(page.get("vega_lite_chart")) == 1
    assert "areas of different size are not ranked by it" in words(page)
    assert {"Plan table\neleven 9,725", "NHS dashboard\n9,580"} <= {row.get("words") for row in rows(page)}


def test_indicators_without_a_trend_say_so(app: AppTest) -> None:
    page = visit(app, indicator="iod_mental_health")
    assert "not published for districts or larger areas" in words(page)
    page = visit(app, indicator="depression_modelled")
    assert "has been published for one period only" in words(page)
    assert len(page.get("vega_lite_chart")) == 1
