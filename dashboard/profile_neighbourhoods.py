"""Where an area's neighbourhoods lie among all of Coventry and Warwickshire: rows of places, and what they come to."""

from __future__ import annotations

import pandas as pd

from dashboard.registry import Indicator, load_registry
from dashboard.store import Store

TABLE = {"name": "Measure", "period": "Period", "area": "Area", "inside": "In the worst or highest fifth",
         "count": "Neighbourhoods of the area", "best_place": "Nearest place to the best or lowest",
         "worst_place": "Nearest place to the worst or highest", "total": "Neighbourhoods in all"}
FIFTH = 5
EVERY_DISTRICT = "all"


def strip_rows(store: Store, area: str, names: dict[str, str], second: str = "") -> pd.DataFrame:
    """One row a measure, or one a district for "all", which shows the first measure alone.

    Columns: indicator, name, judged, theme, total, period, source_id, mine and theirs (places from the left end, the
    worst or the lowest, as lists), inside and count (how many of mine lie in the worst or highest fifth), and the same
    for the second area.
    """
    own = store.query("profile_neighbourhoods", area=area)
    other = store.query("profile_neighbourhoods", area=second) if second else own.iloc[:0]
    if area == EVERY_DISTRICT:
        first = own[own["indicator"] == own["indicator"].iloc[0]]
        return pd.DataFrame([_row(part, part.iloc[:0]) | {"name": names[code], "district": code}
                             for code, part in first.groupby("district", sort=False)])
    theirs = dict(tuple(other.groupby("indicator")))
    return pd.DataFrame([_row(part, theirs.get(indicator, part.iloc[:0]))
                         for indicator, part in own.groupby("indicator", sort=False)])


def _row(own: pd.DataFrame, other: pd.DataFrame) -> dict[str, object]:
    indicator, total = load_registry()[own["indicator"].iloc[0]], int(own["total"].iloc[0])
    mine, theirs = (_from_left(part["place"], total, indicator) for part in (own, other))
    inside, second_inside = (_in_fifth(part["place"], total, indicator) for part in (own, other))
    return {"indicator": indicator.id, "name": indicator.label, "judged": indicator.polarity != "no_judgement",
            "theme": indicator.theme, "total": total, "period": own["period"].iloc[0],
            "source_id": own["source_id"].iloc[0], "mine": mine, "theirs": theirs, "inside": inside,
            "count": len(mine), "second_inside": second_inside, "second_count": len(theirs)}


def _from_left(places: pd.Series, total: int, indicator: Indicator) -> list[int]:
    """Places (1 for the highest value) as places from the left end of a strip: the worst, else the lowest."""
    turned = places if indicator.polarity == "high_is_bad" else total + 1 - places
    return sorted(int(place) for place in turned)


def _in_fifth(places: pd.Series, total: int, indicator: Indicator) -> int:
    """How many lie in the worst fifth of all, or in the highest where there is no judgement."""
    from_end = total + 1 - places if indicator.polarity == "high_is_good" else places
    return int((from_end <= total / FIFTH).sum())


def finding(rows: pd.DataFrame) -> str:
    """The measure, or district, with the largest share of its neighbourhoods in the worst (highest) fifth."""
    row = rows.iloc[int((rows["inside"] / rows["count"]).to_numpy().argmax())]
    return f"{row['name']}: {row['inside']} of {row['count']} in the {'worst' if row['judged'] else 'highest'} fifth"


def table(rows: pd.DataFrame, name: str, second_name: str = "") -> pd.DataFrame:
    """What the strips show, counted: one row a measure and area."""
    told = []
    for row in rows.to_dict("records"):
        for places, area, inside in ((row["mine"], name, row["inside"]),
                                     (row["theirs"], second_name, row["second_inside"])):
            if places:
                ends = (max(places), min(places)) if row["judged"] else (min(places), max(places))
                told.append({"name": load_registry()[row["indicator"]].label, "period": row["period"],
                             "area": area or row["name"], "inside": inside, "count": len(places),
                             "best_place": ends[0], "worst_place": ends[1], "total": row["total"]})
    return pd.DataFrame(told)
