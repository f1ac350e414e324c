"""What a trend says in words: findings that claim no more than the published limits allow."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from dashboard.change import RUNNING_TOTAL, Change
from dashboard.registry import Indicator
from dashboard.text import ROLLING, UNLIMITED, join, spell_period, year_end
from dashboard.trends import MANY, PEERS, Trend

EXACT = ("Money", "Population")  # themes whose figures are neither a sample nor events: chance is not the point
NO_LIMITS = "Our source has no limits for this series."
NEW_SERIES = "A new series begins, and it is not compared with the one before"
JUDGED = {"high_is_bad": ("better", "worse"), "high_is_good": ("worse", "better"), "no_judgement": ("lower", "higher")}


def when(row: pd.Series) -> str:
    """The period of a figure, short: "2022/23", "2019–2021" for years together, "Jan–Mar 2022" for a quarter.

    A quarter's dash stands between word joiners, so that a title is not broken there.
    """
    period = str(row["period"])
    if period.startswith("Q"):
        return re.sub(r"([A-Z]\w\w)\w* to ([A-Z]\w\w)\w*", "\\1\u2060–\u2060\\2", spell_period(period))
    return re.sub(r"(\d) to (\d)", r"\1–\2", period.replace("12 months", "the year", 1))


def finding(trend: Trend) -> str:
    """The finding of a trend in about twelve words; a change is only claimed where limits do not overlap."""
    found = trend.changes
    if not found:
        return f"{trend.indicator.label}: no figures for this choice"
    if len(found) == 1:
        return _one(found[0], trend)
    if all(change.first is None for change in found):
        return _ends(found, trend)
    return _several([change for change in found if change.first is not None], trend)


def _one(change: Change, trend: Trend) -> str:
    last = change.last
    if change.first is None:
        if last["series"].startswith(RUNNING_TOTAL):
            month = spell_period(str(last["period"])).split(" to ")[-1]
            return f"{change.name}: {last['shown']} by {month}, a running total from April"
        tail = "; earlier figures are not comparable" if trend.focus_rows["series"].nunique() > 1 else ""
        return f"{change.name}: {last['shown']} in {when(last)}{tail}"
    first = change.first
    if change.turn is not None:
        ways = ("up", "down") if change.turn["value"] > last["value"] else ("down", "up")
        return f"{change.name}: {ways[0]} to {change.turn['shown']} in {when(change.turn)}, then {ways[1]} to " \
               f"{last['shown']} in {when(last)}{'' if change.limited else _unlimited(trend)}"
    tail = "; limits overlap" if change.limited else _unlimited(trend)
    if change.direction == 0:
        return f"{change.name}: {last['shown']} in both {when(first)} and {when(last)}"
    way = "up" if change.direction > 0 else "down"
    if change.clear:
        way = f"{JUDGED[trend.indicator.polarity][change.direction > 0]}, {way}" \
            if trend.indicator.polarity != "no_judgement" else way
        tail = ""
    return f"{change.name}: {way} from {first['shown']} in {when(first)} to {last['shown']} in {when(last)}{tail}"


def _unlimited(trend: Trend) -> str:
    return "" if trend.indicator.theme in EXACT else f"; {UNLIMITED}"


def _ends(found: Sequence[Change], trend: Trend) -> str:
    """Where there is no change to speak of: highest and lowest at the end."""
    rows = pd.DataFrame([change.last for change in found])
    tail = "; earlier figures are not comparable" if trend.focus_rows["series"].nunique() > 1 else ""
    return f"{when(found[0].last)}: {ends_words(rows, trend.indicator)}{tail}"


def ends_words(rows: pd.DataFrame, indicator: Indicator) -> str:
    """Where a value is highest and where lowest; areas that share it are all named, up to three."""
    ordered = rows.sort_values("value", ascending=False, kind="stable")
    ends = ordered["shown"].iloc[0], ordered["shown"].iloc[-1]
    if ends[0] == ends[1]:
        return f"{ends[0]} in all {len(ordered)} areas"
    words = ("most", "fewest") if indicator.kind == "count" else ("highest", "lowest")
    parts = []
    for word, shown in zip(words, ends, strict=True):
        names = list(ordered.loc[ordered["shown"] == shown, "area_name"])
        parts.append(f"{word} in {join(names) if len(names) <= MANY else f'{len(names)} areas'} ({shown})")
    return ", ".join(parts)


def _several(found: Sequence[Change], trend: Trend) -> str:
    since = f"since {when(min((change.first for change in found if change.first is not None), key=_day))}"
    if all(change.limited for change in found):
        low, high = JUDGED[trend.indicator.polarity]
        parts = [f"{word} in {join([change.name for change in moved])}" for word, moved in (
            (high, [change for change in found if change.clear and change.direction > 0]),
            (low, [change for change in found if change.clear and change.direction < 0])) if moved]
        rest = len([change for change in found if not change.clear])
        if not parts:
            areas = f"any of {len(found)} districts" if len(found) >= MANY else \
                " or ".join(change.name for change in found)
            return f"No clear change {since} in {areas}: limits overlap"
        tail = f"; limits overlap in the other {rest}" if rest else ""
        return upper_first(f"{join(parts)} {since}{tail}")
    up = [change.name for change in found if change.direction > 0]
    down = [change.name for change in found if change.direction < 0]
    if len(found) < MANY:
        parts = [f"{word} in {join(names)}" for word, names in (("up", up), ("down", down)) if names]
        return upper_first(f"{join(parts) or 'the same'} {since}{_unlimited(trend)}")
    word, names = ("up", up) if len(up) >= len(down) else ("down", down)
    share = f"all {len(found)}" if len(names) == len(found) else f"{len(names)} of {len(found)}"
    return upper_first(f"{word} in {share} districts {since}{_unlimited(trend)}")


def _day(row: pd.Series) -> int:
    return int(row["day"])


def upper_first(words: str) -> str:
    """The words with a capital first letter and the rest as it is."""
    return words[:1].upper() + words[1:]


def chance(trend: Trend) -> str:
    """One sentence on how sure a change is: from the limits, or that there are none."""
    found = [change for change in trend.changes if change.first is not None]
    if not found:
        return ""
    if not all(change.limited for change in found):
        return "" if trend.indicator.theme in EXACT else _unknown(trend)
    if len(found) > 1:
        return "A change is named only where the 95% limits of the first and last figure do not overlap."
    if found[0].turn is not None:
        return f"The 95% limits of {when(found[0].turn)} do not overlap those of the first and last figure."
    return "The 95% limits of the first and last figure do not overlap: the change is larger than chance alone " \
        "would explain." if found[0].clear else \
        "The 95% limits of the first and last figure overlap, so the difference may be chance."


def _unknown(trend: Trend) -> str:
    """What is said where the source has no limits; from the counts of a share they can be worked out."""
    counted = trend.indicator.kind == "share" and trend.known["denominator"].notna().any()
    there = " Gaps works them out from the counts." if counted else ""
    return f"{NO_LIMITS}{there} Small changes may be chance."


def span(first: pd.Series, last: pd.Series) -> str:
    """The time from the first to the last period, with dates written out: "April 2011 to March 2023"."""
    start, end = (spell_period(str(row["period"]), row["period_end"]) for row in (first, last))
    if start == end:
        return end
    if start.startswith("school year"):
        return f"school years {start.split()[-1]} to {end.split()[-1]}"
    if start.startswith(ROLLING) and end.startswith(ROLLING):
        return f"years ending {year_end(start)} to {year_end(end)}"
    end = end.removeprefix(ROLLING)
    months = r"([A-Z]\w+)(?: (\d{4}))? to ([A-Z]\w+) (\d{4})"
    opening, closing = re.fullmatch(months, start), re.fullmatch(months, end)
    start = f"{opening[1]} {opening[2] or opening[4]}" if opening else re.sub(r"(\d) to \d.*", r"\1", start)
    end = f"{closing[3]} {closing[4]}" if closing else re.sub(r".*\d to (\d)", r"\1", end)
    return f"{start} to {end}"


def subtitle(trend: Trend, place: str) -> str:
    """Measure with its unit, place, group and time of a trend; ``place`` names what the reader chose."""
    names = list(dict.fromkeys(trend.focus_rows["area_name"]))
    place = place if len(names) >= MANY else join(names)
    known = trend.known.sort_values("day", kind="stable")
    return " · ".join([measure(trend.indicator), place, trend.group_name,
                       upper_first(span(known.iloc[0], known.iloc[-1]))])


def measure(indicator: Indicator) -> str:
    """The indicator's label with its unit in brackets, where it says more."""
    if indicator.unit.lower() in indicator.label.lower():
        return indicator.label
    return f"{indicator.label} ({indicator.unit})"


def _standard(trend: Trend) -> str:
    """How the latest figure stands to the published standard, where there is one."""
    indicator, rows = trend.indicator, trend.focus_rows
    if indicator.target is None or rows.empty:
        return ""
    last = rows.iloc[-1]
    met = last["value"] >= indicator.target if indicator.polarity == "high_is_good" else \
        last["value"] <= indicator.target
    return (f"The latest figure for {last['area_name']}, {last['shown']}, {'meets' if met else 'does not meet'} the "
            f"{indicator.target_label} ({indicator.show(indicator.target)}).")


def notes(trend: Trend, *, intervals: bool) -> tuple[str, ...]:
    """Everything a reader has to know to read the lines rightly."""
    said = [chance(trend), _standard(trend)]
    if trend.focus_rows["series"].nunique() > 1:
        said.append("Lines are not joined where a series ends." if trend.breaks else
                    f"{trend.indicator.break_note or NEW_SERIES}.")
    gone = trend.rows[trend.rows["value"].isna()]
    said += [f"{str(state).split(':')[0].capitalize()} in some periods: {join(list(dict.fromkeys(part['line'])))}."
             for state, part in gone.groupby("state", sort=False)]
    peers = trend.rows[trend.rows["area_code"] == PEERS]
    if len(peers):
        least, most = int(peers["peers"].min()), int(peers["peers"].max())
        number = f"{most}" if least == most else f"{least} to {most}"
        said.append(f"The grey band runs from the lowest to the highest of {number} other ICBs in the Midlands; "
                    "the grey line is their median, worked out here.")
    if intervals and len(trend.focus) >= MANY and trend.known["lower"].notna().any():
        said.append("Limits are drawn for the coloured lines; the table has all.")
    if trend.indicator.kind == "count":
        said.append(f"A {'sum' if trend.indicator.theme == 'Money' else 'number'}, not a rate, so larger areas are not "
                    "drawn beside it.")
    return tuple(sentence for sentence in (*said, trend.indicator.caveat) if sentence)


def alt_text(trend: Trend, title: str) -> str:
    """Alt text of the lines: finding first, then range, then where the table is."""
    known = trend.known
    ordered = known.sort_values("value", kind="stable")
    low, high = ordered.iloc[0], ordered.iloc[-1]
    return (f"{title}. Lines for {join(list(known['line'].unique()))}, from {low['shown']} ({low['line']}, "
            f"{when(low)}) to {high['shown']} ({high['line']}, {when(high)}). The table below has them.")
