"""Which places a choice stands for, and what has to be said about it."""

from __future__ import annotations

import pandas as pd

from dashboard.scales import make_scale
from dashboard.teams import choose, place_options

MEMBERS = pd.DataFrame(
    [("coventry", "Coventry", "E08000026", "Coventry", "E08000026"),
     ("rugby", "Rugby", "E07000220", "Rugby", "E10000031"),
     ("south_warwickshire", "South Warwickshire", "E07000221", "Stratford-on-Avon", "E10000031"),
     ("south_warwickshire", "South Warwickshire", "E07000222", "Warwick", "E10000031")],
    columns=["place_code", "place_name", "district_code", "district_name", "upper_tier_code"])


def test_everything_is_every_place() -> None:
    chosen = choose(MEMBERS, "all", "all")
    assert chosen.places == ("coventry", "rugby", "south_warwickshire")
    assert (chosen.name, chosen.notes) == ("Coventry and Warwickshire", ())
    assert chosen.areas == ("E08000026", "E10000031")


def test_a_district_narrows_to_its_place_which_is_never_split() -> None:
    chosen = choose(MEMBERS, "E07000222", "all")
    assert chosen.places == ("south_warwickshire",)
    assert chosen.notes == (
        "The plan speaks of South Warwickshire, which is Stratford-on-Avon and Warwick together, and never splits it: "
        "the whole of South Warwickshire is shown.",)
    assert choose(MEMBERS, "E07000220", "all").notes == ()


def test_warwickshire_is_all_places_but_coventry() -> None:
    assert choose(MEMBERS, "E10000031", "all").places == ("rugby", "south_warwickshire")
    assert place_options(MEMBERS, "E10000031") == {"all": "All places", "rugby": "Rugby",
                                                   "south_warwickshire": "South Warwickshire"}


def test_a_place_outside_the_area_gives_way_and_says_so() -> None:
    chosen = choose(MEMBERS, "E08000026", "rugby")
    assert chosen.places == ("coventry",)
    assert chosen.notes == ("Rugby lies outside the area chosen, so the places of the area are shown.",)


def test_three_shares_are_three_classes_on_the_map() -> None:
    scale = make_scale([26.1, 39.2, 59.6])
    assert [scale.classify(share) for share in (26.1, 39.2, 59.6)] == [0, 1, 2]
    assert len(scale.colours) == 3
