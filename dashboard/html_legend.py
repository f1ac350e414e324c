"""The key of a map as HTML: words that any reader can read, and nothing for the browser to work out."""

from __future__ import annotations

from html import escape

from dashboard.charts import CHOSEN
from dashboard.scales import Legend


def html_legend(key: Legend) -> str:
    """The classes of a map and its states, each a swatch over its words; that of the chosen area is marked."""
    entries = "".join(_entry(words, colour, chosen=position == key.chosen)
                      for position, (words, colour) in enumerate(key.entries))
    return f"<ul class='legend' aria-label='Legend: the classes of the map with their ranges'>{entries}</ul>"


def _entry(words: str, colour: str, *, chosen: bool) -> str:
    # A border is printed where a background is left out to save ink.
    mark = f"<b>{CHOSEN}</b>" if chosen else ""
    return f"<li><i style='border-top-color: {escape(colour, quote=True)}'></i>{escape(words)}{mark}</li>"
