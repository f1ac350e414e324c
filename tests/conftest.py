"""What tests of every kind share: the store of the shipped data, opened once."""

from __future__ import annotations

import pytest

from dashboard.store import Store


@pytest.fixture(scope="session")
def store() -> Store:
    """The shipped data, as the app sees it."""
    return Store.open()
