"""Stub while building."""

from dashboard.frame import open_page

with open_page("pages/schools.py", "schools") as page:
    pass
