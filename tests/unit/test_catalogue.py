"""The catalogue: search, coverage as squares and words, and what readers take away."""

from __future__ import annotations

import io

import pandas as pd
import pytest

from dashboard.catalogue import (
    AREA_WORDS,
    LEVELS,
    SPLITS,
    cell,
    column_list,
    coverage_grid,
    grid,
    listing,
    load_tables,
    observations_csv,
    search,
    source_table,
    table_csv,
    table_list,
    tables_read,
)
from dashboard.catalogue_words import indicator_facts, method, source_facts, table_facts, version
from dashboard.registry import load_groups, load_registry, load_sources
from dashboard.store import Store


def test_an_empty_search_finds_everything_in_its_order() -> None:
    found = search("  ")
    assert list(found["indicators"]) == list(load_registry())
    assert list(found["tables"]) == list(load_tables())
    assert list(found["sources"]) == list(load_sources())


def test_a_search_needs_every_word_and_no_case() -> None:
    assert "self_harm_10_24" in search("SELF-HARM 10")["indicators"]
    assert "imd" not in search("self-harm")["indicators"]
    assert "talking_therapies" in search("talking therapies")["tables"]
    assert "mental_health" not in search("no such thing")["indicators"]
    assert not any(search("no such thing").values())
    assert set(search("area_members")["indicators"]) >= {"imd", "residents_most_deprived_fifth"}


@pytest.mark.parametrize(("counts", "words"), [
    ({"value": 557}, "■ 557"), ({"value": 9, "zero": 1}, "■ 10"),
    ({"value": 8, "suppressed": 2}, "◧ 8 of 10, 2 suppressed"),
    ({"suppressed": 1}, "□ suppressed"), ({"not_published": 3}, "□ 3 not published at this level"),
    ({"value": 1, "suppressed": 2, "not_collected": 3}, "◧ 1 of 6, 2 suppressed and 3 not collected")])
def test_a_cell_says_how_many_and_why_not(counts: dict[str, int], words: str) -> None:
    assert cell(counts) == words


def test_the_overview_is_the_coverage_of_the_data(store: Store) -> None:
    names = ("tt_recovery", "imd", "mhst_settings")
    rows = listing(store, names).to_pylist()
    assert [row["Indicator"] for row in rows] == [load_registry()[name].label for name in names]
    therapies, imd, schools = rows
    assert [heading for heading, _, _ in (*LEVELS, *SPLITS) if therapies[heading]] == [
        "NHS", "Region", "England", "Ethnic", "Depriv", "Age", "Sex"]
    assert [heading for heading, _, _ in (*LEVELS, *SPLITS) if imd[heading]] == [
        "LSOA", "MSOA", "Ward", "District", "County", "NHS"]
    assert (schools["District"], schools["Ward"]) == ("■", "")
    assert imd["From, to"] == "2015–2025"
    years = list(imd)[-1]
    first = int(years.split("–")[0])
    assert [first + position for position, held in enumerate(imd[years]) if held] == [2015, 2019, 2025]


def test_the_grid_counts_every_area_once(store: Store) -> None:
    imd = {row["Kind of area"]: row for row in grid(store, "imd").to_pylist()}
    assert imd["Neighbourhoods (LSOA 2021)"]["2025"] == "■ 557"
    assert imd["Neighbourhoods (LSOA 2011)"]["2019"] == "■ 534"
    assert imd["Neighbourhoods (LSOA 2021)"]["2019"] == ""
    assert imd["Districts"]["2015"] == "■ 6"
    places = grid(store, "mhst_settings").to_pylist()
    assert [row["2022"] for row in places] == ["◧ 3 of 5, 2 not published at this level"]


def test_the_grid_names_groups_with_what_they_are_groups_of(store: Store) -> None:
    states = store.query("coverage_states", indicator="tt_recovery")
    rows = coverage_grid(states)
    assert {"Everyone", "Deprivation tenth: 1 (most deprived)", "Ethnic group: White"} <= set(rows["Group"])
    assert len(rows) == len(states.drop_duplicates(["area_type", "dimension", "group_code"]))


def test_every_kind_of_area_and_group_has_a_column_and_a_name(store: Store) -> None:
    coverage = store.query("coverage_all")
    kinds = {kind for kinds in coverage["area_types"] for kind in kinds}
    assert kinds <= set(AREA_WORDS)
    assert kinds == {kind for _, _, held in LEVELS for kind in held}
    assert {kind for kinds in coverage["dimensions"] for kind in kinds} - {"all"} == {
        kind for _, _, held in SPLITS for kind in held} <= set(load_groups())
    assert list(coverage["indicator"]) == list(load_registry())


@pytest.mark.parametrize("name", load_registry())
def test_every_indicator_reads_a_table_and_says_what_matters(name: str) -> None:
    indicator = load_registry()[name]
    assert tables_read(indicator)
    words = indicator_facts(indicator)
    for heading in ("What it is", "Unit", "Reading it", "Take care"):
        assert f"**{heading}.** " in words
    assert ".." not in words
    assert "(link-" in method(indicator, lambda table: f"link-{table}")


def test_polarity_is_in_words_and_true_to_the_register() -> None:
    registry = load_registry()
    assert "A higher figure is worse." in indicator_facts(registry["imd"])
    assert "A higher figure is better." in indicator_facts(registry["tt_recovery"])
    assert "Higher is neither better nor worse." in indicator_facts(registry["population"])


def test_a_source_shows_where_when_and_which_file() -> None:
    source = load_sources()["iod_2019"]
    words = source_facts(source)
    for part in (source.url, source.sha256, source.file, "26 September 2019", "20 November 2025",
                 "Open Government Licence v3.0", "Line to show"):
        assert part in words
    assert "not recorded" in source_facts(load_sources()["boundaries_lsoa_2021"])


def test_an_indicator_is_taken_away_with_names_states_and_licences(store: Store) -> None:
    rows = pd.read_csv(io.BytesIO(observations_csv(store, load_registry()["mhst_settings"])))
    assert len(rows) == 5
    assert set(rows["area_name"]) >= {"Coventry", "Rugby"}
    assert set(rows["status"]) == {"value", "not published at this level"}
    assert rows["licence"].notna().all()
    assert rows["source"].str.contains("Local Transformation Plan").all()
    assert (rows["unit"] == load_registry()["mhst_settings"].unit).all()


def test_a_table_is_taken_away_whole_and_outlines_without_their_shapes() -> None:
    rows = pd.read_csv(io.BytesIO(table_csv(load_tables()["deflators"])))
    assert len(rows) == len(pd.read_parquet(load_tables()["deflators"].path))
    assert "source_id" not in rows
    assert rows["source"].notna().all()
    outlines = pd.read_csv(io.BytesIO(table_csv(load_tables()["boundaries_district"])))
    assert len(outlines) == 6
    assert "geometry" not in outlines


def test_tables_and_columns_are_those_of_the_contracts(store: Store) -> None:
    listed = table_list(store, tuple(load_tables())).to_pylist()
    assert [row["Rows"] for row in listed] == [entry["rows"] for entry in store.manifest["tables"].values()]
    columns = {row["Column"]: row for row in column_list("deprivation").to_pylist()}
    assert columns["decile"]["Held to"] == "1 to 10"
    assert columns["rank"]["Held to"] == "1 to 33,755"
    assert columns["edition"]["Held to"] == "2015, 2019, 2025"
    assert columns["score"]["Type"] == "double, may be blank"
    facts = table_facts(load_tables()["deprivation"], store.manifest["tables"]["deprivation"])
    assert "11,444 rows" in facts
    assert "one row per LSOA, edition and domain" in facts


def test_every_source_is_listed_with_a_line_to_show() -> None:
    rows = source_table(tuple(load_sources())).to_pylist()
    assert len(rows) == len(load_sources())
    assert all(row["Licence"] and row["Line to show"] and row["Address"] and row["Checksum (SHA-256)"] for row in rows)


def test_the_version_says_what_to_run(store: Store) -> None:
    words = version(store.manifest)
    assert store.data_version in words
    assert "python -m data.pipeline build --raw" in words
    assert f"{len(load_tables())} tables" in words
