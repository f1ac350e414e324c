"""Who lives here, in words: findings from rows of the census, the mid-year estimates and the index of deprivation."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from dashboard.registry import load_groups, load_registry
from dashboard.store import Store
from dashboard.text import join
from dashboard.trend_words import upper_first

LIFE_STAGES = (("under 25", 0, 24), ("aged 25 to 64", 25, 64), ("65 or over", 65, 200))
FRACTIONS = {50: "Half", 33: "A third", 25: "A quarter", 20: "A fifth", 10: "A tenth"}
TOGETHER = "E54000018"  # Coventry and Warwickshire, the six districts
ENOUGH = 500  # residents a group must have in an area to be named in a finding
FIFTHS = {"national": "England's most deprived fifth", "local": "the most deprived local fifth"}
ECOLOGICAL = "This describes places, not people's own income."


def age_words(rows: pd.DataFrame, place: str) -> pd.DataFrame:
    """The rows with their age bands and shares in words, and the names of the area and England."""
    return rows.assign(
        age=[f"{start} and over" if pd.isna(end) else f"{start} to {int(end)}"
             for start, end in zip(rows["age_from"], rows["age_to"], strict=True)],
        shown=rows["share_pct"].map("{:.1f}%".format),
        where=rows["place"].map({"area": place, "england": "England"}),
        sex_name=[load_groups()["sex"][sex].label if sex != "all" else "Everyone" for sex in rows["sex"]])


def age_finding(rows: pd.DataFrame, place: str) -> str:
    """The stage of life in which the area differs most from England."""
    shares = []
    for words, youngest, oldest in LIFE_STAGES:
        part = rows[rows["age_from"].between(youngest, oldest)].groupby("place")["share_pct"].sum()
        shares.append((abs(part["area"] - part["england"]), words, part["area"], part["england"]))
    _, words, area, england = max(shares)
    decimals = 0 if round(area) != round(england) else 1
    return f"{place}: {area:.{decimals}f}% are {words}, in England {england:.{decimals}f}%"


def short(group_name: str) -> str:
    """The first word of a group's standard label, for places where only a word fits; "All" for everyone."""
    return "All" if group_name == load_groups()["all"]["all"].label else re.split(r"[ ,]", group_name)[0]


def residents(ethnic_group: str) -> str:
    """The people of a group in a sentence: "Black residents", "residents of mixed ethnic groups"."""
    label = load_registry()[f"ethnic_{ethnic_group}"].label
    return label[:1].lower() + label[1:] if label.startswith("Residents") else label


def ethnic_finding(rows: pd.DataFrame, place: str, chosen: str) -> str:
    """The chosen group in both censuses, or the one whose share differs most; it is not called a change."""
    first, last = rows["year"].min(), rows["year"].max()
    pairs = rows[rows["year"] == first].merge(rows[rows["year"] == last], on="ethnic_group", suffixes=("", "_last"))
    pairs = pairs.assign(apart=(pairs["share_pct_last"] - pairs["share_pct"]).abs()).sort_values("apart")
    picked = pairs[pairs["ethnic_group"] == chosen]
    group = picked.iloc[0] if len(picked) else pairs.iloc[-1]
    return (f"{upper_first(residents(group['ethnic_group']))}: {group['share_pct']:.1f}% of {place} in {first}, "
            f"{group['share_pct_last']:.1f}% in {last}")


def detail_finding(rows: pd.DataFrame) -> str:
    """The three largest detailed groups."""
    top = rows.head(3)
    return "Largest groups: " + join([f"{name} {share:.1f}%" for name, share in
                                      zip(top["group_name"], top["share_pct"], strict=True)])


def fifth_order(rows: pd.DataFrame) -> pd.DataFrame:
    """The groups of one area, the one with most in the most deprived fifth first and everyone last."""
    worst = rows[rows["fifth"] == 1].set_index("ethnic_group")["share_pct"]
    place = {group: position for position, group in enumerate(worst.drop("all").sort_values(
        ascending=False, kind="stable").index)} | {"all": len(worst)}
    return rows.assign(order=rows["ethnic_group"].map(place)).sort_values(
        ["order", "fifth"], kind="stable").drop(columns="order")


def fifth_finding(rows: pd.DataFrame, place: str, chosen: str, basis: str) -> str:
    """Of one area: how many of a group live in the most deprived fifth, beside White residents or everyone.

    The group is the chosen one, or of those with enough residents the one with the highest share.
    """
    worst = rows[rows["fifth"] == 1].sort_values("share_pct", kind="stable")
    everyone, groups = worst[worst["ethnic_group"] == "all"].iloc[0], worst[worst["ethnic_group"] != "all"]
    if everyone["neighbourhoods"] == 0:
        return f"No neighbourhood of {place} is in {FIFTHS[basis]}"
    picked = groups[groups["ethnic_group"] == chosen] if chosen else groups[groups["residents"] >= ENOUGH]
    group = picked.iloc[-1]
    white = groups[groups["ethnic_group"] == "white"].iloc[0]
    other = everyone if group["ethnic_group"] == "white" else white
    beside = "everyone" if other["ethnic_group"] == "all" else residents(other["ethnic_group"])
    return (f"{fraction(group['share_pct'])} of {place}'s {residents(group['ethnic_group'])} live in {FIFTHS[basis]}; "
            f"of {beside} {cell(other['share_pct'])}")


def fraction(share: float) -> str:
    """A share in words where it is a plain fraction: "Half", else "49%"; "None" for a true zero."""
    if share == 0:
        return "None"
    return FRACTIONS.get(round(share), f"{share:.0f}%" if share >= 1 else "Under 1%")


def cell(share: float) -> str:
    """A share as a whole percentage; a true zero and less than half a per cent read differently."""
    return "<1%" if 0 < share < 0.5 else f"{share:.0f}%"


def heat_finding(rows: pd.DataFrame, chosen: str) -> str:
    """Across districts: the highest share, and where nobody or fewest live in the most deprived fifth."""
    part = rows[rows["ethnic_group"] == (chosen or "all")].sort_values("share_pct", kind="stable")
    none, least = list(part.loc[part["persons"] == 0, "area_name"]), part.iloc[0]
    tail = f"none in {join(none)}" if none else f"lowest in {least['area_name']} ({cell(least['share_pct'])})"
    if chosen:
        top = part.iloc[-1]
        return f"{upper_first(residents(chosen))}: {cell(top['share_pct'])} in {top['area_name']}, {tail}"
    groups = rows[(rows["ethnic_group"] != "all") & (rows["residents"] >= ENOUGH)]
    top = groups.sort_values("share_pct", kind="stable").iloc[-1]
    tail = tail if none else f"{tail} for everyone"
    return f"Highest: {cell(top['share_pct'])} of {top['area_name']}'s {residents(top['ethnic_group'])}; {tail}"


def basis_note(rows: pd.DataFrame, basis: str) -> str:
    """One line on what the fifths are fifths of."""
    every = rows[(rows["area_type"] == "icb") & (rows["ethnic_group"] == "all")]
    total = int(every["neighbourhoods"].sum())
    if basis == "local":
        return (f"Local fifths rank the {total} neighbourhoods of Coventry and Warwickshire against each other, so "
                "each holds a fifth of them, wherever they stand in England.")
    worst = int(every.loc[every["fifth"] == 1, "neighbourhoods"].iloc[0])
    return (f"National fifths rank all neighbourhoods of England: {worst} of the {total} in Coventry and Warwickshire "
            "are in the most deprived fifth.")


def by_district(rows: pd.DataFrame) -> pd.DataFrame:
    """The most deprived fifth in every district, the district with most people in it first, everyone last."""
    worst = rows[(rows["fifth"] == 1) & (rows["area_type"] == "district")]
    everyone = worst[worst["ethnic_group"] == "all"].set_index("area_code")["share_pct"]
    return worst.assign(top=worst["area_code"].map(everyone), last=worst["ethnic_group"] == "all").sort_values(
        ["top", "area_name", "last"], ascending=[False, True, True], kind="stable").drop(columns=["top", "last"])


def small_note(rows: pd.DataFrame) -> str:
    """A sentence on the smallest group shown, whose share a few families can move; empty where all are large."""
    least = rows.sort_values("residents", kind="stable").iloc[0]
    if least["residents"] >= ENOUGH:
        return ""
    return (f"Some groups are small: {least['area_name']} counted {least['residents']:,} "
            f"{residents(least['ethnic_group'])}, so a few households move the share.")


def by_fifth(store: Store, basis: str) -> pd.DataFrame:
    """Residents of every area by ethnic group and deprivation fifth, with short names and shares in words."""
    rows = in_words(store.query("people_fifths", basis=basis), ("share_pct",))
    return rows.assign(name=rows["group_name"].map(short), shown=rows["share_pct"].map(cell))


def years(rows: pd.DataFrame) -> str:
    """The census and the edition of the index that rows join."""
    return f"Census {rows['year'].iloc[0]}, IMD {rows['edition'].iloc[0]}"


def sources(rows: pd.DataFrame) -> tuple[str, ...]:
    """The sources of rows that join residents to the index."""
    return (str(rows["source_id"].iloc[0]), str(rows["index_source"].iloc[0]))


def in_words(rows: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """The rows with these shares as words in columns of the same name with _shown."""
    return rows.assign(**{f"{column}_shown": rows[column].map("{:.1f}%".format) for column in columns})
