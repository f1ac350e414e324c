"""The store: it opens only what was built, refuses all else, and answers many threads at once."""

from __future__ import annotations

import hashlib
import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from dashboard.boundaries import STATIC, check_outlines
from dashboard.bundle import read_manifest
from dashboard.registry import load_registry
from dashboard.store import DATA, DataError, Store, _frame

THREADS, ROUNDS = 8, 25
PAIR = "select distinct indicator, area_code from observations where indicator = $indicator and area_code = $code"
DISTRICTS = ["E07000218", "E07000219", "E07000220", "E07000221", "E07000222", "E08000026"]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the shipped data."""
    for path in (*DATA.glob("*.parquet"), DATA / "manifest.json"):
        shutil.copy(path, tmp_path)
    shutil.copytree(DATA / "derived", tmp_path / "derived")
    return tmp_path


def older(folder: Path, **tables: pd.DataFrame | None) -> Store:
    """The store over a folder as another build left it: without what is derived, and with these tables or none."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    shutil.rmtree(folder / "derived")
    del manifest["derived"]
    for name, rows in tables.items():
        path = folder / f"{name}.parquet"
        if rows is None:
            path.unlink()
            del manifest["tables"][name]
        else:
            rows.to_parquet(path, index=False)
            content = path.read_bytes()
            manifest["tables"][name] |= {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return Store.open(folder)


def test_a_missing_manifest_is_named_with_the_command_that_mends_it(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"manifest\.json is missing .*Run: python -m data\.pipeline build --raw"):
        Store.open(tmp_path)


def test_a_missing_table_is_named_with_the_command_that_mends_it(copied: Path) -> None:
    (copied / "deprivation.parquet").unlink()
    with pytest.raises(DataError, match=r"data/deprivation\.parquet is missing; 11,444 rows were expected\. "
                                        r"Run: python -m data\.pipeline build --raw"):
        Store.open(copied)


@pytest.mark.parametrize("damage", [lambda content: content[:-100], lambda content: content[:-1] + b"x",
                                    lambda content: b""], ids=["cut short", "one byte", "empty"])
def test_a_damaged_table_is_named_with_what_was_expected(copied: Path, damage) -> None:  # type: ignore[no-untyped-def]
    path = copied / "deprivation.parquet"
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(DataError, match=r"data/deprivation\.parquet is not the file that was built: [\d,]+ bytes with "
                                        r"checksum \w{12}… were expected.*or run: python -m data\.pipeline build"):
        Store.open(copied)


def test_a_table_that_is_not_the_shipped_one_is_refused_even_if_it_reads_well(copied: Path) -> None:
    path = copied / "deprivation.parquet"
    pd.read_parquet(path).head(100).to_parquet(path, index=False)
    with pytest.raises(DataError, match="not the file that was built"):
        Store.open(copied)


def test_a_damaged_derived_table_is_named_too(copied: Path) -> None:
    path = copied / "derived" / "limited.parquet"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(DataError, match=r"data/derived/limited\.parquet is not the file that was built: .* "
                                        r"or run: python -m data\.pipeline derive$"):
        Store.open(copied)
    path.unlink()
    with pytest.raises(DataError, match=r"data/derived/limited\.parquet is missing; [\d,]+ rows were expected\. "
                                        r"Run: python -m data\.pipeline derive$"):
        Store.open(copied)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[]", b'{"data_version": "1"}'],
                         ids=["empty", "cut short", "no text", "no names", "half of it"])
def test_a_damaged_manifest_is_named_with_what_was_expected(copied: Path, content: bytes) -> None:
    (copied / "manifest.json").write_bytes(content)
    with pytest.raises(DataError, match=r"data/manifest\.json is not what the build wrote: JSON with data_version, "
                                        r"built and tables was expected\..*or run: python -m data\.pipeline build"):
        Store.open(copied)


def test_a_missing_outline_is_named_with_the_command_that_mends_it(copied: Path, tmp_path: Path) -> None:
    outlines = tmp_path / "static"
    shutil.copytree(STATIC, outlines)
    check_outlines(read_manifest(copied), outlines)
    file = next(outlines.glob("lsoa21-*.geojson"))
    file.unlink()
    with pytest.raises(DataError, match=rf"static/{file.name} is missing; the outlines of 557 neighbourhoods were "
                                        r"expected\..*or run: python -m data\.pipeline derive$"):
        Store.open(copied, outlines=outlines)
    manifest = json.loads((copied / "manifest.json").read_text(encoding="utf-8"))
    del manifest["geometry"]["lsoa21"]
    with pytest.raises(DataError, match=r"names no outlines of Neighbourhoods \(LSOA 2021\).*data\.pipeline derive$"):
        check_outlines(manifest, outlines)


def test_tables_derived_by_other_sql_are_made_anew_and_come_out_the_same(copied: Path, store: Store) -> None:
    manifest = json.loads((copied / "manifest.json").read_text(encoding="utf-8"))
    manifest["derived"]["made_of"] = "something else"
    (copied / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (copied / "derived" / "observations.parquet").unlink()
    made = Store.open(copied)
    for table in manifest["derived"]["tables"]:
        with made.cursor() as here, store.cursor() as shipped:
            assert here.table(table).to_arrow_table().equals(shipped.table(table).to_arrow_table()), table


def test_an_older_folder_opens_and_says_what_it_cannot_give(copied: Path) -> None:
    """Without the table of an indicator and of a page, and without a column that another indicator needs."""
    detentions = pd.read_parquet(DATA / "detentions.parquet").drop(columns="group_code")
    store = older(copied, census_topics=None, glossary=None, detentions=detentions)
    assert set(store.missing) == {row.id for row in load_registry().values()
                                  if row.query in ("census_topic", "detentions")}
    assert len(store.query("coverage", indicator="imd")) == 16
    with pytest.raises(DataError, match=r"queries/indicators/census_topic\.sql asks for .* census_topics does not"):
        store.query("coverage", indicator="overcrowded_households")
    with pytest.raises(DataError, match=r"queries/indicators/detentions\.sql asks for .*group_code"):
        store.query("coverage", indicator="detentions")
    with pytest.raises(DataError, match=r"queries/glossary\.sql asks for .*glossary does not exist"):
        store.query("glossary")


@pytest.mark.parametrize("statement", [
    "copy areas to 'stolen.csv'",
    "select * from read_parquet('data/areas.parquet')",
    "select * from read_csv('/etc/hostname')",
    "select * from 'data/areas.parquet'",
    "attach 'other.db'",
    "export database 'folder'",
    "set enable_external_access = true",
    "set lock_configuration = false",
    "set memory_limit = '100GB'",
    "install httpfs",
    "load httpfs"])
def test_the_database_reaches_nothing_outside_itself(store: Store, statement: str) -> None:
    with store.cursor() as cursor, pytest.raises(duckdb.Error):
        cursor.execute(statement)


def test_a_value_is_a_value_and_never_sql(store: Store) -> None:
    assert store.query("area_known", area_code="' or 1 = 1 --").empty
    assert store.query("period_known", period="2025'; drop table areas; --").empty
    assert len(store.query("area_names", area_type="district")) == 6


def test_many_threads_at_once_each_get_their_own_rows(store: Store) -> None:
    """A connection shared without a cursor each gives another thread's rows; so nothing here comes from the cache."""
    indicators = [name for name, row in load_registry().items() if row.query == "deprivation"]

    def ask(number: int) -> bool:
        code, indicator = DISTRICTS[number % len(DISTRICTS)], indicators[number % len(indicators)]
        with store.cursor() as cursor:
            found = cursor.execute(PAIR, {"indicator": indicator, "code": code}).fetchall()
        known = store._run("area_known", (("area_code", code),))
        return found == [(indicator, code)] and list(known["area_code"]) == [code]

    with ThreadPoolExecutor(THREADS) as pool:
        assert all(pool.map(ask, range(THREADS * ROUNDS)))


def test_a_returned_frame_is_the_caller_s_to_change(store: Store) -> None:
    first = store.query("area_names", area_type="district")
    expected = first.copy(deep=True)
    first.loc[:, "area_name"] = "changed"
    first["extra"] = 1
    first.drop(first.index, inplace=True)
    pd.testing.assert_frame_equal(store.query("area_names", area_type="district"), expected)


def test_blanks_come_as_the_database_itself_gives_them_to_pandas(store: Store) -> None:
    rows = """select * from (values ('a', 1, 1.5, true, date '2024-03-31', ['x']), (null, null, null, null, null, []))
              as t (text, whole, number, truth, day, list), (values (1::bigint, 'b', null)) as u (id, name, nobody)"""
    with store.cursor() as cursor:
        own, expected = _frame(cursor.execute(rows).fetchnumpy()), cursor.execute(rows).df()
    pd.testing.assert_frame_equal(own, expected)
    assert own["text"].isna().to_list() == own["whole"].isna().to_list() == [False, True]
    assert own.loc[0, ["text", "whole", "truth", "id"]].to_list() == ["a", 1, True, 1]


def test_a_list_is_given_as_a_tuple(store: Store) -> None:
    with store.cursor() as cursor:
        assert cursor.execute("select list_contains($codes, 'a')", {"codes": ["a", "b"]}).fetchone() == (True,)
    with pytest.raises(TypeError):
        store.query("area_known", area_code=["E08000026"])


def test_the_data_version_is_the_manifest_s(store: Store) -> None:
    manifest = json.loads((DATA / "manifest.json").read_text(encoding="utf-8"))
    assert store.data_version == manifest["data_version"]


def test_outlines_are_not_loaded_into_the_app(store: Store) -> None:
    with store.cursor() as cursor:
        tables = {name for (name,) in cursor.execute("select table_name from duckdb_tables()").fetchall()}
    assert not [name for name in tables if name.startswith("boundaries_")]
    assert {"areas", "observations", "groups"} <= tables
