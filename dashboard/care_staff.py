"""The staff there are as figures: rows in, the parts of a card out. No Streamlit, no SQL."""

from __future__ import annotations

import pandas as pd

from dashboard.care import PLACE, TABLE_BELOW, Parts, end_labels, month
from dashboard.charts_care import named_lines, worded_rows
from dashboard.scales import Mode
from dashboard.text import join

TEAMS = {"all_mental_health": "All mental health staff", "community_mental_health": "Community mental health teams",
         "acute_inpatient": "Acute wards", "children_and_young_people": "Children and young people",
         "iapt": "Talking Therapies", "perinatal": "Perinatal (before and after birth)"}
GROUPS = {"Adult MH": "Adult mental health", "Rise": "Rise (children and young people)"}


def staff(rows: pd.DataFrame, mode: Mode) -> Parts:
    """Staff in post by team as a share of the number projected; numbers the plan does not print stay blank."""
    rows = rows.assign(
        name=rows["team"].map(TEAMS), value=100 * rows["in_post"] / rows["projected"],
        compare=100 * rows["projected_then"] / rows["projected"],
        short=rows["in_post"] - rows["projected_then"], goal=rows["projected_at"].map(month),
        counted=[month(at) if pd.notna(at) else "" for at in rows["in_post_at"]])
    rows["shown"] = ["not printed" if pd.isna(value) else f"{value:.0f}%" for value in rows["value"]]
    rows["detail"] = [_detail(row) for _, row in rows.iterrows()]
    behind = rows[rows["value"].notna()].sort_values("value").iloc[0]
    title = (f"{behind['name']}: {behind['shown']} of the staff projected for {behind['goal']} were in post in "
             f"{behind['counted']}")
    then = rows[rows["projected_then"].notna()]
    under = int((then["short"] < 0).sum())
    return Parts(
        id="staff", title=title, data=_table(rows), sources=tuple(rows["source_id"].unique()),
        graphic=worded_rows(rows[["name", "shown", "value", "compare", "detail"]], mode,
                            unit=f"% of the staff projected for {behind['goal']}", top=100.0,
                            key=["Bar: staff in post. Diamond: projected for the same date."]),
        subtitle=f"Staff in post against projection, mental health services · {PLACE} · "
                 f"{join(sorted(set(rows['counted']) - {''}, key=pd.Timestamp))}",
        alt_text=f"{title}. {TABLE_BELOW}",
        notes=(f"{'All' if under == len(then) else under} of the {len(then)} rows with both numbers were below the "
               "projection for the same date.", *_later(rows),
               "Unit: staff in post. The plan does not say, for most of these numbers, whether it counts people or "
               "whole-time equivalents. “All mental health staff” includes the teams below it, so rows must not be "
               "added. Newer numbers are not published in the plan."),
        columns={"name": "Team", "in_post": "Staff in post", "counted": "Counted", "then": "Projected for that date",
                 "projected": "Projected", "goal": "Projected for", "shown": "In post, % of projected"})


def _later(rows: pd.DataFrame) -> list[str]:
    """What the plan says of a team after its last number in post."""
    return [f"{row['name']}: the plan also states a change of {row['later_change']:+.2f} {row['later_unit']} by "
            f"{month(row['later_at'])}, but no number in post for then, so the bar is of {row['counted']}."
            .replace("of -", "of −") for _, row in rows[rows["later_change"].notna()].iterrows()]


def _detail(row: pd.Series) -> str:
    goal = f"{row['projected']:,.2f} projected for {row['goal']}"
    return f"{row['in_post']:,.2f} in {row['counted']}; {goal}" if row["counted"] else goal


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with numbers as printed, and "not printed" where the plan gives none."""
    numbers = {"in_post": rows["in_post"], "projected": rows["projected"], "then": rows["projected_then"]}
    return rows.assign(**{name: ["not printed" if pd.isna(value) else f"{value:,.2f}" for value in column]
                          for name, column in numbers.items()})


def turnover(rows: pd.DataFrame, mode: Mode) -> Parts:
    """Staff turnover by month, a line for each staff group."""
    codes, names = list(GROUPS), list(GROUPS.values())
    rows = rows.assign(line=rows["staff_group"].map(GROUPS), ink=rows["staff_group"].map(codes.index), joined=True,
                       value=rows["turnover_pct"], shown=rows["turnover_pct"].map("{:.1f}%".format),
                       period=rows["month_end"].map(month)).rename(columns={"month_end": "period_end"})
    first, last = rows.groupby("line", sort=False).first(), rows.groupby("line", sort=False).last()
    moves = [f"{str(line).split(' (')[0]} {before} to {after}"
             for line, before, after in zip(first.index, first["shown"], last["shown"], strict=True)]
    highest = rows.sort_values("value").iloc[-1]
    title = f"Staff turnover, {first['period'].iloc[0].split()[0]} to {last['period'].iloc[0]}: {join(moves)}"
    return Parts(
        id="turnover", title=title, data=rows, sources=tuple(rows["source_id"].unique()),
        graphic=named_lines(rows, end_labels(rows, {line: line.split()[0] for line in rows["line"]}), mode, zero=True,
                            room=0.45, unit="Turnover, % of staff", ticks=rows["period_end"].unique().tolist()),
        subtitle=f"Staff turnover: {join(names)} · {PLACE} · {rows['period'].iloc[0]} to {rows['period'].iloc[-1]}",
        alt_text=f"{title}. The highest was {highest['shown']}, in {highest['period']}. {TABLE_BELOW}",
        notes=("The plan does not say over how long each figure counts leavers. Its table is headed quarter one, and "
               "runs on past it.",),
        columns={"line": "Staff group", "period": "Month", "shown": "Turnover"})
