"""Mental Health Support Teams in schools: rows of the school queries in, words and the parts of a figure out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import pandas as pd

from dashboard import charts_teams
from dashboard.parts import Parts
from dashboard.registry import load_sources
from dashboard.scales import Mode
from dashboard.text import join, spell_date
from dashboard.views import MapView

STAGE_PHRASES = {"established": "with an established team", "rolling_out": "where a team is being rolled out"}
STAGES = {"established": "Established", "rolling_out": "Being rolled out", "approved": "Approved",
          "not_stated": "Not stated in the plan"}
NO_LIST = "We found no published list of the schools that have a team, so no single school can be marked."


@dataclass(frozen=True)
class Chosen:
    """The places to show, their name together, and what has to be said about the choice."""

    places: tuple[str, ...]
    name: str
    areas: tuple[str, ...]
    notes: tuple[str, ...]


def choose(members: pd.DataFrame, district: str, place: str) -> Chosen:
    """The places that meet the reader's area and place; ``members`` is ``queries/school_places.sql``.

    A district narrows to its place, which is never split. A place outside the area gives way to the area.
    """
    inside = members[(members["district_code"] == district) | (members["upper_tier_code"] == district)] \
        if district != "all" else members
    notes: list[str] = []
    for code in inside["place_code"].unique():
        parts = members.loc[members["place_code"] == code, "district_name"]
        within = inside.loc[inside["place_code"] == code, "district_name"]
        if len(within) < len(parts):
            name = members.loc[members["place_code"] == code, "place_name"].iloc[0]
            notes.append(f"The plan speaks of {name}, which is {join(list(parts))} together, and never splits it: the "
                         f"whole of {name} is shown.")
    if place in set(inside["place_code"]):
        inside = inside[inside["place_code"] == place]
    elif place != "all":
        other = members.loc[members["place_code"] == place, "place_name"].iloc[0]
        notes.append(f"{other} lies outside the area chosen, so the places of the area are shown.")
    names = list(dict.fromkeys(inside["place_name"]))
    every = set(members["place_code"]) == set(inside["place_code"])
    return Chosen(tuple(dict.fromkeys(inside["place_code"])), "Coventry and Warwickshire" if every else join(names),
                  tuple(dict.fromkeys(inside["upper_tier_code"])), tuple(notes))


def place_options(members: pd.DataFrame, district: str) -> dict[str, str]:
    """The places that lie in the area chosen, for the filter."""
    inside = choose(members, district, "all").places
    named = dict(zip(members["place_code"], members["place_name"], strict=True))
    return {"all": "All places"} | {code: named[code] for code in inside}


def register_date(rows: pd.DataFrame, column: str = "schools_source_id") -> str:
    """The day the schools were counted, written out."""
    return spell_date(load_sources()[rows[column].iloc[0]].published)


def lead(teams: pd.DataFrame) -> str:
    """The finding of the page in a sentence."""
    known, places, as_at = int(teams["places_known"].iloc[0]), len(teams), teams["as_at"].iloc[0]
    if not known:
        return f"The plan of {as_at} prints no number of settings for {join(list(teams['place_name']))}."
    parts = [f"{int(stage['settings'].sum())} settings {STAGE_PHRASES[str(name)]}"
             for name, stage in teams[teams["settings"].notna()].groupby("stage", sort=False)]
    return f"The plan of {as_at} counts {join(parts)}, in {known} of {places} places." if places > 1 else \
        f"The plan of {as_at} counts {join(parts)} in {teams['place_name'].iloc[0]}."


class Card(NamedTuple):
    """A place as a card: its name, the number or what stands for it, its stage and year, and what the plan says."""

    name: str
    number: str
    stage: str
    said: str


def cards(teams: pd.DataFrame) -> list[Card]:
    """A card a place, those with a number first."""
    return [Card(row["place_name"], "No number given" if pd.isna(row["settings"]) else f"{row['settings']} settings",
                 f"{STAGES[row['stage']]}, as at {row['as_at']}", f"{row['said']}.")
            for row in teams.to_dict("records")]


def shares(chosen: Chosen, teams: pd.DataFrame, mode: Mode) -> Parts:
    """Settings as a share of the schools there, under both ways of counting schools."""
    lines = pd.DataFrame([line for row in teams.to_dict("records") for line in _share_lines(row)])
    known = teams[teams["settings"].notna()]
    as_at, counted = teams["as_at"].iloc[0], register_date(teams)
    if known.empty:
        title = f"{join(list(teams['place_name']))}: no number of settings, so no share"
    elif len(known) == 1:
        title = f"{known['place_name'].iloc[0]}: up to {known['state_share_pct'].iloc[0]:.0f}% of schools have a team"
    else:
        high, low = known.iloc[0], known.iloc[-1]
        title = (f"Up to {high['state_share_pct']:.0f}% of schools in {high['place_name']}, "
                 f"{low['state_share_pct']:.0f}% in {low['place_name']}")
    data = teams.assign(
        stage_words=teams["stage"].map(STAGES),
        number=["no number in the plan" if pd.isna(value) else str(value) for value in teams["settings"]],
        state_shown=teams["state_share_pct"].map(_percent), all_shown=teams["all_share_pct"].map(_percent))
    return Parts(
        title, f"Settings with a Mental Health Support Team (plan of {as_at}) as a share of schools ({counted}) · "
               f"{chosen.name}", charts_teams.named_bars(lines, mode, unit="% of schools"),
        f"{title}. Two bars a place: of state-funded schools, and of all schools and colleges. The table under the "
        "figure says the same.", data, (teams["source_id"].iloc[0], teams["schools_source_id"].iloc[0]),
        (f"How schools are counted officially is not stated, so both ways are shown. Settings (of {as_at}) may include "
         "colleges and independent schools, so the first bar is an upper bound for state-funded schools (of "
         f"{counted}). How many children a team reaches is not known. No number is not zero.",),
        {"place_name": "Place", "stage_words": "Stage", "number": "Settings, by stage", "state_schools":
         "State-funded schools", "state_shown": "Share of these", "all_schools": "All schools and colleges",
         "all_shown": "Share of these all", "as_at": "As at", "said": "What the plan says"})


def _percent(value: float) -> str:
    return "not known" if pd.isna(value) else f"{value:.0f}%"


def _share_lines(row: dict[Any, Any]) -> list[dict[str, Any]]:
    place, blank = row["place_name"], {"value": None, "shown": "", "second": False}
    heading = {"key": place, "words": f"{place}: {STAGES[row['stage']].lower()}", "heading": True, **blank}
    if pd.isna(row["settings"]):
        words = f"No number in the plan; {row['state_schools']} state-funded schools, {row['all_schools']} in all"
        return [heading, {"key": f"{place} none", "words": words, "heading": False, **blank}]
    nouns = {"state": "state-funded schools", "all": "schools and colleges"}
    return [heading, *({
        "key": f"{place} {kind}", "words": f"{row['settings']} settings for {row[f'{kind}_schools']} {noun}",
        "heading": False, "value": row[f"{kind}_share_pct"], "shown": _percent(row[f"{kind}_share_pct"]),
        "second": kind == "all"} for kind, noun in nouns.items())]


def narrowed(view: MapView, places: Sequence[str]) -> MapView:
    """The map with only these places shaded, and drawn no wider than they are."""
    boxes = [view.layer.bounds[code] for code in places]
    bounds = (min(box[0] for box in boxes), min(box[1] for box in boxes),
              max(box[2] for box in boxes), max(box[3] for box in boxes))
    return replace(view, rows=view.rows[view.rows["area_code"].isin(places)], inside=frozenset(places), bounds=bounds)


def map_parts(chosen: Chosen, view: MapView, teams: pd.DataFrame, points: pd.DataFrame, graphic: Any) -> Parts:
    """The map of places with the schools on it, and what it cannot show."""
    unknown = teams.loc[teams["settings"].isna(), "place_name"]
    title = f"No number for {join(list(unknown))}" if len(unknown) else "Shares are known by place, not by school"
    rows = view.rows.astype({"numerator": "Int64", "denominator": "Int64"})
    as_at, counted = teams["as_at"].iloc[0], register_date(teams)
    return Parts(
        title, f"{view.indicator.label} · {chosen.name} · settings of {as_at}, schools of {counted}", graphic,
        f"{title}. Map of {len(rows)} places shaded by the share of state-funded schools with a team, with "
        f"{len(points)} schools as points. The bars beside it say the same.",
        rows, (*rows["source_id"].unique(), teams["schools_source_id"].iloc[0]),
        (f"Each of the {len(points)} points is a state-funded school for ages 5 to 18. {NO_LIST} The shade is the "
         "whole place's.",),
        {"area_name": "Place", "shown": "Share of state-funded schools", "numerator": "Settings, by stage",
         "denominator": "State-funded schools", "state": "State"})
