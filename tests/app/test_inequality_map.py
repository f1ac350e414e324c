"""The map page with indicators that have no map: they can be chosen on other pages and stay chosen on the way here."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.figure import Figure
from dashboard.filters import Filters
from dashboard.frame import open_store
from dashboard.gather import gather
from dashboard.registry import load_registry

MAPPED = set(open_store().query("mapped_indicators")["indicator"])
NO_MAP = "is published for too few areas inside Coventry and Warwickshire for a map."


def visit(app: AppTest, **query: str) -> AppTest:
    app.query_params.clear()
    app.query_params.update(query)
    return app.switch_page("pages/inequality_map.py").run()


def test_an_indicator_without_a_map_stays_chosen_and_leads_to_its_trend(app: AppTest) -> None:
    page = visit(app, indicator="tt_recovery", district="E07000220")
    assert not page.exception
    assert page.selectbox("choose-indicator").value == "tt_recovery"
    assert [text.value for text in page.info] == [
        f"Recovery after Talking Therapies {NO_MAP} [See its trend](trends?district=E07000220&indicator=tt_recovery)."]


def test_a_second_indicator_without_a_map_is_named_and_the_first_is_drawn(app: AppTest) -> None:
    page = visit(app, indicator="imd", compare="detentions")
    assert not page.exception
    assert page.selectbox("choose-compare").value == "detentions"
    assert NO_MAP in page.info[0].value
    assert len(page.get("deck_gl_json_chart")) == 1


@pytest.mark.parametrize("path", ["pages/inequality_map.py", "pages/trends.py", "pages/inequality_gaps.py"])
def test_every_indicator_can_be_brought_to_every_page_that_asks_for_one(path: str) -> None:
    for indicator in load_registry():
        figures = gather(path, Filters(indicator=indicator), open_store()).figures
        assert path != "pages/inequality_map.py" or list(figures) == (["map"] if indicator in MAPPED else [])


def gathered(**choices: str) -> Figure:
    return gather("pages/inequality_map.py", Filters().set(**choices), open_store()).figures["map"]


def test_areas_that_share_an_end_are_counted_and_blanks_said() -> None:
    """105 of 126 wards have no neighbourhood in the most deprived tenth; two of five places print no number."""
    wards = gathered(indicator="imd_most_deprived_tenth", level="ward25")
    assert wards.title == "Highest in Foleshill (76.9%), lowest in 105 wards (0.0%)"
    assert int((wards.data["value"] == 0).sum()) == 105
    places = gathered(indicator="mhst_settings")
    assert places.title.endswith("; no figure for 2 of 5")


def test_a_map_says_what_its_percentage_is_of_and_a_rank_is_no_numerator() -> None:
    rugby = gathered(indicator="idaci", period="2019", district="E07000220")
    assert "(% of England's neighbourhoods are less deprived) · Rugby" in rugby.subtitle
    # Neighbourhoods called Overslade & Bilton are at both ends.
    assert rugby.title == ("Highest in Overslade & Bilton, Rugby 011F (81%), "
                           "lowest in Overslade & Bilton, Rugby 011D and Eastlands (2%)")
    assert len(rugby.data) == 61  # the district's neighbourhoods and no others
    assert set(rugby.data["district_name"]) == {"Rugby"}
    assert not {"Numerator", "Denominator"} & set(rugby.columns.values())
    worst = rugby.data.sort_values("value").iloc[-1]
    # Overslade & Bilton: rank 6,318 of 32,844 is 80.8% less deprived.
    assert (worst["numerator"], round(worst["value"], 1)) == (6318, 80.8)
    assert rugby.columns["numerator"] == "National rank, 1 the most deprived"


def test_a_ward_is_found_by_the_name_of_its_district(app: AppTest) -> None:
    names = visit(app, indicator="imd", level="ward25").selectbox("find-area").options
    assert "Bede (Nuneaton and Bedworth)" in names
    assert len(names) == 126
    assert all(name.endswith(")") for name in names)
