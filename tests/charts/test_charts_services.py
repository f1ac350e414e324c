"""The grid of services: a square and a number a cell, readable on its colour, nothing looking unlike something."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.charts_services import grid
from dashboard.scales import ZERO, Mode

TIERS = ("Tier 1: universal services", "Tier not stated")


def cells(areas: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame([{"tier_name": tier, "area_name": area, "age": age, "services": count}
                         for tier in TIERS for area in areas
                         for age, count in (("0–4", 0), ("18", 1), ("65+", 12), ("no age stated", 86))])


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("areas", [("Rugby",), ("Coventry", "Rugby")])
@pytest.mark.parametrize("narrow", [False, True])
def test_every_cell_has_its_number_and_zero_looks_like_nothing(mode: Mode, areas: tuple[str, ...],
                                                               narrow: bool) -> None:
    chart = grid(cells(areas), mode, chosen="18", narrow=narrow).to_dict()
    rows = next(rows for rows in chart["datasets"].values() if "shown" in rows[0])
    assert len(rows) == 8 * len(areas)
    assert all(row["shown"] == str(row["services"]) for row in rows)
    assert {row["colour"] for row in rows if row["services"] == 0} == {ZERO[mode]}
    assert ZERO[mode] not in {row["colour"] for row in rows if row["services"]}
    assert len({row["colour"] for row in rows}) == 4  # none, one, ten and more, twenty and more


def test_several_areas_stand_under_a_head_for_each_tier_and_one_needs_none() -> None:
    both, one = grid(cells(("Coventry", "Rugby")), "light").to_dict(), grid(cells(("Rugby",)), "light").to_dict()
    heads = [rows for rows in both["datasets"].values() if "words" in rows[0]]
    assert [row["words"] for row in heads[0]] == list(TIERS)
    assert not [rows for rows in one["datasets"].values() if "words" in rows[0]]


def test_a_narrow_grid_writes_its_ages_over_two_lines() -> None:
    frame = cells(("Rugby",))
    wide, narrow = ({row["head"] for rows in grid(frame, "light", narrow=slim).to_dict()["datasets"].values()
                     for row in rows} for slim in (False, True))
    assert wide == {"|0–4", "|18", "|65+", "no age|stated"}
    assert narrow == {"0–|4", "|18", "|65+", "no age|stated"}
