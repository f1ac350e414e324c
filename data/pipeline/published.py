"""How publishers write organisations, periods and empty cells, turned once into the way our tables write them."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd

from data.pipeline.errors import RawDataError
from data.pipeline.raw import DISTRICTS

PEERS = ("QGH", "QHL", "QJ2", "QJM", "QK1", "QNC", "QOC", "QPM", "QT1", "QUA")
# NHS code: our area code and kind of area. The local NHS area changed its code, from E54000018 to QWU, in 2020-21.
ORGANISATIONS = {
    "QWU": ("E54000018", "icb"), "E54000018": ("E54000018", "icb"), "RYG": ("RYG", "provider"),
    "Y60": ("Y60", "nhs_region"), "ENGLAND": ("E92000001", "country"), "All prov": ("E92000001", "country"),
} | {peer: (peer, "peer_icb") for peer in PEERS}
# Former CCGs and the one sub-ICB hold the same people as the local NHS area: reading them too would count twice.
SAME_PEOPLE = ("05A", "05H", "05R", "B2M3M")
GSS_AREAS = dict.fromkeys(DISTRICTS, "district") | {
    "E10000031": "county", "E12000005": "region", "E92000001": "country"}
QUARTER_ENDS = {"1": (0, "06-30"), "2": (0, "09-30"), "3": (0, "12-31"), "4": (1, "03-31")}
FINANCIAL, ACADEMIC = "03-31", "08-31"


def translate(words: pd.Series, meaning: Mapping[str, str], file: str) -> pd.Series:
    """Our word for each published word. Raises RawDataError naming file, row and column for an unknown one."""
    ours = words.map(dict(meaning))
    unknown = words[ours.isna()]
    if len(unknown):
        raise RawDataError(f"{file}, row {unknown.index[0]}, column {words.name}: “{unknown.iloc[0]}” is not a word "
                           f"this loader knows; it knows {', '.join(sorted(meaning))}")
    return ours


def organisation_areas(frame: pd.DataFrame, column: str = "org_code") -> pd.DataFrame:
    """The rows of organisations the product shows, with ``area_code`` and ``area_type``."""
    kept = frame[frame[column].isin(ORGANISATIONS)]
    return kept.assign(area_code=kept[column].map({code: area for code, (area, _) in ORGANISATIONS.items()}),
                       area_type=kept[column].map({code: kind for code, (_, kind) in ORGANISATIONS.items()}))


def gss_areas(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of our districts, Warwickshire, the West Midlands and England, with ``area_type``."""
    kept = frame[frame["area_code"].isin(GSS_AREAS)]
    return kept.assign(area_type=kept["area_code"].map(GSS_AREAS))


def statuses(values: pd.Series, blank: str = "suppressed") -> pd.Series:
    """What each cell is: a value, a zero the publisher printed, or ``blank`` where it is empty."""
    return pd.Series("value", index=values.index).mask(values == 0, "zero").mask(values.isna(), blank)


def split_year(published: str) -> str:
    """A financial or academic year as we write it: "2024-25" or "202425" becomes "2024/25"."""
    match = re.fullmatch(r"(\d{4})[-/]?(\d{2})", published)
    if match is None:
        raise RawDataError(f"“{published}” is not a year such as 2024-25")
    return f"{match[1]}/{match[2]}"


def year_ending(year: int) -> str:
    """The financial or academic year that ends in a calendar year: 2025 becomes "2024/25"."""
    return f"{year - 1}/{year % 100:02d}"


def period_end(period: str, year_ends: str = FINANCIAL) -> str:
    """The last day of a period as ISO text.

    Knows "2023/24" (which ends on ``year_ends``), "Q4 2021/22", "2016" (31 December), and spans such as
    "2014 to 2016" or "2013/14 to 2015/16", which end when their last part does. Raises RawDataError otherwise.
    """
    quarter = re.fullmatch(r"Q([1-4]) (\d{4})/\d{2}", period)
    if quarter:
        later, day = QUARTER_ENDS[quarter[1]]
        return f"{int(quarter[2]) + later}-{day}"
    last = period.rsplit(" to ", 1)[-1]
    if re.fullmatch(r"\d{4}/\d{2}", last):
        return f"{int(last[:4]) + 1}-{year_ends}"
    if re.fullmatch(r"\d{4}", last):
        return f"{last}-12-31"
    raise RawDataError(f"“{period}” is not a period this pipeline knows, such as 2023/24 or Q4 2021/22")
