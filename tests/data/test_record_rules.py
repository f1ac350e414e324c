"""A badly typed row of the record stops the build, naming file, row and column."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from data.pipeline import transcribed
from data.pipeline.errors import RawDataError
from data.pipeline.loaders import record, record_bodies, record_services
from data.pipeline.raw import RawFolder
from data.pipeline.sources import load_sources

Change = Callable[[str, int, str, str], None]
ROW = 3  # the second row of data; row 1 is the header


@pytest.fixture
def raw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RawFolder:
    """A raw folder beside a copy of the typed files."""
    shutil.copytree(transcribed.PROJECT / transcribed.FOLDER, tmp_path / transcribed.FOLDER)
    monkeypatch.setattr(transcribed, "PROJECT", tmp_path)
    return RawFolder(tmp_path, load_sources())


@pytest.fixture
def change(raw: RawFolder) -> Change:
    """Write another word into one cell of a typed file."""
    def written(name: str, row: int, column: str, word: str) -> None:
        path = raw.root / transcribed.FOLDER / f"{name}.csv"
        frame = pd.read_csv(path, dtype=str, keep_default_na=False)
        frame.loc[row - 2, column] = word
        frame.to_csv(path, index=False)
    return written


@pytest.mark.parametrize(("column", "word", "message"), [
    ("document", "005", "“005” breaks the rule"),
    ("indicator", "tt_recoverry", "“tt_recoverry” is no indicator of data/indicators.toml"),
    ("areas", "E54000018;E07000299", "“E54000018;E07000299” breaks the rule several of"),
    ("status", "nearly_done", "“nearly_done” breaks the rule"),
    ("theme", "weather", "“weather” breaks the rule"),
    ("due", "2023-02-30", "“2023-02-30” breaks the rule a day of the calendar"),
    ("due", "by 2028", "“by 2028” breaks the rule a day of the calendar"),
    ("status_date", "2022", "“2022” breaks the rule a day of the calendar"),
    ("parent", "d000_visions", "“d000_visions” is no commitment of this file"),
    ("target_value", "half", "“half” is not a number"),
])
def test_a_commitment_with_an_unknown_word_stops_the_build(
        raw: RawFolder, change: Change, column: str, word: str, message: str) -> None:
    change("commitments", ROW, column, word)
    where = rf"data/transcribed/commitments\.csv, row {ROW}, column {column}: "
    with pytest.raises(RawDataError, match=where + message):
        record.load(raw)


def test_a_commitment_without_a_promise_stops_the_build(raw: RawFolder, change: Change) -> None:
    change("commitments", ROW, "promise", "")
    with pytest.raises(RawDataError, match=rf"commitments\.csv, row {ROW}, column promise"):
        record.load(raw)


@pytest.mark.parametrize("name", ["commitments", "targets"])
def test_a_second_use_of_an_identifier_stops_the_build(raw: RawFolder, change: Change, name: str) -> None:
    first = pd.read_csv(raw.root / transcribed.FOLDER / f"{name}.csv", dtype=str)["id"][0]
    change(name, ROW, "id", first)
    with pytest.raises(RawDataError, match=rf"data/transcribed/{name}\.csv, row {ROW}, columns id: id {first} appears"):
        record.load(raw)


@pytest.mark.parametrize(("column", "word", "message"), [
    ("commitment_id", "d000_vanished", "“d000_vanished” is no commitment of commitments.csv"),
    ("outcome_figure", "workforce_nobody", "“workforce_nobody” is no figure of workforce.csv"),
    ("direction", "sideways", "“sideways” breaks the rule"),
])
def test_a_target_that_refers_to_nothing_stops_the_build(
        raw: RawFolder, change: Change, column: str, word: str, message: str) -> None:
    change("targets", ROW, column, word)
    with pytest.raises(RawDataError, match=rf"data/transcribed/targets\.csv, row {ROW}, column {column}: {message}"):
        record.load(raw)


@pytest.mark.parametrize(("column", "word", "message"), [
    ("age_from", "young", "“young” is not a number"),
    ("age_to", "200", "“200.0” breaks the rule"),
    ("needs", "crisis;weather", "“crisis;weather” breaks the rule several of"),
    ("routes", "", "breaks the rule"),
    ("same_as", "d001_nowhere", "“d001_nowhere” is no service of this file"),
    ("part_of", "d001_nowhere", "“d001_nowhere” is no service of this file"),
])
def test_a_service_with_an_unknown_word_stops_the_build(
        raw: RawFolder, change: Change, column: str, word: str, message: str) -> None:
    change("services", ROW, column, word)
    with pytest.raises(RawDataError, match=rf"data/transcribed/services\.csv, row {ROW}, column {column}: .*{message}"):
        record_services.load(raw)


def test_a_body_that_reports_to_nobody_known_stops_the_build(raw: RawFolder, change: Change) -> None:
    change("bodies", ROW, "reports_to", "d001_body_nobody")
    with pytest.raises(RawDataError, match=rf"bodies\.csv, row {ROW}, column reports_to: “d001_body_nobody” is no"):
        record_bodies.load(raw)


def test_the_files_as_they_are_pass(raw: RawFolder) -> None:
    assert set(record.load(raw)) == {"documents", "commitments", "targets"}
    assert set(record_services.load(raw)) == {"services"}
