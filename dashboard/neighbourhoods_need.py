"""How deprived places are spread over districts, and need beside money, as the parts of a figure."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from dashboard import charts_neighbourhoods
from dashboard.inequality.checks import groups_of
from dashboard.inequality.errors import NotApplicable
from dashboard.inequality.gradient import rci
from dashboard.money import ALLOCATED, BOTH, exact, span
from dashboard.neighbourhoods import COUNTY, COVENTRY, ECOLOGICAL, PERTURBED, Choice
from dashboard.parts import Parts
from dashboard.people import cell, residents, sources, years
from dashboard.text import spell_period

UNSPLIT = "Both areas, not split"


def curve(choice: Choice, rows: pd.DataFrame, children: pd.DataFrame) -> Parts:
    """The concentration curve of the most deprived fifth over districts; rows are of ``queries/concentration.sql``.

    ``rows`` are of everyone or the chosen ethnic group, ``children`` of residents under 16.
    """
    who = residents(choice.ethnic_group) if choice.ethnic_group else "residents"
    picked = choice.holds(rows["area_code"]) if choice.district != "all" else rows["position"] == 1
    place = choice.place if choice.district != "all" else str(rows["area_name"].iloc[0])
    title = f"{place}: {part(rows, picked, 'residents_pct')} of {who}, " \
            f"{part(rows, picked, 'in_fifth_pct')} of those in {choice.fifth}"
    shown = {f"{column}_shown": rows[f"{column}_pct"].map("{:.1f}%".format)
             for column in ("residents", "in_fifth", "share", "residents_running", "in_fifth_running")}
    rows = rows.assign(picked=picked, **shown)
    young = choice.holds(children["area_code"]) if choice.district != "all" else children["position"] == 1
    return Parts(
        title, f"Of all {who}, how many live in each district; of those in {choice.fifth}, how many · Six districts, "
               f"the most concentrated first · {years(rows)}",
        charts_neighbourhoods.curve(rows, choice.mode, who=who, fifth=choice.fifth),
        f"{title}. A concentration curve over {len(rows)} districts, which lies above the straight line of an even "
        "spread. The table below has every point.", rows, sources(rows),
        (ECOLOGICAL, index_sentence(rows),
         f"Of those in {choice.fifth.replace('fifth', 'tenth')}, {place} has {part(rows, picked, 'in_tenth_pct')}.",
         f"Of children under 16 it has {part(children, young, 'residents_pct')}, and "
         f"{part(children, young, 'in_fifth_pct')} of those in the fifth"
         f"{'; ages are not published by ethnic group' if choice.ethnic_group else ''}.", PERTURBED),
        {"position": "Place on the curve", "area_name": "District", "residents": f"{who[:1].upper()}{who[1:]}",
         "residents_shown": "Share of them", "in_fifth": "In the most deprived fifth",
         "in_fifth_shown": "Share of these", "share_shown": "Of the district's own",
         "residents_running_shown": "All so far", "in_fifth_running_shown": "Most deprived so far"})


def part(rows: pd.DataFrame, picked: pd.Series, column: str) -> str:
    """The share of some districts together, as words: "75%", "none"."""
    share = float(rows.loc[picked, column].sum())
    return "none" if share == 0 else cell(share)


def index_sentence(rows: pd.DataFrame) -> str:
    """The concentration index over the districts, as the page on gaps has it; or why there is none."""
    try:
        index = rci(groups_of(rows["share_pct"].to_list(), rows["residents"].to_list(),
                              names=rows["area_name"].to_list())).value
    except NotApplicable as reason:
        return str(reason)
    shown = f"{index:.2f}".replace("-", "−")
    return (f"Concentration index (RCI): {shown}. At 0 each district would have its share, on the straight line; the "
            "nearer to −1, the more of it lies in few districts.")


def need_and_money(choice: Choice, rows: pd.DataFrame) -> Parts:
    """Shares of children, of need and of money, area by area; ``rows`` is ``queries/need_and_money.sql``."""
    rows = rows.assign(
        label=[measure_words(row, choice) for row in rows.to_dict("records")],
        name=rows["area_name"].where(rows["area_code"] != BOTH, UNSPLIT), shown=rows["share_pct"].map(cell),
        exact=rows["share_pct"].map("{:.1f}%".format),
        amount_shown=[exact(amount) if measure == "money" else f"{amount:,.0f}"
                      for measure, amount in zip(rows["measure"], rows["amount"], strict=True)])
    area = COUNTY if choice.tier == COUNTY else COVENTRY
    its = {row["measure"]: row for row in rows[rows["area_code"] == area].to_dict("records")}
    year = its["money"]["period"]
    title = (f"{its['money']['area_name']}: {its['residents']['shown']} of children, {its['deprived']['shown']} of "
             f"those in deprived places, {its['money']['shown']} of the money")
    return Parts(
        title, "Share of the children, of those in need and of the plan's money · Coventry and Warwickshire side by "
               f"side · money of {span(year, year)}, in cash",
        charts_neighbourhoods.shares(rows, choice.mode),
        f"{title}. A full bar for each of {rows['measure'].nunique()} measures, divided between the areas. The table "
        "below has every part.", rows,
        tuple(dict.fromkeys([*rows["source_id"], *rows["index_source"].dropna()])), money_notes(choice, rows, area),
        {"label": "Measure", "name": "Area", "amount_shown": "Number, or £", "exact": "Share"})


def measure_words(row: Mapping[Hashable, Any], choice: Choice) -> str:
    """A measure with its ages and year."""
    period = str(row["period"])
    end = f"{int(period[:4]) + 1}-03-31"
    words = {"residents": f"Residents aged 0 to 18, mid-{period}",
             "low_income": f"Children in low-income families, {period}",
             "deprived": f"Children under 16 in {choice.fifth}, {period}",
             "money": f"The plan's money, {spell_period(period, end)}"}
    return words[str(row["measure"])] + (" (provisional)" if row["provisional"] else "")


def money_notes(choice: Choice, rows: pd.DataFrame, area: str) -> tuple[str, ...]:
    """What the bars do not say, and how the money for both areas was treated."""
    shares = rows[rows["measure"] == "money"].set_index("area_code")["share_pct"]
    name = rows.loc[rows["area_code"] == area, "area_name"].iloc[0]
    notes = [ECOLOGICAL]
    if choice.district not in ("all", COVENTRY, COUNTY):
        notes.append(f"Money is not published below Coventry and Warwickshire; {choice.place} lies in Warwickshire.")
    if BOTH in shares.index:
        notes.append(f"{cell(shares[BOTH])} of the money is printed for both areas together and kept apart: {name}'s "
                     f"true share lies between {cell(shares[area])} and {cell(shares[area] + shares[BOTH])}.")
    else:
        notes.append(f"{ALLOCATED} That draws each share of money towards the first bar.")
    notes += choice.not_by_group("these are all children")
    notes.append("The bars count different ages and years and are not rates. Low-income families are counted with "
                 "children up to 19, before housing costs. None of them says what share of money would be fair: need "
                 "is more than deprivation, and the plan is not all the money spent.")
    return tuple(notes)
