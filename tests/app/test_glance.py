"""The first page: the headline, the gaps, the promises, and what a district changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import glance
from dashboard.filters import Filters
from dashboard.frame import open_store
from dashboard.gather import gather
from tests.app.drawn import ways

APP = Path(__file__).parents[2] / "app.py"


def open_glance(**query: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def words(app: AppTest) -> str:
    return "\n".join(element.value for element in [*app.title, *app.header, *app.markdown])


def test_headline_is_the_widest_gap_by_deprivation() -> None:
    app = open_glance()
    # 188.6 detentions per 100,000 in the most deprived tenth, 43.0 in the least: 4.39 times.
    assert app.title[0].value == ("Detentions under the Mental Health Act are 4.4 times as frequent in the most "
                                  "deprived neighbourhoods of Coventry and Warwickshire as in the least deprived")


def test_gap_sentence_carries_its_unit_and_date() -> None:
    text = words(open_glance())
    assert ("188.6 detentions per 100,000 people in the most deprived tenth, 43.0 in the least "
            "deprived (to March 2024; crude rate; base unclear)") in text.replace("\\", "")


def test_map_counts_neighbourhoods_of_the_most_deprived_fifth() -> None:
    assert "86 of 557 neighbourhoods are in England's most deprived fifth" in words(open_glance())


def test_promises_count_those_met() -> None:
    text = words(open_glance())
    assert "6 of 10 national and local standards for care were met at their last count" in text


@pytest.mark.parametrize("district", ["all", "E07000220"])
def test_the_strategies_own_targets_are_counted_as_their_page_counts_them(district: str) -> None:
    label = "Of the strategies' own 79 numbered targets, 7 fall short, 3 are met and 69 cannot be known yet"
    way = ways(open_glance(district=district, document="004"))[label]
    assert way == ("strategy", "board=targets", "known-targets")  # every target, whatever was chosen before
    page = AppTest.from_file(str(APP), default_timeout=60)
    page.query_params["board"] = "targets"
    assert page.switch_page("pages/strategy.py").run().header[0].value.startswith(
        "7 of 79 targets fall short, 3 are met; 69 can't be known here")


@pytest.mark.parametrize("district", ["all", "E08000026", "E07000220"])
def test_the_gaps_are_headed_by_what_they_are_and_lead_to_all_of_them(district: str) -> None:
    page = open_glance(district=district)
    heads = {"all": "The widest gap in each of four themes", "E08000026": "Where Coventry does worst, or worse than "
             "England", "E07000220": "Where Rugby does worst, or worse than England"}
    assert heads[district] in [head.value for head in page.header]
    assert ways(page)["All gaps, ranked"] == ("inequality_gaps", "part=finder", "")


def test_a_gap_leads_to_its_own_comparison_even_for_a_reader_who_comes_from_the_list_of_all() -> None:
    way = ways(open_glance(part="finder"))["Detentions under the Mental Health Act"]
    assert way == ("inequality_gaps", "indicator=detentions&dimension=deprivation_decile", "")


@pytest.mark.parametrize(("district", "name"), [("E08000026", "Coventry"), ("E07000219", "Nuneaton and Bedworth")])
def test_district_narrows_gaps_and_map(district: str, name: str) -> None:
    text = words(open_glance(district=district))
    assert f"Where {name} does worst, or worse than England" in text
    assert "of 557 neighbourhoods" not in text


def test_every_district_opens_without_an_error() -> None:
    for code in ("E10000031", "E07000218", "E07000220", "E07000221", "E07000222"):
        assert not open_glance(district=code).exception


def test_a_promise_leads_to_the_groups_it_is_not_met_for() -> None:
    recovery = next(way for label, way in ways(open_glance()).items() if label.startswith("Recovery after Talking"))
    assert recovery == ("inequality_gaps", "indicator=tt_recovery&dimension=deprivation_decile", "")


def test_every_promise_leads_to_a_figure_that_names_it() -> None:
    store = open_store()
    for promise in glance.promises(store):
        figures = gather(promise.page, Filters().set(**promise.choices), store).figures
        there = [figures[promise.anchor]] if promise.anchor else list(figures.values())
        said = " ".join(" ".join((figure.title, figure.subtitle, figure.data.to_csv())) for figure in there)
        assert promise.label in said or promise.indicator.id == "cyp_access", promise.label
    pages = {promise.indicator.id: (promise.page, promise.anchor) for promise in glance.promises(store)}
    assert pages["cyp_access"] == ("pages/access_and_care.py", "access")
    assert pages["eip_2_weeks"] == pages["ed_urgent_1_week"] == ("pages/access_and_care.py", "standards")
    assert pages["out_of_area_bed_days"] == pages["long_stay_adults"] == ("pages/trends.py", "")


def test_two_clicks_lead_to_what_an_age_in_a_district_can_use() -> None:
    page = open_glance(district="E07000220")  # the first: the area
    assert "What help is there in Rugby for somebody aged …" in [header.value for header in page.header]
    assert ways(page)["17"] == ("services", "district=E07000220&age=17", "")  # the second


def test_the_map_is_a_picture_that_leads_to_the_map_page_with_the_choices_kept() -> None:
    page = open_glance(district="E07000220")
    [picture] = [text.value for text in page.markdown if text.value.startswith("[![")]
    assert picture.endswith("](inequality_map?district=E07000220&indicator=imd)")
    assert "2 of 67 neighbourhoods" in picture
    assert not page.get("deck_gl_json_chart")


def test_each_gap_has_bars_that_are_said_in_words() -> None:
    gaps = next(text.value for text in open_glance().markdown if "4.4 times" in text.value)
    assert gaps.count("\n- ") == 3
    assert "Bars: Coventry 32.2%, " in gaps.replace("\\", "")
    assert "Warwick 14.7%](data:image/svg+xml," in gaps.replace("\\", "")
