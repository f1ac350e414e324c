"""What tests of every kind share: the store of the shipped data, opened once."""

from __future__ import annotations

import pytest

from dashboard.store import Store


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Two processes share the tests, a file whole to one.

    The longest file in a browser comes first and the others in a browser last, one after another: two browsers that
    draw maps without a graphics card hold each other up.
    """
    items.sort(key=_turn)
    for item in items:
        item.add_marker(pytest.mark.xdist_group("browser" if _turn(item) == LAST else str(item.path)))


FIRST, BETWEEN, LAST = range(3)


def _turn(item: pytest.Item) -> int:
    if "browser" not in item.path.parts:
        return BETWEEN
    return FIRST if item.path.stem == "test_sharing" else LAST


@pytest.fixture(scope="session")
def store() -> Store:
    """The shipped data, as the app sees it."""
    return Store.open()
