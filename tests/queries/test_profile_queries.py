"""A district beside others, and estimated need: published values, the same period throughout, nothing left unsaid."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.registry import load_registry
from dashboard.store import Store

COVENTRY, WARWICKSHIRE, NUNEATON, RUGBY = "E08000026", "E10000031", "E07000219", "E07000220"
AREAS = (COVENTRY, WARWICKSHIRE, "E07000218", NUNEATON, RUGBY, "E07000221", "E07000222")


def figure(rows: pd.DataFrame, indicator: str, area: str) -> pd.Series:
    return rows[(rows["indicator"] == indicator) & (rows["area_code"] == area)].iloc[0]


def test_a_profile_has_published_values(store: Store) -> None:
    rows = store.query("profile", area=COVENTRY)
    tenth = figure(rows, "imd_most_deprived_tenth", COVENTRY)
    assert tenth["value"] == pytest.approx(100 * 36 / 203)
    assert (tenth["low"], tenth["high"]) == (pytest.approx(13.09, abs=0.01), pytest.approx(23.57, abs=0.01))
    assert figure(rows, "imd_most_deprived_tenth", "E92000001")["value"] == 10
    anxiety = figure(rows, "wellbeing_anxiety", COVENTRY)
    assert (anxiety["value"], anxiety["period"]) == (3.31, "2022/23")


@pytest.mark.parametrize("area", [*AREAS, "all"])
def test_a_measure_has_one_period_and_one_figure_an_area(store: Store, area: str) -> None:
    rows = store.query("profile", area=area)
    assert (rows.groupby("indicator")["period"].nunique() == 1).all()
    assert not rows.duplicated(["indicator", "area_code"]).any()
    own = rows["area_code"] == area if area != "all" else rows["area_type"] == "district"
    assert set(rows[own]["indicator"]) == set(rows["indicator"])
    assert not {load_registry()[code].kind for code in rows["indicator"]} & {"count"}


@pytest.mark.parametrize("area", AREAS)
def test_every_measure_is_in_the_profile_or_in_the_list_of_those_that_are_not(store: Store, area: str) -> None:
    held, missing = store.query("profile", area=area), store.query("profile_missing", area=area)
    assert set(held["indicator"]).isdisjoint(missing["indicator"])
    assert set(held["indicator"]) | set(missing["indicator"]) == set(load_registry())


def test_what_is_published_for_the_county_only_is_named_so(store: Store) -> None:
    instead = store.query("profile_missing", area=RUGBY).set_index("indicator")["instead"]
    assert instead["persistent_absence"] == "county"
    assert instead["ed_urgent_1_week"] == instead["ed_routine_4_weeks"] == "icb"
    assert instead["healthy_life_expectancy"] == "upper_split"
    assert instead["mhst_settings"] == "place"
    assert instead["population"] == "size"
    assert store.query("profile_missing", area=WARWICKSHIRE).set_index("indicator")["instead"]["suicide_rate"] == \
        "district"
    assert "persistent_absence" not in set(store.query("profile_missing", area=COVENTRY)["indicator"])


def test_points_are_of_one_series(store: Store) -> None:
    points = store.query("profile_points", area=COVENTRY)
    happiness = points[points["indicator"] == "wellbeing_happiness"]
    assert list(happiness["period"])[-5:] == ["2018/19", "2019/20", "2020/21", "2021/22", "2022/23"]
    assert list(points.loc[points["indicator"] == "imd", "period"]) == ["2025"]


def test_neighbourhoods_are_placed_among_all(store: Store) -> None:
    rows = store.query("profile_neighbourhoods", area=NUNEATON)
    imd = rows[rows["indicator"] == "imd"]
    assert len(imd) == 84
    assert (imd["total"] == 557).all()
    assert (imd["period"] == "2025").all()
    everywhere = store.query("profile_neighbourhoods", area="all")
    assert everywhere.loc[everywhere["indicator"] == "imd", "place"].min() == 1
    assert (everywhere.groupby("indicator").size() == 557).all()


def test_need_is_residents_times_the_survey(store: Store) -> None:
    rows = store.query("need")
    coventry = rows[rows["area_code"] == COVENTRY].set_index("ages")
    assert list(coventry["residents"]) == [42_595, 17_767, 39_379]
    assert list(coventry["prevalence_pct"]) == [20.3, 23.3, 21.7]
    assert coventry.loc["8-16", "people"] == pytest.approx(42_595 * 0.203)
    assert set(rows["survey"]) == {"2023"}
    assert set(rows["year"]) == {2024}
    assert set(rows["ages"]) == {"8-16", "17-19", "20-25"}, "no band inside another, none by sex"


def test_need_of_the_districts_adds_up(store: Store) -> None:
    rows = store.query("need")
    totals = rows.groupby(["area_type", "area_code"])["people"].sum()
    assert totals["district"].sum() == pytest.approx(totals["icb"].iloc[0])
    assert totals["county"].iloc[0] + totals["district"][COVENTRY] == pytest.approx(totals["icb"].iloc[0])
    assert len(totals["district"]) == 6


def test_need_counts_single_years_of_the_estimates(store: Store) -> None:
    """Ages 8 to 16 are nine single years of the mid-year estimates."""
    with store.cursor() as cursor:
        counted = cursor.execute(
            "select sum(persons) from population where area_code = 'E07000220' and year = 2024 and sex = 'all' and "
            "census_table = 'MYE2' and age_band in ('8','9','10','11','12','13','14','15','16')").fetchone()
    rows = store.query("need")
    assert counted is not None
    assert figure(rows.rename(columns={"ages": "indicator"}), "8-16", RUGBY)["residents"] == counted[0]
