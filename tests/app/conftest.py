"""The app as the tests of its pages share it."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = Path(__file__).parents[2] / "app.py"


@pytest.fixture(scope="module")
def app() -> AppTest:
    """The app, opened once a module; each test goes to the page with its own address."""
    return AppTest.from_file(str(APP), default_timeout=90).run()
