"""What is around every page: the way to all pages, the foot, and how many runs the server makes at once."""

from __future__ import annotations

import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import frame
from dashboard.choices import PAGES
from dashboard.registry import ROOT
from tests.app.drawn import menu

MENU = ["At a glance", "Map", "Gaps", "Trends", "People", "Neighbourhoods", "Districts", "Care", "Schools", "Funding",
        "Strategy", "Services", "How it is run", "Data", "Briefing"]


def opened(path: str, **choices: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params.update(choices)
    return app.run() if path == "app.py" else app.switch_page(path).run()


def test_the_menu_has_all_pages_with_the_choices_kept() -> None:
    entries = menu(opened("pages/people.py", district="E07000220", ethnic_group="black"))
    assert [entry.text for entry in entries] == MENU
    for entry, path in zip(entries, PAGES, strict=True):
        page = "./" if path == "app.py" else path.removeprefix("pages/").removesuffix(".py")
        assert entry.attrib["href"].replace(".?", "./?") == f"{page}?district=E07000220&ethnic_group=black"
        assert "target" not in entry.attrib  # it stays in its tab


@pytest.mark.parametrize(("path", "name"), [("app.py", "At a glance"), ("pages/people.py", "People")])
def test_the_menu_sets_off_the_page_that_is_open_and_no_other(path: str, name: str) -> None:
    assert [entry.text for entry in menu(opened(path)) if entry.attrib.get("aria-current") == "page"] == [name]


def test_the_foot_says_whom_to_call_and_where_words_are_explained() -> None:
    app = opened("pages/people.py", district="E07000220")
    foot = app.markdown[-1].value
    assert "**NHS 111**" in foot
    assert "**116 123**" in foot
    assert "[Words and abbreviations in plain English](how_it_is_run?district=E07000220&chapter=glossary)" in foot


def test_no_more_runs_at_once_than_cores_and_none_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame, "_set_up", lambda path, title, indicator: (title, None))
    cores = os.cpu_count() or 1
    running, lock = [0], threading.Lock()

    def read(reader: int) -> int:
        with frame.open_page("app.py", f"Reader {reader}", bare=True) as page:
            assert page == f"Reader {reader}"  # type: ignore[comparison-overlap]  # the title stands for the page
            with lock:
                running[0] += 1
            time.sleep(0.02)
            with lock:
                at_once = running[0]
                running[0] -= 1
        return at_once

    with ThreadPoolExecutor(4 * cores) as readers:
        at_once = list(readers.map(read, range(4 * cores)))
    assert len(at_once) == 4 * cores
    assert max(at_once) <= cores


def test_a_run_that_fails_or_stops_gives_its_turn_back() -> None:
    for ending in ("raise ValueError('a fault of a page')", "import streamlit as st; st.stop()"):
        for _ in range(2 * (os.cpu_count() or 1)):
            AppTest.from_string('from dashboard.frame import open_page\nwith open_page("app.py", "A page"):\n    '
                                + ending, default_timeout=60).run()
    assert opened("app.py").title[0].value
