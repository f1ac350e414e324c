"""The figures of a district profile: measures in, the parts of a card out. No Streamlit, no SQL."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, TypeAlias

import pandas as pd

from dashboard import charts_profile, profile_neighbourhoods, profile_rows, profile_words
from dashboard.choices import AREA_LABELS
from dashboard.profile import BENCHMARKS, Measure
from dashboard.profile_findings import overview
from dashboard.profile_rows import Link
from dashboard.registry import load_registry
from dashboard.scales import Mode
from dashboard.text import file_name
from dashboard.trend_words import upper_first

MAP = "pages/inequality_map.py"
TABLE_BELOW = "The table below has every figure."
Parts: TypeAlias = Callable[..., dict[str, Any]]  # makes the parts of a card


def theme_parts(theme: str, measures: Sequence[Measure], second: str, mode: Mode,
                link: Link) -> dict[str, Any]:
    """A theme of a profile: a spine, with the table of all figures behind it."""
    own, title = measures[0].own.name, profile_words.theme_title(theme, measures)
    rows = profile_rows.table(measures, second)
    columns = {name: label for name, label in profile_rows.TABLE.items() if (rows[name] != "").any()}
    columns |= {"against": f"{own} against it"} if "against" in columns else {}
    return {
        "id": f"theme-{file_name(theme)}", "title": title,
        "subtitle": f"{own} · {_count(measures)}, newest figures",
        "graphic": charts_profile.spine(*profile_rows.spine_rows(measures, second, link), mode),
        "alt_text": f"{title}. A row for each of {len(measures)} measures with its value, comparison and place. "
                    f"{TABLE_BELOW}",
        "data": rows, "sources": profile_rows.sources(measures), "notes": _theme_notes(measures), "columns": columns,
        "reading": _unmarked(profile_words.key(own, measures[0].benchmark, AREA_LABELS.get(second, "")))}


def _unmarked(words: str) -> str:
    return words.replace("**", "").replace("\\", "")


def _count(measures: Sequence[Measure]) -> str:
    return f"{len(measures)} measure{'s' if len(measures) > 1 else ''}"


def _theme_notes(measures: Sequence[Measure]) -> tuple[str, ...]:
    """What a reader of this theme has to know, as far as it applies here."""
    kinds = {measure.indicator.kind for measure in measures}
    own, beside = measures[0].own, {measure.beside.name for measure in measures if measure.beside}
    within = own.kind != "country" and beside
    return tuple(words for words, applies in (
        ("Ranks of the Indices of Deprivation are averages over neighbourhoods, weighted by all their residents: they "
         "have no limits, and no figure for England, which is the yardstick itself.", "rank" in kinds),
        ("Modelled figures are estimates: limits of the count would hide the error of the model, so they are not "
         "judged.", "modelled" in kinds),
        ("Where only the counts of a share are published, its limits are worked out from them (Wilson's method); where "
         "everyone is counted, as in a census, they say little.",
         any(measure.indicator.kind == "share" and measure.own.low is not None for measure in measures)),
        (f"{upper_first(' and '.join(sorted(beside)))} includes {own.name}.", within),
    ) if applies)


def places_parts(theme: str, measures: Sequence[Measure], benchmark: str, mode: Mode,
                 link: Link) -> dict[str, Any]:
    """A theme for all districts at once: a cell a district with its place."""
    cells = profile_rows.place_cells(measures, benchmark, link)
    title = _places_title(theme, measures)
    return {
        "id": f"places-{file_name(theme)}", "title": title,
        "subtitle": f"Place of each district · {_count(measures)}, newest figures",
        "graphic": charts_profile.places(cells, mode),
        "alt_text": f"{title}. A cell with the place of each of {cells['area'].nunique()} districts on each of "
                    f"{len(measures)} measures. {TABLE_BELOW}",
        "data": cells, "sources": tuple(dict.fromkeys(cells["source_id"])), "notes": (),
        "columns": profile_rows.PLACES_TABLE | {"against": f"Against {BENCHMARKS[benchmark]}"},
        "reading": _unmarked(profile_words.places_key(benchmark))}


def _places_title(theme: str, measures: Sequence[Measure]) -> str:
    """Which district has the worst figure most often within a theme; without judgement, that there is none."""
    if not any(measure.judged for measure in measures):
        return f"{theme}: neither good nor bad, 1 is the highest"
    return f"{theme}: {overview(measures)}"


def upper_parts(measures: Sequence[Measure], area: str) -> dict[str, Any]:
    """The measures published for Warwickshire as a whole and not for the district chosen."""
    rows, whole = profile_rows.upper_rows(measures), measures[0].own.name
    title = f"{_count(measures)} are published for {whole} as a whole, not for {area}"
    return {
        "id": "upper-tier", "title": title, "subtitle": f"{whole} · newest figures", "graphic": None, "alt_text": title,
        "data": rows, "sources": profile_rows.sources(measures),
        "notes": (f"They say nothing of {area} apart from its neighbours.",),
        "columns": profile_rows.UPPER_TABLE | {
            "shown": whole, "against": f"Against {BENCHMARKS[measures[0].benchmark]}"}}


def strip_parts(theme: str, rows: pd.DataFrame, name: str, second: str, mode: Mode,
                link: Link) -> dict[str, Any]:
    """The neighbourhoods of an area by theme, each measure a strip; without a name, of each district."""
    title, total = profile_neighbourhoods.finding(rows), int(rows["total"].max())
    end = "worst" if rows["judged"].any() else "highest"
    what = theme if name else load_registry()[rows["indicator"].iloc[0]].label
    beside = f" The lower ticks, ■, are {second}'s." if second else ""
    drawn = rows.assign(shown=[_inside(row, second) for row in rows.to_dict("records")], link=[
        link(MAP, indicator=row["indicator"]) if name else link(None, district=row["district"])
        for row in rows.to_dict("records")])
    return {
        "id": f"neighbourhoods-{file_name(theme)}", "title": title,
        "subtitle": " · ".join(filter(None, (what, name, f"place of each neighbourhood (LSOA) among all {total} of "
                                             "Coventry and Warwickshire"))),
        "graphic": charts_profile.strips(drawn, mode, second),
        "alt_text": f"{title}. A strip of ticks for each of {len(rows)} rows; the table below counts them.",
        "data": profile_neighbourhoods.table(rows, name, second), "sources": tuple(dict.fromkeys(rows["source_id"])),
        "notes": (f"The numbers say how many neighbourhoods lie in the {end} fifth of the {total}, shaded darker."
                  f"{beside} A place, not a distance: neighbours in the order can be far apart or nearly alike.",),
        "columns": profile_neighbourhoods.TABLE}


def _inside(row: Mapping[Hashable, Any], second: str) -> str:
    """How many neighbourhoods are in the worst or highest fifth: "22 of 84", and the second area's."""
    own = f"{row['inside']} of {row['count']}"
    return f"{own} ■ {row['second_inside']} of {row['second_count']}" if second else own
