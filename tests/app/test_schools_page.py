"""The schools page: places, shares under both denominators, the map, and what is not known."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from tests.app.drawn import tables

APP = Path(__file__).parents[2] / "app.py"


def open_schools(**query: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    for name, value in query.items():
        app.query_params[name] = value
    return app.switch_page("pages/schools.py").run()


@pytest.fixture(scope="module")
def schools() -> AppTest:
    """The page as it opens."""
    return open_schools()


def titles(app: AppTest) -> list[str]:
    return [header.value.replace("\\", "") for header in app.header]


def words(app: AppTest) -> str:
    return "\n".join(element.value for element in app.markdown).replace("\\", "")


def test_titles_are_findings(schools: AppTest) -> None:
    assert not schools.exception
    assert titles(schools) == [
        "No number for North Warwickshire and Rugby",
        "Up to 60% of schools in Nuneaton and Bedworth, 26% in Coventry",
        "Warwickshire: 788 referrals, direct work with 592 young people",
        "361 state-funded schools; 402 with independent schools and colleges",
        "England: 52% of pupils covered, 2024/25 (March 2025)",
    ]
    assert ("The plan of 2022 counts 28 settings where a team is being rolled out and 77 settings with an established "
            "team, in 3 of 5 places.") in words(schools)


def test_cards_say_stage_number_and_year_and_no_number_where_there_is_none(schools: AppTest) -> None:
    text = words(schools)
    assert "Coventry **30 settings** Established, as at 2022" in text
    assert "Nuneaton and Bedworth **28 settings** Being rolled out, as at 2022" in text
    assert "Rugby **No number given** Approved, as at 2022" in text
    assert "North Warwickshire **No number given** Not stated in the plan, as at 2022" in text


def test_both_denominators_and_their_dates_are_stated(schools: AppTest) -> None:
    text = words(schools)
    assert "Settings with a Mental Health Support Team (plan of 2022) as a share of schools (24 May 2025)" in text
    assert "Settings (of 2022) may include colleges and independent schools" in text
    drawn = [row["words"] for part in schools.get("vega_lite_chart")[0].proto.datasets
             for row in pa.ipc.open_stream(part.data.data).read_all().to_pylist()]
    assert {"30 settings for 115 state-funded schools", "30 settings for 123 schools and colleges",
            "No number in the plan; 48 state-funded schools, 56 in all"} <= set(drawn)


def test_no_school_is_marked_as_having_a_team(schools: AppTest) -> None:
    assert "We found no published list of the schools that have a team" in words(schools)
    assert "Each of the 361 points is a state-funded school for ages 5 to 18" in words(schools)
    assert len(schools.get("deck_gl_json_chart")) == 1


def test_the_drawing_needs_no_webgl_and_has_the_schools_too() -> None:
    app = open_schools(view="drawing", place="rugby")
    assert not app.get("deck_gl_json_chart")
    proto = app.get("vega_lite_chart")[0].proto
    assert "with 48 schools as points" in proto.alt
    assert '"School"' in proto.spec


def test_a_district_narrows_to_its_place() -> None:
    app = open_schools(district="E07000222")
    assert "which is Stratford-on-Avon and Warwick together, and never splits it" in app.info[0].value
    assert titles(app)[1] == "South Warwickshire: up to 39% of schools have a team"
    assert "Given for Warwickshire as a whole, not by place." in words(app)
    assert app.selectbox(key="choose-place").options == ["All places", "South Warwickshire"]


def test_coventry_has_no_referral_numbers() -> None:
    app = open_schools(place="coventry")
    assert titles(app)[2] == "Coventry: referrals not collected"
    assert "not collected is not none" in words(app)


def test_a_place_without_a_number_is_not_nought() -> None:
    app = open_schools(place="rugby")
    assert titles(app)[:2] == ["No number for Rugby", "Rugby: no number of settings, so no share"]
    assert "The plan of 2022 prints no number of settings for Rugby." in words(app)


def test_published_coverage_carries_its_evidence(schools: AppTest) -> None:
    table = tables(schools)[-1]
    row = table[(table["Where"] == "England") & (table["When"] == "2023/24")].set_index("Of whom")
    assert row.loc["schools & colleges", ["Covered", "Evidence"]].to_list() == ["34%", "publisher's own words"]
    assert row.loc["pupils & learners", ["Covered", "Evidence"]].to_list() == ["44%", "someone else's account"]
