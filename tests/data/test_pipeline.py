"""The build stops on a raw file that is not as declared, and a build that stops leaves the previous data alone."""

from __future__ import annotations

import datetime
import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest

from dashboard import derived
from dashboard.store import DATA, statement
from data.pipeline import build as building
from data.pipeline.__main__ import main
from data.pipeline.contracts import check, conform, load_contracts
from data.pipeline.errors import ContractError, PipelineError, RawDataError
from data.pipeline.loaders.deprivation import DOMAINS, EDITIONS, PUBLISHED_DOMAINS
from data.pipeline.raw import LSOA, RawFile, RawFolder, choice, code, number, text, whole
from data.pipeline.sources import load_sources, sha256_of

GOOD = "area,sex,persons,rate,note\nE01009524,female,12,3.5,\nE01009525,male,0,,see notes\n"
DECLARED = RawFile("mye_2024", {
    "area": code(LSOA), "sex": choice(["female", "male"]), "persons": whole(0, 100),
    "rate": number(0, 50, nullable=True), "note": text(nullable=True)}, key=("area", "sex"))


@pytest.fixture
def raw(tmp_path: Path) -> Callable[[str], RawFolder]:
    """Makes a raw folder with one file of this content, recorded with its true checksum."""
    source = replace(next(iter(load_sources().values())), source_id="mye_2024", file="people.csv",
                     title="Estimates", publisher="Office for National Statistics", url="https://www.ons.gov.uk/")

    def make(content: str) -> RawFolder:
        path = tmp_path / source.file
        path.write_text(content, encoding="utf-8")
        return RawFolder(tmp_path, {"mye_2024": replace(source, sha256=sha256_of(path))})

    return make


def test_a_good_file_is_read_typed_and_numbered_as_in_the_file(raw: Callable[[str], RawFolder]) -> None:
    frame = raw(GOOD).read(DECLARED)
    assert frame.index.to_list() == [2, 3]
    assert frame["persons"].to_list() == [12.0, 0.0]
    assert frame["rate"].isna().to_list() == [False, True]


@pytest.mark.parametrize(("wrong", "message"), [
    (GOOD.replace(",rate", ",ratio"), r"people\.csv, row 1: column rate is missing"),
    (GOOD.replace("E01009525", "E0100952X"), r"people\.csv, row 3, column area: “E0100952X”"),
    (GOOD.replace(",male", ",mail"), r"people\.csv, row 3, column sex: “mail”"),
    (GOOD.replace("E01009525,male", "E01009524,female"),
     r"people\.csv, row 3, columns area, sex: area E01009524, sex female appears a second time"),
    (GOOD.replace(",12,", ",101,"), r"people\.csv, row 2, column persons: “101\.0” breaks the rule"),
    (GOOD.replace(",3.5,", ",-1,"), r"people\.csv, row 2, column rate: “-1\.0” breaks the rule"),
    (GOOD.replace(",12,", ",12.5,"), r"people\.csv, row 2, column persons: “12\.5” breaks the rule a whole number"),
    (GOOD.replace(",12,", ",*,"), r"people\.csv, row 2, column persons: “\*” is not a number"),
    (GOOD.replace(",12,", ",,"), r"people\.csv, row 2, column persons: “(nan|None)” breaks the rule not_nullable"),
], ids=["missing column", "unknown code", "unknown word", "duplicate key", "too large", "too small", "not whole",
        "not a number", "blank"])
def test_a_wrong_file_stops_the_build_with_file_row_and_column(raw: Callable[[str], RawFolder], wrong: str,
                                                               message: str) -> None:
    with pytest.raises(RawDataError, match=message):
        raw(wrong).read(DECLARED)


def test_a_changed_file_is_refused_until_its_checksum_is_recorded(raw: Callable[[str], RawFolder]) -> None:
    folder = raw(GOOD)
    (folder.root / "people.csv").write_text(GOOD.replace("12", "13"), encoding="utf-8")
    with pytest.raises(RawDataError, match=r"people\.csv: not the file recorded .*set its sha256, published"):
        folder.read(DECLARED)


def test_a_missing_file_is_named_with_where_to_get_it(raw: Callable[[str], RawFolder]) -> None:
    folder = raw(GOOD)
    (folder.root / "people.csv").unlink()
    with pytest.raises(RawDataError, match=r"people\.csv: not found.*“Estimates”.*https://www\.ons\.gov\.uk/"):
        folder.read(DECLARED)


def test_the_official_column_heads_of_the_indices_are_accepted(raw: Callable[[str], RawFolder]) -> None:
    """File 7 of the English Indices of Deprivation 2019, as it comes from the publisher."""
    edition = next(edition for edition in EDITIONS if edition.year == 2019)
    heads = {"LSOA code (2011)": "E01009524", "LSOA name (2011)": "Coventry 018A",
             "Total population: mid 2015 (excluding prisoners)": "1500"}
    for domain in DOMAINS:
        published = PUBLISHED_DOMAINS[domain]
        heads |= {f"{published} Score" + (" (rate)" if domain in ("income", "employment", "idaci", "idaopi") else ""):
                  "0.25", f"{published} Rank (where 1 is most deprived)": "1200",
                  f"{published} Decile (where 1 is most deprived 10% of LSOAs)": "1"}
    line = ",".join(f'"{head}"' for head in heads) + "\n" + ",".join(heads.values()) + "\n"
    frame = raw(line).read(replace(edition.raw_file(), source_id="mye_2024"))
    assert frame.iloc[0]["imd_rank"] == 1200
    assert frame.iloc[0]["idaci_score"] == 0.25
    assert list(frame["lsoa11cd"]) == ["E01009524"]


def test_a_table_is_held_to_its_contract() -> None:
    contract = load_contracts()["deprivation"]
    good = pd.read_parquet(DATA / "deprivation.parquet").head(20)
    check(conform(good, "deprivation", contract), "deprivation", contract, load_sources())
    for wrong, message in (
            (good.assign(decile=[11, *good["decile"][1:]]), "row 0, column decile: “11” breaks"),
            (good.assign(source_id="nobody"), "column source_id: “nobody” breaks"),
            (pd.concat([good, good.head(1)]), "row 20, key .* appears a second time"),
            (good.assign(extra=1), r"columns absent \[\], not declared \['extra'\]"),
            (good.drop(columns="rank"), r"columns absent \['rank'\]")):
        with pytest.raises(ContractError, match=message):
            check(conform(wrong, "deprivation", contract), "deprivation", contract, load_sources())


# ---- the build as a whole, on a copy of the shipped data ----

@pytest.fixture(scope="module")
def shipped() -> dict[str, pd.DataFrame]:
    """The shipped tables, as the loaders would give them."""
    return {name: gpd.read_parquet(DATA / f"{name}.parquet") if name.startswith("boundaries_")
            else pd.read_parquet(DATA / f"{name}.parquet") for name in load_contracts()}


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A copy of the shipped data, and an empty folder for the map outlines."""
    data, static = tmp_path / "data", tmp_path / "static"
    data.mkdir()
    static.mkdir()
    for path in (*DATA.glob("*.parquet"), DATA / "manifest.json"):
        shutil.copy(path, data)
    shutil.copytree(DATA / "derived", data / "derived")
    return data, static


def content(*folders: Path) -> dict[Path, bytes]:
    """Every file of the folders with its bytes."""
    return {path: path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()}


def loads(monkeypatch: pytest.MonkeyPatch, frames: Mapping[str, pd.DataFrame]) -> None:
    """Let the loaders give these tables."""
    monkeypatch.setattr(building, "_load", lambda raw: dict(frames))


def test_a_build_without_raw_files_stops_and_changes_nothing(folders: tuple[Path, Path], tmp_path: Path,
                                                            capsys: pytest.CaptureFixture[str]) -> None:
    before = content(*folders)
    with pytest.raises(RawDataError, match="not found in"):
        building.build(tmp_path / "nowhere", *folders)
    assert content(*folders) == before
    assert main(["build", "--raw", str(tmp_path / "nowhere")]) == 1
    assert capsys.readouterr().err.startswith("build stopped: ")


@pytest.mark.parametrize("fails", ["write_geometry", "check_folder"])
def test_a_build_that_fails_half_way_leaves_the_previous_folder_byte_for_byte(
        monkeypatch: pytest.MonkeyPatch, folders: tuple[Path, Path], shipped: dict[str, pd.DataFrame],
        fails: str) -> None:
    def stop(*_: object) -> None:
        raise PipelineError("half-way")

    loads(monkeypatch, shipped | {"map_labels": shipped["map_labels"].head(3)})
    monkeypatch.setattr(building, "write_geometry", lambda *_: {})
    monkeypatch.setattr(building, fails, stop)
    before = content(*folders)
    with pytest.raises(PipelineError, match="half-way"):
        building.build(folders[0], *folders)
    assert content(*folders) == before


def test_the_same_data_keeps_version_and_date_and_other_data_does_not(
        monkeypatch: pytest.MonkeyPatch, folders: tuple[Path, Path], shipped: dict[str, pd.DataFrame]) -> None:
    data, static = folders
    loads(monkeypatch, shipped)
    monkeypatch.setattr(building, "write_geometry", lambda *_: {})
    monkeypatch.setattr(building, "write_derived", lambda _: {"made_of": "", "tables": {}})
    monkeypatch.setattr(building, "check_folder", lambda *_: {})  # held to the contracts in test_contracts
    monkeypatch.setattr(building, "_put_in_place", _put_without_geometry)
    first = building.build(data, data, static)
    (data / "manifest.json").write_text(json.dumps(first | {"built": "2020-02-29"}), encoding="utf-8")
    again = building.build(data, data, static)
    assert (again["data_version"], again["built"]) == (first["data_version"], "2020-02-29")
    loads(monkeypatch, shipped | {"map_labels": shipped["map_labels"].head(3)})
    other = building.build(data, data, static)
    assert other["data_version"] != first["data_version"]
    assert other["built"] == datetime.date.today().isoformat()
    assert other["tables"]["map_labels"]["rows"] == len(pd.read_parquet(data / "map_labels.parquet")) == 3


# ---- what is derived from the tables ----

def test_other_sql_for_an_indicator_does_not_pass_until_it_is_derived_again(
        monkeypatch: pytest.MonkeyPatch, folders: tuple[Path, Path]) -> None:
    data, static = folders
    monkeypatch.setattr(derived, "statement", lambda query: statement(query).replace("order by", "order by 1,", 1)
                        if query == "indicators/wellbeing" else statement(query))
    with pytest.raises(ContractError, match=r"derived/ was made of other tables, indicators, groups or SQL than there "
                                            r"are now\. Run: python -m data\.pipeline derive"):
        building.check_folder(data)
    monkeypatch.setattr(building, "write_geometry", lambda _, folder: folder.mkdir() or {})
    before = json.loads((data / "manifest.json").read_text(encoding="utf-8"))
    after = building.derive(data, static)
    assert building.check_folder(data) == after
    assert after["derived"]["made_of"] != before["derived"]["made_of"]
    assert (after["data_version"], after["tables"]) == (before["data_version"], before["tables"])


def test_a_derived_value_that_the_sql_does_not_give_is_named(folders: tuple[Path, Path]) -> None:
    data, _ = folders
    path = data / "derived" / "observations.parquet"
    rows = pd.read_parquet(path)
    rows.loc[7, "value"] += 0.001
    rows.to_parquet(path, index=False)
    manifest = json.loads((data / "manifest.json").read_text(encoding="utf-8"))
    manifest["derived"]["tables"]["observations"]["sha256"] = sha256_of(path)
    (data / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(ContractError, match=r"derived/observations\.parquet, row 7, column value: holds [\d.]+, the "
                                            r"SQL gives [\d.]+\. Run: python -m data\.pipeline derive"):
        building.check_folder(data)


def _put_without_geometry(staging: Path, data: Path, static: Path, manifest: dict[str, object]) -> None:
    (staging / "static").mkdir()
    PUT_IN_PLACE(staging, data, static, manifest)


PUT_IN_PLACE = building._put_in_place
