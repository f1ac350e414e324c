"""The catalogue: what the registers say of every indicator, table and source, as rows and words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd
import pyarrow as pa

from dashboard.glance import load_unknowns
from dashboard.registry import Indicator, dimension_labels, load_registry, load_sources
from dashboard.store import DATA, Store, statement
from dashboard.text import LICENCES, join, spell_date, status_words

TABLES_FILE = DATA / "tables.toml"
FULL, PARTLY, EMPTY = "■", "◧", "□"
KEY = f"{FULL} every area has a figure · {PARTLY} some have none · {EMPTY} none has one; the cell says why."
AREA_WORDS = {"lsoa21": "Neighbourhoods (LSOA 2021)", "lsoa11": "Neighbourhoods (LSOA 2011)",
              "msoa21": "Larger neighbourhoods (MSOA 2021)", "msoa11": "Larger neighbourhoods (MSOA 2011)",
              "ward25": "Wards (2025)", "place": "Places of the plan", "district": "Districts",
              "county": "Warwickshire",
              "icb": "Coventry and Warwickshire (NHS)", "provider": "NHS provider", "peer_icb": "Similar NHS areas",
              "region": "West Midlands", "nhs_region": "NHS region", "country": "England"}
# The columns of the overview: heading, what it means, and the kinds of area or dimensions it stands for.
LEVELS = (("LSOA", "neighbourhoods: lower layer super output areas", ("lsoa21", "lsoa11")),
          ("MSOA", "larger neighbourhoods: middle layer super output areas", ("msoa21", "msoa11")),
          ("Ward", "wards", ("ward25",)), ("District", "districts, or places of the plan", ("district", "place")),
          ("County", "Warwickshire", ("county",)),
          ("NHS", "Coventry and Warwickshire as an NHS area, its provider, or areas like it",
           ("icb", "provider", "peer_icb")),
          ("Region", "West Midlands or the NHS region", ("region", "nhs_region")), ("England", "England", ("country",)))
SPLITS = (("Ethnic", "ethnic groups", ("ethnic_group",)), ("Depriv", "deprivation tenths", ("deprivation_decile",)),
          ("Age", "age bands", ("age_band",)), ("Sex", "sexes", ("sex",)))


@dataclass(frozen=True)
class Table:
    """A shipped table as ``data/tables.toml`` declares it."""

    name: str
    description: str
    grain: str
    key: tuple[str, ...]
    columns: Mapping[str, Mapping[str, Any]]
    caveat: str = ""

    @property
    def path(self) -> Path:
        """Where its parquet is."""
        return DATA / f"{self.name}.parquet"


@cache
def load_tables(path: Path = TABLES_FILE) -> dict[str, Table]:
    """All tables by name, in the order of the file."""
    return {name: Table(name, row["description"], row["grain"], tuple(row["key"]), row["columns"],
                        row.get("caveat", ""))
            for name, row in tomllib.loads(path.read_text(encoding="utf-8")).items()}


Entry = TypeVar("Entry")


def search(text: str) -> dict[str, dict[str, Any]]:
    """What a search text finds among indicators, tables, sources and unknowns, each in its own order."""
    registers: dict[str, Mapping[str, Any]] = {
        "indicators": load_registry(), "tables": load_tables(), "sources": load_sources(),
        "unknown": {row.question: row for row in load_unknowns()}}
    return {name: find(entries, text) for name, entries in registers.items()}


def find(entries: Mapping[str, Entry], text: str) -> dict[str, Entry]:
    """The entries in whose id, name, definition or columns every word of ``text`` occurs; all for an empty text."""
    wanted = text.casefold().split()
    if not wanted:
        return dict(entries)
    return {name: entry for name, entry in entries.items() if all(word in _words(name, entry) for word in wanted)}


def _words(name: str, entry: object) -> str:
    if isinstance(entry, Indicator):
        parts = [name, entry.label, entry.theme, entry.definition, *tables_read(entry)]
    elif isinstance(entry, Table):
        parts = [name, entry.description, *entry.columns]
    else:
        parts = [name, *map(str, vars(entry).values())]
    return " ".join(parts).casefold()


@cache
def _read_by(query: str) -> tuple[str, ...]:
    named = re.findall(r"\b(?:from|join) (\w+)", statement(f"indicators/{query}"))
    return tuple(name for name in dict.fromkeys(named) if name in load_tables())


def tables_read(indicator: Indicator) -> tuple[str, ...]:
    """The tables that an indicator's SQL reads, in the order in which it names them."""
    return _read_by(indicator.query)


@lru_cache(maxsize=64)
def listing(store: Store, indicators: tuple[str, ...]) -> pa.Table:
    """The ``overview`` of these indicators, in their order, ready to show."""
    rows = overview(store.query("coverage_all"), load_registry()).loc[list(indicators)]
    return pa.Table.from_pandas(rows, preserve_index=False)


@lru_cache(maxsize=256)
def grid(store: Store, indicator: str) -> pa.Table:
    """The ``coverage_grid`` of one indicator, ready to show."""
    rows = coverage_grid(store.query("coverage_states", indicator=indicator))
    return pa.Table.from_pandas(rows, preserve_index=False)


def overview(coverage: pd.DataFrame, indicators: Mapping[str, Indicator]) -> pd.DataFrame:
    """One row an indicator of ``coverage_all``: a square for each kind of area and group it has, and its years.

    The last column holds a 1 or 0 for every calendar year from the first to the last that any indicator has.
    """
    every = sorted({year for years in coverage["years"] for year in years})
    span = range(every[0], every[-1] + 1)
    squares: dict[str, list[Any]] = {"Indicator": [indicators[name].label for name in coverage["indicator"]]}
    for columns, held in ((LEVELS, coverage["area_types"]), (SPLITS, coverage["dimensions"])):
        for heading, _, codes in columns:
            squares[heading] = [FULL if set(codes) & set(found) else "" for found in held]
    squares["From, to"] = [str(min(years)) if len(set(years)) == 1 else f"{min(years)}–{max(years)}"
                           for years in coverage["years"]]
    squares[f"{span[0]}–{span[-1]}"] = [[int(year in years) for year in span] for years in map(set, coverage["years"])]
    return pd.DataFrame(squares, index=coverage["indicator"].to_list())


def coverage_grid(states: pd.DataFrame) -> pd.DataFrame:
    """What an indicator has: a row a kind of area and group, a column a period, each cell a square and its count.

    ``states`` are the rows of ``coverage_states``. A blank cell means that the source has nothing there.
    """
    cells: dict[tuple[str, str, str], dict[str, dict[str, int]]] = {}
    for area_type, dimension, group, period, status, areas in zip(
            states["area_type"], states["dimension"], states["group_name"], states["period"], states["status"],
            states["areas"], strict=True):
        found = cells.setdefault((area_type, dimension, group), {}).setdefault(period, {})
        found[status] = int(areas)
    kinds, labels = list(AREA_WORDS), dimension_labels()
    rows = [{"Kind of area": AREA_WORDS[area_type],
             "Group": group if dimension == "all" else f"{labels[dimension].capitalize()}: {group}",
             **{period: cell(counts) for period, counts in periods.items()}}
            for (area_type, dimension, group), periods in sorted(
                cells.items(), key=lambda item: (kinds.index(item[0][0]), item[0][1] != "all"))]
    return pd.DataFrame(rows, columns=["Kind of area", "Group", *dict.fromkeys(states["period"])]).fillna("")


def cell(counts: Mapping[str, int]) -> str:
    """A count of areas by status as a square and words: "■ 557", "◧ 8 of 10, 2 suppressed", "□ not collected"."""
    known = counts.get("value", 0) + counts.get("zero", 0)
    total = sum(counts.values())
    reasons = {status_words(status).split(":")[0]: number for status, number in counts.items()
               if status not in ("value", "zero")}
    if not reasons:
        return f"{FULL} {total}"
    words = join([reason if total == 1 else f"{number} {reason}" for reason, number in reasons.items()])
    return f"{PARTLY} {known} of {total}, {words}" if known else f"{EMPTY} {words}"


@lru_cache(maxsize=64)
def source_table(names: tuple[str, ...]) -> pa.Table:
    """The sources as rows: title, publisher, dates, licence, attribution line to show, address, file and checksum."""
    return pa.Table.from_pylist([{
        "Source": source.title, "Publisher": source.publisher, "Period": source.period,
        "Published": spell_date(source.published) or "not recorded", "Retrieved": spell_date(source.retrieved),
        "Licence": LICENCES.get(source.licence, source.licence), "Line to show": source.attribution,
        "Address": source.url, "Take care": source.caveat, "Raw file": source.file or "plain text of the document",
        "Checksum (SHA-256)": source.sha256, "Id": source.source_id} for source in map(load_sources().get, names)
        if source is not None])


@lru_cache(maxsize=64)
def table_list(store: Store, names: tuple[str, ...]) -> pa.Table:
    """The tables as rows, with the size of each."""
    size = store.manifest["tables"]
    return pa.Table.from_pylist([{
        "Table": name, "What it holds": load_tables()[name].description, "Grain": load_tables()[name].grain,
        "Rows": size[name]["rows"], "Kilobytes": round(size[name]["bytes"] / 1000)} for name in names])


@lru_cache(maxsize=64)
def column_list(name: str) -> pa.Table:
    """The columns of a table: name, type, what it holds with its unit, and the bounds or words it is held to."""
    return pa.Table.from_pylist([{
        "Column": column, "Type": declared["type"] + (", may be blank" if declared.get("nullable") else ""),
        "What it holds": declared["description"], "Held to": _bounds(declared)}
        for column, declared in load_tables()[name].columns.items()])


def _bounds(column: Mapping[str, Any]) -> str:
    if "values" in column:
        return ", ".join(map(str, column["values"]))
    if "min" in column and "max" in column:
        return f"{_number(column['min'])} to {_number(column['max'])}"
    return f"{_number(column['min'])} and over" if "min" in column else str(column.get("pattern", ""))


def _number(bound: float) -> str:
    """A bound with separators, but a year without."""
    return f"{bound:,}" if abs(bound) >= 10_000 else str(bound)


def with_sources(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with the title and licence of each row's source instead of its id."""
    known = load_sources()
    return rows.drop(columns="source_id").assign(
        source=rows["source_id"].map({name: f"{row.title}, {row.publisher}" for name, row in known.items()}),
        licence=rows["source_id"].map({name: LICENCES.get(row.licence, row.licence) for name, row in known.items()}))


def observations_csv(store: Store, indicator: Indicator) -> bytes:
    """Every observation as CSV, with the indicator's name and unit, the state in words, source and licence."""
    rows = store.query("indicator_observations", indicator=indicator.id)
    named = with_sources(rows).assign(status=rows["status"].map(lambda status: status_words(status) or "value"))
    named.insert(0, "indicator", indicator.label)
    named.insert(1, "unit", indicator.unit)
    return to_csv(named)


def table_csv(table: Table) -> bytes:
    """A shipped table as CSV with its sources; outlines are left to the parquet."""
    columns = [name for name, column in table.columns.items() if column["type"] != "geometry"]
    return to_csv(with_sources(pd.read_parquet(table.path, columns=columns)))


def to_csv(rows: pd.DataFrame) -> bytes:
    """CSV in UTF-8 with a mark, so that Excel reads it."""
    return rows.to_csv(index=False, date_format="%Y-%m-%d").encode("utf-8-sig")
