"""Stub while building."""

from dashboard.frame import open_page

with open_page("pages/access_and_care.py", "access_and_care") as page:
    pass
