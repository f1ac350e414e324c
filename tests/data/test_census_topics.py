"""Census 2021 topics: published totals and shares, tables kept apart, and parts that must add up."""

from __future__ import annotations

import pandas as pd
import pytest
from observed import observed, row, table

from data.pipeline.errors import RawDataError
from data.pipeline.loaders.census_topics import SMALL, load
from data.pipeline.raw import RawFile, RawFolder

COVENTRY, WARWICKSHIRE, ICB, REGION, ENGLAND = "E08000026", "E10000031", "E54000018", "E12000005", "E92000001"
TOPICS = ("disabled_residents", "overcrowded_households", "households_deprived_two", "social_rented_households")


@pytest.mark.parametrize(("indicator", "published"), [
    ("disabled_residents", 17.3), ("overcrowded_households", 4.4), ("social_rented_households", 17.1)])
def test_england_is_as_published_to_one_decimal(indicator: str, published: float) -> None:
    assert round(row(observed(indicator), area_code=ENGLAND)["value"], 1) == published


@pytest.mark.parametrize(("indicator", "area", "numerator", "denominator"), [
    ("disabled_residents", COVENTRY, 57_228, 345_326), ("disabled_residents", WARWICKSHIRE, 100_011, 596_800),
    ("overcrowded_households", COVENTRY, 7_774, 134_123), ("households_deprived_two", COVENTRY, 28_126, 134_145),
    ("social_rented_households", WARWICKSHIRE, 34_678, 253_229), ("overcrowded_households", ICB, 12_976, 387_386)])
def test_counts_are_those_of_the_file(indicator: str, area: str, numerator: int, denominator: int) -> None:
    found = row(observed(indicator), area_code=area)
    assert (found["numerator"], found["denominator"]) == (numerator, denominator)
    assert found["value"] == pytest.approx(100 * numerator / denominator)


def test_districts_are_the_sums_of_their_neighbourhoods() -> None:
    topics, areas = table("census_topics"), table("areas")
    district = areas[areas["area_type"] == "lsoa21"].set_index("area_code")["district_code"]
    small = topics[topics["area_type"] == "lsoa21"]
    sums = small.groupby([small["area_code"].map(district), "census_table", "category"])["count"].sum()
    large = topics[topics["area_type"] == "district"].set_index(["area_code", "census_table", "category"])["count"]
    assert (sums == large.reindex(sums.index)).all()
    assert len(sums) == 6 * 37


@pytest.mark.parametrize("indicator", TOPICS)
def test_every_level_is_there_and_larger_areas_are_added_up(indicator: str) -> None:
    rows = observed(indicator)
    assert rows["area_type"].value_counts().to_dict() == {
        "lsoa21": 557, "msoa21": 109, "ward25": 126, "district": 6, "county": 1, "icb": 1, "region": 1, "country": 1}
    totals = rows.groupby("area_type")[["numerator", "denominator"]].sum()
    for level in ("lsoa21", "msoa21", "ward25", "icb"):
        assert (totals.loc[level] == totals.loc["district"]).all()


def test_tables_differ_in_their_totals_and_in_what_they_count() -> None:
    """Each is perturbed on its own: residents of Coventry are 345,324 as published, and of no table here."""
    coventry = table("census_topics").query("area_code == @COVENTRY").drop_duplicates("census_table")
    totals = dict(zip(coventry["census_table"], coventry["total"], strict=True))
    assert totals["TS038"] == 345_326
    assert totals["TS011"] != totals["TS052"] != totals["TS054"]
    units = dict(zip(coventry["census_table"], coventry["unit"], strict=True))
    assert units["TS038"] == "usual residents"
    assert units["TS052"] == "households"
    assert units["TS077"] == "usual residents aged 16+"


def test_two_topics_are_not_here_for_neighbourhoods() -> None:
    topics = table("census_topics")
    large = set(topics.loc[topics["area_type"] == "district", "census_table"])
    assert large - set(topics.loc[topics["area_type"] == "lsoa21", "census_table"]) == {"TS002", "TS077"}


def test_no_household_is_a_true_zero_of_the_publisher() -> None:
    rows = observed("overcrowded_households")
    zero = rows[rows["value"] == 0]
    assert len(zero) == 1
    assert set(zero["status"]) == {"zero"}
    assert set(rows.loc[rows["value"] > 0, "status"]) == {"value"}


class Changed(RawFolder):
    """A raw folder whose neighbourhood file says something else in one row, or lacks it."""

    def read(self, raw: RawFile) -> pd.DataFrame:
        rows = pd.DataFrame({
            "lsoa21_code": "E01009524", "table": "TS038", "topic": "disability", "unit": "usual residents",
            "category": ["Disabled", "Not disabled"], "count": [300.0, 1_200.0], "total": 1_500.0}, index=[2, 3])
        other = rows.assign(lsoa21_code="E01009525", index=[4, 5]).set_index("index")
        if raw is not SMALL:
            return rows.rename(columns={"lsoa21_code": "area_code"}).assign(area_level="district")
        return self.change(pd.concat([rows, other]))

    def change(self, rows: pd.DataFrame) -> pd.DataFrame:
        raise NotImplementedError


class TooMany(Changed):
    def change(self, rows: pd.DataFrame) -> pd.DataFrame:
        return rows.assign(count=rows["count"].where(rows.index != 5, 1_201.0))


class Lacking(Changed):
    def change(self, rows: pd.DataFrame) -> pd.DataFrame:
        rows = rows[rows.index != 5]
        return rows.assign(total=rows["total"].where(rows.index != 4, 300.0))


@pytest.mark.parametrize(("folder", "message"), [
    (TooMany, r"census_2021_lsoa_2021_topics\.csv, row 4, column total: the categories of TS038 in E01009525 do not"),
    (Lacking, r"census_2021_lsoa_2021_topics\.csv, row 4, column category: E01009525 lacks a category of TS038"),
], ids=["categories that do not add up", "a category that is missing"])
def test_a_table_that_does_not_add_up_stops_the_build(folder: type[Changed], message: str, tmp_path: object) -> None:
    with pytest.raises(RawDataError, match=message):
        load(folder.at(tmp_path))  # type: ignore[arg-type]
