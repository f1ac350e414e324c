"""A link made with older data says what has changed since: tested with a second, slightly different data version."""

from __future__ import annotations

import hashlib
import json
import shutil
from functools import partial
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard import archive, share
from dashboard.store import DATA
from data.pipeline import archive as keeping

OLDER = "abcdef0123"


@pytest.fixture(scope="module")
def older(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose archive holds one earlier version, with seven settings fewer in Coventry's schools."""
    folder = tmp_path_factory.mktemp("data")
    for path in DATA.glob("*.parquet"):
        shutil.copy(path, folder)
    present = json.loads((DATA / "manifest.json").read_text(encoding="utf-8"))
    table = pd.read_parquet(DATA / "mhst_coverage.parquet")
    changed = (table["place_code"] == "coventry") & (table["stage"] == "established")
    assert changed.sum() == 1
    table.loc[changed, "settings"] -= 7
    table.to_parquet(folder / "mhst_coverage.parquet", index=False)
    content = (folder / "mhst_coverage.parquet").read_bytes()
    then = json.loads(json.dumps(present)) | {"data_version": OLDER, "built": "2026-10-01"}
    then["tables"]["mhst_coverage"] |= {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    (folder / "manifest.json").write_text(json.dumps(then), encoding="utf-8")
    keeping.keep(folder, present)
    shutil.copy(DATA / "mhst_coverage.parquet", folder)
    shutil.copy(DATA / "manifest.json", folder)
    return folder


@pytest.fixture
def with_older(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "open_version", partial(archive.open_version, data=older))
    share._older.clear()


def visit(app: AppTest, page: str, **query: str) -> str:
    """All words of a page opened with this query."""
    app.query_params.clear()
    app.switch_page("pages/how_it_is_run.py").run()
    for name, value in query.items():
        app.query_params[name] = value
    shown = app.switch_page(f"pages/{page}.py").run()
    assert not shown.exception
    return "\n".join(element.value for element in [*shown.markdown, *shown.info]).replace("\\", "")


@pytest.mark.usefixtures("with_older")
def test_what_was_and_what_is_now_stand_side_by_side(app: AppTest) -> None:
    text = visit(app, "schools", data=OLDER)
    assert f"The link was made with data version {OLDER}, built 1 October 2026." in text
    assert "then, “" in text
    tables = [table.value for table in app.table if list(table.value.columns) == ["Row", "What", "Then", "Now"]]
    moved = {tuple(row) for table in tables for row in table.values.tolist()}
    # Coventry's settings are 30 now and were made 23 then; of 117 state-funded schools that is 26% and 20%.
    assert {("Coventry", "Settings, by stage", "23", "30"),
            ("Coventry", "Share of state-funded schools", "20%", "26%")} <= moved


@pytest.mark.usefixtures("with_older")
def test_a_page_whose_figures_stand_says_that_none_has_changed(app: AppTest) -> None:
    assert "No figure on this page has changed since." in visit(app, "funding", data=OLDER)


@pytest.mark.usefixtures("with_older")
def test_a_choice_of_the_reader_ends_the_comparison(app: AppTest) -> None:
    assert OLDER in visit(app, "funding", data=OLDER)
    app.get("button_group")[0].set_value("real").run()
    assert OLDER not in "\n".join(element.value for element in [*app.markdown, *app.info])
    assert "data" not in app.query_params


def test_the_version_in_force_needs_no_word(app: AppTest) -> None:
    version = json.loads((DATA / "manifest.json").read_text(encoding="utf-8"))["data_version"]
    assert "The link was made with" not in visit(app, "funding", data=version)


def test_a_version_that_is_not_kept_is_said_to_be_so(app: AppTest) -> None:
    assert "data version 0123456789, which is not kept here" in visit(app, "funding", data="0123456789")
