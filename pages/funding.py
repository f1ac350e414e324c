"""Stub while building."""

from dashboard.frame import open_page

with open_page("pages/funding.py", "funding") as page:
    pass
