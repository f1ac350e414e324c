"""Children in low-income families and school teams by how deprived their places are, as the parts of a figure."""

from __future__ import annotations

import tomllib
from functools import cache

import pandas as pd

from dashboard import charts_neighbourhoods_children as charts
from dashboard.glance import UNKNOWNS_FILE
from dashboard.neighbourhoods import AMONG, ECOLOGICAL, PERTURBED, Choice
from dashboard.parts import Parts
from dashboard.people import cell, residents, years
from dashboard.teams import STAGES, register_date
from dashboard.text import join, spell_period, status_words
from dashboard.trend_words import upper_first

ROUGH = "rough: a neighbourhood counts more such children than it has children"
MINORITY = "Asian, Black, mixed or other residents"


def low_income(choice: Choice, rows: pd.DataFrame) -> Parts:
    """Where children in low-income families live; ``rows`` is ``queries/low_income_fifths.sql``."""
    rows = rows.assign(
        name=[{1: "1 most", 5: "5 least"}.get(fifth, str(fifth)) for fifth in rows["fifth"]],
        low_income_shown=rows["low_income_pct"].map(cell), under_16_shown=rows["under_16_pct"].map(cell))
    worst = rows.iloc[0]
    first = "the most deprived local fifth"
    title = f"No part of {choice.place} is in {first}" if worst["areas"] == 0 else (
        f"In {first}: {worst['low_income_shown']} of children in low-income families, "
        f"{worst['under_16_shown']} of under-16s")
    period = spell_period(worst["financial_year"], f"{int(worst['financial_year'][:4]) + 1}-03-31")
    return Parts(
        title, f"Children aged 0 to 19 in families on low income, by deprivation of their area · {choice.place} · "
               f"{period}{' (provisional)' if worst['provisional'] else ''}, IMD {worst['edition']}",
        charts.fifths(rows, choice.mode, bar="Children in low-income families",
                                     mark=f"All under 16, Census {worst['census']}"),
        f"{title}. A bar for each fifth of areas with a mark for all children under 16. The table below has them all.",
        rows, tuple(dict.fromkeys([worst["source_id"], worst["census_source"], worst["index_source"]])),
        (ECOLOGICAL, f"Not held by ward: these are {worst['ranked']} middle-layer areas (MSOAs of 2011), ranked "
         "against each other, so the fifths are local ones whichever are chosen above. No rate is given, because "
         "the number counts children up to 19 and no sound number of residents of these ages is held for these areas. "
         "Income is relative and before housing costs.", *choice.not_by_group("these are all children"), PERTURBED),
        {"name": "Fifth (1 most deprived)", "areas": "Areas", "low_income": "Children in low-income families",
         "low_income_shown": "Share of them", "under_16": "Residents under 16", "under_16_shown": "Share of these"})


def wards(choice: Choice, rows: pd.DataFrame) -> Parts:
    """Children in income-deprived families by ward; ``rows`` is ``queries/ward_children.sql``."""
    state = {"value": "", "rough": ROUGH, "suppressed": status_words("suppressed")}
    rows = rows.assign(
        inside=choice.holds(rows["district_code"]), state=rows["status"].map(state),
        shown=["" if pd.isna(share) else f"{share:.0f}%" for share in rows["share_pct"]],
        standing=rows["less_deprived_pct"].map("{:.0f}%".format),
        limits=["" if pd.isna(low) else f"{low:.1f} to {high:.1f}%"
                for low, high in zip(rows["low_pct"], rows["high_pct"], strict=True)])
    known = rows[rows["inside"] & rows["share_pct"].notna()]
    high, low = known.iloc[0], known.iloc[-1]
    about = "about " if high["status"] == "rough" else ""
    title = (f"Children in income-deprived families: {about}{high['shown']} in {high['area_name']}, {low['shown']} in "
             f"{low['area_name']}")
    return Parts(
        title, f"Share of children under 16 in income-deprived families, by the share of {AMONG[choice.basis]} "
               f"that are less deprived than their ward · {choice.place} · IMD {rows['edition'].iloc[0]}",
        charts.wards(rows[rows["share_pct"].notna()], choice.mode, high["area_code"], low["area_code"]),
        f"{title}. A dot for each of {len(known)} wards, deprivation across and the share of children up. The table "
        "below has them all.", rows.sort_values("inside", ascending=False, kind="stable"),
        tuple(dict.fromkeys([rows["source_id"].iloc[0], rows["index_source"].iloc[0]])),
        (ECOLOGICAL, "The index of deprivation itself counts low income, so the two rise together in part by how it is "
         "made. Our shares, not official ones: numbers are rounded to 5 in every neighbourhood, and wards are put "
         "together from neighbourhoods by best fit.", *state_notes(rows),
         *choice.not_by_group("these are all children")),
        {"area_name": "Ward", "district_name": "District", "shown": "Share of children",
         "limits": "From rounding alone", "children": "Children under 16",
         "standing": "Neighbourhoods that are less deprived", "state": "State"})


def state_notes(rows: pd.DataFrame) -> list[str]:
    """A sentence on the wards that are not drawn, and on those that are rough."""
    notes = []
    suppressed, rough = (rows.loc[rows["status"] == status, "area_name"].to_list()
                         for status in ("suppressed", "rough"))
    if suppressed:
        notes.append(f"Of all {len(rows)} wards {len(suppressed)} are not drawn: one of their neighbourhoods has too "
                     "few such children to publish.")
    if rough:
        notes.append(f"Rough (open dots): in {join(rough)} a neighbourhood counts more such children than it has "
                     "children, because the two are counted apart.")
    return notes


@cache
def holder(unknown: str) -> str:
    """Who holds or could publish what is not known, from data/unknowns.toml."""
    return str(tomllib.loads(UNKNOWNS_FILE.read_text(encoding="utf-8"))[unknown]["holder"])


def schools(choice: Choice, rows: pd.DataFrame, members: pd.DataFrame) -> Parts:
    """School teams beside the neighbourhoods schools stand in; ``rows`` is ``queries/place_schools.sql``.

    ``members`` is ``queries/school_places.sql``: the districts of each place.
    """
    places = set(members.loc[choice.holds(members["district_code"]), "place_code"])
    group = residents(choice.ethnic_group) if choice.ethnic_group else MINORITY
    shown = {f"{column}_shown": ["no number" if pd.isna(value) else cell(value) for value in rows[f"{column}_pct"]]
             for column in ("settings", "in_fifth", "group")}
    rows = rows.assign(**shown, picked=rows["place_code"].isin(places), stage_words=rows["stage"].map(STAGES),
                       number=["no number in the plan" if pd.isna(value) else str(value) for value in rows["settings"]])
    rows = rows.assign(label=rows["place_name"] + ": " + rows["stage_words"].str.lower())
    chosen, heads = rows[rows["picked"]], [
        ("settings", "Settings to schools, at most"), ("in_fifth", f"Schools in {choice.fifth}"),
        ("group", f"{upper_first(group)} around schools")]
    title = schools_finding(chosen, choice)
    return Parts(
        title, "Settings with a Mental Health Support Team, and where state-funded schools stand · Places of the plan "
               f"· settings of {rows['as_at'].iloc[0]}, schools of {register_date(rows)}, {years(rows)}",
        charts.panels(rows, choice.mode, heads),
        f"{title}. Three bars for each of {len(rows)} places of the plan. The table below has them all.", rows,
        tuple(dict.fromkeys(rows[column].iloc[0] for column in (
            "source_id", "schools_source_id", "index_source", "census_source"))),
        school_notes(choice, chosen, members),
        {"place_name": "Place of the plan", "stage_words": "Stage", "number": "Settings", "schools":
         "State-funded schools", "settings_shown": "Settings to schools, at most", "in_fifth":
         "Schools in the most deprived fifth", "in_fifth_shown": "Share of schools", "group_shown":
         f"{upper_first(group)} around schools"})


def schools_finding(rows: pd.DataFrame, choice: Choice) -> str:
    """The place with a number whose schools stand in the most deprived neighbourhoods, or that none has a number."""
    known = rows[rows["settings"].notna()]
    if known.empty:
        return f"{join(list(rows['place_name']))}: no number of settings, so coverage is not known"
    top = known.iloc[0]
    where = "none" if top["in_fifth"] == 0 else top["in_fifth_shown"]
    return (f"{top['place_name']}: teams in up to {top['settings_shown']} of schools; {where} of its schools stand in "
            f"{choice.fifth}")


def school_notes(choice: Choice, rows: pd.DataFrame, members: pd.DataFrame) -> tuple[str, ...]:
    """Why it cannot be known school by school, how far the numbers leave it open, and who would know."""
    known = rows[rows["settings"].notna()]
    notes = [ECOLOGICAL, "Whether teams reach schools in deprived or mixed neighbourhoods cannot be known: the plan "
             "counts settings by place, and we found no published list of schools. Those who would know: "
             f"{holder('schools_with_teams')}."]
    if len(known):
        top = known.iloc[0]
        number, inside = int(top["settings"]), int(top["all_in_fifth"])
        least, most = max(0, number - (int(top["all_schools"]) - inside)), min(number, inside)
        notes.append(f"From the numbers alone, anything from {least} to {most} of {top['place_name']}'s {number} "
                     f"settings could be among its {inside} schools and colleges in {choice.fifth}." if inside else
                     f"No school or college of {top['place_name']} stands in {choice.fifth}.")
    split = members[members["place_code"].isin(rows["place_code"]) & ~choice.holds(members["district_code"])]
    if len(split):
        notes.append(f"The plan never splits {rows['place_name'].iloc[0]}, so the whole of it is shown.")
    notes.append("Settings may be colleges or independent schools too, so the first bar is the most it can be. A "
                 "school's pupils may live elsewhere.")
    return tuple(notes)
