"""Stub while building."""

from dashboard.frame import open_page

with open_page("pages/trends.py", "trends") as page:
    pass
