"""Findings about neighbourhoods stay true at the edges: nobody in the fifth, no number, a suppressed or rough ward."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard import neighbourhoods, neighbourhoods_children, neighbourhoods_need
from dashboard.choices import AREA_LABELS
from dashboard.filters import Filters
from dashboard.neighbourhoods import Choice
from dashboard.store import Store


def choice(**filters: str) -> Choice:
    return Choice.of(Filters(**filters), AREA_LABELS, "light")


def test_a_district_belongs_to_its_upper_tier_area() -> None:
    districts = pd.Series(["E08000026", "E07000220", "E07000221"])
    assert choice(district="E10000031").holds(districts).to_list() == [False, True, True]
    assert choice(district="E07000220").holds(districts).to_list() == [False, True, False]
    assert choice().holds(districts).all()
    assert [choice(district=code).tier for code in ("all", "E08000026", "E07000220")] == [
        "", "E08000026", "E10000031"]
    assert choice(ethnic_group="unknown").ethnic_group == "", "the census has nobody without a group"


def test_concentration_index_is_minus_the_area_between_curve_and_line(store: Store) -> None:
    """RCI by ridits equals minus the Gini index of the curve by trapezoids, because the curve orders by the share."""
    rows = store.query("concentration", basis="national", dimension="all", group_code="all")
    across = [0.0, *rows["residents_running_pct"] / 100]
    up = [0.0, *rows["in_fifth_running_pct"] / 100]
    area = sum((across[place] - across[place - 1]) * (up[place] + up[place - 1]) / 2 for place in range(1, len(up)))
    shown = f"{1 - 2 * area:.2f}".replace("-", "−")
    assert f"Concentration index (RCI): {shown}." in neighbourhoods_need.index_sentence(rows)


def test_an_even_spread_has_an_index_of_nothing() -> None:
    rows = pd.DataFrame({"area_name": ["A", "B", "C"], "share_pct": [10.0] * 3, "residents": [100, 200, 300]})
    assert "(RCI): 0.00." in neighbourhoods_need.index_sentence(rows).replace("−0.00", "0.00")


def test_an_index_that_does_not_apply_says_why() -> None:
    rows = pd.DataFrame({"area_name": ["A", "B", "C"], "share_pct": [0.0] * 3, "residents": [100, 200, 300]})
    assert neighbourhoods_need.index_sentence(rows) == (
        "The average is not above zero, so nothing can be set against it.")


def test_nobody_in_the_fifth_for_any_part_is_said_so(store: Store) -> None:
    rows = store.query("exposure_domains", basis="national", area_code="E07000221").assign(persons=0, share_pct=0.0)
    title = neighbourhoods.domains(choice(district="E07000221", ethnic_group="black"), rows).title
    assert title == "None of Stratford-on-Avon's Black residents live in England's most deprived fifth for any part"


def test_a_white_group_is_set_beside_everyone(store: Store) -> None:
    parts = neighbourhoods.exposure(choice(ethnic_group="white"), store.query("exposure_means", basis="national"))
    assert parts.title == ("White residents live, on average, in places more deprived than 45% of England's; "
                           "everyone 47%")


@pytest.mark.parametrize(("district", "finding"), [
    ("E07000220", "Rugby: no number of settings, so coverage is not known"),
    ("E07000221", "South Warwickshire: teams in up to 39% of schools; none of its schools stand in England's most "
                  "deprived fifth")])
def test_places_without_a_number_or_without_a_deprived_school(store: Store, district: str, finding: str) -> None:
    rows = store.query("place_schools", basis="national", ethnic_group="all")
    parts = neighbourhoods_children.schools(choice(district=district), rows, store.query("school_places"))
    assert parts.title == finding
    assert any("Integrated Care Board" in note for note in parts.notes), "who would know"
    assert not any("0 to 0" in note for note in parts.notes)


def test_a_place_is_never_split(store: Store) -> None:
    rows = store.query("place_schools", basis="national", ethnic_group="all")
    parts = neighbourhoods_children.schools(choice(district="E07000222"), rows, store.query("school_places"))
    assert any(note == "The plan never splits South Warwickshire, so the whole of it is shown." for note in parts.notes)
    assert parts.data.loc[parts.data["picked"], "place_name"].to_list() == ["South Warwickshire"]


def test_numbers_alone_leave_open_where_the_teams_are(store: Store) -> None:
    rows = store.query("place_schools", basis="national", ethnic_group="all")
    notes = " ".join(neighbourhoods_children.schools(choice(), rows, store.query("school_places")).notes)
    assert "anything from 0 to 30 of Coventry's 30 settings could be among its 44 schools and colleges" in notes


def test_a_ward_that_is_suppressed_is_in_the_table_in_words_and_not_in_the_drawing(store: Store) -> None:
    parts = neighbourhoods_children.wards(choice(), store.query("ward_children", basis="national"))
    hidden = parts.data[parts.data["status"] == "suppressed"]
    assert set(hidden["shown"]) == set(hidden["limits"]) == {""}
    assert set(hidden["state"]) == {"suppressed: too few people to publish"}
    drawn = {row["area_name"] for rows in parts.graphic.to_dict()["datasets"].values() for row in rows}
    assert not drawn & set(hidden["area_name"])
    assert "Foleshill" in drawn


def test_every_part_says_that_it_is_ecological(store: Store) -> None:
    asked = choice(district="E07000220", ethnic_group="asian", basis="local", joint="allocated")
    curve = store.query("concentration", basis="local", dimension="ethnic_group", group_code="asian")
    young = store.query("concentration", basis="local", dimension="age_band", group_code="0-15")
    every = [
        neighbourhoods.exposure(asked, store.query("exposure_means", basis="local")),
        neighbourhoods.domains(asked, store.query("exposure_domains", basis="local", area_code="E07000220")),
        neighbourhoods_need.curve(asked, curve, young),
        neighbourhoods_need.need_and_money(asked, store.query("need_and_money", basis="local", joint="allocated")),
        neighbourhoods_children.low_income(asked, store.query("low_income_fifths", district="E07000220")),
        neighbourhoods_children.wards(asked, store.query("ward_children", basis="local")),
        neighbourhoods_children.schools(asked, store.query("place_schools", basis="local", ethnic_group="asian"),
                                        store.query("school_places"))]
    assert all(parts.notes[0] == neighbourhoods.ECOLOGICAL for parts in every)
    assert all(parts.sources and parts.alt_text.startswith(parts.title) for parts in every)
    assert sum("Not published by ethnic group" in " ".join(parts.notes) for parts in every) == 3
