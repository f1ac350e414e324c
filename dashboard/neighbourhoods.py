"""Who lives in deprived places, as the parts of a figure: each ethnic group's exposure, on average and part by part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard import charts_neighbourhoods, charts_people
from dashboard.filters import Filters
from dashboard.parts import Parts
from dashboard.people import ENOUGH, FIFTHS, TOGETHER, cell, residents, short, small_note, sources, years
from dashboard.scales import Mode
from dashboard.trend_words import upper_first

COVENTRY, COUNTY = "E08000026", "E10000031"
ECOLOGICAL = ("Ecological: this is about places, not about the people in them. It says where people live, not whether "
              "they are poor.")
PERTURBED = "Census counts carry small random changes that protect privacy."
THAN = {"national": "{} of England's", "local": "{} of local ones"}
AMONG = {"national": "England's neighbourhoods", "local": "the neighbourhoods of Coventry and Warwickshire"}
MIDDLE = {"national": "middle of England", "local": "middle of the area"}
# What each part of the index is called beside a row, and in a sentence after "for".
DOMAINS = {"imd": ("Overall (IMD)", "the index as a whole"), "income": ("Income", "income"),
           "employment": ("Employment", "employment"), "education": ("Education", "education"),
           "health": ("Health", "health"), "crime": ("Crime", "crime"),
           "housing": ("Housing and services", "housing and services"),
           "environment": ("Living environment", "living environment"),
           "idaci": ("Income, children (IDACI)", "children's income")}


@dataclass(frozen=True)
class Choice:
    """What the reader asked of neighbourhoods; ``ethnic_group`` is "" for none, ``place`` the area in a sentence."""

    district: str
    ethnic_group: str
    basis: str
    joint: str
    place: str
    mode: Mode

    @classmethod
    def of(cls, filters: Filters, labels: Mapping[str, str], mode: Mode) -> Choice:
        """The choice in the filters; the census has nobody whose ethnic group is not known."""
        group = filters.ethnic_group
        return cls(filters.district, "" if group in ("all", "unknown") else group, filters.basis, filters.joint,
                   labels[filters.district].split(" (")[0], mode)

    @property
    def area(self) -> str:
        """GSS code of the area: the six districts together where all are asked for."""
        return TOGETHER if self.district == "all" else self.district

    @property
    def fifth(self) -> str:
        """The most deprived fifth, as words."""
        return FIFTHS[self.basis]

    @property
    def tier(self) -> str:
        """Coventry or Warwickshire, whichever holds the district; "" for all."""
        return "" if self.district == "all" else COVENTRY if self.district == COVENTRY else COUNTY

    def holds(self, district_code: pd.Series) -> pd.Series:
        """Which districts lie in the area asked for."""
        if self.district == "all":
            return district_code.notna()
        return (district_code == self.district) | ((self.district == COUNTY) & (district_code != COVENTRY))

    def not_by_group(self, what: str) -> tuple[str, ...]:
        """A sentence where a group was chosen and the figure cannot follow."""
        return (f"Not published by ethnic group, so {what}.",) if self.ethnic_group else ()


def exposure(choice: Choice, rows: pd.DataFrame) -> Parts:
    """How deprived each group's neighbourhoods are on average; ``rows`` is ``queries/exposure_means.sql``."""
    rows = rows.assign(name=rows["group_name"].map(short), shown=rows["less_deprived_pct"].map("{:.0f}%".format),
                       rank_shown=[f"{rank:,.0f} of {ranked:,}" for rank, ranked in
                                   zip(rows["mean_rank"], rows["ranked"], strict=True)])
    here = rows[rows["area_code"] == choice.area]
    districts = rows[(rows["area_type"] == "district") & (rows["area_code"] != choice.area)]
    high, low = here.iloc[0], here.iloc[-1]
    title = exposure_finding(here, choice)
    return Parts(
        title, f"Share of {AMONG[choice.basis]} that are less deprived, mean over each group's residents · "
               f"{choice.place} · {years(rows)}",
        charts_neighbourhoods.mean_dots(here, districts, choice.mode, place=choice.place, chosen=choice.ethnic_group,
                                        middle=MIDDLE[choice.basis]),
        f"{title}. A dot for each ethnic group from {low['shown']} ({low['name']}) to {high['shown']} "
        f"({high['name']}), with a mark for each district. The table below has them all.",
        pd.concat([here, districts]), sources(rows),
        tuple(filter(None, (ECOLOGICAL, f"{high['rank_shown'].split(' of ')[1]} neighbourhoods are ranked; the table "
                            "has each group's mean rank.", small_note(pd.concat([here, districts])), PERTURBED))),
        {"area_name": "Area", "group_name": "Ethnic group", "shown": "Neighbourhoods that are less deprived",
         "rank_shown": "Mean rank (1 is the most deprived)", "residents": "Residents of the group"})


def pick(here: pd.DataFrame, column: str, chosen: str) -> pd.Series:
    """The row of the chosen group, or of those with enough residents the one with the highest value."""
    groups = here[here["ethnic_group"] != "all"].sort_values(column, kind="stable")
    wanted = groups[groups["ethnic_group"] == chosen] if chosen else groups[groups["residents"] >= ENOUGH]
    row: pd.Series = wanted.iloc[-1]
    return row


def exposure_finding(here: pd.DataFrame, choice: Choice) -> str:
    """The chosen or most exposed group's mean beside that of White residents, or of everyone."""
    row = pick(here, "less_deprived_pct", choice.ethnic_group)
    beside = "all" if row["ethnic_group"] == "white" else "white"
    other = here[here["ethnic_group"] == beside].iloc[0]
    name = "everyone" if beside == "all" else residents(beside)
    than = THAN[choice.basis].format(row["shown"])
    return (f"{upper_first(residents(row['ethnic_group']))} live, on average, in places more deprived than {than}; "
            f"{name} {other['shown']}")


def domains(choice: Choice, rows: pd.DataFrame) -> Parts:
    """Who lives in the most deprived fifth, part by part of the index; ``rows`` is ``queries/exposure_domains.sql``."""
    overall = rows[rows["domain"] == "imd"].set_index("ethnic_group")["share_pct"].drop("all")
    order = [*overall.sort_values(ascending=False, kind="stable").index, "all"]
    rows = rows.assign(
        name=rows["group_name"].map(short), shown=rows["share_pct"].map(cell), area_code=rows["domain"],
        exact=rows["share_pct"].map("{:.1f}%".format), area_name=[DOMAINS[domain][0] for domain in rows["domain"]],
        row=rows["domain"].map(list(DOMAINS).index), column=rows["ethnic_group"].map(order.index))
    rows = rows.sort_values(["row", "column"], kind="stable")
    title = domains_finding(rows, choice)
    return Parts(
        title, f"Share of each group living in {choice.fifth}, part by part of the index · {choice.place} · "
               f"{years(rows)}",
        charts_people.heat(rows, choice.mode, "", choice.ethnic_group),
        f"{title}. A cell for each of {rows['domain'].nunique()} parts of the index and each ethnic group with its "
        "share. The table below has them all.", rows, sources(rows),
        tuple(filter(None, (ECOLOGICAL, "Each part of the index ranks neighbourhoods afresh, so the most deprived "
                            "fifths are not the same places.",
                            small_note(rows.assign(area_name=choice.place)), PERTURBED))),
        {"area_name": "Part of the index", "group_name": "Ethnic group", "persons": "Residents of the group in the "
         "fifth", "residents": "Residents of the group", "exact": "Share of the group"})


def domains_finding(rows: pd.DataFrame, choice: Choice) -> str:
    """The parts of the index in which most and fewest of the chosen or most exposed group live in the fifth."""
    parts = rows[rows["domain"] != "imd"]
    row = pick(parts, "share_pct", choice.ethnic_group)
    group = parts[parts["ethnic_group"] == row["ethnic_group"]].sort_values("share_pct", kind="stable")
    least, most = group.iloc[0], group.iloc[-1]
    if most["persons"] == 0:
        return f"None of {choice.place}'s {residents(row['ethnic_group'])} live in {choice.fifth} for any part"
    low = "none" if least["persons"] == 0 else cell(least["share_pct"])
    return (f"{upper_first(residents(row['ethnic_group']))}: {cell(most['share_pct'])} in {choice.fifth} for "
            f"{DOMAINS[most['domain']][1]}, {low} for {DOMAINS[least['domain']][1]}")
