"""The widest gaps of a page as a list, and all of them as a table."""

from __future__ import annotations

import pandas as pd

from dashboard import gap_finder
from dashboard.figure import Figure
from dashboard.frame import AREA_LABELS, Page
from dashboard.text import plain

LISTED = 20


def draw_rows(page: Page, rows: pd.DataFrame) -> None:
    """The widest gaps as rows: number, sentence, how sure, and the way to the measure."""
    page.entries("ranked-gaps", (gap_line(page, gap_finder.read_gap(row, page.filters.rank))
                                 for _, row in rows.head(LISTED).iterrows()))
    page.draw("list", lambda: Figure("gaps", *gap_finder.parts(rows, AREA_LABELS[page.filters.district])))


def gap_line(page: Page, gap: gap_finder.Gap) -> str:
    """A gap as an entry of a list: its number, the way to it, and what it says."""
    way = page.way(f"**{plain(gap.indicator.label)}**", **gap.choices)
    return (f"**{plain(gap.number)}** {way}  \n{plain(gap.sentence)} "
            f"({plain('; '.join(filter(None, (gap.when, gap.sure))))})")
