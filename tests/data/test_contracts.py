"""The shipped data: every table to its contract, every indicator's observations to the rules of a cell."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest
from observed import table

from dashboard.registry import load_groups, load_registry, load_sources
from dashboard.store import DATA, Store
from data.pipeline.build import SIZE_LIMIT, check_folder
from data.pipeline.contracts import load_contracts
from data.pipeline.errors import ContractError

STATUSES = {"value", "zero", "suppressed", "not_collected", "not_published"}
FEWEST_INDICATORS = 30
ROUNDING = 1e-9


@pytest.fixture(scope="module")
def observations(store: Store) -> pd.DataFrame:
    """Every observation the app has."""
    with store.cursor() as cursor:
        return cursor.execute("from observations").df()


@pytest.fixture(scope="module")
def by_indicator(observations: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The observations of each indicator."""
    return dict(iter(observations.groupby("indicator")))


def test_the_shipped_folder_passes_its_own_check() -> None:
    manifest = check_folder(DATA)
    assert {path.stem for path in DATA.glob("*.parquet")} == set(manifest["tables"]) == set(load_contracts())


def test_a_folder_with_a_changed_or_missing_table_does_not_pass(tmp_path: Path) -> None:
    with pytest.raises(ContractError, match=r"manifest\.json is missing"):
        check_folder(tmp_path)
    shutil.copy(DATA / "manifest.json", tmp_path)
    with pytest.raises(ContractError, match=r"areas\.parquet is missing or not the file the build wrote"):
        check_folder(tmp_path)
    (tmp_path / "areas.parquet").write_bytes((DATA / "areas.parquet").read_bytes() + b"x")
    with pytest.raises(ContractError, match=r"areas\.parquet is missing or not the file the build wrote"):
        check_folder(tmp_path)


def test_the_data_stays_small() -> None:
    assert sum(path.stat().st_size for path in DATA.glob("*.parquet")) < SIZE_LIMIT == 25_000_000


@pytest.mark.parametrize("name", [name for name in load_contracts() if not name.startswith("boundaries_")])
def test_every_row_of_a_table_has_a_source(name: str) -> None:
    assert set(table(name)["source_id"]) <= set(load_sources())


def test_every_table_says_what_it_is() -> None:
    for name, contract in load_contracts().items():
        assert all(contract[part] for part in ("description", "grain", "key")), name
        assert all(column["description"] for column in contract["columns"].values()), name
        assert "source_id" in contract["columns"], name


def test_there_are_indicators_and_each_has_a_definition_a_caveat_and_figures(observations: pd.DataFrame) -> None:
    registry = load_registry()
    assert len(registry) >= FEWEST_INDICATORS
    assert not [row.id for row in registry.values() if not (row.label and row.unit and row.definition and row.caveat)]
    assert set(observations["indicator"]) == set(registry)
    assert set(observations["source_id"]) <= set(load_sources())
    assert observations["source_id"].notna().all()


@pytest.mark.parametrize("indicator", load_registry())
def test_no_observation_appears_twice(by_indicator: dict[str, pd.DataFrame], indicator: str) -> None:
    rows = by_indicator[indicator]
    key = ["area_code", "area_type", "period", "dimension", "group_code", "series"]
    assert not rows.duplicated(key).any()
    assert not rows.duplicated(["area_code", "area_type", "period", "dimension", "group_code"]).any()


@pytest.mark.parametrize("indicator", load_registry())
def test_status_and_value_agree(by_indicator: dict[str, pd.DataFrame], indicator: str) -> None:
    rows = by_indicator[indicator]
    assert set(rows["status"]) <= STATUSES
    assert (rows["value"].isna() == ~rows["status"].isin(["value", "zero"])).all()
    assert (rows.loc[rows["status"] == "zero", "value"] == 0).all()


@pytest.mark.parametrize("indicator", load_registry())
def test_numbers_are_possible(by_indicator: dict[str, pd.DataFrame], indicator: str) -> None:
    rows, declared = by_indicator[indicator], load_registry()[indicator]
    known = rows[rows["value"].notna()]
    if declared.short_unit == "%":
        assert known["value"].between(0, 100).all()
    limited = known[known["lower"].notna() | known["upper"].notna()]
    assert (limited["lower"] <= limited["value"] + ROUNDING).all()
    assert (limited["value"] <= limited["upper"] + ROUNDING).all()
    assert rows.loc[rows["value"].isna(), ["lower", "upper"]].isna().all(axis=None)


@pytest.mark.parametrize("indicator", load_registry())
def test_periods_areas_and_groups_are_known(by_indicator: dict[str, pd.DataFrame], indicator: str) -> None:
    rows = by_indicator[indicator]
    assert rows["period"].notna().all()
    assert rows["period_end"].notna().all()
    assert rows.groupby("period")["period_end"].nunique().eq(1).all()
    areas = set(zip(table("areas")["area_code"], table("areas")["area_type"], strict=True))
    assert set(zip(rows["area_code"], rows["area_type"], strict=True)) <= areas
    groups = {(group.dimension, group.code) for members in load_groups().values() for group in members.values()}
    assert set(zip(rows["dimension"], rows["group_code"], strict=True)) <= groups


def test_a_percentage_with_its_counts_is_their_share(observations: pd.DataFrame) -> None:
    """Where a share is shown with both counts, it is their quotient, give or take the publisher's rounding."""
    shares = {row.id for row in load_registry().values() if row.kind == "share" and row.short_unit == "%"}
    rows = observations[observations["indicator"].isin(shares) & observations["numerator"].notna()
                        & (observations["denominator"] > 0) & observations["value"].notna()]
    rows = rows[~rows["indicator"].isin([row.id for row in load_registry().values() if row.query == "deprivation"])]
    assert len(rows) > 1000
    # The NHS rounds counts to five, so that one is up to 2.5 off and a difference of two up to 5; and percentages to 1.
    slack = 0.51 + (100 * 2.5 + 5 * rows["value"]) / rows["denominator"]
    off = (100 * rows["numerator"] / rows["denominator"] - rows["value"]).abs() > slack
    assert not off.any(), rows[off].head().to_string()
