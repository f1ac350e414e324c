"""Citations in the Harvard style that English councils use, as plain text."""

from __future__ import annotations

from dashboard.choices import SITE
from dashboard.export.taken import Taken
from dashboard.registry import Source
from dashboard.text import spell_date


def citation(taken: Taken, today: str) -> str:
    """Publishers, years and titles of the figure's sources, and where they were seen; ``today`` is an ISO date."""
    return (f"{'; '.join(reference(source) for source in taken.sources)}, as shown in {SITE} (dashboard), page "
            f"“{taken.page}”, data version {taken.version}, available at: {taken.link} "
            f"(accessed {spell_date(today)}).")


def reference(source: Source) -> str:
    """One source without its address: "Office for National Statistics (2023) Estimates of the population"."""
    return f"{source.publisher} ({source.published[:4] or 'no date'}) {source.title}"


def sentence(taken: Taken, today: str) -> str:
    """The finding, what it measures, and its citation, ready to be put into a report."""
    figure = taken.figure
    measured = figure.subtitle.replace(" · ", ", ")
    return " ".join([*(_stop(words) for words in (figure.title, measured) if words),
                     f"Source: {citation(taken, today)}"])


def _stop(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
