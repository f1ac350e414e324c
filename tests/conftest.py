"""What tests of every kind share: the store of the shipped data, opened once."""

from __future__ import annotations

import pytest

from dashboard.store import Store


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Two processes share the tests, a file whole to one; browser tests come first and all to one, because two browsers
    that draw maps without a graphics card only hold each other up."""
    items.sort(key=lambda item: "browser" not in item.path.parts)
    for item in items:
        item.add_marker(pytest.mark.xdist_group("browser" if "browser" in item.path.parts else str(item.path)))


@pytest.fixture(scope="session")
def store() -> Store:
    """The shipped data, as the app sees it."""
    return Store.open()
