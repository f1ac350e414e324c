"""A figure: a finding, a graphic, its rows and their sources, wherever it is shown or taken to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import altair as alt
import pandas as pd
import pydeck as pdk
from altair.utils.schemapi import debug_mode

from dashboard.registry import load_sources
from dashboard.scales import MUTED, TEXT, Legend, Mode

TABLE_ROWS = 30  # longer tables scroll inside themselves
Graphic: TypeAlias = alt.TopLevelMixin | pdk.Deck | None


@dataclass(frozen=True)
class Figure:
    """One figure: ``title`` is the finding, ``subtitle`` the measure, place and period.

    ``data`` is exactly what the graphic shows, one row a mark; ``columns`` names its columns for readers. ``sources``
    are ids of ``data/sources.toml``. ``notes`` are caveats. ``folded`` shuts the table of a figure without a graphic.
    ``drawing`` makes the picture that is taken out, where it is not the graphic itself: of a map, or for paper's width.
    ``thumbnail`` is Markdown that a page shows in place of the graphic and its legend: a picture that leads to them.
    ``reading`` says how to read the graphic, where the page says it once for several figures.
    Raises ValueError without a source, title or alt text.
    """

    id: str
    title: str
    subtitle: str
    graphic: Graphic
    alt_text: str
    data: pd.DataFrame
    sources: tuple[str, ...]
    notes: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    height: int = 320
    legend: Legend | None = None
    folded: bool = False
    drawing: Callable[[], alt.TopLevelMixin] | None = None
    reading: str = ""
    thumbnail: str = ""

    def __post_init__(self) -> None:
        if not (self.sources and self.title and self.alt_text):
            raise ValueError(f"figure {self.id}: a figure needs a title, an alt text and a source")
        unknown = [source for source in self.sources if source not in load_sources()]
        if unknown:
            raise ValueError(f"figure {self.id}: no source {unknown} in data/sources.toml")

    @property
    def alt_beside_title(self) -> str:
        """The alternative text where the title stands above the graphic: without the finding, which would be read out
        twice. It is what remains the same when only the figures change."""
        rest = self.alt_text.removeprefix(self.title).lstrip(" ,.;:")
        return rest[:1].upper() + rest[1:] or self.alt_text

    def specification(self, mode: Mode) -> dict[str, Any]:
        """The chart as a Vega-Lite specification, worked out once; raises TypeError where the graphic is no chart."""
        if not isinstance(self.graphic, alt.TopLevelMixin):
            raise TypeError(f"figure {self.id}: its graphic is no chart")
        if "specified" not in self.__dict__:
            self.__dict__["specified"] = specify(self.graphic, mode)
        specified: dict[str, Any] = self.__dict__["specified"]
        return specified

    def picture(self, mode: Mode) -> dict[str, Any] | None:
        """What a picture of the figure is drawn from, without a browser: its chart, its drawing, or None."""
        if self.drawing is None:
            return self.specification(mode) if isinstance(self.graphic, alt.TopLevelMixin) else None
        if "drawn" not in self.__dict__:  # once, because each way of taking the figure asks for it
            with debug_mode(False):  # as in specify: tests check charts, readers need not wait for it
                self.__dict__["drawn"] = specify(self.drawing(), mode)
        drawn: dict[str, Any] = self.__dict__["drawn"]
        return drawn

    def table(self) -> pd.DataFrame:
        """The rows as readers see and take them: named columns, in the order of ``columns``."""
        if not self.columns:
            return self.data
        return self.data[list(self.columns)].rename(columns=dict(self.columns))


def specify(chart: alt.TopLevelMixin, mode: Mode) -> dict[str, Any]:
    """A chart as a specification with readable axes. Tests hold charts to the schema; at run time it is not checked."""
    # The framework's own axis grey is too faint to read: 4.5 to 1 is the least.
    drawn: dict[str, Any] = chart.configure_axis(labelColor=MUTED[mode], titleColor=TEXT[mode]).to_dict(validate=False)
    return drawn
