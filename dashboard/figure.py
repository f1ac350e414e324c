"""A figure on the screen: always the same card, and never without a source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

import altair as alt
import pandas as pd
import pydeck as pdk
import streamlit as st

from dashboard.registry import Source, load_sources
from dashboard.scales import MUTED, TEXT, Mode
from dashboard.text import file_name, plain, source_line

TABLE_ROWS = 30  # longer tables scroll inside themselves
Graphic: TypeAlias = alt.TopLevelMixin | pdk.Deck | None


@dataclass(frozen=True)
class Figure:
    """One figure: ``title`` is the finding, ``subtitle`` the measure, place and period.

    ``data`` is exactly what the graphic shows, one row a mark; ``columns`` names its columns for readers. ``sources``
    are ids of ``data/sources.toml``. ``notes`` are caveats. ``folded`` shuts the table of a figure without a graphic.
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
    legend: alt.TopLevelMixin | None = None
    folded: bool = False

    def __post_init__(self) -> None:
        if not (self.sources and self.title and self.alt_text):
            raise ValueError(f"figure {self.id}: a figure needs a title, an alt text and a source")
        unknown = [source for source in self.sources if source not in load_sources()]
        if unknown:
            raise ValueError(f"figure {self.id}: no source {unknown} in data/sources.toml")

    def specification(self, part: Literal["graphic", "legend"], mode: Mode) -> dict[str, Any]:
        """The chart or the legend as a Vega-Lite specification, worked out once."""
        kept = f"{part} specified"
        if kept not in self.__dict__:
            self.__dict__[kept] = specify(getattr(self, part), mode)
        specified: dict[str, Any] = self.__dict__[kept]
        return specified

    def table(self) -> pd.DataFrame:
        """The rows as readers see and take them: named columns, in the order of ``columns``."""
        if not self.columns:
            return self.data
        return self.data[list(self.columns)].rename(columns=dict(self.columns))

    def short_table(self) -> pd.DataFrame:
        """The rows for a table of Markdown cells, worked out once."""
        if "short" not in self.__dict__:
            self.__dict__["short"] = _escaped(self.table())
        short: pd.DataFrame = self.__dict__["short"]
        return short

    def csv(self) -> bytes:
        """The rows as CSV (UTF-8 with a mark, so that Excel reads it), each with its sources and licences."""
        cited = [load_sources()[source] for source in self.sources]
        return self.table().assign(
            Figure=self.subtitle,
            Source="; ".join(f"{source.title}, {source.publisher}" for source in cited),
            Licence="; ".join(dict.fromkeys(source.licence for source in cited)),
        ).to_csv(index=False).encode("utf-8-sig")


def specify(chart: alt.TopLevelMixin, mode: Mode) -> dict[str, Any]:
    """A chart as a specification with readable axes. Tests hold charts to the schema; at run time it is not checked."""
    # The framework's own axis grey is too faint to read: 4.5 to 1 is the least.
    drawn: dict[str, Any] = chart.configure_axis(labelColor=MUTED[mode], titleColor=TEXT[mode]).to_dict(validate=False)
    return drawn


@st.cache_resource(max_entries=4096, show_spinner=False)
def still(key: tuple[str, ...], _draw: Callable[[], None]) -> None:
    """Draw what is the same for all who make the choices in ``key``: drawn once, then sent again as it was.

    ``_draw`` may hold text, charts, tables and links, but nothing that a reader can press.
    """
    _draw()


def show(figure: Figure, *, link: str, version: str, key: str, mode: Mode, choices: tuple[str, ...],
         on_select: Callable[[str], None] | None = None, compact: bool = False,
         explain: Callable[[str], str] = lambda text: "") -> None:
    """Put the card on the page: finding, measure, graphic, then caveat, source, table, download and link.

    ``choices`` are all that the figure depends on. ``on_select`` makes the graphic clickable and is called with
    ``key``. A ``compact`` card folds caveat and source away with the table. ``explain`` gives the abbreviations of a
    text in Markdown.
    """
    kept = (*choices, figure.id, key)
    with st.container(border=True, key=f"figure-{figure.id}"):
        if on_select is None:
            still((*kept, "card"), lambda: _card(figure, mode, key, explain, compact=compact))
        else:
            still((*kept, "head"), lambda: _say(figure))
            _graphic(figure, mode, key=key, on_select=lambda: on_select(key))
            still((*kept, "foot"), lambda: _explain(figure, mode, explain, compact=compact))
        long = len(figure.data) > TABLE_ROWS
        label = "Source, limits, table and download" if compact else "Table, download and link"
        # A long table is built and sent only when somebody opens it.
        folded = st.expander(label, expanded=figure.graphic is None and not figure.folded, key=f"table-{figure.id}",
                             on_change="rerun" if long else "ignore")
        if not long or folded.open:
            with folded:
                still((*kept, "table"), lambda: _tell(figure, link, explain, compact=compact))
                st.download_button("Download these rows (CSV)", figure.csv, mime="text/csv", on_click="ignore",
                                   file_name=file_name(figure.id, figure.subtitle[:60], f"data-{version}") + ".csv",
                                   key=f"csv-{figure.id}")


Explain: TypeAlias = Callable[[str], str]


def _card(figure: Figure, mode: Mode, key: str, explain: Explain, *, compact: bool) -> None:
    _say(figure)
    _graphic(figure, mode, key=key)
    _explain(figure, mode, explain, compact=compact)


def _say(figure: Figure) -> None:
    st.header(plain(figure.title), anchor=figure.id)
    st.markdown(plain(figure.subtitle))


def _graphic(figure: Figure, mode: Mode, **options: Any) -> None:
    if isinstance(figure.graphic, pdk.Deck):
        st.pydeck_chart(figure.graphic, height=figure.height, alt=figure.alt_text, **options)
    elif figure.graphic is not None:
        st.vega_lite_chart(spec=figure.specification("graphic", mode), alt=figure.alt_text, **options)


def _explain(figure: Figure, mode: Mode, explain: Explain, *, compact: bool) -> None:
    if figure.legend is not None:
        st.vega_lite_chart(spec=figure.specification("legend", mode), key=f"legend-{figure.id}",
                           alt="Legend: the classes of the map with their ranges")
    if not compact:
        _cite(figure, explain)


def _cite(figure: Figure, explain: Explain) -> None:
    with st.container(key=f"under-{figure.id}"):
        if figure.notes:
            st.markdown(plain(" ".join(figure.notes)))
        st.markdown("Source: " + " ".join(source_line(source) for source in _cited(figure)))
        letters = explain(" ".join((figure.title, figure.subtitle, *figure.notes, *figure.columns.values())))
        if letters:
            st.markdown(letters)


def _tell(figure: Figure, link: str, explain: Explain, *, compact: bool) -> None:
    if compact:
        _cite(figure, explain)
    if len(figure.data) <= TABLE_ROWS:
        st.table(figure.short_table(), hide_index=True, border="horizontal")
    else:
        st.dataframe(figure.table(), hide_index=True, height=420, alt=f"Table: {figure.title}")
    st.markdown(f"[Link to this figure]({link}#{figure.id})")


def _escaped(table: pd.DataFrame) -> pd.DataFrame:
    """The table with Markdown marks escaped, because cells are rendered as Markdown."""
    text = table.select_dtypes(include=["str", "object"]).columns
    return table.assign(**{column: table[column].map(lambda cell: plain(cell) if isinstance(cell, str) else cell)
                           for column in text}) if len(text) else table


def _cited(figure: Figure) -> list[Source]:
    return [load_sources()[source] for source in dict.fromkeys(figure.sources)]
