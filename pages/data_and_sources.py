"""Stub while building."""

from dashboard.frame import open_page

with open_page("pages/data_and_sources.py", "data_and_sources") as page:
    pass
