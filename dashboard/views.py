"""Figures shared by several pages: rows in, a ready card out. No Streamlit, no SQL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd
import pyarrow as pa
import pydeck as pdk

from dashboard.boundaries import NOUNS, OS_LINE, VINTAGE, Bounds, Layer, open_layer
from dashboard.filters import Cut
from dashboard.maps import PICTURE, Shading, choropleth, drawing, shade, with_points
from dashboard.registry import Indicator, load_groups
from dashboard.scales import MISSING, SUPPRESSED, ZERO, Mode, Scale, make_scale
from dashboard.store import Store
from dashboard.text import join, spell_period, status_words
from dashboard.trend_words import measure

COLUMNS = {"position": "Rank", "area_name": "Area", "district_name": "District", "shown": "Value", "lower": "Lower 95%",
           "upper": "Upper 95%", "numerator": "Numerator", "denominator": "Denominator", "state": "State",
           "area_code": "Code"}
NAMED = 2
# What stands beside a national rank is no count above and below a line.
RANK_COLUMNS = {"numerator": "National rank, 1 the most deprived", "denominator": "Residents"}


@dataclass(frozen=True)
class MapView:
    """Everything a map figure needs, worked out once from the reader's choices."""

    indicator: Indicator
    cut: Cut
    rows: pd.DataFrame
    scale: Scale
    layer: Layer
    districts: Layer
    towns: pd.DataFrame
    mode: Mode
    bounds: Bounds
    inside: frozenset[str] | None

    @property
    def known(self) -> pd.DataFrame:
        """The rows with a value inside the chosen district."""
        rows = self.listed
        return rows[rows["value"].notna()]

    @property
    def listed(self) -> pd.DataFrame:
        """The rows inside the chosen district, with a value or without."""
        return self.rows if self.inside is None else self.rows[self.rows["area_code"].isin(self.inside)]

    @property
    def columns(self) -> dict[str, str]:
        """The columns of its table, as readers know them."""
        return COLUMNS | (RANK_COLUMNS if self.indicator.kind == "rank" else {})

    @property
    def states(self) -> tuple[str, ...]:
        """The states without a class that occur on this map, for the legend."""
        found = set(self.rows["status"])
        missing = len(self.rows) < len(self.layer.codes) or found & {"not_published", "not_collected"}
        return tuple(state for state, present in (("missing", missing), ("suppressed", "suppressed" in found),
                                                  ("zero", "zero" in found)) if present)

    def row(self, area_code: str) -> pd.Series | None:
        """The row of one area, if it is on this map."""
        found = self.rows[self.rows["area_code"] == area_code]
        return found.iloc[0] if len(found) else None


def map_view(store: Store, indicator: Indicator, cut: Cut, district: str, mode: Mode,
             like: Sequence[float] = ()) -> MapView:
    """The rows, classes and outlines of a map. ``like``: values of other periods that must share the same classes."""
    rows = store.query("map_values", indicator=indicator.id, area_type=cut.level, period=cut.period,
                       dimension=cut.dimension, group_code=cut.group_code)
    rows = rows.assign(shown=rows["value"].map(indicator.show), state=rows["status"].map(status_words))
    layer, districts = open_layer(store.manifest, cut.level), open_layer(store.manifest, "district")
    inside, bounds = within(rows, districts, cut.level, district)
    scale = make_scale([*rows["value"].dropna(), *like], indicator.breaks, mode)
    return MapView(indicator, cut, rows, scale, layer, districts, store.query("towns"), mode, bounds, inside)


@dataclass(frozen=True)
class Ranked:
    """The areas of a map as a list: their codes and the table in the order of their values, and names by code."""

    codes: tuple[str, ...]
    names: Mapping[str, str]
    table: pa.Table


def ranked(view: MapView) -> Ranked:
    """The areas with a value inside the chosen district, highest first; the names are in their own order.

    In the table the names come last: they may be longer than the list is wide, and must not hide the values.
    """
    known = view.known
    if view.cut.level == "ward25":  # the name of a ward does not say where it is, as those of smaller areas do
        known = known.assign(area_name=known["area_name"] + " (" + known["district_name"].fillna("") + ")")
    # Short types, because the whole list goes to the reader with every change; as pandas keeps it it is a third longer.
    table = pa.table({COLUMNS["position"]: pa.array(known["position"].astype("int32"), pa.int32()),
                      COLUMNS["shown"]: pa.array(known["shown"], pa.string()),
                      COLUMNS["area_name"]: pa.array(known["area_name"], pa.string())})
    by_name = known.sort_values("area_name", kind="stable")
    return Ranked(tuple(known["area_code"]), dict(zip(by_name["area_code"], by_name["area_name"], strict=True)),
                  table)


def within(rows: pd.DataFrame, districts: Layer, level: str, district: str) -> tuple[frozenset[str] | None, Bounds]:
    """The areas inside a district (None: all) and the bounds to zoom to."""
    codes = [district] if district in districts.codes else [code for code in districts.codes
                                                              if district == "all" or code != "E08000026"]
    boxes = [districts.bounds[code] for code in codes]
    bounds = (min(box[0] for box in boxes), min(box[1] for box in boxes),
              max(box[2] for box in boxes), max(box[3] for box in boxes))
    if district == "all" or level == "place":
        return None, bounds
    column = "area_code" if level == "district" else "district_code"
    return frozenset(rows.loc[rows[column].isin(codes), "area_code"]), bounds


def map_drawing(view: MapView, chosen: str, schools: pd.DataFrame | None = None,
                size: tuple[int, int] = PICTURE) -> alt.LayerChart:
    """The map as a drawing, which needs no WebGL; ``size`` is the room it has, in pixels."""
    drawn = drawing(view.layer, _coloured(view), view.districts, view.towns, scale=view.scale, mode=view.mode,
                    bounds=view.bounds, unit=view.indicator.label, chosen=chosen, height=size[1])
    if schools is None:
        return drawn
    return with_points(drawn, schools.rename(columns={"establishment": "name"}), view.mode)


def shading(view: MapView) -> Shading:
    """The class and colour of every area of a map."""
    values = dict(zip(view.rows["area_code"], view.rows["value"], strict=True))
    states = {code: status for code, status in zip(view.rows["area_code"], view.rows["status"], strict=True)
              if status in ("suppressed", "zero")}
    return shade(view.layer, values, states, view.scale, view.mode, view.inside)


def map_graphic(view: MapView, chosen: str, as_drawing: bool, schools: pd.DataFrame | None = None,
                size: tuple[int, int] = PICTURE) -> alt.LayerChart | pdk.Deck:
    """The map itself: a WebGL map, or the same as a drawing; ``size`` is the room it has, in pixels."""
    if as_drawing:
        return map_drawing(view, chosen, schools, size)
    cut = view.cut
    return choropleth(view.layer, shading(view), view.districts, view.towns, mode=view.mode, bounds=view.bounds,
                      hover=f"{view.indicator.id}|{cut.period}|{cut.dimension}|{cut.group_code}",
                      chosen=chosen, schools=schools, size=size)


def _coloured(view: MapView) -> pd.DataFrame:
    """Area, value in words and colour, for the drawing; areas outside the district are left out."""
    paint = {"suppressed": SUPPRESSED[view.mode], "zero": ZERO[view.mode]}
    rows = view.listed
    position = [view.scale.classify(value) for value in rows["value"]]
    colour = [paint.get(status) or (MISSING[view.mode] if found is None else view.scale.colours[found])
              for status, found in zip(rows["status"], position, strict=True)]
    return rows.assign(colour=colour)[["area_code", "area_name", "shown", "colour"]]


def map_title(view: MapView) -> str:
    """The finding of a map in about ten words."""
    known, indicator, noun = view.known, view.indicator, NOUNS[view.cut.level]
    if known.empty:
        return f"{indicator.label}: no figures for this choice"
    if indicator.top_class and indicator.breaks and view.cut.level not in ("district", "place"):
        top = int((known["value"] >= indicator.breaks[-1]).sum())
        return f"{top} of {len(known)} {noun} are {indicator.top_class}"
    high, low = (known[known["shown"] == known["shown"].iloc[end]] for end in (0, -1))
    if len(high) == len(known):
        return f"All {len(known)} {noun} have the same value, {high['shown'].iloc[0]}"
    # Neighbourhoods of one name may be at both ends; then their numbers tell them apart.
    alike = set(high["area_name"].map(short_name)) & set(low["area_name"].map(short_name))
    return f"Highest in {_end(high, noun, alike)}, lowest in {_end(low, noun, alike)}{_blanks(view)}"


def _end(rows: pd.DataFrame, noun: str, alike: set[str]) -> str:
    """The areas that share the highest or the lowest value: up to two by name."""
    names = [name.replace(" (", ", ").rstrip(")") if short_name(name) in alike else short_name(name)
             for name in rows["area_name"]]
    told = len(names) <= NAMED and len(set(names)) == len(names)
    return f"{join(names) if told else f'{len(names)} {noun}'} ({rows['shown'].iloc[0]})"


def _blanks(view: MapView) -> str:
    """How many of a few areas have no figure: the highest and lowest of the others then say less."""
    few, blank = view.cut.level in ("district", "place"), int(view.listed["value"].isna().sum())
    return f"; no figure for {blank} of {len(view.listed)}" if few and blank else ""


def short_name(area_name: str) -> str:
    """A neighbourhood's name without its statistical code: "Camp Hill" for "Camp Hill (Nuneaton … 002G)"."""
    return area_name.split(" (")[0]


def map_subtitle(view: MapView, place: str) -> str:
    """Measure, place, group and period of a map."""
    period = spell_period(view.cut.period, view.rows["period_end"].iloc[0] if len(view.rows) else None)
    group = load_groups()[view.cut.dimension][view.cut.group_code].label
    return f"{measure(view.indicator)} · {place} · {group} · {period}"


def map_alt(view: MapView, title: str) -> str:
    """Alt text: finding first, then range, then where the table is."""
    known = view.known
    if known.empty:
        return title
    return (f"{title}. Map of {len(known)} {NOUNS[view.cut.level]}, from {known.iloc[-1]['shown']} in "
            f"{known.iloc[-1]['area_name']} to {known.iloc[0]['shown']} in {known.iloc[0]['area_name']}. "
            "The ranked table beside it says the same.")


def map_notes(view: MapView) -> tuple[str, ...]:
    """Caveat of the indicator, what could not be met, and the boundary vintage with the OS and ONS line."""
    return (view.indicator.caveat, *view.cut.notes,
            f"Map: {VINTAGE[view.cut.level]}. {OS_LINE}")


def chosen_sentence(view: MapView, area_code: str) -> str:
    """The chosen area in a sentence: its value, its rank among all shown, and the class it falls in."""
    row = view.row(area_code)
    if row is None:
        return ""
    if pd.isna(row["value"]):
        return f"**{row['area_name']}**: {row['state'] or 'not published'}."
    district = f", {row['district_name']}" if isinstance(row["district_name"], str) else ""
    total = int(view.rows["value"].notna().sum())
    return (f"**{row['area_name']}{district}: {row['shown']}** ({view.indicator.unit.lstrip('% ')}). "
            f"Rank {int(row['position'])} of {total}, 1 being the highest.")
