"""Stub while building."""

from dashboard.frame import open_page

with open_page("pages/people.py", "people") as page:
    pass
