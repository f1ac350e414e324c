"""The menu as HTML: a landmark that screen readers can go to, whose links stay in their tab."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape


def html_menu(site: str, ways: Mapping[str, str], here: str) -> str:
    """The site's name and the way to each page (address by label), of which ``here`` is the page that is open."""
    entries = "".join(f"<li><a href='{escape(address, quote=True)}'{_mark(label == here)}>{escape(label)}</a></li>"
                      for label, address in ways.items())
    return f"<nav aria-label='Pages'><p>{escape(site)}</p><ul>{entries}</ul></nav>"


def _mark(here: bool) -> str:
    return " aria-current='page'" if here else ""
